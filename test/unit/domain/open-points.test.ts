import { describe, expect, test } from "vitest";
import { NO_CLOSED_DAYS } from "../../../src/domain/business-days.ts";
import {
  keepsClosed,
  listOpenPoints,
} from "../../../src/domain/open-points.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import { anEdition } from "../../support/domain-records.ts";

const around = {
  today: "2026-05-01",
  closedDays: NO_CLOSED_DAYS,
  otherOpen: [] as string[],
};
const points = (
  changes: Parameters<typeof anEdition>[0],
  otherOpen: string[] = [],
) =>
  listOpenPoints(
    cloudPracticeAward,
    anEdition({
      editionState: "準備中",
      fiscalYear: 2026,
      contactDate: "2026-07-27",
      registerDate: "2026-08-01",
      reportDate: "2026-08-01",
      caseDate: "2026-08-14",
      ...changes,
    }),
    { ...around, otherOpen },
  );

describe("a year in which 8/1 is a Saturday", () => {
  test("both dates on it are told as closed, which alone bars nothing", () => {
    const closed = points({}).filter(
      (point) =>
        point.kind === "issue" && point.issue.code === "dateOnClosedDay",
    );
    expect(closed).toHaveLength(2);
    expect(closed.some(keepsClosed)).toBe(false);
  });
  test("each date of last year keeps the edition closed until it is ticked", () => {
    const open = points({ datesToConfirm: "register\nreport" }).filter(
      ({ kind }) => kind === "date",
    );
    expect(open).toEqual([
      { kind: "date", milestone: "register" },
      { kind: "date", milestone: "report" },
    ]);
    expect(open.every(keepsClosed)).toBe(true);
    expect(
      points({ datesToConfirm: "" }).filter(({ kind }) => kind === "date"),
    ).toEqual([]);
  });
});

test("another open edition of the programme keeps it closed", () => {
  const found = points({}, ["クラウド実践大賞 2025"]);
  expect(found.filter(({ kind }) => kind === "otherOpen")).toEqual([
    { kind: "otherOpen", names: ["クラウド実践大賞 2025"] },
  ]);
  expect(found.some(keepsClosed)).toBe(true);
});
