import type {
  FieldProperties,
  FieldProperty,
} from "../../app-kit/field-properties.ts";
import { covers } from "./covers.ts";

/** In the order in which they can be added: each may refer to the one before. */
const fieldStages = ["plain", "lookup", "related"] as const;
export type FieldStage = (typeof fieldStages)[number];

export const stageOf = (property: FieldProperty): FieldStage => {
  if (property.type === "REFERENCE_TABLE") return "related";
  return property.lookup === undefined ? "plain" : "lookup";
};

/** Every app has them; they are neither made nor deleted. */
const SYSTEM_TYPES = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
]);

export type FieldChanges = {
  readonly add: Readonly<Record<FieldStage, FieldProperties>>;
  readonly update: FieldProperties;
  readonly conflicts: ReadonlyArray<{
    readonly code: string;
    readonly actualType: string;
    readonly desiredType: string;
  }>;
  readonly undeclared: readonly string[];
};

const pick = (
  properties: FieldProperties,
  isWanted: (code: string, property: FieldProperty) => boolean,
): FieldProperties =>
  Object.fromEntries(
    Object.entries(properties).filter(([code, property]) =>
      isWanted(code, property),
    ),
  );

type Options = Readonly<Record<string, { label: string; index: string }>>;

/** kintone replaces the set, and deletes the values of an option left out. */
const withOptionsOf = (desired: Options, actual: Options): Options => {
  const added = Object.keys(actual).filter(
    (label) => !Object.hasOwn(desired, label),
  );
  return {
    ...desired,
    ...Object.fromEntries(
      added.map((label, index) => [
        label,
        { label, index: String(Object.keys(desired).length + index) },
      ]),
    ),
  };
};

/** The wanted property, with what others have added to it kept. */
const mergeProperty = (
  desired: FieldProperty,
  actual: FieldProperty,
): FieldProperty => ({
  ...desired,
  ...(desired.options !== undefined && {
    // Both sides hold what the form API calls options.
    options: withOptionsOf(
      desired.options as Options,
      (actual.options ?? {}) as Options,
    ),
  }),
  ...(desired.fields !== undefined && {
    fields: mergeColumns(
      // Both sides are tables.
      desired.fields as FieldProperties,
      (actual.fields ?? {}) as FieldProperties,
    ),
  }),
});

const mergeColumns = (
  desired: FieldProperties,
  actual: FieldProperties,
): FieldProperties => ({
  ...actual,
  ...Object.fromEntries(
    Object.entries(desired).map(([code, property]) => {
      const present = actual[code];
      return [
        code,
        present === undefined ? property : mergeProperty(property, present),
      ];
    }),
  ),
});

/** A group exists on the form, not in the record; a lookup keeps its base type. */
export const planFields = (
  desired: FieldProperties,
  actual: FieldProperties,
): FieldChanges => {
  const missing = pick(desired, (code) => actual[code] === undefined);
  const addAt = (stage: FieldStage) =>
    pick(missing, (_, property) => stageOf(property) === stage);
  const conflicts = Object.entries(desired).flatMap(([code, { type }]) => {
    const present = actual[code];
    return present === undefined || present.type === type
      ? []
      : [{ code, actualType: present.type, desiredType: type }];
  });
  const update = Object.entries(desired).flatMap(([code, property]) => {
    const present = actual[code];
    const isChanged =
      present !== undefined &&
      present.type === property.type &&
      !covers(property, present);
    return isChanged ? [[code, mergeProperty(property, present)]] : [];
  });
  return {
    add: {
      plain: addAt("plain"),
      lookup: addAt("lookup"),
      related: addAt("related"),
    },
    update: Object.fromEntries(update),
    conflicts,
    undeclared: Object.values(actual)
      .filter(
        ({ code, type }) =>
          desired[code] === undefined && !SYSTEM_TYPES.has(type),
      )
      .map(({ code }) => code),
  };
};
