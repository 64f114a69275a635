import type { AppSettings } from "../../app-kit/app-settings.ts";
import { appKeys, type AppKey } from "../../apps/index.ts";
import type { Message } from "../../i18n/message.ts";
import { covers } from "./covers.ts";
import { describeStep, settingNames } from "./describe.ts";
import type { DesiredSite } from "./desired.ts";
import { mergeProcess, ownFieldAcl } from "./merge-settings.ts";
import type { SettingKind, Step } from "./step.ts";
import {
  NOT_THERE,
  partName,
  toShownValue,
  type Labels,
} from "./setting-words.ts";

/** One difference between an app and the plan; null where it is there on one side only. */
export type Difference = {
  readonly app: AppKey;
  readonly kind: SettingKind | "fields" | "layout" | "plugin";
  readonly what: Message;
  readonly from: Message | null;
  readonly to: Message | null;
};

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The name by which a person knows a part of a list. */
const nameOf = (part: unknown): string | null => {
  if (typeof part === "string") return part;
  if (!isObject(part)) return null;
  // Actions of one name may begin at several states.
  if (typeof part.from === "string")
    return `${String(part.name)}（${part.from}）`;
  const entity = isObject(part.entity) ? part.entity : part;
  const named =
    part.title ?? entity.code ?? part.field ?? part.name ?? part.filterCond;
  if (named === undefined || named === null)
    return typeof entity.type === "string" ? entity.type : null;
  return String(named);
};

type Leaf = {
  readonly path: readonly string[];
  readonly from: unknown;
  readonly to: unknown;
};

const isUnset = (value: unknown): boolean =>
  value === undefined || value === null || value === "";

const byName = (list: readonly unknown[]): Map<string, unknown> =>
  new Map(list.map((part, index) => [nameOf(part) ?? String(index + 1), part]));

/** A list that is written as a whole loses what is not wanted. */
const listLeaves = (
  desired: readonly unknown[],
  actual: readonly unknown[],
  path: readonly string[],
): Leaf[] => {
  const [wanted, present] = [byName(desired), byName(actual)];
  const leaves = [
    ...[...wanted].flatMap(([name, part]) =>
      leavesOf(part, present.get(name), [...path, name]),
    ),
    ...[...present]
      .filter(([name]) => !wanted.has(name))
      .map(([name, part]): Leaf => ({
        path: [...path, name],
        from: part,
        to: undefined,
      })),
  ];
  // The order alone may differ, which no single part shows.
  return leaves.length === 0
    ? [{ path: [...path, "order"], from: undefined, to: undefined }]
    : leaves;
};

const leavesOf = (
  desired: unknown,
  actual: unknown,
  path: readonly string[],
): Leaf[] => {
  const key = path.at(-1) ?? "";
  // The rule for a single property is in `covers`, by its name.
  if (covers({ [key]: desired }, { [key]: actual })) return [];
  if (Array.isArray(desired) && Array.isArray(actual))
    return listLeaves(desired, actual, path);
  if (isObject(desired) && isObject(actual))
    return Object.entries(desired).flatMap(([name, value]) =>
      leavesOf(value, actual[name], [...path, name]),
    );
  return [{ path, from: actual, to: desired }];
};

const labelsIn = (fields: unknown): Array<readonly [string, string]> =>
  Object.entries(isObject(fields) ? fields : {}).flatMap(([code, field]) =>
    isObject(field)
      ? [[code, String(field.label)] as const, ...labelsIn(field.fields)]
      : [],
  );

const labelsOf = (
  desired: AppSettings,
  actual: AppSettings | undefined,
): Labels =>
  new Map([...labelsIn(actual?.fields), ...labelsIn(desired.fields)]);

/** Parts in which codes of fields stand among other signs. */
const SPEAKS_OF_FIELDS = new Set(["filterCond", "expression", "sort"]);

const withLabels = (text: string, labels: Labels): string =>
  text.replace(/[a-z]\w*/giu, (word) => labels.get(word) ?? word);

/** The place in an order moves with every part that comes or goes before it. */
const isPlace = ({ path }: Leaf): boolean => path.at(-1) === "index";

const withoutPlaces = (leaves: readonly Leaf[]): Leaf[] => {
  const rest = leaves.filter((leaf) => !isPlace(leaf));
  return rest.length > 0 || leaves.length === 0
    ? rest
    : [{ path: ["index"], from: undefined, to: undefined }];
};

const toDifference =
  (
    app: AppKey,
    kind: Difference["kind"],
    name: Message,
    labels: Labels = new Map(),
  ) =>
  ({ path, from, to }: Leaf): Difference => {
    const parts = path.map((part) => partName(part, labels));
    const last = path.at(-1) ?? "";
    const shown = (value: unknown): Message | null =>
      isUnset(value)
        ? null
        : toShownValue(
            SPEAKS_OF_FIELDS.has(last)
              ? withLabels(String(value), labels)
              : value,
            last,
          );
    return {
      app,
      kind,
      what: {
        ja: [name.ja, ...parts.map(({ ja }) => ja)].join("・"),
        en: [name.en, ...parts.map(({ en }) => en)].join(", "),
      },
      from: shown(from),
      to: shown(to),
    };
  };

/** Pairs a setting as it will be written with the present one; the parts that others have added stay. */
const sidesOf = (
  setting: SettingKind,
  desired: AppSettings,
  actual: AppSettings | undefined,
): readonly [wanted: unknown, present: unknown] => {
  if (actual === undefined) return [desired[setting], {}];
  if (setting === "process")
    return [mergeProcess(desired.process, actual.process), actual.process];
  if (setting === "fieldAcl")
    return [desired.fieldAcl, ownFieldAcl(desired, actual.fieldAcl)];
  return [desired[setting], actual[setting]];
};

const settingDifferences = (
  app: AppKey,
  setting: SettingKind,
  desired: AppSettings,
  actual: AppSettings | undefined,
): Difference[] => {
  const [wanted, present] = sidesOf(setting, desired, actual);
  const leaves = withoutPlaces(leavesOf(wanted, present, []));
  return (
    leaves.length === 0
      ? [{ path: [], from: undefined, to: undefined }]
      : leaves
  ).map(
    toDifference(
      app,
      setting,
      settingNames[setting],
      labelsOf(desired, actual),
    ),
  );
};

const FIELD: Message = { ja: "フィールド", en: "field" };

const fieldDifferences = (
  app: AppKey,
  properties: AppSettings["fields"],
  desired: AppSettings,
  actual: AppSettings | undefined,
): Difference[] => {
  const toLine = toDifference(app, "fields", FIELD, labelsOf(desired, actual));
  return Object.entries(properties).flatMap(([code, property]) => {
    const present = actual?.fields[code];
    const name = `「${String(property.label)}」`;
    return present === undefined
      ? [toLine({ path: [name], from: undefined, to: property.label })]
      : withoutPlaces(leavesOf(property, present, [name])).map(toLine);
  });
};

const plainDifference = (
  step: Extract<Step, { app: AppKey }>,
  kind: Difference["kind"],
): Difference => {
  const { ja, en } = describeStep(step, () => "");
  return {
    app: step.app,
    kind,
    what: { ja: ja.replace(/^：/u, ""), en: en.replace(/^: /u, "") },
    from: null,
    to: null,
  };
};

const differencesOf = (
  step: Step,
  desired: DesiredSite,
  actualOf: (key: AppKey) => AppSettings | undefined,
): Difference[] => {
  if (!("app" in step)) return [];
  const { app } = step;
  const actual = actualOf(app);
  switch (step.kind) {
    case "setting":
      return settingDifferences(app, step.setting, desired.apps[app], actual);
    case "add-fields":
    case "update-fields":
      return fieldDifferences(app, step.properties, desired.apps[app], actual);
    case "add-plugin":
      return [plainDifference(step, "plugin")];
    // The note about the plugin is the set-up's own memory.
    case "record-plugin":
    case "add-edition":
      return [];
    default:
      return [plainDifference(step, "layout")];
  }
};

/** The plan from → to, in the order of the apps; publications are left out. */
export const listDifferences = (
  steps: readonly Step[],
  desired: DesiredSite,
  actualOf: (key: AppKey) => AppSettings | undefined,
): Difference[] => {
  const all = steps.flatMap((step) => differencesOf(step, desired, actualOf));
  return appKeys.flatMap((key) => all.filter(({ app }) => app === key));
};

/** One side of a difference in words. */
export const sideText = (
  side: Message | null,
  language: keyof Message,
): string => (side ?? NOT_THERE)[language];

/** A difference as one line. */
export const differenceText = (
  { what, from, to }: Difference,
  language: keyof Message,
): string =>
  from === null && to === null
    ? what[language]
    : `${what[language]}${language === "ja" ? "：" : ": "}${sideText(from, language)} → ${sideText(to, language)}`;
