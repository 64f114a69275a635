import * as v from "valibot";
import type { Field } from "./field.ts";
import { hasValue } from "./field.ts";

/**
 * A blank arrives as `""`, `null`, `undefined` or a missing key, depending on
 * the field type and on whether it comes from REST or from an event. Every
 * schema below makes one blank of them.
 */
const cell = <T>(value: v.GenericSchema<T>) =>
  // Without a default valibot leaves a missing key out.
  v.optional(v.object({ value: v.nullish(value) }), {});

export const textCell = v.pipe(
  cell(v.string()),
  v.transform((given) => given.value ?? ""),
);

const dateCell = v.pipe(
  cell(v.string()),
  v.transform((given) => given.value || null),
);

// A user may be half-way through typing a number; kintone refuses it on saving.
const toNumber = (value: string): number | null => {
  const parsed = value.trim() === "" ? NaN : Number(value);
  return Number.isFinite(parsed) ? parsed : null;
};

const numberCell = v.pipe(
  cell(v.union([v.string(), v.number()])),
  v.transform((given) => toNumber(String(given.value ?? ""))),
);

const choiceCell = (options: readonly string[]) =>
  v.pipe(
    cell(v.string()),
    v.transform((given) => given.value || null),
    v.nullable(v.picklist(options)),
  );

const entitiesCell = v.pipe(
  // A page that sets a user itself gives the code alone.
  cell(v.array(v.object({ code: v.string(), name: v.optional(v.string()) }))),
  v.transform((given) =>
    (given.value ?? []).map(({ code, name }) => ({ code, name: name ?? "" })),
  ),
);

const filesCell = v.pipe(
  cell(
    v.array(
      v.object({
        fileKey: v.string(),
        name: v.string(),
        contentType: v.string(),
        size: v.string(),
      }),
    ),
  ),
  v.transform((given) =>
    (given.value ?? []).map((file) => ({ ...file, size: Number(file.size) })),
  ),
);

const tableCell = (columns: Readonly<Record<string, Field>>) => {
  const row = v.object({
    id: v.optional(v.nullable(v.string())),
    value: v.object(cellSchemas(columns)),
  });
  return v.pipe(
    cell(v.array(row)),
    v.transform((given) =>
      (given.value ?? []).map(({ id, value }) => ({
        id: id ?? null,
        ...value,
      })),
    ),
  );
};

const cellSchema = (field: Field): v.GenericSchema => {
  switch (field.type) {
    case "SUBTABLE":
      return tableCell(field.fields);
    case "NUMBER":
    case "CALC":
      return numberCell;
    case "DATE":
    case "DATETIME":
      return dateCell;
    case "RADIO_BUTTON":
    case "DROP_DOWN":
      return choiceCell(field.options);
    case "FILE":
      return filesCell;
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return entitiesCell;
    default:
      return textCell;
  }
};

export const cellSchemas = (
  fields: Readonly<Record<string, Field>>,
  codes: readonly string[] = Object.keys(fields),
): Record<string, v.GenericSchema> =>
  Object.fromEntries(
    codes.flatMap((code) => {
      const field = fields[code];
      return field !== undefined && hasValue(field)
        ? [[code, cellSchema(field)]]
        : [];
    }),
  );
