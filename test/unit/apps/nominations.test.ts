import { describe, expect, test } from "vitest";
import { declareApps } from "../../../src/apps/declarations.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import { tinyProgramme } from "../../support/tiny-programme.ts";

const award = declareApps(cloudPracticeAward).nominations;
const tiny = declareApps(tinyProgramme).nominations;

const actionsFrom = (app: typeof award, from: string) =>
  (app.process?.actions ?? [])
    .filter((action) => action.from === from)
    .map(({ name, to }) => `${name} → ${to}`);

describe("the process of a nomination", () => {
  test.each([
    ["準備中", ["県連へ連絡する → 県連へ連絡済", "取り下げる → 取下げ"]],
    [
      "県連へ連絡済",
      ["登録済みにする → 登録済", "差し戻す → 差戻し", "取り下げる → 取下げ"],
    ],
    [
      "登録済",
      ["報告済みにする → 報告済", "差し戻す → 差戻し", "取り下げる → 取下げ"],
    ],
    ["報告済", ["報告を取り消す → 登録済", "取り下げる → 取下げ"]],
    [
      "差戻し",
      [
        "県連へ連絡する → 県連へ連絡済",
        "取り下げる → 取下げ",
        "準備中に戻す → 準備中",
      ],
    ],
    ["取下げ", ["準備中に戻す → 準備中"]],
  ])("from %s it goes on by %j", (from, expected) => {
    expect(actionsFrom(award, from)).toEqual(expected);
  });

  test("registering asks for consent, SECURITY ACTION, score and name", () => {
    const action = award.process?.actions.find(
      ({ name }) => name === "登録済みにする",
    );
    expect(action?.filterCond).toBe(
      [
        'consentNominate in ("同意あり")',
        'consentShare in ("同意あり")',
        'securityActionStars in ("一つ星", "二つ星")',
        'verdict = "基準以上"',
        'nameCheck in ("確認済")',
      ].join(" and "),
    );
  });

  test("another programme asks for what it names itself", () => {
    expect(actionsFrom(tiny, "準備中")).toEqual([
      "受け付ける → 受付済",
      "取り下げる → 取下げ",
    ]);
    expect(tiny.process?.actions[0]?.filterCond).toBe(
      'consentNominate in ("同意あり") and consentShare in ("同意あり") and verdict = "基準以上"',
    );
  });

  test("no step hangs on who was in a group when the status moved", () => {
    expect(award.process?.states.flatMap(({ assignees }) => assignees)).toEqual(
      [],
    );
  });

  test("every action names who may take it, as sources disagree on states without assignee", () => {
    const performersOf = (name: string) => [
      ...new Set(
        award.process?.actions
          .filter((action) => action.name === name)
          .map(({ executableBy = [] }) =>
            executableBy.map(({ code }) => code).join(),
          ),
      ),
    ];
    expect(
      [
        "県連へ連絡する",
        "登録済みにする",
        "報告済みにする",
        "差し戻す",
        "報告を取り消す",
        "取り下げる",
        "準備中に戻す",
      ].map((name) => [name, ...performersOf(name)]),
    ).toEqual([
      ["県連へ連絡する", "organization,federation"],
      ["登録済みにする", "organization,federation"],
      ["報告済みにする", "federation"],
      ["差し戻す", "federation"],
      ["報告を取り消す", "federation"],
      ["取り下げる", "organization,federation"],
      ["準備中に戻す", "organization,federation"],
    ]);
  });

  test("the contact itself tells nobody but whom its comment mentions", () => {
    expect(award.generalNotifications).toEqual([]);
    expect(
      award.recordNotifications.map(({ filterCond }) => filterCond),
    ).not.toContainEqual(expect.stringContaining("県連へ連絡済"));
  });
});

describe("the lists of nominations", () => {
  const conditionOf = (app: typeof award, name: string) =>
    app.views.find((view) => view.name === name)?.filterCond;

  test("they come in the order in which they are wanted", () => {
    expect(award.views.map(({ name }) => name)).toEqual([
      "推薦ボード",
      "自会の案件",
      "未達",
      "期限超過（県連への連絡）",
      "期限超過（他薦登録）",
      "期限超過（状況回答シート提出）",
      "期限超過（実践事例の提出）",
      "今週締切（県連への連絡）",
      "今週締切（他薦登録）",
      "今週締切（状況回答シート提出）",
      "今週締切（実践事例の提出）",
      "実践事例 未添付",
      "結果：自己宣言のみ",
      "結果：地方大会",
      "結果：全国大会",
      "結果：受賞",
      "結果：選外",
      "モデル事例",
      "ロゴマーク 未交付",
      "公表可",
      "公表の確認が必要",
      "カレンダー",
      "すべての案件",
    ]);
  });

  const counted =
    'ステータス not in ("差戻し", "取下げ") and nominationKind not in ("自薦") and consentNominate not in ("撤回") and consentShare not in ("撤回") and recordKind not in ("過去の記録")';

  test.each([
    [
      "県連への連絡",
      'contactDue < TODAY() and contactDone = "" and ステータス not in ("登録済", "報告済")',
    ],
    ["他薦登録", 'registerDue < TODAY() and registerDone = ""'],
    ["状況回答シート提出", 'reportDue < TODAY() and reportDone = ""'],
    [
      "実践事例の提出",
      'caseDue < TODAY() and caseDone = "" and contest in ("参加する")',
    ],
  ])("期限超過（%s） asks for what is open and past", (label, expected) => {
    expect(conditionOf(award, `期限超過（${label}）`)).toBe(
      `${counted} and ${expected}`,
    );
  });

  test("今週締切 asks for the rest of this week, also of another programme", () => {
    const [, second] = tiny.views.filter(({ name }) =>
      name.startsWith("今週締切"),
    );
    expect(second?.filterCond).toBe(
      `${counted} and sendDue = THIS_WEEK() and sendDue >= TODAY() and sendDone = ""`,
    );
  });

  test("未達 and the calendar follow the last milestone of a nomination itself", () => {
    expect(conditionOf(award, "未達")).toContain('registerDone = ""');
    expect(conditionOf(tiny, "未達")).toContain('intakeDone = ""');
    expect(award.views).toContainEqual(
      expect.objectContaining({ type: "CALENDAR", date: "registerDue" }),
    );
  });
});

describe("a record of the past", () => {
  const past = 'recordKind in ("過去の記録")';

  test("is in no list of things to do, and in those of results and of everything", () => {
    const without = award.views
      .filter(
        ({ filterCond = "" }) => !filterCond.includes("recordKind not in"),
      )
      .map(({ name }) => name);
    expect(without).toEqual([
      "推薦ボード",
      "実践事例 未添付",
      "結果：自己宣言のみ",
      "結果：地方大会",
      "結果：全国大会",
      "結果：受賞",
      "結果：選外",
      "モデル事例",
      "公表可",
      "公表の確認が必要",
      "すべての案件",
    ]);
  });

  test("is read by its society and written by the federation", () => {
    expect(award.recordRightsWhen?.[0]?.filterCond).toBe(past);
    expect(award.recordRightsWhen?.[0]?.rights).toMatchObject([
      { may: ["viewable"] },
      { may: ["viewable", "editable", "deletable"] },
      { may: [] },
    ]);
    expect(
      award.fieldRights?.find(({ code }) => code === "recordKind")?.entities,
    ).toMatchObject([{ accessibility: "WRITE" }, { accessibility: "READ" }]);
  });
});

describe("the reminders of nominations", () => {
  test("the society five days and one day before and on the morning after, unless it is done; the federation reads its digest", () => {
    expect(
      award.reminders.map(({ code, daysLater, time, targets }) =>
        [code, daysLater, time, ...targets.map(({ code: who }) => who)].join(
          " ",
        ),
      ),
    ).toEqual([
      "contactDue -5 09:00 organization",
      "contactDue -1 09:00 organization",
      "contactDue 1 09:00 organization",
      "registerDue -5 09:00 organization",
      "registerDue -1 09:00 organization",
      "registerDue 1 09:00 organization",
      "caseDue -5 09:00 organization",
      "caseDue -1 09:00 organization",
      "caseDue 1 09:00 organization",
    ]);
    expect(award.reminders[0]?.filterCond).toBe(
      'ステータス not in ("取下げ") and recordKind not in ("過去の記録") and contactDone = "" and ステータス not in ("登録済", "報告済")',
    );
  });

  test("the federation gets one digest a day around the date of its sheet", () => {
    const { reminders } = declareApps(cloudPracticeAward).editions;
    expect(new Set(reminders.map(({ code }) => code))).toEqual(
      new Set(["reportDate"]),
    );
    expect(reminders.map(({ daysLater }) => daysLater)).toEqual(
      Array.from({ length: 29 }, (_none, index) => index - 14),
    );
    expect(reminders[7]?.title).toContain("期限まであと7日です");
  });
});
