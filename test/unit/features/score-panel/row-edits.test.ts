import { describe, expect, test } from "vitest";
import { withEdits } from "../../../../src/features/score-panel/row-edits.ts";
import { readRows } from "../../../../src/kintone/table-rows.ts";
import { aPageRecord } from "../../../support/page-records.ts";

const answersOf = (record: ReturnType<typeof aPageRecord>) =>
  readRows(record.checklist).map(({ value }) => value.answer?.value);

describe("withEdits", () => {
  test("an answer goes into its row and leaves the record that kintone gave alone", () => {
    const record = aPageRecord(["", "いいえ"]);
    const edited = withEdits(record, new Map([[0, { answer: "はい" }]]));
    expect(answersOf(edited)).toEqual(["はい", "いいえ"]);
    expect(answersOf(record)).toEqual(["", "いいえ"]);
  });

  test("an answer that is taken back becomes blank", () => {
    const record = aPageRecord(["はい"]);
    expect(
      answersOf(withEdits(record, new Map([[0, { answer: null }]]))),
    ).toEqual([""]);
  });

  test("a note is kept to the letter, and the row keeps its id and its types", () => {
    const note = "  <b>\u202e根拠\ud800  ";
    const [row] = readRows(
      withEdits(aPageRecord(["はい"]), new Map([[0, { evidence: note }]]))
        .checklist,
    );
    expect(row?.id).toBe("1");
    expect(row?.value.evidence).toEqual({
      type: "SINGLE_LINE_TEXT",
      value: note,
    });
    expect(row?.value.answer?.value).toBe("はい");
  });

  test("a user who may not see the table loses nothing", () => {
    expect(withEdits({}, new Map([[0, { answer: "はい" }]]))).toEqual({});
  });
});
