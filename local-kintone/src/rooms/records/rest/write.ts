import { invalidInput } from "../../../ground/api-error.ts";
import type { ErrorMap } from "../../../ground/api-error.ts";
import type { ApiContext, Endpoint } from "../../../model/endpoint.ts";
import {
  id,
  integer,
  list,
  object,
  optional,
  parseShape,
} from "../../../ground/shape.ts";
import type { Shape } from "../../../ground/shape.ts";
import type { StoredRecord } from "../../../model/model.ts";
import type { SentRecord } from "../build-values.ts";
import { noRecordForKey } from "../errors.ts";
import { recordNotFound } from "../../../ground/errors.ts";
import { Notes, parameterMessages } from "../messages.ts";
import { findRecord, requireAppRight } from "../../rights/scope.ts";
import type { Scope } from "../../rights/scope.ts";
import {
  addRecord,
  checkRevision,
  deleteRecord,
  updateRecord,
} from "../write.ts";
import { ANY_AUTH } from "./auth.ts";
import {
  flag,
  openApp,
  readParams,
  revision,
  sentRecord,
} from "./parameters.ts";
import { findByKey, readRecordKey } from "./record-key.ts";
import type { RecordKey } from "./record-key.ts";

/** Add, update and delete take so many records at once. @see rest-api: "Limits" */
const WRITE_LIMIT = 100;

/** Runs work that notes what is wrong; anything noted refuses the whole request. */
const collectNotes = <T>(work: (notes: Notes) => T): T => {
  const notes = new Notes();
  const result = work(notes);
  if (!notes.isEmpty) throw invalidInput(notes.errors);
  return result;
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-record/ */
const postRecord = (context: ApiContext) => {
  const scope = openApp(context);
  const sent = sentRecord(context.params);
  const record = collectNotes((notes) =>
    addRecord(scope, sent, "record", notes),
  );
  return { id: String(record.id), revision: String(record.revision) };
};

const anything = (): Shape<unknown> => ({ read: (value) => value });

const readList = (
  context: ApiContext,
  tooMany: (typeof parameterMessages)["addLimit"],
): unknown[] => {
  const shape = object({ app: id(), records: list(anything()) });
  const { records } = readParams(context, shape);
  if (records.length > WRITE_LIMIT)
    throw invalidInput({ records: { messages: [tooMany] } });
  return records;
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-records/ */
const postRecords = (context: ApiContext) => {
  const sent = readList(context, parameterMessages.addLimit);
  const scope = openApp(context);
  const records = collectNotes((notes) =>
    sent.map((record, i) =>
      addRecord(scope, sentRecord({ record }), `records[${i}]`, notes),
    ),
  );
  return {
    ids: records.map((record) => String(record.id)),
    revisions: records.map((record) => String(record.revision)),
  };
};

const requireFound = (
  record: StoredRecord | undefined,
  key: RecordKey,
): StoredRecord => {
  if (record) return record;
  throw key.kind === "id" ? recordNotFound(key.id) : noRecordForKey();
};

type Update = {
  key: RecordKey;
  revision: number | undefined;
  sent: SentRecord;
  path: string;
};

const readUpdate = (holder: unknown, keyPath: string, path: string): Update => {
  const sent = sentRecord(holder);
  const key = readRecordKey(holder, keyPath);
  const shape = object({ revision: revision() });
  const params = parseShape(shape, holder, keyPath);
  return { key, revision: params.revision, sent, path };
};

const update = (
  scope: Scope,
  record: StoredRecord,
  change: Update,
  notes: Notes,
): StoredRecord => {
  checkRevision(record, change.revision);
  return updateRecord(scope, record, change.sent, change.path, notes);
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-record/ */
const putRecord = (context: ApiContext) => {
  const scope = openApp(context);
  const change = readUpdate(context.params, "", "record");
  const before = requireFound(findByKey(scope, change.key), change.key);
  const record = collectNotes((notes) => update(scope, before, change, notes));
  return { revision: String(record.revision) };
};

/** The key of a record that is to be inserted becomes a value of it; an id is given anew. */
const withKey = (change: Update): SentRecord =>
  change.key.kind === "id"
    ? change.sent
    : { ...change.sent, [change.key.field]: { value: change.key.value } };

const upsert = (scope: Scope, change: Update, notes: Notes) => {
  const before = findByKey(scope, change.key);
  const record = before
    ? update(scope, before, change, notes)
    : addRecord(scope, withKey(change), change.path, notes);
  return {
    id: String(record.id),
    operation: before ? "UPDATE" : "INSERT",
    revision: String(record.revision),
  };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-records/ */
const putRecords = (context: ApiContext) => {
  const sent = readList(context, parameterMessages.updateLimit);
  const shape = object({ upsert: optional(flag()) });
  const isUpsert = readParams(context, shape).upsert === true;
  const scope = openApp(context);
  const changes = sent.map((holder, i) =>
    readUpdate(holder, `records[${i}]`, `records[${i}]`),
  );
  const records = collectNotes((notes) =>
    changes.map((change) => {
      if (isUpsert) return upsert(scope, change, notes);
      const before = requireFound(findByKey(scope, change.key), change.key);
      const record = update(scope, before, change, notes);
      return { id: String(record.id), revision: String(record.revision) };
    }),
  );
  return { records };
};

/** Missing ids are reported twice, in an order that differs by language (SG:doc/kintone-behavior-notes.md §1). */
const missingIds = () =>
  invalidInput({
    ids: {
      messages: [
        {
          ja: parameterMessages.required.ja,
          en: parameterMessages.deleteLimit.en,
        },
        {
          ja: parameterMessages.deleteLimit.ja,
          en: parameterMessages.required.en,
        },
      ],
    },
  });

const deleteShape = object({
  app: id(),
  ids: optional(list(id())),
  revisions: optional(list(blankOr(integer({ min: -1 })))),
});

/** A blank in a list of revisions means "unchecked". */
function blankOr(shape: Shape<number>): Shape<number> {
  return {
    read: (value, path, notes) =>
      value === "" ? -1 : shape.read(value, path, notes),
    absent: () => -1,
  };
}

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/delete-records/ */
const deleteRecords = (context: ApiContext) => {
  const { ids = [], revisions = [] } = readParams(context, deleteShape);
  if (ids.length === 0) throw missingIds();
  const tooMany: ErrorMap = {
    ...(ids.length > WRITE_LIMIT && {
      ids: { messages: [parameterMessages.deleteLimit] },
    }),
    ...(revisions.length > WRITE_LIMIT && {
      revisions: { messages: [parameterMessages.size(0, WRITE_LIMIT)] },
    }),
  };
  if (Object.keys(tooMany).length > 0) throw invalidInput(tooMany);
  const scope = openApp(context);
  requireAppRight(scope, "recordDeletable");
  ids.forEach((it, i) => {
    const record = findRecord(scope, it);
    checkRevision(record, revisions[i]);
    deleteRecord(scope, record);
  });
  return {};
};

export const writeEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "record", auth: ANY_AUTH, handle: postRecord },
  { method: "PUT", path: "record", auth: ANY_AUTH, handle: putRecord },
  { method: "POST", path: "records", auth: ANY_AUTH, handle: postRecords },
  { method: "PUT", path: "records", auth: ANY_AUTH, handle: putRecords },
  { method: "DELETE", path: "records", auth: ANY_AUTH, handle: deleteRecords },
];
