import { expect, test } from "vitest";
import {
  toDraft,
  toEdition,
  toGuideForm,
} from "../../../../src/features/edition-guide/guide-form.ts";
import { NO_CLOSED_DAYS } from "../../../../src/domain/business-days.ts";
import { parseAppRecord } from "../../../../src/apps/records.ts";
import { cloudPracticeAward } from "../../../../src/programmes/index.ts";
import { longServiceAward } from "../../../../src/programmes/long-service-award.ts";
import {
  keepsClosed,
  listOpenPoints,
} from "../../../../src/domain/open-points.ts";
import { openPointText } from "../../../../src/words/open-point-words.ts";

const TODAY = "2026-06-01";

const lastYear = {
  ...parseAppRecord("editions", {}),
  name: "優良従業員表彰 2025",
  fiscalYear: 2025,
  serviceDay: "2025-10-01",
};

const codesOf = (serviceDay: string) => {
  const form = {
    ...toGuideForm(longServiceAward, lastYear, TODAY),
    serviceDay,
  };
  const draft = toDraft(longServiceAward, form, lastYear);
  return JSON.stringify(
    listOpenPoints(longServiceAward, draft, {
      today: TODAY,
      closedDays: NO_CLOSED_DAYS,
      otherOpen: [],
    }),
  );
};

test("the day up to which years of service count is the same day a year later", () => {
  const form = toGuideForm(longServiceAward, lastYear, TODAY);
  expect(form.serviceDay).toBe("2026-10-01");
  expect(toEdition(longServiceAward, form, lastYear, "準備中").serviceDay).toBe(
    "2026-10-01",
  );
});

test("the day is asked for while it is missing, also after an edition that had one", () => {
  expect(codesOf("")).toContain("serviceDayMissing");
  expect(codesOf("2026-10-01")).not.toContain("serviceDayMissing");
});

test("the day that was moved from the last edition is confirmed like a date, and keeps the edition closed until then", () => {
  const form = toGuideForm(longServiceAward, lastYear, TODAY);
  const pointsOf = (toConfirm: string[]) =>
    listOpenPoints(
      longServiceAward,
      toDraft(longServiceAward, { ...form, toConfirm }, lastYear),
      { today: TODAY, closedDays: NO_CLOSED_DAYS, otherOpen: [] },
    ).filter(({ kind }) => kind === "date");
  const points = pointsOf(form.toConfirm);
  expect(
    points.map((point) => openPointText(longServiceAward, point, "ja")),
  ).toEqual([
    "「勤続年数の基準日」は前の募集回から動かした日付です。要項と見比べて確認してください。",
  ]);
  expect(points.every(keepsClosed)).toBe(true);
  expect(pointsOf([])).toEqual([]);
  expect(
    toGuideForm(longServiceAward, { ...lastYear, serviceDay: null }, TODAY)
      .toConfirm,
  ).toEqual([]);
});

test("an award without years of service writes no such day", () => {
  const form = toGuideForm(cloudPracticeAward, null, TODAY);
  expect(
    toEdition(cloudPracticeAward, form, null, "準備中"),
  ).not.toHaveProperty("serviceDay");
});
