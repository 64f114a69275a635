import fc from "fast-check";
import { expect, test } from "vitest";
import { declareApps } from "../../../src/apps/declarations.ts";
import type { Programme } from "../../../src/programmes/index.ts";
import { aProgramme } from "../../support/generated-programme.ts";

/** Reports by any subset of the steps: dates of the edition and of a nomination, mixed. */
const anyScope = fc
  .tuple(aProgramme, fc.infiniteStream(fc.boolean()))
  .map(([programme, coins]): Programme => ({
    ...programme,
    milestones: programme.milestones.map((one) => ({
      ...one,
      scope: one.optional || coins.next().value ? "nomination" : "edition",
    })),
  }));

const idsOf = ({ milestones }: Programme, scope: "nomination" | "edition") =>
  milestones.filter((one) => one.scope === scope).map(({ id }) => id);

test("every date of any programme is reminded of once, in the app that it belongs to", () => {
  fc.assert(
    fc.property(anyScope, (programme) => {
      const { editions, nominations } = declareApps(programme);
      const codesIn = (list: ReadonlyArray<{ code: string }>): string[] => [
        ...new Set(list.map(({ code }) => code)),
      ];
      expect(codesIn(nominations.reminders)).toEqual(
        idsOf(programme, "nomination").map((id) => `${id}Due`),
      );
      expect(codesIn(editions.reminders)).toEqual(
        idsOf(programme, "edition").map((id) => `${id}Date`),
      );
      for (const { id, label, remindDaysBefore } of programme.milestones) {
        const own = [...nominations.reminders, ...editions.reminders].filter(
          ({ code }) => [`${id}Due`, `${id}Date`].includes(code),
        );
        expect(own.map(({ daysLater }) => daysLater)).toContain(
          -remindDaysBefore,
        );
        for (const { title } of own) expect(title).toContain(`「${label.ja}」`);
      }
    }),
  );
});

test("every milestone of any programme has its two lists, and every list shows fields that are there", () => {
  fc.assert(
    fc.property(anyScope, (programme) => {
      const { nominations } = declareApps(programme);
      const names = nominations.views.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      const fields = new Set(Object.keys(nominations.model.fields));
      for (const { id, label } of programme.milestones) {
        for (const kind of ["期限超過", "今週締切"]) {
          const view = nominations.views.find(
            ({ name }) => name === `${kind}（${label.ja}）`,
          );
          expect(view?.filterCond).toContain(`${id}Due`);
          expect(view?.sort).toMatch(new RegExp(`^${id}Due asc`, "u"));
        }
      }
      for (const view of nominations.views)
        if (view.type === "LIST")
          expect(
            view.fields.filter(
              (code) => !fields.has(code) && code !== "ステータス",
            ),
          ).toEqual([]);
    }),
  );
});
