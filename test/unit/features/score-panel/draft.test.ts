import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openVisit } from "../../../../src/feature-kit/visit.ts";
import { createDraft } from "../../../../src/features/score-panel/draft.ts";
import type { PageRecord } from "../../../../src/kintone/page-api.ts";
import { readRows } from "../../../../src/kintone/table-rows.ts";
import { aPageRecord } from "../../../support/page-records.ts";

const start = () => {
  let form: PageRecord = aPageRecord(["", ""]);
  const changeRecord = vi.fn((record: PageRecord) => {
    form = record;
  });
  const page = { currentRecord: () => structuredClone(form), changeRecord };
  const visit = openVisit("edit", page, aPageRecord(["", ""]));
  return { visit, draft: createDraft(visit), changeRecord, form: () => form };
};

const answersOf = (record: PageRecord) =>
  readRows(record.checklist).map(({ value }) => value.answer?.value);

describe("createDraft", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("a tick is in the visit at once and in the form a moment later", () => {
    const { visit, draft, form, changeRecord } = start();
    draft.edit(0, { answer: "はい" });
    expect(visit.read("nominations").checklist[0]?.answer).toBe("はい");
    expect(changeRecord).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(answersOf(form())).toEqual(["はい", ""]);
  });

  test("quick ticks and key strokes are one change of the form", () => {
    const { draft, changeRecord } = start();
    draft.edit(0, { answer: "はい" });
    draft.edit(1, { answer: "いいえ" });
    draft.edit(1, { evidence: "電話で" });
    vi.runAllTimers();
    expect(changeRecord).toHaveBeenCalledTimes(1);
  });

  test("a change of another field meanwhile does not undo a tick", () => {
    const { visit, draft } = start();
    draft.edit(0, { answer: "はい" });
    visit.replace(aPageRecord(["", ""]));
    expect(visit.read("nominations").checklist[0]?.answer).toBe("はい");
  });

  test("a save before the form knows still takes the ticks along", () => {
    const { draft } = start();
    draft.edit(0, { answer: "はい", evidence: "予約サイト" });
    const saved = aPageRecord(["", ""]);
    draft.mergeInto(saved);
    expect(answersOf(saved)).toEqual(["はい", ""]);
    expect(readRows(saved.checklist)[0]?.value.evidence?.value).toBe(
      "予約サイト",
    );
  });

  test("a save that kintone refuses loses no tick", () => {
    const { visit, draft, form } = start();
    draft.edit(0, { answer: "はい" });
    draft.mergeInto(aPageRecord(["", ""]));
    visit.replace(aPageRecord(["", ""]));
    draft.flush();
    expect(answersOf(form())).toEqual(["はい", ""]);
  });

  test("leaving the panel writes without waiting", () => {
    const { draft, form } = start();
    draft.edit(1, { answer: "対象外" });
    draft.flush();
    expect(answersOf(form())).toEqual(["", "対象外"]);
  });
});
