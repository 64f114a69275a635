import { describe, expect, test } from "vitest";
import { findProgrammeIssues } from "../../../../scripts/programme/rules.ts";
import {
  parseProgramme,
  type CheckedProgramme,
} from "../../../../scripts/programme/shape.ts";
import {
  cloudPracticeAward,
  cloudPracticeChecklist,
} from "../../../../src/programmes/index.ts";
import { tinyProgramme } from "../../../support/tiny-programme.ts";

const checked = (value: unknown): CheckedProgramme => {
  const parsed = parseProgramme(value);
  if ("issues" in parsed) throw new Error(parsed.issues.join("\n"));
  return parsed.programme;
};

const tiny = checked(tinyProgramme);
const [intake, send] = tiny.milestones;
const firstStep = intake?.step;
if (intake === undefined || firstStep === undefined || send === undefined)
  throw new Error("The small programme has two milestones with a step.");

const withMilestones = (
  ...milestones: CheckedProgramme["milestones"]
): CheckedProgramme => ({ ...tiny, milestones });

describe("findProgrammeIssues", () => {
  test.each([
    ["the award of the notice", cloudPracticeAward],
    [
      "its sample checklist",
      { ...cloudPracticeAward, checklist: cloudPracticeChecklist },
    ],
    ["a small one", tinyProgramme],
  ])("finds nothing in %s", (_, programme) => {
    expect(findProgrammeIssues(checked(programme))).toEqual([]);
  });

  test("finds nothing in a programme of one milestone", () => {
    expect(findProgrammeIssues(withMilestones(intake))).toEqual([]);
  });

  test.each<[string, CheckedProgramme, string]>([
    [
      "an id with capitals",
      { ...tiny, id: "Contest" },
      "The programme's id “Contest” has to be lower-case words with hyphens, such as staff-award.",
    ],
    [
      "a milestone id that is no field code",
      withMilestones({ ...intake, id: "受付" }, send),
      "The milestone id “受付” becomes part of field codes: begin with a lower-case letter and use letters and digits only.",
    ],
    [
      "a milestone id that takes the code of another field",
      withMilestones({ ...intake, id: "consent" }, send),
      "The milestone id “consent” makes the field code consentDate, which the apps use for something else: choose another id.",
    ],
    [
      "one state for two steps",
      withMilestones(intake, {
        ...send,
        step: { ...firstStep, action: "送る" },
      }),
      "The state “受付済” is there twice.",
    ],
    [
      "a state of the way back",
      withMilestones(intake, {
        ...send,
        step: { ...firstStep, state: "差戻し" },
      }),
      "The state “差戻し” is there twice.",
    ],
    [
      "milestones without a step",
      withMilestones({ ...intake, step: undefined }),
      "No milestone has a step: a nomination could never leave the first state.",
    ],
    [
      "a state that nothing leads to",
      withMilestones({ ...intake, step: undefined }),
      "No action leads to the state “差戻し”.",
    ],
    [
      "an optional milestone with a step",
      withMilestones({ ...intake, optional: true }, send),
      "The milestone “intake” is optional and has a step: a firm it does not concern could never pass it.",
    ],
    [
      "a step called as a way out",
      withMilestones(intake, {
        ...send,
        step: { ...firstStep, state: "送付済", action: "取り下げる" },
      }),
      "From the state “受付済” two actions are called “取り下げる”.",
    ],
    [
      "a threshold that lets everybody pass",
      { ...tiny, threshold: 0 },
      "The score is required, and the threshold of 0 lets every nomination pass.",
    ],
    [
      "a score without a threshold",
      { ...tiny, threshold: null, areas: [], checklist: { status: "公式" } },
      "The score is required, and there is no threshold to judge it by.",
    ],
    [
      "areas without a threshold",
      { ...tiny, threshold: null },
      "There are areas, and no threshold: give both or neither.",
    ],
    [
      "a threshold without areas",
      { ...tiny, areas: [], checklist: { status: "公式" } },
      "There is a threshold, and no area that has points: give both or neither.",
    ],
    [
      "an area that needs more points than it has",
      {
        ...tiny,
        areas: tiny.areas.map((area) =>
          area.id === "look" ? { ...area, minimum: 1 } : area,
        ),
      },
      "The items of the area “look” have 0 points, and it needs 1.",
    ],
    [
      "years of service out of order",
      { ...tiny, persons: { grades: [20, 10] } },
      "The years of service that are honoured have to rise.",
    ],
    [
      "one part for two milestones",
      withMilestones(
        { ...intake, part: "report" },
        { ...send, part: "report" },
      ),
      "The part of the cycle “report” is there twice.",
    ],
    [
      "too few points",
      { ...tiny, threshold: 4 },
      "All items together have 3 points, and 4 are needed.",
    ],
    [
      "points in thirds",
      {
        ...tiny,
        checklist: {
          status: "公式",
          items: [{ id: "T1", area: "taste", text: "味", points: 3.3 }],
        },
      },
      "The item “T1” has 3.3 points: more than 0, in steps of 0.5.",
    ],
    [
      "an item of no area",
      {
        ...tiny,
        checklist: {
          status: "公式",
          items: [{ id: "T1", area: "smell", text: "香り", points: 3 }],
        },
      },
      "The item “T1” belongs to the area “smell”, which the programme does not have.",
    ],
    [
      "a day that the calendar does not have",
      {
        ...tiny,
        editions: [
          {
            name: "回",
            fiscalYear: 2026,
            dates: { intake: "2026-02-30", send: "2026-03-01" },
          },
        ],
      },
      "“回” has “2026-02-30” as the date of “intake”: write a day as YYYY-MM-DD.",
    ],
    [
      "an edition without a date",
      {
        ...tiny,
        editions: [
          { name: "回", fiscalYear: 2026, dates: { send: "2026-03-01" } },
        ],
      },
      "“回” has no date for the milestone “intake”.",
    ],
    [
      "two apps of one name",
      { ...tiny, appNames: { ...tiny.appNames, answers: "出品" } },
      "The app name “出品” is there twice.",
    ],
  ])("names %s", (_, programme, sentence) => {
    expect(findProgrammeIssues(programme)).toContain(sentence);
  });
});

describe("parseProgramme", () => {
  test.each([
    ["threshold", Infinity],
    ["target", 2 ** 53],
  ])("a number that no field holds is refused: %s %d", (key, value) => {
    expect(parseProgramme({ ...tinyProgramme, [key]: value })).toEqual({
      issues: [expect.stringContaining(`${key}: `)],
    });
  });

  test("names the place of an unknown requirement", () => {
    const parsed = parseProgramme({
      ...tinyProgramme,
      prerequisites: ["invoice"],
    });
    expect(parsed).toEqual({
      issues: [expect.stringMatching(/^prerequisites\.0: /u)],
    });
  });

  test("says of something else that it is no programme", () => {
    expect(parseProgramme(12)).toEqual({
      issues: [expect.stringMatching(/^programme: /u)],
    });
  });
});
