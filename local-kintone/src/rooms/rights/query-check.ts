import type { Condition } from "../../language/query/ast.ts";
import { compileParsed } from "../../language/query/compile.ts";
import type {
  ConditionContext,
  RelatedRecords,
} from "../../language/query/context.ts";
import { compileOrder } from "../../language/query/order.ts";
import { invalidQuery } from "../../language/query/errors.ts";
import { parseCondition, parseQuery } from "../../language/query/parser.ts";
import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import type { AppSettings } from "../../model/model.ts";

const related =
  (context: ApiContext) =>
  (appId: number): RelatedRecords | null => {
    const app = context.site.store.apps.get(appId);
    if (!app?.live) return null;
    return {
      settings: app.live.settings,
      appCode: app.code,
      records: [],
      visibility: () => true,
    };
  };

const conditionContext = (context: ApiContext): ConditionContext => {
  const { store, clock } = context.site;
  return {
    user: context.caller.user,
    now: clock.now(),
    users: store.users,
    organizations: store.organizations,
    groups: store.groups,
    files: store.files,
    appCode: "",
    related: related(context),
  };
};

const partsOf = (condition: Condition): Condition[] =>
  condition.kind === "comparison"
    ? [condition]
    : [condition, ...condition.children.flatMap(partsOf)];

const isEmptySearch = (condition: Condition): boolean =>
  condition.kind === "comparison" &&
  /like$/.test(condition.operator) &&
  condition.operands.some((it) => it.kind === "literal" && it.text === "");

/**
 * Refuses what a query may say and a condition in settings may not: to search for "", and
 * to mix `and` with `or`, for which the screens of settings have no form either.
 *
 * @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java (lists; other settings alike is ours)
 */
const requireStorable = (context: ApiContext, condition: Condition): void => {
  const parts = partsOf(condition);
  const kinds = new Set(parts.map(({ kind }) => kind));
  const isMixed = kinds.has("and") && kinds.has("or");
  const { readings } = context.site.options;
  const refusesMixed = readings["mixed-conditions"] === "refused";
  if (parts.some(isEmptySearch) || (isMixed && refusesMixed))
    throw invalidQuery();
};

/**
 * Refuses a filter condition that does not fit the form, with the same errors as a
 * query of `records.json` (that settings answer them at once is unverified).
 */
export const checkFilter = (
  context: ApiContext,
  settings: AppSettings,
  filterCond: string,
): void => {
  const condition = parseCondition(filterCond);
  if (condition) requireStorable(context, condition);
  compileParsed(settings, condition, conditionContext(context));
};

/** The screens of settings offer five; six were refused (kintone-labs/kintone-java-sdk: AppTest.java). */
const MAX_SORT_FIELDS = 5;

/** The same for a sort order like `code asc, other desc`. */
export const checkSort = (
  context: ApiContext,
  settings: AppSettings,
  sort: string,
  path: string,
): void => {
  if (sort === "") return;
  const query = parseQuery(`order by ${sort}`);
  const isTooLong = query.orderBy.length > MAX_SORT_FIELDS;
  if (isTooLong || query.limit !== null || query.offset !== null)
    throw invalidInput({
      [path]: {
        messages: [
          {
            ja: "クエリ記法が間違っています。",
            en: "The query is invalid.",
          },
        ],
      },
    });
  compileOrder(settings, query.orderBy, conditionContext(context));
};
