import type { WritableRecordOf } from "../../src/app-kit/record-type.ts";
import type { answers, editions, societies } from "../../src/apps/index.ts";
import type { IsoDate } from "excel-form";
import {
  UNANSWERED_SOCIETY,
  SOCIETY_WITHOUT_CANDIDATE,
  toCurrentAnswers,
  toPastAnswers,
} from "./answers.ts";
import {
  createDemoEditions,
  toEditionRecords,
  type DemoEdition,
  type DemoEditions,
} from "./editions.ts";
import {
  currentPlans,
  pastPlans,
  type NominationPlan,
} from "./nomination-plan.ts";
import { toNomination, type DemoNomination } from "./nomination-record.ts";
import { createScaledPlans } from "./scaled-plans.ts";
import { demoSocieties, toSocietyRecord } from "./societies.ts";

/** Everything the demo consists of, ready to be written. */
export type DemoData = {
  readonly names: DemoEditions;
  readonly editions: ReadonlyArray<WritableRecordOf<typeof editions>>;
  readonly societies: ReadonlyArray<WritableRecordOf<typeof societies>>;
  /** Those of the past edition first. */
  readonly nominations: readonly DemoNomination[];
  readonly answers: ReadonlyArray<WritableRecordOf<typeof answers>>;
};

const societyOf = (code: string) => {
  const society = demoSocieties.find((known) => known.code === code);
  if (society === undefined) throw new Error(`The demo has no society ${code}`);
  return society;
};

const activeCodes = demoSocieties
  .filter(
    ({ code, active }) =>
      active === "有効" &&
      code !== UNANSWERED_SOCIETY &&
      code !== SOCIETY_WITHOUT_CANDIDATE,
  )
  .map(({ code }) => code);

/**
 * The demo around a day; the same day gives the same demo.
 *
 * @param scale - this many made-up nominations instead of the hand-made ones
 */
export const createDemoData = (today: IsoDate, scale?: number): DemoData => {
  const names = createDemoEditions(today);
  const build = (edition: DemoEdition, plans: readonly NominationPlan[]) =>
    plans.map((plan, index) =>
      toNomination(plan, edition, societyOf(plan.society), index, today),
    );
  const past = scale === undefined ? pastPlans : [];
  const current =
    scale === undefined ? currentPlans : createScaledPlans(scale, activeCodes);
  return {
    names,
    editions: toEditionRecords(names),
    societies: demoSocieties.map(toSocietyRecord),
    nominations: [...build(names.past, past), ...build(names.current, current)],
    answers: [
      ...toPastAnswers(names.past, demoSocieties, past),
      ...toCurrentAnswers(names.current, demoSocieties, today),
    ],
  };
};
