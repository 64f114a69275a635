import {
  notifyAssigned,
  notifyStatusChanged,
} from "../notifications/record-events.ts";
import { processIsOff, unknownUser } from "../../language/query/errors.ts";
import { formatMinute, formatSecond } from "../../language/query/time-zone.ts";
import type { StoredRecord } from "../../model/model.ts";
import {
  assigneeNotSelectable,
  assigneeRequired,
  notAssignee,
  onlyOneAssignee,
  statusNotChangeable,
} from "./errors.ts";
import { statusOf } from "../../model/form.ts";
import { resolveUsers } from "../rights/people.ts";
import { actionsFrom, mayExecute, stateOf } from "./process.ts";
import type { ProcessAction } from "./process.ts";
import type { Scope } from "../rights/scope.ts";
import { calculateValues, saveRecord } from "./write.ts";

/** Running the action and changing the status count as one revision each. */
const REVISIONS_PER_ACTION = 2;

const findAction = (
  scope: Scope,
  record: StoredRecord,
  name: string,
): ProcessAction => {
  const { site, app, settings, caller } = scope;
  const named = actionsFrom(site, app, settings, caller.user, record).filter(
    (action) => action.name === name,
  );
  const [action] = named;
  // Two actions of one name from one state cannot be distinguished.
  if (!action || named.length > 1) throw statusNotChangeable();
  if (!mayExecute(site, settings, caller.user, record, action))
    throw notAssignee();
  return action;
};

const nextAssignees = (
  scope: Scope,
  record: StoredRecord,
  action: ProcessAction,
  assignee: string | undefined,
): string[] => {
  const { site, settings } = scope;
  const state = stateOf(settings, action.to);
  if (!state) throw statusNotChangeable();
  if (assignee !== undefined && !site.store.users.has(assignee))
    throw unknownUser(assignee);
  const users = resolveUsers(site, settings, record, state.rows);
  const isChoice = state.type === "ONE" && users.length > 0;
  if (!isChoice && assignee !== undefined) throw assigneeNotSelectable();
  if (!isChoice) return state.type === "ONE" ? [] : users;
  if (assignee === undefined) throw assigneeRequired();
  if (!users.includes(assignee)) throw assigneeNotSelectable();
  return [assignee];
};

/** In a state for which all must act, the others stay assignees until the last one acted. */
const remainingAssignees = (
  scope: Scope,
  record: StoredRecord,
  action: ProcessAction,
): string[] => {
  const state = stateOf(scope.settings, action.from);
  if (state?.type !== "ALL" || action.type === "SECONDARY") return [];
  const { code } = scope.caller.user;
  return record.assignees.filter((it) => it !== code);
};

const save = (
  scope: Scope,
  record: StoredRecord,
  changes: Partial<StoredRecord>,
): StoredRecord => {
  const changed = {
    ...record,
    ...changes,
    modifier: scope.caller.user.code,
    updatedAt: formatMinute(scope.site.clock.now()),
  };
  const saved = {
    ...changed,
    values: calculateValues(scope, record.values, changed),
  };
  saveRecord(scope, saved);
  return saved;
};

const requireProcess = (scope: Scope): void => {
  if (!scope.settings.process.enable) throw processIsOff();
};

/**
 * Runs a process action.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-status/
 */
export const changeStatus = (
  scope: Scope,
  record: StoredRecord,
  actionName: string,
  assignee: string | undefined,
): StoredRecord => {
  requireProcess(scope);
  const action = findAction(scope, record, actionName);
  const remaining = remainingAssignees(scope, record, action);
  const revision = record.revision + REVISIONS_PER_ACTION;
  if (remaining.length > 0)
    return save(scope, record, { revision, assignees: remaining });
  const assignees = nextAssignees(scope, record, action, assignee);
  const { code } = scope.caller.user;
  const saved = save(scope, record, {
    revision,
    status: action.to,
    assignees,
    statusHistory: [
      ...record.statusHistory,
      {
        changedAt: formatSecond(scope.site.clock.now()),
        changedBy: code,
        status: action.to,
        assignees,
      },
    ],
  });
  notifyStatusChanged(scope, record, saved);
  notifyAssigned(scope, record, saved);
  return saved;
};

/**
 * People out of use, and several where one is to work, are refused.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-assignees/
 * @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/record/updateRecordAssigneesTest.java
 */
export const changeAssignees = (
  scope: Scope,
  record: StoredRecord,
  assignees: string[],
): StoredRecord => {
  requireProcess(scope);
  for (const code of assignees)
    if (!scope.site.store.users.get(code)?.valid) throw unknownUser(code);
  const status = statusOf(scope.settings, record);
  const state = status === null ? null : stateOf(scope.settings, status);
  if (state?.type === "ONE" && new Set(assignees).size > 1)
    throw onlyOneAssignee();
  const saved = save(scope, record, {
    revision: record.revision + 1,
    status,
    assignees: [...new Set(assignees)],
  });
  notifyAssigned(scope, record, saved);
  return saved;
};
