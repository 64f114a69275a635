import { invalidInput } from "../../../ground/api-error.ts";
import type { ApiContext, Endpoint } from "../../../model/endpoint.ts";
import { id, list, object, optional, text } from "../../../ground/shape.ts";
import type { Shape } from "../../../ground/shape.ts";
import type { StoredRecord } from "../../../model/model.ts";
import { changeAssignees, changeStatus } from "../change-status.ts";
import { processIsOff } from "../../../language/query/errors.ts";
import { parameterMessages } from "../messages.ts";
import { findViewable, requireAppRight } from "../../rights/scope.ts";
import type { Scope } from "../../rights/scope.ts";
import { checkRevision } from "../write.ts";
import { ANY_AUTH } from "./auth.ts";
import { openApp, readParams, revision } from "./parameters.ts";

const STATUS_LIMIT = 100;
const ASSIGNEE_LIMIT = 100;

const changeMembers = {
  id: id(),
  action: text({ min: 1 }),
  assignee: optional(text()),
  revision: revision(),
};

type Change = {
  id: number;
  action: string;
  assignee?: string | undefined;
  revision?: number | undefined;
};

const run = (scope: Scope, change: Change): StoredRecord => {
  const record = findViewable(scope, change.id);
  checkRevision(record, change.revision);
  const assignee = change.assignee === "" ? undefined : change.assignee;
  return changeStatus(scope, record, change.action, assignee);
};

const requireProcess = (scope: Scope): void => {
  if (!scope.settings.process.enable) throw processIsOff();
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-status/ */
const putStatus = (context: ApiContext) => {
  const shape = object({ app: id(), ...changeMembers });
  const change = readParams(context, shape);
  const scope = openApp(context);
  requireProcess(scope);
  return { revision: String(run(scope, change).revision) };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-statuses/ */
const putStatuses = (context: ApiContext) => {
  const shape = object({ app: id(), records: list(object(changeMembers)) });
  const { records } = readParams(context, shape);
  if (records.length > STATUS_LIMIT)
    throw invalidInput({
      records: { messages: [parameterMessages.updateLimit] },
    });
  const scope = openApp(context);
  requireProcess(scope);
  return {
    records: records.map((change) => {
      const record = run(scope, change);
      return { id: String(record.id), revision: String(record.revision) };
    }),
  };
};

const codes = (): Shape<string[]> => ({
  ...list(text()),
  read: (value, path, notes) => {
    const read = list(text()).read(value, path, notes);
    if (Array.isArray(value) && value.length > ASSIGNEE_LIMIT)
      notes.add(path, parameterMessages.size(0, ASSIGNEE_LIMIT));
    return read;
  },
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-assignees/ */
const putAssignees = (context: ApiContext) => {
  const shape = object({
    app: id(),
    id: id(),
    assignees: codes(),
    revision: revision(),
  });
  const params = readParams(context, shape);
  const scope = openApp(context);
  requireAppRight(scope, "appEditable");
  requireProcess(scope);
  const record = findViewable(scope, params.id);
  checkRevision(record, params.revision);
  const changed = changeAssignees(scope, record, params.assignees);
  return { revision: String(changed.revision) };
};

export const statusEndpoints: readonly Endpoint[] = [
  { method: "PUT", path: "record/status", auth: ANY_AUTH, handle: putStatus },
  {
    method: "PUT",
    path: "records/status",
    auth: ANY_AUTH,
    handle: putStatuses,
  },
  {
    method: "PUT",
    path: "record/assignees",
    auth: ANY_AUTH,
    handle: putAssignees,
  },
];
