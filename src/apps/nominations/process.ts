import type {
  ActionDeclaration,
  ProcessDeclaration,
  StateDeclaration,
} from "../../app-kit/app-declaration.ts";
import type { Programme, Requirement } from "../../programmes/index.ts";
import { allOf, isIn } from "../parts/conditions.ts";
import { federation, ownSociety } from "../parts/rights.ts";
import {
  draftState,
  listSteps,
  returnedState,
  withdrawnState,
  type MilestoneStep,
} from "./states.ts";

const requirementConditions: Readonly<Record<Requirement, string>> = {
  consent: allOf(
    isIn("consentNominate", "同意あり"),
    isIn("consentShare", "同意あり"),
  ),
  score: 'verdict = "基準以上"',
  securityAction: isIn("securityActionStars", "一つ星", "二つ星"),
  nameCheck: isIn("nameCheck", "確認済"),
};

const conditionOf = (programme: Programme, { requires }: MilestoneStep) =>
  allOf(
    ...requires
      .flatMap((required) =>
        required === "prerequisites" ? programme.prerequisites : [required],
      )
      .map((required) => requirementConditions[required]),
  );

const isFederationNext = (steps: readonly MilestoneStep[], index: number) =>
  steps[index + 1]?.performer === "federation";

/**
 * A state in which both sides may act has no assignee: everybody who sees the
 * record may act, and kintone does not notify a whole federation of every contact. The
 * comment that goes with it notifies the person in charge.
 */
const stepState = (
  steps: readonly MilestoneStep[],
  { state }: MilestoneStep,
  index: number,
): StateDeclaration => ({
  name: state,
  assignees: isFederationNext(steps, index) ? [federation] : [],
});

const forward = (
  programme: Programme,
  steps: readonly MilestoneStep[],
): ActionDeclaration[] =>
  steps.flatMap((step, index) => {
    const { action: name, state: to } = step;
    const filterCond = conditionOf(programme, step);
    const previous = steps[index - 1]?.state;
    // A nomination that was sent back starts again with the first step.
    const origins =
      previous === undefined ? [draftState, returnedState] : [previous];
    return origins.map((from) => ({ name, from, to, filterCond }));
  });

const sendBack = (steps: readonly MilestoneStep[]): ActionDeclaration[] =>
  // A reported nomination cannot be sent back.
  steps.slice(0, -1).map(({ state: from }, index) => ({
    name: "差し戻す",
    from,
    to: returnedState,
    ...(!isFederationNext(steps, index) && { executableBy: [federation] }),
  }));

/** Undoes the last step when a sheet was marked as sent by mistake. */
export const STEP_BACK = "報告を取り消す";

const stepBack = (steps: readonly MilestoneStep[]): ActionDeclaration[] => {
  const [previous, last] = steps.slice(-2);
  return previous === undefined || last === undefined
    ? []
    : [
        {
          name: STEP_BACK,
          from: last.state,
          to: previous.state,
          executableBy: [federation],
        },
      ];
};

const withdraw = (steps: readonly MilestoneStep[]): ActionDeclaration[] => [
  { name: "取り下げる", from: draftState, to: withdrawnState },
  ...steps.map(({ state: from }, index) => ({
    name: "取り下げる",
    from,
    to: withdrawnState,
    ...(isFederationNext(steps, index) && {
      executableBy: [ownSociety, federation],
    }),
  })),
  { name: "取り下げる", from: returnedState, to: withdrawnState },
];

const restart: readonly ActionDeclaration[] = [
  { name: "準備中に戻す", from: returnedState, to: draftState },
  { name: "準備中に戻す", from: withdrawnState, to: draftState },
];

/** The milestones' steps one after the other, with ways back and ways out. */
export const createProcess = (programme: Programme): ProcessDeclaration => {
  const steps = listSteps(programme);
  return {
    states: [
      { name: draftState, assignees: [] },
      ...steps.map((step, index) => stepState(steps, step, index)),
      { name: returnedState, assignees: [ownSociety, federation] },
      { name: withdrawnState, assignees: [] },
    ],
    actions: [
      ...forward(programme, steps),
      ...sendBack(steps),
      ...stepBack(steps),
      ...withdraw(steps),
      ...restart,
    ],
  };
};
