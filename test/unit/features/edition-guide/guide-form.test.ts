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
import { listOpenPoints } from "../../../../src/domain/open-points.ts";

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

test("an award without years of service writes no such day", () => {
  const form = toGuideForm(cloudPracticeAward, null, TODAY);
  expect(
    toEdition(cloudPracticeAward, form, null, "準備中"),
  ).not.toHaveProperty("serviceDay");
});
