import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
import { describe, expect, test } from "vitest";
import { messages } from "../../../../src/features/deadline-line/messages.ts";
import { toDeadlineEntries } from "../../../../src/features/deadline-line/view-model.ts";
import { aNomination, clockOn } from "../../../support/domain-records.ts";
import { inJapanese } from "../../../support/page-records.ts";

const t = inJapanese(messages);

const entriesOn = (
  today: string,
  changes: Parameters<typeof aNomination>[0] = {},
) => toDeadlineEntries(award, aNomination(changes), clockOn(today), t) ?? [];

const entryOn = (
  id: string,
  today: string,
  changes: Parameters<typeof aNomination>[0] = {},
) => entriesOn(today, changes).find((entry) => entry.id === id);

describe("the deadline line", () => {
  test("a date has its weekday, its state in words and the business days left", () => {
    expect(entryOn("register", "2022-07-25")).toMatchObject({
      label: "他薦登録",
      date: "8/1(月)",
      look: "dueSoon",
      word: "まもなく",
      detail: "あと5営業日",
    });
  });

  test("what was done in time names its day", () => {
    expect(entryOn("contact", "2022-07-25")).toMatchObject({
      look: "done",
      word: "完了",
      detail: "7/20(水) 完了",
    });
  });

  test("a late date says what it still allows", () => {
    expect(entryOn("register", "2022-08-04")).toMatchObject({
      look: "overdue",
      detail: "3日超過",
      notes: ["報告期限後（登録は可能）"],
    });
    expect(
      entryOn("contact", "2022-07-29", { contactDone: null })?.notes,
    ).toEqual(["連絡期限後（他薦登録の期限までは間に合います）"]);
  });

  test("a deadline on a closed day stays and names the last business day before", () => {
    const entry = entryOn("register", "2026-07-20", {
      registerDue: "2026-08-01",
    });
    expect(entry?.date).toBe("8/1(土)");
    expect(entry?.notes).toEqual([
      "期限は土曜日です。直前の営業日は7/31(金)です。",
    ]);
  });

  test("a date of another year shows its year", () => {
    expect(entryOn("register", "2023-01-10")?.date).toBe("2022年8月1日(月)");
  });

  test("an edition without dates gives sentences instead of empty marks", () => {
    const entries = entriesOn("2022-07-20", {
      contactDue: null,
      contactDone: null,
      registerDue: null,
      reportDue: null,
      caseDue: null,
    });
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      expect(entry.date).toBe("日付なし");
      expect(entry.notes).toEqual(["募集回に日付がまだ入っていません"]);
    }
  });

  test("the practice case of an undecided firm is shown as an offer", () => {
    expect(entryOn("case", "2022-07-20", { contest: "未定" })).toMatchObject({
      look: "notApplicable",
      notes: ["コンテストに参加する場合の期限です"],
    });
  });

  test("a withdrawn nomination has no deadline to keep", () => {
    const withdrawn = aNomination({ status: "取下げ" });
    expect(
      toDeadlineEntries(award, withdrawn, clockOn("2022-07-20"), t),
    ).toBeNull();
  });
});
