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

/**
 * No state has an assignee. kintone fixes assignees when the status moves, so that
 * somebody who joins the group later could not act, and it notifies each of them;
 * the comment that goes with a step notifies the person in charge. Sources disagree
 * on who is offered the actions of a state without assignee, so each action names
 * its users.
 */
const toState = (name: string): StateDeclaration => ({ name, assignees: [] });

const bothSides = [ownSociety, federation];

const performersOf = ({ performer }: MilestoneStep) =>
  performer === "federation" ? [federation] : bothSides;

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
    return origins.map((from) => ({
      name,
      from,
      to,
      filterCond,
      executableBy: performersOf(step),
    }));
  });

const sendBack = (steps: readonly MilestoneStep[]): ActionDeclaration[] =>
  // A reported nomination cannot be sent back, unless there is no step before it.
  steps.slice(0, Math.max(1, steps.length - 1)).map(({ state: from }) => ({
    name: "差し戻す",
    from,
    to: returnedState,
    executableBy: [federation],
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

const withdraw = (steps: readonly MilestoneStep[]): ActionDeclaration[] =>
  [draftState, ...steps.map(({ state }) => state), returnedState].map(
    (from) => ({
      name: "取り下げる",
      from,
      to: withdrawnState,
      executableBy: bothSides,
    }),
  );

const restart: readonly ActionDeclaration[] = [
  returnedState,
  withdrawnState,
].map((from) => ({
  name: "準備中に戻す",
  from,
  to: draftState,
  executableBy: bothSides,
}));

/** The milestones' steps one after the other, with ways back and ways out. */
export const createProcess = (programme: Programme): ProcessDeclaration => {
  const steps = listSteps(programme);
  return {
    states: [
      draftState,
      ...steps.map(({ state }) => state),
      returnedState,
      withdrawnState,
    ].map(toState),
    actions: [
      ...forward(programme, steps),
      ...sendBack(steps),
      ...stepBack(steps),
      ...withdraw(steps),
      ...restart,
    ],
  };
};
