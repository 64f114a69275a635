import { compileCondition } from "../../language/query/compile.ts";
import type {
  ConditionContext,
  RelatedRecords,
} from "../../language/query/context.ts";
import { compileOrder } from "../../language/query/order.ts";
import { parseQuery } from "../../language/query/parser.ts";
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

/**
 * Refuses a filter condition that does not fit the form, with the same errors as a
 * query of `records.json` (that settings answer them at once is unverified).
 */
export const checkFilter = (
  context: ApiContext,
  settings: AppSettings,
  filterCond: string,
): void => {
  compileCondition(settings, filterCond, conditionContext(context));
};

/** The same for a sort order like `code asc, other desc`. */
export const checkSort = (
  context: ApiContext,
  settings: AppSettings,
  sort: string,
  path: string,
): void => {
  if (sort === "") return;
  const query = parseQuery(`order by ${sort}`);
  if (query.limit !== null || query.offset !== null)
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
