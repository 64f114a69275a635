import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import {
  milestonesOf,
  withEditionDates,
} from "../../../src/domain/deadlines.ts";
import type { Milestone } from "../../../src/domain/deadlines.ts";
import type { MilestoneId, Nomination } from "../../../src/domain/model.ts";
import {
  aNomination,
  anEdition,
  clockOn,
} from "../../support/domain-records.ts";

const milestone = (
  id: MilestoneId,
  today: string,
  changes: Partial<Nomination> = {},
): Milestone => {
  const found = milestonesOf(award, aNomination(changes), clockOn(today)).find(
    (one) => one.id === id,
  );
  if (found === undefined) {
    throw new Error(`No milestone ${id}`);
  }
  return found;
};

describe("milestonesOf", () => {
  test("gives the four milestones in the order of the process", () => {
    const ids = milestonesOf(award, aNomination(), clockOn("2022-07-20")).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(["contact", "register", "report", "case"]);
  });

  test("an open one says how many business days are left", () => {
    expect(milestone("register", "2022-07-25")).toMatchObject({
      status: "dueSoon",
      businessDaysLeft: 5,
      daysLate: null,
      lateNote: null,
      closedDay: null,
    });
  });

  test("a done one says on which day, and how late", () => {
    expect(
      milestone("contact", "2022-08-10", { contactDone: "2022-07-29" }),
    ).toMatchObject({ status: "doneLate", daysLate: 2, lateNote: null });
    expect(milestone("contact", "2022-08-10")).toMatchObject({
      status: "done",
      daysLate: null,
      businessDaysLeft: null,
    });
  });
});

describe("what a late date still allows", () => {
  test("contact after 27 July is usable until 1 August", () => {
    const late = { contactDone: null };
    expect(milestone("contact", "2022-07-28", late)).toMatchObject({
      status: "overdue",
      daysLate: 1,
      lateNote: { id: "contact", lateness: "allowed" },
    });
    expect(milestone("contact", "2022-08-01", late).lateNote?.id).toBe(
      "contact",
    );
    expect(milestone("contact", "2022-08-02", late).lateNote).toMatchObject({
      id: "register",
      lateness: "allowedAfterReport",
    });
  });

  test("registration after 1 August is late but open", () => {
    expect(milestone("register", "2022-08-02")).toMatchObject({
      status: "overdue",
      lateNote: { id: "register", lateness: "allowedAfterReport" },
    });
  });

  test("the report is still owed", () => {
    expect(milestone("report", "2022-08-02").lateNote).toMatchObject({
      id: "report",
      lateness: "overdue",
    });
  });

  test("the practice case is closed", () => {
    expect(
      milestone("case", "2022-08-16", { contest: "参加する" }),
    ).toMatchObject({ status: "overdue", lateNote: { lateness: "closed" } });
  });
});

describe("the practice case", () => {
  test("does not concern a firm that stays out of the contest", () => {
    expect(milestone("case", "2022-08-10").status).toBe("notApplicable");
  });

  test("is owed by nobody while the firm is undecided", () => {
    expect(milestone("case", "2022-08-10", { contest: "未定" }).status).toBe(
      "notApplicable",
    );
    expect(
      milestone("case", "2022-08-10", { contest: "参加する" }).status,
    ).toBe("dueSoon");
  });

  test("is done when it was handed in, whatever the contest field says", () => {
    expect(
      milestone("case", "2022-08-16", { caseDone: "2022-08-12" }).status,
    ).toBe("done");
  });
});

describe("what a milestone does not concern", () => {
  test("自薦 is neither contacted, registered nor reported by us", () => {
    const statuses = milestonesOf(
      award,
      aNomination({ nominationKind: "自薦", contactDone: null }),
      clockOn("2022-08-10"),
    ).map(({ status }) => status);
    expect(statuses).toEqual(Array(4).fill("notApplicable"));
  });

  test("a firm registered without contact need not be announced any more", () => {
    const changes = { status: "登録済", contactDone: null };
    expect(milestone("contact", "2022-08-10", changes).status).toBe(
      "notApplicable",
    );
  });

  test("an edition without dates has no deadlines", () => {
    const statuses = milestonesOf(
      award,
      aNomination({
        contactDue: null,
        registerDue: null,
        reportDue: null,
        caseDue: null,
        contactDone: null,
      }),
      clockOn("2022-08-10"),
    ).map(({ status }) => status);
    expect(statuses).toEqual(Array(4).fill("notApplicable"));
  });
});

describe("a deadline on a closed day", () => {
  test("stays where it is and names the last business day before", () => {
    expect(
      milestone("register", "2026-07-27", { registerDue: "2026-08-01" }),
    ).toMatchObject({
      due: "2026-08-01",
      closedDay: {
        because: { kind: "saturday" },
        lastBusinessDay: "2026-07-31",
      },
    });
  });

  test("is of no interest once the step is done or the date has passed", () => {
    const due = { registerDue: "2026-08-01" };
    expect(milestone("register", "2026-08-03", due).closedDay).toBeNull();
    expect(
      milestone("register", "2026-07-27", {
        ...due,
        registerDone: "2026-07-01",
      }).closedDay,
    ).toBeNull();
  });

  test("counts the closed days that the federation has entered", () => {
    const [, , , practiceCase] = milestonesOf(
      award,
      aNomination({ contest: "参加する" }),
      clockOn("2022-08-08", {
        closedDays: new Set(["2022-08-12", "2022-08-15"]),
      }),
    );
    expect(practiceCase).toMatchObject({
      businessDaysLeft: 2,
      closedDay: {
        because: { kind: "closedDay" },
        lastBusinessDay: "2022-08-10",
      },
    });
  });
});

test("the edition's present dates overrule what the lookup copied", () => {
  const moved = withEditionDates(
    award,
    aNomination({ caseDue: "2022-08-15" }),
    anEdition({ registerDate: "2022-08-05", caseDate: null }),
  );
  expect(moved.registerDue).toBe("2022-08-05");
  expect(moved.caseDue).toBe("2022-08-15");
});
