import fc from "fast-check";
import { expect, test } from "vitest";
import { messages as deadlineMessages } from "../../../src/features/deadline-line/messages.ts";
import { toDeadlineEntries } from "../../../src/features/deadline-line/view-model.ts";
import { messages as stepMessages } from "../../../src/features/next-step/messages.ts";
import { toNextStepView } from "../../../src/features/next-step/view-model.ts";
import { messages as readinessMessages } from "../../../src/features/readiness-line/messages.ts";
import { toReadinessView } from "../../../src/features/readiness-line/view-model.ts";
import { toScoreView } from "../../../src/features/score-panel/view-model.ts";
import { createTranslator } from "../../../src/i18n/translate.ts";
import type { Messages } from "../../../src/i18n/message.ts";
import type { Programme } from "../../../src/programmes/index.ts";
import { wordsOf } from "../../../src/words/programme-words.ts";
import { clockOn } from "../../support/domain-records.ts";
import { aCycle, stepsOf, TODAY } from "../../support/generated-cycle.ts";
import type { Nomination } from "../../support/generated-cycle.ts";

const clock = clockOn(TODAY);

const speakFor = <M extends Messages>(programme: Programme, messages: M) =>
  createTranslator(messages, "ja", wordsOf(programme));

/** Checks each nomination of any programme. */
const forAny = (
  check: (programme: Programme, nomination: Nomination) => void,
): void =>
  fc.assert(
    fc.property(aCycle, ({ programme, nominations }) =>
      nominations.forEach((one) => check(programme, one)),
    ),
  );

const read = (record: object, code: string): string | null =>
  (record as Record<string, string | null>)[code] ?? null;

/** A word of the first award on a panel of another. */
const STRANGE =
  /クラウド|他薦|実践事例|状況回答|県連への連絡|応援団員|\{\w+\}|undefined/u;

test("the line of dates has every milestone once, by its own name, done where it is done", () => {
  forAny((programme, nomination) => {
    const say = speakFor(programme, deadlineMessages);
    const entries = toDeadlineEntries(programme, nomination, clock, say);
    if (nomination.status === "取下げ") {
      expect(entries).toBeNull();
      return;
    }
    expect(entries?.map(({ id, label }) => [id, label])).toEqual(
      programme.milestones.map(({ id, label }) => [id, label.ja]),
    );
    for (const { id, look, ...shown } of entries ?? []) {
      const done = read(nomination, `${id}Done`);
      const milestone = programme.milestones.find((one) => one.id === id);
      // Dates of the award are no business of a firm that enters itself.
      const isOwed =
        milestone?.optional === true || nomination.nominationKind !== "自薦";
      expect(["done", "doneLate"].includes(look)).toBe(done !== null && isOwed);
      if (look === "overdue")
        expect((read(nomination, `${id}Due`) ?? TODAY) < TODAY).toBe(true);
      expect(JSON.stringify(shown)).not.toMatch(STRANGE);
    }
  });
});

test("the line of readiness has what the steps require, and nothing else", () => {
  forAny((programme, nomination) => {
    const say = speakFor(programme, readinessMessages);
    const view = toReadinessView(programme, nomination, clock, say);
    const required = stepsOf(programme).flatMap(
      ({ step }) => step?.requires ?? [],
    );
    const hasRegistration = programme.milestones.some(
      ({ part }) => part === "registration",
    );
    expect(new Set<string>(view.entries.map(({ id }) => id))).toEqual(
      new Set([...required, ...(hasRegistration ? ["registration"] : [])]),
    );
    expect(JSON.stringify(view)).not.toMatch(STRANGE);
  });
});

test("the panel of the score adds up area by area, and what it proposes closes the gap", () => {
  forAny((programme, nomination) => {
    if (programme.threshold === null) return;
    const { score, areas, closing, threshold } = toScoreView(
      programme,
      nomination,
      null,
      (number) => `項目${number}`,
    );
    expect(threshold).toBe(programme.threshold);
    const yes = (rows: ReadonlyArray<{ answer: string | null }>): number =>
      rows.filter(({ answer }) => answer === "はい").length / 2;
    for (const { earned, rows } of areas) expect(earned).toBe(yes(rows));
    expect(score.total).toBe(yes(nomination.checklist));
    expect(areas.flatMap(({ rows }) => rows)).toHaveLength(
      nomination.checklist.length,
    );
    if (closing !== null) {
      expect(new Set(closing.example).size).toBe(closing.size);
      expect(score.total + closing.size / 2).toBeGreaterThanOrEqual(
        programme.threshold,
      );
      expect(score.total + (closing.size - 1) / 2).toBeLessThan(
        programme.threshold,
      );
    }
  });
});

test("the line of the next step has the score with its limit where there is one, and the earliest open date", () => {
  forAny((programme, nomination) => {
    const say = speakFor(programme, stepMessages);
    const { action, score, deadline } = toNextStepView(
      programme,
      nomination,
      clock,
      say,
    );
    expect(action).not.toBe("");
    expect(action).not.toMatch(STRANGE);
    const total =
      nomination.checklist.filter(({ answer }) => answer === "はい").length / 2;
    expect(score?.total ?? null).toBe(
      programme.threshold === null
        ? null
        : `${total} / ${programme.threshold}点`,
    );
    if (deadline !== null)
      expect(programme.milestones.map(({ label }) => label.ja)).toContain(
        deadline.label,
      );
  });
});
