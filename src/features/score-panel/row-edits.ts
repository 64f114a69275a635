import type { ChecklistAnswer } from "../../domain/model.ts";
import type { PageRecord } from "../../kintone/page-api.ts";
import { readRows } from "../../kintone/table-rows.ts";
import type { PageRow } from "../../kintone/table-rows.ts";

/** The user's change of one row; null removes the answer. */
export type RowEdit = {
  readonly answer?: ChecklistAnswer | null;
  readonly evidence?: string;
};

/** By position: kintone's own table is hidden, so no row can move. */
export type RowEdits = ReadonlyMap<number, RowEdit>;

const editRow = (row: PageRow, edit: RowEdit | undefined): PageRow => {
  if (edit === undefined) {
    return row;
  }
  const { answer, evidence } = row.value;
  const value = { ...row.value };
  if (edit.answer !== undefined && answer !== undefined) {
    value.answer = { ...answer, value: edit.answer ?? "" };
  }
  if (edit.evidence !== undefined && evidence !== undefined) {
    value.evidence = { ...evidence, value: edit.evidence };
  }
  return { ...row, value };
};

/** The record with the edits in it; rows without an edit stay the same objects. */
export const withEdits = (record: PageRecord, edits: RowEdits): PageRecord => {
  const { checklist } = record;
  if (checklist === undefined || edits.size === 0) {
    return record;
  }
  const rows = readRows(checklist).map((row, index) =>
    editRow(row, edits.get(index)),
  );
  return { ...record, checklist: { ...checklist, value: rows } };
};
