import type { Scope } from "../rights/scope.ts";
import type { RecordComment, StoredRecord } from "../../model/model.ts";
import { deliver } from "./deliver.ts";
import { commentRecipients, generalRecipients } from "./general.ts";
import { notifyConditions } from "./per-record.ts";
import { mentionedUsers } from "./mentions.ts";
import { words } from "./words.ts";

/** Notifies of an added record. */
export const notifyRecordAdded = (scope: Scope, record: StoredRecord): void => {
  deliver(scope, record, generalRecipients(scope, record, "recordAdded"), {
    kind: "general",
    text: words.recordAdded,
  });
  notifyConditions(scope, null, record);
};

/** Notifies of a changed record. */
export const notifyRecordEdited = (
  scope: Scope,
  before: StoredRecord,
  record: StoredRecord,
): void => {
  deliver(scope, record, generalRecipients(scope, record, "recordEdited"), {
    kind: "general",
    text: words.recordEdited,
  });
  notifyConditions(scope, before, record);
};

/** Notifies of a process action. */
export const notifyStatusChanged = (
  scope: Scope,
  before: StoredRecord,
  record: StoredRecord,
): void => {
  deliver(scope, record, generalRecipients(scope, record, "statusChanged"), {
    kind: "general",
    text: words.statusChanged(record.status ?? ""),
  });
  notifyConditions(scope, before, record);
};

/** Those who became assignees; who was one already hears nothing. */
export const notifyAssigned = (
  scope: Scope,
  before: StoredRecord,
  record: StoredRecord,
): void => {
  const isSameState = before.status === record.status;
  const users = record.assignees.filter(
    (code) => !isSameState || !before.assignees.includes(code),
  );
  deliver(scope, record, users, {
    kind: "assignee",
    text: words.assigned(record.status ?? ""),
  });
};

/** Those who are mentioned, and the others whom comments notify. */
export const notifyComment = (
  scope: Scope,
  record: StoredRecord,
  comment: RecordComment,
): void => {
  const mentioned = mentionedUsers(scope.site, comment.mentions);
  deliver(scope, record, mentioned, { kind: "mention", text: comment.text });
  const others = commentRecipients(scope, record).filter(
    (code) => !mentioned.includes(code),
  );
  deliver(scope, record, others, { kind: "comment", text: comment.text });
};
