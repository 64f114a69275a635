import fc from "fast-check";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { describe, expect, test } from "vitest";
import { endOfWeek } from "../../../src/domain/board-lines.ts";
import { createBoard } from "../../../src/domain/board.ts";
import type { BoardInput } from "../../../src/domain/board.ts";
import { addDays } from "excel-form";
import { toIncluded } from "../../../src/domain/included-nomination.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import {
  aDelivery,
  aNomination,
  aRegistered,
  aSociety,
  anAnswer,
  anEdition,
  clockOn,
} from "../../support/domain-records.ts";

const board = (today: string, input: Partial<BoardInput> = {}) =>
  createBoard({
    programme: award,
    edition: anEdition(),
    nominations: [],
    societies: [],
    answers: [],
    deliveries: [],
    clock: clockOn(today),
    ...input,
  });

const idsOf = (lines: ReadonlyArray<{ nomination: { id: string } }>) =>
  lines.map(({ nomination }) => nomination.id);

describe("an empty edition", () => {
  test("has numbers, not gaps", () => {
    const empty = board("2022-07-20");
    expect(empty).toMatchObject({
      societyTotals: { candidate: 0, noCandidate: 0, noAnswer: 0 },
      steps: { preparing: 0, register: 0 },
      selfNominated: 0,
      toDo: [],
      overdue: [],
      matrix: [],
      twins: [],
      sheet: { state: "notMade" },
      target: { state: "open" },
    });
    expect(empty.nextDeadline?.date).toBe("2022-08-01");
  });

  test("without dates has no deadline, and does not fail", () => {
    const edition = anEdition({
      contactDate: null,
      registerDate: null,
      reportDate: null,
      caseDate: null,
    });
    const undated = board("2022-07-20", {
      edition,
      nominations: [
        aNomination({
          contactDue: null,
          registerDue: null,
          reportDue: null,
          caseDue: null,
        }),
      ],
    });
    expect(undated.nextDeadline).toBeNull();
    expect(undated.overdue).toEqual([]);
  });
});

describe("the lists", () => {
  test("overdue comes worst first, and says what is missing and who acts", () => {
    const nominations = [
      aNomination({ id: "1", securityActionStars: "未宣言" }),
      aNomination({ id: "2", status: "準備中", contactDone: null }),
      aRegistered({ id: "3" }),
    ];
    const { overdue } = board("2022-08-03", { nominations });
    expect(idsOf(overdue)).toEqual(["2", "1", "3"]);
    expect(overdue[1]).toMatchObject({
      pressing: { id: "register", daysLate: 2 },
      nextAction: { reason: "starUndeclared", actor: "business" },
    });
    expect(overdue[1]?.readiness.firstGap?.id).toBe("securityAction");
    expect(overdue[2]?.pressing?.id).toBe("report");
  });

  test("this week ends on Saturday, as in kintone", () => {
    expect(endOfWeek("2022-07-24")).toBe("2022-07-30");
    expect(endOfWeek("2022-07-30")).toBe("2022-07-30");
    const waiting = aNomination({ contactDone: null, status: "準備中" });
    const onSunday = board("2022-07-24", { nominations: [waiting] });
    expect(idsOf(onSunday.dueThisWeek)).toEqual(["1"]);
    const registerOnly = board("2022-07-30", { nominations: [aNomination()] });
    expect(registerOnly.dueThisWeek).toEqual([]);
    const nextWeek = board("2022-07-31", { nominations: [aNomination()] });
    expect(idsOf(nextWeek.dueThisWeek)).toEqual(["1"]);
  });

  test("what is neither due soon nor overdue is not to be done now", () => {
    expect(board("2022-07-15", { nominations: [aNomination()] }).toDo).toEqual(
      [],
    );
    expect(
      idsOf(board("2022-07-25", { nominations: [aNomination()] }).toDo),
    ).toEqual(["1"]);
  });

  test("what was sent back is in no number and still in sight", () => {
    const sentBack = aNomination({ status: "差戻し" });
    const one = board("2022-08-10", { nominations: [sentBack] });
    expect(one.overdue).toEqual([]);
    expect(one.target.expected).toBe(0);
    expect(one.steps.returned).toBe(1);
    expect(idsOf(one.returned)).toEqual(["1"]);
  });

  test("a registration after the date is offered for a supplementary sheet", () => {
    const late = aRegistered({ registerDone: "2022-08-02" });
    expect(
      idsOf(board("2022-08-03", { nominations: [late] }).registeredLate),
    ).toEqual(["1"]);
  });
});

describe("registered nominations that no mailed report lists", () => {
  const [first, second, draft] = [
    aRegistered({ id: "1" }),
    aRegistered({ id: "2" }),
    aNomination({ id: "3" }),
  ];
  const nominations = [first, second, draft];
  const included = [toIncluded(award, { nomination: first, isLate: false })];
  const unsent = (...deliveries: BoardInput["deliveries"]) =>
    board("2022-07-29", { nominations, deliveries }).unsent;

  test("are counted, whether a report was made or not", () => {
    expect(unsent()).toBe(2);
    expect(unsent(aDelivery({ included }))).toBe(2);
    expect(unsent(aDelivery({ included, deliveryState: "送付済" }))).toBe(1);
  });
});

describe("the edition's dates", () => {
  test("count as they are now; records with older copies are named", () => {
    const nominations = [aNomination({ registerDue: "2022-07-01" })];
    const moved = board("2022-07-20", { nominations });
    expect(moved.overdue).toEqual([]);
    expect(moved.outdated.map(({ id }) => id)).toEqual(["1"]);
    expect(
      board("2022-07-20", { nominations: [aNomination()] }).outdated,
    ).toEqual([]);
  });
});

describe("twins", () => {
  test("are found across societies, without those out of the running", () => {
    const { twins } = board("2022-07-20", {
      nominations: [
        aNomination({ id: "1", society: "青浜商工会" }),
        aNomination({
          id: "2",
          society: "緑岳商工会",
          registeredName: "㈱青浜商店",
        }),
        aNomination({ id: "3", status: "取下げ" }),
      ],
    });
    expect(twins.map((group) => group.map(({ id }) => id))).toEqual([
      ["1", "2"],
    ]);
  });
});

const STATUSES = [
  "準備中",
  "県連へ連絡済",
  "登録済",
  "報告済",
  "差戻し",
  "取下げ",
];
const aDay = fc
  .integer({ min: -15, max: 40 })
  .map((days) => addDays("2022-07-15", days));
const someNominations = fc.array(
  fc.record({
    status: fc.constantFrom(...STATUSES),
    society: fc.constantFrom("甲商工会", "乙商工会", "丙商工会"),
    nominationKind: fc.constantFrom("他薦" as const, "自薦" as const),
    consentShare: fc.constantFrom("同意あり" as const, "撤回" as const),
    contest: fc.constantFrom("未定" as const, "参加する" as const),
    contactDone: fc.option(aDay),
    registerDone: fc.option(aDay),
    reportDone: fc.option(aDay),
    caseDone: fc.option(aDay),
  }),
  { maxLength: 12 },
);

/** The definitions of `Board` once more, as somebody with REST alone would count. */
const countByHand = (nominations: readonly Nomination[], today: string) => {
  const running = nominations.filter(
    (one) =>
      one.nominationKind === "他薦" &&
      one.consentShare !== "撤回" &&
      !["差戻し", "取下げ"].includes(one.status),
  );
  const isRegistered = ({ status }: Nomination) =>
    ["登録済", "報告済"].includes(status);
  const openDates = (one: Nomination): string[] => [
    ...(one.contactDone === null && !isRegistered(one) ? ["2022-07-27"] : []),
    ...(one.registerDone === null ? ["2022-08-01"] : []),
    ...(one.reportDone === null ? ["2022-08-01"] : []),
    ...(one.caseDone === null && one.contest === "参加する"
      ? ["2022-08-15"]
      : []),
  ];
  const saturday = endOfWeek(today);
  return {
    overdue: running.filter((one) => openDates(one).some((due) => due < today))
      .length,
    dueThisWeek: running.filter((one) =>
      openDates(one).some((due) => due >= today && due <= saturday),
    ).length,
    registered: running.filter(isRegistered).length,
    inTime: running.filter(
      (one) =>
        isRegistered(one) && (one.registerDone ?? "9999") <= "2022-08-01",
    ).length,
    expected: running.length,
    candidates: new Set(running.map(({ society }) => society)).size,
  };
};

test("every number is the one that a count by hand gives", () => {
  const societies = ["甲商工会", "乙商工会", "丙商工会"].map((name) =>
    aSociety(name),
  );
  fc.assert(
    fc.property(someNominations, aDay, (changes, today) => {
      const nominations = changes.map((change, index) =>
        aNomination({ ...change, societyCode: "", id: String(index + 1) }),
      );
      const made = board(today, { nominations, societies });
      expect({
        overdue: made.overdue.length,
        dueThisWeek: made.dueThisWeek.length,
        registered: made.target.registered,
        inTime: made.target.registeredInTime,
        expected: made.target.expected,
        candidates: made.societyTotals.candidate,
      }).toEqual(countByHand(nominations, today));
      const { steps } = made;
      expect(
        ["preparing", "contact", "register", "report"].reduce(
          (sum, step) => sum + (steps[step] ?? NaN),
          0,
        ),
      ).toBe(made.target.expected);
      expect(
        Object.values(steps).reduce((sum, amount) => sum + amount, 0),
      ).toBe(nominations.length - made.selfNominated);
    }),
  );
});

test("societies are candidates, 該当なし or silent, and add up", () => {
  const { societyTotals, societies } = board("2022-07-20", {
    societies: [
      aSociety("甲商工会"),
      aSociety("乙商工会"),
      aSociety("丙商工会"),
      aSociety("丁商工会", { active: "統合・廃止" }),
    ],
    answers: [anAnswer("乙商工会", "該当なし")],
    nominations: [aNomination({ society: "甲商工会", societyCode: "" })],
  });
  expect(societyTotals).toEqual({ candidate: 1, noCandidate: 1, noAnswer: 1 });
  expect(societies).toHaveLength(3);
});
