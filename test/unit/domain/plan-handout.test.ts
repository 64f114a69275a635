import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { planHandout, remindDayOf } from "../../../src/domain/plan-handout.ts";
import type {
  HandedOut,
  HandoutSociety,
} from "../../../src/domain/plan-handout.ts";

const NO_CLOSED_DAYS = new Set<string>();
const edition = { name: "大賞 2022", contactDate: "2022-07-27" };

const aSociety = (
  code: string,
  values: Partial<HandoutSociety> = {},
): HandoutSociety => ({
  id: code,
  name: `${code}商工会`,
  code,
  sortOrder: null,
  active: "有効",
  organization: [{ code, name: code }],
  ...values,
});

const plan = (
  societies: readonly HandoutSociety[],
  answers: readonly HandedOut[] = [],
  given = edition,
  today = "2022-07-01",
) => planHandout(award, given, societies, answers, NO_CLOSED_DAYS, today);

/** The records after a plan was applied. */
const apply = (
  answers: readonly HandedOut[],
  { add, update }: ReturnType<typeof plan>,
): HandedOut[] => [
  ...answers.map((one) => ({
    ...one,
    ...update.find(({ id }) => id === one.id)?.values,
  })),
  ...add.map(({ society, values }, index) => ({
    id: String(100 + index),
    society: society.name,
    societyCode: society.code,
    answer: "未開封" as const,
    dueReason: "",
    ...values,
  })),
];

describe("remindDayOf", () => {
  test.each([
    ["2022-07-27", "2022-07-20"],
    // 18 July 2022 was a holiday.
    ["2022-07-22", "2022-07-14"],
    // A Sunday is kept by its Friday.
    ["2022-07-31", "2022-07-22"],
  ])("five business days before %s are %s", (due, day) => {
    expect(remindDayOf(due, NO_CLOSED_DAYS)).toBe(day);
  });

  test("an edition without a date reminds of nothing", () => {
    expect(remindDayOf(null, NO_CLOSED_DAYS)).toBeNull();
  });
});

describe("planHandout", () => {
  test("every active society gets one record with its dates", () => {
    const { add, unreachable, present } = plan([
      aSociety("a"),
      aSociety("b"),
      aSociety("c", { active: "統合・廃止" }),
      aSociety("d", { organization: [] }),
    ]);
    expect(add.map(({ society }) => society.code)).toEqual(["a", "b"]);
    expect(add[0]?.values).toMatchObject({
      answerDue: "2022-07-27",
      remindOn: "2022-07-20",
    });
    expect(add[0]?.values.answerKey).not.toBe(add[1]?.values.answerKey);
    expect(unreachable.map(({ code }) => code)).toEqual(["d"]);
    expect(present).toBe(0);
  });

  test("a second press plans nothing", () => {
    const societies = [aSociety("a"), aSociety("b")];
    const again = plan(societies, apply([], plan(societies)));
    expect(again).toMatchObject({ add: [], update: [], present: 2 });
  });

  test("a society added later is the only one planned", () => {
    const given = apply([], plan([aSociety("a")]));
    const { add } = plan([aSociety("a"), aSociety("b")], given);
    expect(add.map(({ society }) => society.code)).toEqual(["b"]);
  });

  test("an answer given before the hand-out is kept and gets the key once", () => {
    const old: HandedOut = {
      id: "1",
      society: "a商工会",
      societyCode: "a",
      answer: "該当なし",
      answerKey: "",
      answerDue: null,
      dueReason: "",
      remindOn: null,
    };
    const first = plan([aSociety("a")], [old, { ...old, id: "2" }]);
    expect(first.add).toEqual([]);
    expect(first.update.map(({ id }) => id)).toEqual(["1"]);
    expect(Object.keys(first.update[0]?.values ?? {})).toEqual(["answerKey"]);
    const second = plan(
      [aSociety("a")],
      apply([old, { ...old, id: "2" }], first),
    );
    expect(second.update).toEqual([]);
  });

  test("a moved date reaches silent societies without a date of their own", () => {
    const societies = [aSociety("a"), aSociety("b"), aSociety("c")];
    const [a, b, c] = apply([], plan(societies));
    if (a === undefined || b === undefined || c === undefined)
      throw new Error("three records");
    const moved = plan(
      societies,
      [
        a,
        { ...b, answer: "候補あり" },
        { ...c, answerDue: "2022-07-29", dueReason: "総会のため" },
      ],
      { ...edition, contactDate: "2022-08-03" },
    );
    expect(moved.update).toEqual([
      {
        id: a.id,
        society: "a商工会",
        values: {
          answerDue: "2022-08-03",
          remindOn: "2022-07-27",
          dayBeforeNotice: "送る",
        },
      },
    ]);
  });
});

test("a society gets one notice, not two, when the hand-out falls on the day of the reminder", () => {
  const onTheDay = plan([aSociety("S1")], [], edition, "2022-07-20");
  expect(onTheDay.add.map(({ values }) => values)).toEqual([
    expect.objectContaining({ answerDue: "2022-07-27", remindOn: null }),
  ]);
  const handedOut = apply([], onTheDay);
  expect(
    plan([aSociety("S1")], handedOut, edition, "2022-07-20").update,
  ).toEqual([]);
  const dayBefore = plan([aSociety("S1")], [], edition, "2022-07-19");
  expect(dayBefore.add[0]?.values.remindOn).toBe("2022-07-20");
  // The day has passed; there is nothing to write into the record.
  expect(
    plan([aSociety("S1")], apply([], dayBefore), edition, "2022-07-21").update,
  ).toEqual([]);
});
