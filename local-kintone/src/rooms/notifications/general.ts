import { toEntityRow } from "../rights/rows.ts";
import { resolveUsers } from "../rights/people.ts";
import type { Scope } from "../rights/scope.ts";
import type { StoredRecord } from "../../model/model.ts";

export type GeneralEvent =
  | "recordAdded"
  | "recordEdited"
  | "commentAdded"
  | "statusChanged";

/** Recipients that the app's general notifications name for an event. */
export const generalRecipients = (
  scope: Scope,
  record: StoredRecord,
  event: GeneralEvent,
): string[] => {
  const { notifications } = scope.settings.generalNotifications;
  const rows = notifications
    .filter((it) => it[event] === true)
    .map(toEntityRow);
  return resolveUsers(scope.site, scope.settings, record, rows);
};

/** Comments also notify those who commented before, unless that is switched off. */
export const commentRecipients = (
  scope: Scope,
  record: StoredRecord,
): string[] => {
  const named = generalRecipients(scope, record, "commentAdded");
  const { notifyToCommenter } = scope.settings.generalNotifications;
  if (!notifyToCommenter) return named;
  return [...named, ...record.comments.map(({ creator }) => creator)];
};
