import { addDays } from "excel-form";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createBoard } from "../../../src/domain/board.ts";
import { toIncluded } from "../../../src/domain/included-nomination.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import { planSending, planUndo } from "../../../src/domain/send-plan.ts";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import {
  aDelivery,
  anEdition,
  aRegistered,
  clockOn,
} from "../../support/domain-records.ts";

const MAILED_ON = "2022-08-01";

/** Registered nominations, contacted and registered in time or late, some with a practice case. */
const firms = fc.array(
  fc.record({
    contactDone: fc.constantFrom(null, "2022-07-20", "2022-07-29"),
    registerDone: fc.constantFrom("2022-07-25", MAILED_ON),
    contest: fc.constantFrom("未定" as const, "参加しない" as const),
    reportDone: fc.constantFrom(null, "2022-07-31"),
  }),
  { minLength: 1, maxLength: 9 },
);

const toNominations = (all: ReadonlyArray<Partial<Nomination>>): Nomination[] =>
  all.map((one, index) => aRegistered({ id: String(index + 1), ...one }));

const includedOf = (all: readonly Nomination[]) =>
  all.map((nomination) => toIncluded(award, { nomination, isLate: false }));

/** The nominations after the moves of a plan. */
const move = (
  all: readonly Nomination[],
  { moves }: ReturnType<typeof planSending>,
  status: string,
): Nomination[] =>
  all.map((one) => {
    const own = moves.find(({ id }) => id === one.id);
    return own === undefined
      ? one
      : { ...one, status, reportDone: own.reportedOn };
  });

const boardOn = (
  today: string,
  nominations: readonly Nomination[],
  deliveryState: "作成済" | "送付済",
) =>
  createBoard({
    programme: award,
    edition: anEdition(),
    nominations,
    societies: [],
    answers: [],
    deliveries: [
      aDelivery({
        deliveryState,
        sentAt: deliveryState === "送付済" ? "2022-08-01T03:00:00Z" : null,
        included: includedOf(nominations),
      }),
    ],
    clock: clockOn(today),
  });

test("what is in a mailed sheet is red on no later day", () => {
  fc.assert(
    fc.property(firms, fc.integer({ min: 0, max: 400 }), (all, days) => {
      const before = toNominations(all);
      const plan = planSending(award, includedOf(before), before, MAILED_ON);
      expect(plan.moves).toHaveLength(before.length);
      const after = move(before, plan, "報告済");
      const board = boardOn(addDays(MAILED_ON, days), after, "送付済");
      expect(board.overdue).toEqual([]);
      expect(board.missedReport).toBeNull();
      expect(board.unsent).toBe(0);
    }),
  );
});

test("without the sending the same nominations are red from the next day on", () => {
  const before = toNominations([{ reportDone: null }, { reportDone: null }]);
  expect(boardOn("2022-08-02", before, "作成済").overdue).toHaveLength(2);
  expect(boardOn("2022-08-02", before, "作成済").missedReport).not.toBeNull();
});

test("undo gives every nomination the state and the day that it had", () => {
  fc.assert(
    fc.property(firms, (all) => {
      const before = toNominations(all);
      const plan = planSending(award, includedOf(before), before, MAILED_ON);
      const after = move(before, plan, "報告済");
      const undo = planUndo(award, plan.included, after, new Set());
      expect(move(after, undo, "登録済")).toEqual(before);
      expect(undo.included).toEqual(includedOf(before));
    }),
  );
});
