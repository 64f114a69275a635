import type { JsonObject } from "../../app-kit/setting-parts.ts";

type Views = Readonly<Record<string, JsonObject>>;

/** The list 「(作業者が自分)」 comes with the process and must be sent back. */
export const isBuiltIn = ({ builtinType }: JsonObject): boolean =>
  builtinType !== undefined;

const byIndex = ([, a]: [string, JsonObject], [, b]: [string, JsonObject]) =>
  Number(a.index) - Number(b.index);

/** Ours first, the others behind in their order: what is left out is deleted. */
export const mergeViews = (
  desired: Views,
  actual: Views,
  isDropped: (name: string) => boolean = () => false,
): Views => {
  const others = Object.entries(actual)
    .filter(([name]) => desired[name] === undefined && !isDropped(name))
    .sort(byIndex);
  const start = Object.keys(desired).length;
  return {
    ...desired,
    ...Object.fromEntries(
      others.map(([name, { id: _id, ...view }], index) => [
        name,
        { ...view, index: String(start + index) },
      ]),
    ),
  };
};

/** Our lists in their order, without those of others between them. */
export const ownViews = (desired: Views, actual: Views): Views =>
  Object.fromEntries(
    Object.entries(actual)
      .filter(([name]) => desired[name] !== undefined)
      .sort(byIndex)
      .map(([name, view], index) => [name, { ...view, index: String(index) }]),
  );

type State = JsonObject;
type Process = {
  readonly enable?: unknown;
  readonly states?: Readonly<Record<string, State>> | null;
  readonly actions?: readonly JsonObject[] | null;
};

const actionName = ({ from, name }: JsonObject): string =>
  `${String(from)}\n${String(name)}`;

/** States and actions that others added stay, behind ours. */
export const mergeProcess = (
  desired: JsonObject,
  actual: JsonObject,
): JsonObject => {
  // Both are what the process API calls a process.
  const own = desired as Process;
  const present = actual as Process;
  const states = own.states ?? {};
  const actions = own.actions ?? [];
  const known = new Set(actions.map(actionName));
  const otherStates = Object.entries(present.states ?? {}).filter(
    ([name]) => states[name] === undefined,
  );
  const start = Object.keys(states).length;
  return {
    enable: true,
    states: {
      ...states,
      ...Object.fromEntries(
        otherStates.map(([name, state], index) => [
          name,
          { ...state, index: String(start + index) },
        ]),
      ),
    },
    actions: [
      ...actions,
      ...(present.enable === true ? (present.actions ?? []) : []).filter(
        (action) => !known.has(actionName(action)),
      ),
    ],
  };
};
