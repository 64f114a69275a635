import { createApps } from "../../src/apps/index.ts";
import { createProcess } from "../../src/apps/nominations/process.ts";
import { draftState } from "../../src/apps/nominations/states.ts";
import { asProgramme, type CheckedProgramme } from "./shape.ts";

type Rule = (programme: CheckedProgramme) => readonly string[];

const HALF_POINTS_PER_POINT = 2;

const repeatedOf = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const each =
  <T>(
    list: (programme: CheckedProgramme) => readonly T[],
    find: (one: T, programme: CheckedProgramme) => string | null,
  ): Rule =>
  (programme) =>
    list(programme).flatMap((one) => find(one, programme) ?? []);

const repeated = (
  what: string,
  list: (programme: CheckedProgramme) => readonly string[],
): Rule =>
  each(
    (programme) => repeatedOf(list(programme)),
    (value) => `${what} “${value}” is there twice.`,
  );

const milestonesOf = ({ milestones }: CheckedProgramme) => milestones;
const stepsOf = ({ milestones }: CheckedProgramme) =>
  milestones.flatMap(({ id, step }) =>
    step === undefined ? [] : [{ milestone: id, ...step }],
  );
const itemsOf = ({ checklist }: CheckedProgramme) => checklist.items ?? [];

const idIsAName: Rule = ({ id }) =>
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id)
    ? []
    : [
        `The programme's id “${id}” has to be lower-case words with hyphens, such as staff-award.`,
      ];

const milestoneIdsMakeCodes = each(milestonesOf, ({ id }) =>
  /^[a-z][a-zA-Z0-9]*$/u.test(id)
    ? null
    : `The milestone id “${id}” becomes part of field codes: begin with a lower-case letter and use letters and digits only.`,
);

/** Codes that the apps have whatever the milestones are called. */
const fixedCodes = (programme: CheckedProgramme): ReadonlySet<string> => {
  const { editions, nominations } = createApps({
    ...asProgramme(programme),
    milestones: [],
  });
  return new Set([
    ...Object.keys(editions.fields),
    ...Object.keys(nominations.fields),
  ]);
};

const codesAreFree: Rule = (programme) => {
  const taken = fixedCodes(programme);
  return programme.milestones.flatMap(({ id }) =>
    ["Date", "Due", "Done"]
      .map((suffix) => `${id}${suffix}`)
      .filter((code) => taken.has(code))
      .map(
        (code) =>
          `The milestone id “${id}” makes the field code ${code}, which the apps use for something else: choose another id.`,
      ),
  );
};

const hasAStep: Rule = (programme) =>
  stepsOf(programme).length > 0
    ? []
    : [
        "No milestone has a step: a nomination could never leave the first state.",
      ];

const optionalHasNoStep = each(milestonesOf, ({ id, optional, step }) =>
  optional && step !== undefined
    ? `The milestone “${id}” is optional and has a step: a firm it does not concern could never pass it.`
    : null,
);

const statesAreReached: Rule = (programme) => {
  const { states, actions } = createProcess(asProgramme(programme));
  const reached = new Set([draftState]);
  // A set that grows while it is walked visits what was added.
  for (const from of reached) {
    for (const action of actions)
      if (action.from === from) reached.add(action.to);
  }
  return states
    .filter(({ name }) => !reached.has(name))
    .map(({ name }) => `No action leads to the state “${name}”.`);
};

const statesGoOn: Rule = (programme) => {
  const { states, actions } = createProcess(asProgramme(programme));
  return states
    .filter(({ name }) => !actions.some(({ from }) => from === name))
    .map(({ name }) => `The state “${name}” leads nowhere.`);
};

const actionsDiffer: Rule = (programme) => {
  const { actions } = createProcess(asProgramme(programme));
  return repeatedOf(actions.map(({ name, from }) => `${name}\n${from}`)).map(
    (key) =>
      `From the state “${key.split("\n")[1]}” two actions are called “${key.split("\n")[0]}”.`,
  );
};

const scoreCanBeJudged: Rule = (programme) => {
  const asks =
    programme.prerequisites.includes("score") ||
    stepsOf(programme).some(({ requires }) => requires.includes("score"));
  if (!asks || (programme.threshold ?? 0) > 0) return [];
  return [
    programme.threshold === null
      ? "The score is required, and there is no threshold to judge it by."
      : "The score is required, and the threshold of 0 lets every nomination pass.",
  ];
};

const scoreIsWholeOrAbsent: Rule = ({ areas, threshold }) => {
  if (threshold === null)
    return areas.length === 0
      ? []
      : ["There are areas, and no threshold: give both or neither."];
  return areas.length > 0
    ? []
    : [
        "There is a threshold, and no area that has points: give both or neither.",
      ];
};

const pointsOf = (programme: CheckedProgramme, area?: string): number =>
  itemsOf(programme)
    .filter((one) => area === undefined || one.area === area)
    .reduce((total, { points }) => total + points, 0);

const minimumsAreReachable: Rule = (programme) =>
  itemsOf(programme).length === 0
    ? []
    : programme.areas
        .filter(({ id, minimum = 0 }) => pointsOf(programme, id) < minimum)
        .map(
          ({ id, minimum }) =>
            `The items of the area “${id}” have ${pointsOf(programme, id)} points, and it needs ${minimum}.`,
        );

const gradesRise: Rule = ({ persons }) => {
  const grades = persons?.grades ?? [];
  return grades.every((grade, at) => at === 0 || grade > (grades[at - 1] ?? 0))
    ? []
    : ["The years of service that are honoured have to rise."];
};

const itemsHaveAreas = each(itemsOf, ({ id, area }, { areas }) =>
  areas.some((one) => one.id === area)
    ? null
    : `The item “${id}” belongs to the area “${area}”, which the programme does not have.`,
);

const pointsAreHalves = each(itemsOf, ({ id, points }) =>
  points > 0 && Number.isInteger(points * HALF_POINTS_PER_POINT)
    ? null
    : `The item “${id}” has ${points} points: more than 0, in steps of 0.5.`,
);

const thresholdIsReachable: Rule = (programme) => {
  const sum = pointsOf(programme);
  const threshold = programme.threshold ?? 0;
  return itemsOf(programme).length > 0 && sum < threshold
    ? [`All items together have ${sum} points, and ${threshold} are needed.`]
    : [];
};

const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
};

const datesAreKnown: Rule = ({ editions, milestones }) => {
  const ids = milestones.map(({ id }) => id);
  return editions.flatMap(({ name, dates }) => [
    ...Object.keys(dates)
      .filter((id) => !ids.includes(id))
      .map((id) => `“${name}” has a date for “${id}”, which is no milestone.`),
    ...ids
      .filter((id) => dates[id] === undefined)
      .map((id) => `“${name}” has no date for the milestone “${id}”.`),
    ...Object.entries(dates)
      .filter(([, day]) => !isDay(day))
      .map(
        ([id, day]) =>
          `“${name}” has “${day}” as the date of “${id}”: write a day as YYYY-MM-DD.`,
      ),
  ]);
};

const RULES: readonly Rule[] = [
  idIsAName,
  milestoneIdsMakeCodes,
  repeated("The milestone id", ({ milestones }) =>
    milestones.map(({ id }) => id),
  ),
  repeated("The milestone label", ({ milestones }) =>
    milestones.map(({ label }) => label.ja),
  ),
  repeated("The part of the cycle", ({ milestones }) =>
    milestones.flatMap(({ part }) => part ?? []),
  ),
  codesAreFree,
  hasAStep,
  optionalHasNoStep,
  repeated("The state", (programme) =>
    createProcess(asProgramme(programme)).states.map(({ name }) => name),
  ),
  actionsDiffer,
  statesAreReached,
  statesGoOn,
  scoreCanBeJudged,
  scoreIsWholeOrAbsent,
  repeated("The area id", ({ areas }) => areas.map(({ id }) => id)),
  repeated("The area name", ({ areas }) => areas.map(({ name }) => name.ja)),
  repeated("The item id", (programme) =>
    itemsOf(programme).map(({ id }) => id),
  ),
  itemsHaveAreas,
  pointsAreHalves,
  thresholdIsReachable,
  minimumsAreReachable,
  gradesRise,
  datesAreKnown,
  repeated("The app name", ({ appNames }) => Object.values(appNames)),
];

/** Sentences about what would not work; empty for a definition that holds. */
export const findProgrammeIssues = (
  programme: CheckedProgramme,
): readonly string[] => RULES.flatMap((rule) => rule(programme));
