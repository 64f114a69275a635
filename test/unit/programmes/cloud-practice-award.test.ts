import { describe, expect, test } from "vitest";
import {
  cloudPracticeAward,
  cloudPracticeChecklist,
} from "../../../src/programmes/index.ts";

describe("クラウド実践大賞", () => {
  test("its four dates of 2022 are those of the notice", () => {
    expect(cloudPracticeAward.editions).toEqual([
      {
        name: "クラウド実践大賞 2022",
        fiscalYear: 2022,
        dates: {
          contact: "2022-07-27",
          register: "2022-08-01",
          report: "2022-08-01",
          case: "2022-08-15",
        },
      },
    ]);
  });

  test("12 of 20 points in five areas are enough", () => {
    const { areas, threshold } = cloudPracticeAward;
    const checklist = cloudPracticeChecklist;
    const total = checklist.items.reduce((sum, { points }) => sum + points, 0);
    expect([areas.length, checklist.items.length, total, threshold]).toEqual([
      5, 20, 20, 12,
    ]);
    for (const { id } of areas)
      expect(checklist.items.filter(({ area }) => area === id)).toHaveLength(4);
  });

  test("its checklist does not pass for the official one", () => {
    expect(cloudPracticeChecklist.status).toBe("サンプル");
    expect(cloudPracticeAward.checklist.status).toBe("サンプル");
  });

  test("the practice case is for those who enter the contest", () => {
    expect(
      cloudPracticeAward.milestones
        .filter(({ optional }) => optional)
        .map(({ id }) => id),
    ).toEqual(["case"]);
  });
});
