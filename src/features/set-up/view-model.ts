import type { AppSettings } from "../../app-kit/app-settings.ts";
import { appKeys, type AppKey } from "../../apps/index.ts";
import { describeStep } from "../../provision/plan/describe.ts";
import type { Step } from "../../provision/plan/step.ts";
import { namesIn, type SetUp } from "../../provision/set-up/plan-set-up.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { messages } from "./messages.ts";

type T = Translator<typeof messages>;

/** One app of the plan, in words. */
export type PlannedApp = {
  readonly key: AppKey;
  readonly name: string;
  readonly what: string;
  readonly seenBy: string;
};

type Rule = {
  entity: { type: string; code: string };
  viewable: boolean;
  editable: boolean;
};

// The settings are in kintone's shape, written by our own declarations.
const rulesOf = ({ entities }: AppSettings["recordAcl"][number]) =>
  entities as readonly Rule[];

const isViewableByEveryone = ({ appAcl, recordAcl }: AppSettings): boolean =>
  appAcl.some(
    ({ entity, recordViewable }) =>
      Object(entity).code === "everyone" && recordViewable === true,
  ) &&
  recordAcl.every((right) =>
    rulesOf(right).some(
      ({ entity, viewable }) => entity.code === "everyone" && viewable,
    ),
  );

const societyRules = ({ recordAcl }: AppSettings): Rule[] =>
  recordAcl
    .flatMap(rulesOf)
    .filter(({ entity }) => entity.type === "FIELD_ENTITY");

const seenBy = (t: T, settings: AppSettings): string => {
  if (isViewableByEveryone(settings)) return t("seenByAll");
  const rules = societyRules(settings);
  if (rules.length === 0) return t("seenByFederation");
  // A society writes a nomination until it is registered.
  const mayWrite = rules.some(({ editable }) => editable);
  return t(mayWrite ? "seenBySocietyToWrite" : "seenBySocietyToRead");
};

const countSteps = (steps: readonly Step[], key: AppKey): number =>
  steps.filter((step) => "app" in step && step.app === key).length;

const whatHappens = (t: T, { actual, plan }: SetUp, key: AppKey): string => {
  const present = actual.apps[key];
  if (present === undefined) return t("isMade");
  if (present.isAdopted === true) return t("becomes");
  const count = countSteps(plan.steps, key);
  return count === 0 ? t("isThere") : t("isChanged", { count });
};

export const toPlannedApps = (t: T, setUp: SetUp): PlannedApp[] => {
  const names = namesIn(setUp.desired);
  return appKeys.map((key) => ({
    key,
    name: names[key],
    what: whatHappens(t, setUp, key),
    seenBy: seenBy(t, setUp.desired.apps[key]),
  }));
};

/** Every step as a line. */
export const toLines = (t: T, { desired, plan }: SetUp): string[] => {
  const names = namesIn(desired);
  return plan.steps.map(
    (step) => describeStep(step, (key) => names[key])[t.language],
  );
};
