import type { AppSettings } from "../../app-kit/app-settings.ts";
import type { JsonObject } from "../../app-kit/setting-parts.ts";

type Views = Readonly<Record<string, JsonObject>>;

/** The list 「(作業者が自分)」 comes with the process and must be sent back. */
export const isBuiltIn = ({ builtinType }: JsonObject): boolean =>
  builtinType !== undefined;

const byIndex = ([, a]: [string, JsonObject], [, b]: [string, JsonObject]) =>
  Number(a.index) - Number(b.index);

/** Ours first, the others after them in their order: a view left out is deleted. */
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

const inOrder = (states: Process["states"]): Array<[string, State]> =>
  Object.entries(states ?? {}).sort(byIndex);

const firstNameOf = (states: Process["states"]): string | undefined =>
  inOrder(states)[0]?.[0];

/**
 * The settings that give the present first status our first status's name and
 * change nothing else; null where it has the name, or our name is another's.
 * The actions follow the status only if kintone renames in them, which is not
 * documented: they are left out here and written anew afterwards.
 */
export const renameFirstState = (
  desired: JsonObject,
  actual: JsonObject,
): JsonObject | null => {
  const wanted = firstNameOf((desired as Process).states);
  const { states } = actual as Process;
  const present = firstNameOf(states);
  if (wanted === undefined || present === undefined) return null;
  if (present === wanted || states?.[wanted] !== undefined) return null;
  return {
    enable: true,
    states: Object.fromEntries(
      inOrder(states).map(([name, state]) => [
        name,
        name === present ? { ...state, name: wanted } : state,
      ]),
    ),
    actions: [],
  };
};

/** kintone's own names of the first status, by language of the site. */
export const DEFAULT_FIRST_STATES = [
  "未処理",
  "Not started",
  "未处理",
  "尚未處理",
] as const;

/** Our process with its first status as a renaming of the given one; as it is for null. */
export const withFirstStateOf = (
  desired: JsonObject,
  present: string | null,
): JsonObject => {
  const [first, ...others] = inOrder((desired as Process).states);
  if (present === null || first === undefined) return desired;
  const [name, state] = first;
  return {
    ...desired,
    states: {
      [present]: { ...state, name },
      ...Object.fromEntries(others),
    },
  };
};

/** A process that was just switched on has statuses that nobody asked for. */
export const firstStateOnly = (process: JsonObject): JsonObject => ({
  ...process,
  states: Object.fromEntries(inOrder((process as Process).states).slice(0, 1)),
  actions: [],
});

/** kintone's own names of the later statuses, as far as they are known. */
const DEFAULT_LATER_STATES: ReadonlySet<string> = new Set([
  "処理中",
  "完了",
  "In progress",
  "Completed",
]);

/** Tells whether nobody has named a status after the first. */
export const hasDefaultStates = (process: JsonObject): boolean =>
  inOrder((process as Process).states)
    .slice(1)
    .every(([name]) => DEFAULT_LATER_STATES.has(name));

/** Tells whether a process lacks each of our statuses but the first. */
export const hasNoneOf = (desired: JsonObject, actual: JsonObject): boolean => {
  const { states } = actual as Process;
  const [, ...others] = inOrder((desired as Process).states);
  return others.every(([name]) => states?.[name] === undefined);
};

const actionName = ({ from, name }: JsonObject): string =>
  `${String(from)}\n${String(name)}`;

/** States and actions that others added stay, after ours. */
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

type FieldRights = Pick<AppSettings, "fields" | "fieldAcl">;

/** Tells our fields, those in tables too, from those that others added. */
const isDeclared = (
  { fields, fieldAcl }: FieldRights,
  code: unknown,
): boolean =>
  Object.values(fields).some(
    (field) =>
      field.code === code || Object.hasOwn(Object(field.fields), String(code)),
  ) || fieldAcl.some((right) => right.code === code);

/** The rights of our own fields. */
export const ownFieldAcl = (
  desired: FieldRights,
  actual: AppSettings["fieldAcl"],
): AppSettings["fieldAcl"] =>
  actual.filter(({ code }) => isDeclared(desired, code));

/** Our rights, then those of fields that others, or a later version, added: a right left out opens the field. */
export const mergeFieldAcl = (
  desired: FieldRights,
  actual: AppSettings["fieldAcl"],
): AppSettings["fieldAcl"] => [
  ...desired.fieldAcl,
  ...actual.filter(({ code }) => !isDeclared(desired, code)),
];
