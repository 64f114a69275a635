import type {
  FieldValue,
  RecordChange,
  StoredRecord,
} from "../../model/model.ts";

/** Older changes are forgotten, so that a record that is written all day stays small. */
const KEPT_CHANGES = 200;

const isSame = (a: FieldValue | undefined, b: FieldValue | undefined) =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** A record with a note of what its last write changed. */
export const noteChange = (
  before: StoredRecord,
  after: StoredRecord,
): StoredRecord => {
  const all = new Set([
    ...Object.keys(before.values),
    ...Object.keys(after.values),
  ]);
  const codes = [...all].filter(
    (code) => !isSame(before.values[code], after.values[code]),
  );
  if (codes.length === 0) return after;
  const change: RecordChange = {
    revision: after.revision,
    changedAt: after.updatedAt,
    changedBy: after.modifier,
    codes,
    before: Object.fromEntries(
      Object.entries(before.values).filter(([code]) => codes.includes(code)),
    ),
  };
  const changes = [...(before.changes ?? []), change].slice(-KEPT_CHANGES);
  return { ...after, changes };
};

export type ChangeStep = {
  change: RecordChange;
  before: StoredRecord;
  after: StoredRecord;
};

const without = (
  values: Record<string, FieldValue>,
  codes: readonly string[],
): Record<string, FieldValue> =>
  Object.fromEntries(
    Object.entries(values).filter(([code]) => !codes.includes(code)),
  );

/** The changes of a record, newest first, each with the record on both sides of it. */
export const changeSteps = (record: StoredRecord): ChangeStep[] => {
  let after = record;
  return (record.changes ?? []).toReversed().map((change) => {
    const values = { ...without(after.values, change.codes), ...change.before };
    const before = { ...after, values };
    const step = { change, before, after };
    after = before;
    return step;
  });
};
