import type { Step, TypedProgramme } from "../../programmes/index.ts";

export const draftState = "準備中";
export const returnedState = "差戻し";
export const withdrawnState = "取下げ";

export type MilestoneStep<State extends string = string> = Omit<
  Step,
  "state"
> & {
  readonly milestone: string;
  readonly state: State;
};

/** The milestones that are reached by a process action, in their order. */
export const listSteps = <State extends string>(
  programme: TypedProgramme<string, State>,
): Array<MilestoneStep<State>> =>
  programme.milestones.flatMap(({ id, step }) =>
    step === undefined ? [] : [{ ...step, milestone: id }],
  );

export const createStates = <State extends string>(
  programme: TypedProgramme<string, State>,
) =>
  [
    draftState,
    ...listSteps(programme).map(({ state }) => state),
    returnedState,
    withdrawnState,
  ] as const;
