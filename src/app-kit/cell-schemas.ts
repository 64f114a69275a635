import * as z from "zod/mini";
import type { Field } from "./field.ts";
import { hasValue } from "./field.ts";

/**
 * A blank arrives as `""`, `null`, `undefined` or a missing key, depending on
 * the field type and on whether it comes from REST or from an event. Every
 * schema below makes one blank of them.
 */
const cell = <T>(value: z.ZodMiniType<T>) =>
  z.optional(z.object({ value: z.nullish(value) }));

export const textCell = z.pipe(
  cell(z.string()),
  z.transform((given) => given?.value ?? ""),
);

const dateCell = z.pipe(
  cell(z.string()),
  z.transform((given) => given?.value || null),
);

// A user may be half-way through typing a number; kintone refuses it on saving.
const toNumber = (value: string): number | null => {
  const parsed = value.trim() === "" ? NaN : Number(value);
  return Number.isFinite(parsed) ? parsed : null;
};

const numberCell = z.pipe(
  cell(z.union([z.string(), z.number()])),
  z.transform((given) => toNumber(String(given?.value ?? ""))),
);

const choiceCell = (options: readonly string[]) =>
  z.pipe(
    z.pipe(
      cell(z.string()),
      z.transform((given) => given?.value || null),
    ),
    z.nullable(z.enum(options)),
  );

const entitiesCell = z.pipe(
  // A page that sets a user itself gives the code alone.
  cell(z.array(z.object({ code: z.string(), name: z.optional(z.string()) }))),
  z.transform((given) =>
    (given?.value ?? []).map(({ code, name }) => ({ code, name: name ?? "" })),
  ),
);

const filesCell = z.pipe(
  cell(
    z.array(
      z.object({
        fileKey: z.string(),
        name: z.string(),
        contentType: z.string(),
        size: z.string(),
      }),
    ),
  ),
  z.transform((given) =>
    (given?.value ?? []).map((file) => ({ ...file, size: Number(file.size) })),
  ),
);

const tableCell = (columns: Readonly<Record<string, Field>>) => {
  const row = z.object({
    id: z.optional(z.nullable(z.string())),
    value: z.object(cellSchemas(columns)),
  });
  return z.pipe(
    cell(z.array(row)),
    z.transform((given) =>
      (given?.value ?? []).map(({ id, value }) => ({
        id: id ?? null,
        ...value,
      })),
    ),
  );
};

const cellSchema = (field: Field): z.ZodMiniType => {
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
): Record<string, z.ZodMiniType> =>
  Object.fromEntries(
    codes.flatMap((code) => {
      const field = fields[code];
      return field !== undefined && hasValue(field)
        ? [[code, cellSchema(field)]]
        : [];
    }),
  );
