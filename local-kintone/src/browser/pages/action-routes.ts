import { accessOfUser } from "../../rooms/rights/access.ts";
import {
  compileStoredCondition,
  storedConditionContext,
} from "../../rooms/rights/stored-condition.ts";
import { createRenderer } from "../../rooms/records/render.ts";
import type { Scope } from "../../rooms/rights/scope.ts";
import { findViewable } from "../../rooms/rights/scope.ts";
import { noPrivilege } from "../../ground/errors.ts";
import { plainNumber, plainText } from "../../ground/plain.ts";
import type { App, StoredRecord } from "../../model/model.ts";
import { isMember } from "../../rooms/rights/membership.ts";
import { guestSpaceOf } from "./boot-data.ts";
import { scopeOf } from "./route-context.ts";
import type { Route } from "./route-context.ts";

/** Members of a stored action, as settings/actions.ts writes them. */
type Action = {
  id: string;
  name: string;
  index: string;
  destApp: { app: string };
  mappings: Array<{ srcType: string; srcField?: string; destField: string }>;
  entities: Array<{ type: string; code: string }>;
  filterCond: string;
};

const actionsOf = (scope: Scope): Action[] =>
  (Object.values(scope.settings.actions) as unknown as Action[]).toSorted(
    (a, b) => Number(a.index) - Number(b.index),
  );

const isOffered =
  (scope: Scope, record: StoredRecord) =>
  (action: Action): boolean => {
    const { site, app, settings, caller } = scope;
    const isMeant = action.entities.some((entity) =>
      isMember(site, caller.user, entity, false),
    );
    const condition = compileStoredCondition(
      settings,
      action.filterCond,
      storedConditionContext(site, app, caller.user),
    );
    return isMeant && (condition?.(record) ?? false);
  };

/** The app that an action writes to, where the user may add records to it. */
const openTarget = (scope: Scope, action: Action): App | null => {
  const { site, caller } = scope;
  const app = site.store.apps.get(Number(action.destApp.app));
  if (!app?.live) return null;
  return accessOfUser(site, app, caller.user).app.recordAddable ? app : null;
};

/** Buttons of actions that a detail page has for its user. */
export const readActions: Route = (context) => {
  const scope = scopeOf(context);
  const record = findViewable(scope, plainNumber(context.params.record));
  const actions = actionsOf(scope)
    .filter(isOffered(scope, record))
    .flatMap((action) => {
      const target = openTarget(scope, action);
      return target
        ? [
            {
              id: action.id,
              name: action.name,
              destApp: target.id,
              guestSpaceId: guestSpaceOf(scope.site, target),
            },
          ]
        : [];
    });
  return { actions };
};

const urlOf = (
  scope: Scope,
  record: StoredRecord,
  request: Request,
): string => {
  const space = guestSpaceOf(scope.site, scope.app);
  const folder = space === null ? "/k" : `/k/guest/${space}`;
  const { origin } = new URL(request.url);
  return `${origin}${folder}/${scope.app.id}/show#record=${record.id}`;
};

type Cell = { type: string; value: unknown };
type TableRow = { value: Record<string, Cell> };

const tableOf = (fields: App["preview"]["settings"]["fields"], code: string) =>
  Object.values(fields).find((it) => it.fields && code in it.fields)?.code;

/**
 * Values that an app action copies into the new record, as far as the user may
 * read them. Columns of a table are copied row by row; attachments are not
 * copied.
 */
export const readActionValues: Route = (context) => {
  const scope = scopeOf(context);
  const { params, request } = context;
  const record = findViewable(scope, plainNumber(params.record));
  const action = actionsOf(scope)
    .filter(isOffered(scope, record))
    .find(({ id }) => id === plainText(params.action));
  const target = action ? openTarget(scope, action) : null;
  if (!action || !target?.live) throw noPrivilege();
  const source = createRenderer(scope)(record) as Record<string, Cell>;
  const destFields = target.live.settings.fields;
  const values: Record<string, Cell> = {};
  for (const { srcType, srcField = "", destField } of action.mappings) {
    const destTable = tableOf(destFields, destField);
    if (srcType === "RECORD_URL")
      values[destField] = {
        type: "LINK",
        value: urlOf(scope, record, request),
      };
    else if (destTable === undefined)
      copyField(source, srcField, values, destField);
    else {
      const srcTable = tableOf(scope.settings.fields, srcField) ?? "";
      copyColumn(source[srcTable], srcField, values, destTable, destField);
    }
  }
  return { app: target.id, values };
};

const copyField = (
  source: Record<string, Cell>,
  from: string,
  values: Record<string, Cell>,
  to: string,
): void => {
  const cell = source[from];
  if (cell && cell.type !== "FILE") values[to] = cell;
};

const copyColumn = (
  table: Cell | undefined,
  from: string,
  values: Record<string, Cell>,
  destTable: string,
  to: string,
): void => {
  // A SUBTABLE's value is a list of rows (rest-api: record value formats).
  const rows = (table?.value ?? []) as TableRow[];
  const known = (values[destTable]?.value ?? []) as TableRow[];
  const copied = rows.map((row, i) => {
    const cell = row.value[from];
    const isCopied = cell !== undefined && cell.type !== "FILE";
    return {
      id: null,
      value: { ...known[i]?.value, ...(isCopied ? { [to]: cell } : {}) },
    };
  });
  values[destTable] = { type: "SUBTABLE", value: copied };
};
