import fc from "fast-check";
import { expect, test } from "vitest";
import { createBoard } from "../../../src/domain/board.ts";
import { editionIssues } from "../../../src/domain/edition-issues.ts";
import { staleNominations } from "../../../src/domain/edition-change.ts";
import { orderEditions } from "../../../src/domain/edition-order.ts";
import { prepareReport } from "../../../src/domain/prepare-report.ts";
import { planSending } from "../../../src/domain/send-plan.ts";
import { scoreChecklist, scoreRulesOf } from "../../../src/domain/scoring.ts";
import { draftForFirms, draftNotice } from "../../../src/words/notice-words.ts";
import type { Milestone, Programme } from "../../../src/programmes/index.ts";
import { clockOn, included } from "../../support/domain-records.ts";
import {
  aCycle,
  stepsOf,
  TODAY,
  type Edition,
  type Nomination,
} from "../../support/generated-cycle.ts";

const read = (record: object, code: string): string | null =>
  (record as Record<string, string | null>)[code] ?? null;

/** The number of a state on the path, counted from 1; 0 before it, -1 off it. */
const placeOf = (programme: Programme, { status }: Nomination): number =>
  status === "差戻し" || status === "取下げ"
    ? -1
    : stepsOf(programme).findIndex(({ step }) => step?.state === status) + 1;

const isRunning = (one: Nomination): boolean =>
  one.nominationKind === "他薦" &&
  !["差戻し", "取下げ"].includes(one.status) &&
  one.consentNominate !== "撤回";

/** The place from which on a nomination is in the sheet. */
const entryPlaceOf = (programme: Programme): number => {
  const steps = stepsOf(programme);
  const own = steps.findIndex(({ part }) => part === "registration");
  const report = steps.findIndex(({ part }) => part === "report");
  if (own !== -1) return own + 1;
  return report === -1 ? steps.length : report;
};

const isOpenFor = (
  programme: Programme,
  one: Nomination,
  milestone: Milestone,
): boolean => {
  if (read(one, `${milestone.id}Done`) !== null) return false;
  if (milestone.optional) return one.contest === "参加する";
  const own = stepsOf(programme).findIndex(({ id }) => id === milestone.id) + 1;
  return milestone.lateness !== "allowed" || placeOf(programme, one) <= own;
};

/** The edition's date, else the copy of the record. */
const dueOf = (edition: Edition, one: Nomination, { id }: Milestone) =>
  read(edition, `${id}Date`) ?? read(one, `${id}Due`);

const countOverdue = (
  programme: Programme,
  edition: Edition,
  nominations: readonly Nomination[],
): number =>
  nominations
    .filter(isRunning)
    .filter((one) =>
      programme.milestones.some(
        (milestone) =>
          (dueOf(edition, one, milestone) ?? TODAY) < TODAY &&
          isOpenFor(programme, one, milestone),
      ),
    ).length;

const boardOf = ({
  programme,
  edition,
  nominations,
}: {
  programme: Programme;
  edition: Edition;
  nominations: readonly Nomination[];
}) =>
  createBoard({
    programme,
    edition,
    nominations,
    societies: [],
    answers: [],
    deliveries: [],
    clock: clockOn(TODAY),
  });

test("the board of any programme counts as one counts by hand", () => {
  fc.assert(
    fc.property(aCycle, (cycle) => {
      const { programme, edition, nominations } = cycle;
      const board = boardOf(cycle);
      expect(board.overdue).toHaveLength(
        countOverdue(programme, edition, nominations),
      );
      expect(board.target.registered).toBe(
        nominations.filter(
          (one) =>
            isRunning(one) &&
            placeOf(programme, one) >= entryPlaceOf(programme),
        ).length,
      );
      expect(board.deadlines.map(({ date }) => date)).toEqual(
        [
          ...new Set(
            programme.milestones.flatMap(
              ({ id }) => read(edition, `${id}Date`) ?? [],
            ),
          ),
        ].toSorted(),
      );
      const states = stepsOf(programme).map(({ id, step }) => [
        id,
        nominations.filter(
          (one) =>
            one.status === step?.state &&
            one.nominationKind === "他薦" &&
            one.consentNominate !== "撤回",
        ).length,
      ]);
      expect(board.steps).toMatchObject(Object.fromEntries(states));
    }),
  );
});

test("the lines of any programme have one milestone each and a next step that is somebody's", () => {
  fc.assert(
    fc.property(aCycle, (cycle) => {
      const { programme, edition } = cycle;
      for (const line of boardOf(cycle).toDo) {
        expect(line.milestones.map(({ id }) => id)).toEqual(
          programme.milestones.map(({ id }) => id),
        );
        const action = line.nextAction;
        const known = programme.milestones.map((one) =>
          dueOf(edition, line.nomination as Nomination, one),
        );
        if (action !== null) expect([...known, null]).toContain(action.by);
        const asked = line.readiness.items.map(({ id }) => id);
        const required = stepsOf(programme).flatMap(
          ({ step }) => step?.requires ?? [],
        );
        const hasRegistration = programme.milestones.some(
          ({ part }) => part === "registration",
        );
        expect(new Set<string>(asked)).toEqual(
          new Set([...required, ...(hasRegistration ? ["registration"] : [])]),
        );
      }
    }),
  );
});

test("the score of any programme is the sum of its halves, and each area's own minimum counts", () => {
  fc.assert(
    fc.property(aCycle, ({ programme, nominations }) => {
      for (const { checklist } of nominations) {
        const halves = (area: string | null): number =>
          checklist.filter(
            ({ answer, itemArea }) =>
              answer === "はい" && (area === null || itemArea === area),
          ).length;
        const { total, verdict } = scoreChecklist(
          checklist,
          scoreRulesOf(programme, programme.threshold),
        );
        expect(total * 2).toBe(halves(null));
        const isAnswered = checklist.some(({ answer }) => answer !== null);
        const isReached =
          halves(null) >= (programme.threshold ?? 0) * 2 &&
          programme.areas.every(
            ({ name, minimum = 0 }) => halves(name.ja) >= minimum * 2,
          );
        const judged = isReached ? "eligible" : "below";
        expect(verdict).toBe(isAnswered ? judged : "notScored");
      }
    }),
  );
});

test("the sheet of any programme lists what has entered it, with the report's own date", () => {
  fc.assert(
    fc.property(aCycle, ({ programme, edition, nominations }) => {
      const { data, selection } = prepareReport({
        programme,
        records: { edition, nominations, deliveries: [] },
        kind: "本提出",
        noneReason: "",
        today: TODAY,
        warnDays: 5,
        closedDays: [],
      });
      const listed = nominations.filter(
        (one) =>
          isRunning(one) && placeOf(programme, one) >= entryPlaceOf(programme),
      );
      expect(data.rows).toHaveLength(listed.length);
      const report = programme.milestones.find(({ part }) => part === "report");
      expect(data.scalars["edition.deadline"]).toBe(
        report === undefined ? null : read(edition, `${report.id}Date`),
      );
      selection.entries.forEach(({ nomination }, row) => {
        const [area] = programme.areas;
        const own = nomination.checklist.filter(
          ({ itemArea }) => itemArea === area?.name.ja,
        );
        expect(data.rows[row]?.["score.area1"]).toBe(
          own.length === 0
            ? null
            : own.filter(({ answer }) => answer === "はい").length / 2,
        );
      });
    }),
  );
});

test("sending the sheet of any programme moves what waits for the report's step", () => {
  fc.assert(
    fc.property(aCycle, ({ programme, nominations }) => {
      const place = stepsOf(programme).findIndex(
        ({ part }) => part === "report",
      );
      const { moves } = planSending(
        programme,
        nominations.map(({ id }) => included(id, "1")),
        nominations,
        TODAY,
      );
      expect(moves.map(({ id }) => id)).toEqual(
        nominations
          .filter((one) => place !== -1 && placeOf(programme, one) === place)
          .map(({ id }) => id),
      );
    }),
  );
});

test("an edition of any programme is checked, ordered, compared and announced without a word of another", () => {
  fc.assert(
    fc.property(aCycle, ({ programme, edition, nominations }) => {
      const missing = editionIssues(programme, edition, TODAY, new Set())
        .filter(({ code }) => code === "dateMissing")
        .map(({ milestone }) => milestone);
      expect(missing).toEqual(
        programme.milestones
          .map(({ id }) => id)
          .filter((id) => read(edition, `${id}Date`) === null),
      );
      expect(orderEditions(programme, [edition], TODAY)).toEqual([edition]);
      const stale = staleNominations(programme, edition, nominations);
      expect(stale.map(({ nomination }) => nomination.id)).toEqual(
        nominations
          .filter((one) =>
            programme.milestones.some(
              ({ id }) => read(edition, `${id}Date`) !== read(one, `${id}Due`),
            ),
          )
          .map(({ id }) => id),
      );
      const texts =
        draftNotice(programme, edition) +
        draftForFirms(programme, edition, "会");
      expect(texts).not.toMatch(/クラウド|他薦登録|実践事例/u);
      expect(texts.includes("SECURITY ACTION")).toBe(
        stepsOf(programme).some(({ step }) =>
          step?.requires.includes("securityAction"),
        ),
      );
    }),
  );
});
