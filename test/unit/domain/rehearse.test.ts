import { expect, test } from "vitest";
import { isPassed, rehearse } from "../../../src/domain/rehearse.ts";
import type { Edition } from "../../../src/domain/model.ts";
import { healthyCompanyDeclaration as award } from "../../../src/programmes/healthy-company-declaration.ts";
import { anEdition } from "../../support/domain-records.ts";

const itemsOf = (points: readonly number[]) =>
  award.areas.map(({ id, name }, index) => ({
    id: null,
    itemId: id,
    itemArea: name.ja,
    itemText: name.ja,
    itemPoints: points[index] ?? 0,
  })) as unknown as Edition["checklist"]; // areas of another award

/** Stations at which a firm of this award gets stuck, with what they name. */
const stuck = (points: readonly number[]) =>
  rehearse(award, {
    edition: anEdition({ checklist: itemsOf(points), threshold: 60 }),
    today: "2026-06-01",
    withoutPlugin: [],
    changedRights: [],
    changedNotices: [],
    notices: [],
    directory: { users: new Set(), members: new Map() },
    societies: [],
    formProblem: null,
  })
    .filter((result) => !isPassed(result) && result.step !== "dates")
    .map(({ step, issues }) => [
      step,
      issues.map(({ code, item }) => [code, item]),
    ]);

test("an award with a minimum per area: points for each of them pass", () => {
  expect(stuck([40, 10, 10])).toEqual([]);
});

test("an area that cannot reach its minimum is named, though the sum is enough", () => {
  expect(stuck([50, 9.5, 10])).toEqual([
    ["score", [["areaOutOfReach", "生活習慣の改善"]]],
  ]);
});
