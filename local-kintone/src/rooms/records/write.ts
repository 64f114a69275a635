import { calculate } from "../../language/formula/calculate.ts";
import {
  notifyRecordAdded,
  notifyRecordEdited,
} from "../notifications/record-events.ts";
import { formatMinute } from "../../language/query/time-zone.ts";
import { noPrivilege } from "../../ground/errors.ts";
import type { FieldValue, StoredRecord } from "../../model/model.ts";
import { buildValues } from "./build-values.ts";
import type { SentRecord } from "./build-values.ts";
import { noteChange } from "./change-history.ts";
import { fieldNotEditable, staleRecord } from "./errors.ts";
import { dropFiles } from "./files.ts";
import { formOf } from "../../model/form.ts";
import type { Notes } from "./messages.ts";
import { firstState } from "./process.ts";
import { requireAppRight } from "../rights/scope.ts";
import type { Scope } from "../rights/scope.ts";
import { originOf, refuseOrigins, refuseUnwritable } from "./system-fields.ts";
import type { Origin } from "./system-fields.ts";
import { validateRecord } from "./validate.ts";
import { noteRecord } from "./value-index.ts";

/** Puts a record away and keeps what must know of it up to date. */
export const saveRecord = (scope: Scope, record: StoredRecord): void => {
  scope.site.store.saveRecord(scope.app.id, record);
  noteRecord(scope.site, scope.app, record);
};

/** -1 and nothing mean unchecked. */
export const checkRevision = (
  record: StoredRecord,
  revision: number | undefined,
): void => {
  const isChecked = revision !== undefined && revision !== -1;
  if (isChecked && revision !== record.revision) throw staleRecord();
};

const userNameOf = (scope: Scope, code: string): string =>
  scope.site.store.users.get(code)?.name ?? code;

/** The values with every formula calculated, as the record's people and times have it. */
export const calculateValues = (
  scope: Scope,
  values: Record<string, FieldValue>,
  origin: Origin,
): Record<string, FieldValue> =>
  calculate(scope.settings, {
    values,
    createdAt: origin.createdAt,
    updatedAt: origin.updatedAt,
    creatorName: userNameOf(scope, origin.creator),
    modifierName: userNameOf(scope, origin.modifier),
  });

const requireEditable = (
  scope: Scope,
  codes: string[],
  record: StoredRecord,
): void => {
  const { byCode } = formOf(scope.settings);
  for (const code of codes)
    if (!scope.access.fieldRights(code, record).editable)
      throw fieldNotEditable(byCode.get(code)?.property.label ?? code);
};

/**
 * Adds a record. What is wrong with its values goes to the notes, and then nothing
 * is saved.
 */
export const addRecord = (
  scope: Scope,
  sent: SentRecord,
  path: string,
  notes: Notes,
): StoredRecord => {
  requireAppRight(scope, "recordAddable");
  refuseUnwritable(scope, sent);
  const { site, app, settings } = scope;
  const id = site.store.nextId(`record:${app.id}`);
  const origin = originOf(scope, sent, path, notes);
  const built = buildValues(scope, id, sent, null, path, notes);
  const record: StoredRecord = {
    id,
    revision: 1,
    values: calculateValues(scope, built.values, origin),
    ...origin,
    ...firstState(settings, origin.creator),
    statusHistory: [],
    comments: [],
    nextCommentId: 1,
  };
  requireEditable(scope, built.sentCodes, record);
  validateRecord(site, app, settings, record, path, notes);
  if (!notes.isEmpty) return record;
  saveRecord(scope, record);
  notifyRecordAdded(scope, record);
  return record;
};

/** The same for a change of an existing record; fields that are not sent stay. */
export const updateRecord = (
  scope: Scope,
  before: StoredRecord,
  sent: SentRecord,
  path: string,
  notes: Notes,
): StoredRecord => {
  requireAppRight(scope, "recordEditable");
  if (!scope.access.recordRights(before).editable) throw noPrivilege();
  const { site, app, settings } = scope;
  refuseUnwritable(scope, sent);
  refuseOrigins(scope, sent);
  const built = buildValues(scope, before.id, sent, before, path, notes);
  requireEditable(scope, built.sentCodes, before);
  const changed: StoredRecord = {
    ...before,
    revision: before.revision + 1,
    modifier: scope.caller.user.code,
    updatedAt: formatMinute(site.clock.now()),
  };
  const record = noteChange(before, {
    ...changed,
    values: calculateValues(scope, built.values, changed),
  });
  validateRecord(site, app, settings, record, path, notes);
  if (!notes.isEmpty) return record;
  saveRecord(scope, record);
  dropFiles(site, settings, before.values, record.values);
  notifyRecordEdited(scope, before, record);
  return record;
};

export const deleteRecord = (scope: Scope, record: StoredRecord): void => {
  requireAppRight(scope, "recordDeletable");
  if (!scope.access.recordRights(record).deletable) throw noPrivilege();
  scope.site.store.removeRecord(scope.app.id, record.id);
  dropFiles(scope.site, scope.settings, record.values, {});
};
