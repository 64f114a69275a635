/** The words in which the apps declare their fields. */
import type {
  CalculatedField,
  CalculatedTextField,
  ChoiceField,
  ColumnField,
  Columns,
  Copied,
  DateField,
  DateTimeField,
  EntityField,
  EntityType,
  FileField,
  LongTextField,
  Lookup,
  LookupField,
  NumberField,
  RelatedRecordsField,
  TableField,
  TextField,
} from "./field.ts";

type Options<F, Given extends keyof F = never> = Omit<
  F,
  "type" | "label" | Given
>;

export const text = (
  label: string,
  options: Options<TextField> = {},
): TextField => ({ type: "SINGLE_LINE_TEXT", label, ...options });

export const calculatedText = (
  label: string,
  expression: string,
): CalculatedTextField => ({ type: "SINGLE_LINE_TEXT", label, expression });

export const lookup = (
  label: string,
  source: Lookup,
  options: { required?: boolean } = {},
): LookupField => ({
  type: "SINGLE_LINE_TEXT",
  label,
  lookup: source,
  ...options,
});

export const longText = (
  label: string,
  options: Options<LongTextField> = {},
): LongTextField => ({ type: "MULTI_LINE_TEXT", label, ...options });

export const number = (
  label: string,
  options: Options<NumberField> = {},
): NumberField => ({ type: "NUMBER", label, ...options });

export const calculated = (
  label: string,
  expression: string,
  options: Options<CalculatedField, "expression" | "format"> = {},
): CalculatedField => ({
  type: "CALC",
  label,
  expression,
  format: "NUMBER",
  ...options,
});

export const date = (
  label: string,
  options: Options<DateField> = {},
): DateField => ({ type: "DATE", label, ...options });

export const dateTime = (
  label: string,
  options: Options<DateTimeField> = {},
): DateTimeField => ({ type: "DATETIME", label, ...options });

/** Always one of the options; the first unless `defaultValue` says otherwise. */
export const radio = <const O extends string>(
  label: string,
  choices: readonly O[],
  options: Options<ChoiceField<O>, "options"> = {},
): ChoiceField<O, "RADIO_BUTTON"> => ({
  type: "RADIO_BUTTON",
  label,
  options: choices,
  ...options,
});

/** One of the options or nothing. */
export const dropDown = <const O extends string>(
  label: string,
  choices: readonly O[],
  options: Options<ChoiceField<O>, "options"> = {},
): ChoiceField<O, "DROP_DOWN"> => ({
  type: "DROP_DOWN",
  label,
  options: choices,
  ...options,
});

const entities =
  <T extends EntityType>(type: T) =>
  (label: string, options: Options<EntityField<T>> = {}): EntityField<T> => ({
    type,
    label,
    ...options,
  });

export const users = entities("USER_SELECT");
export const organizations = entities("ORGANIZATION_SELECT");
export const groups = entities("GROUP_SELECT");

export const files = (
  label: string,
  options: Options<FileField> = {},
): FileField => ({ type: "FILE", label, ...options });

export const table = <const C extends Columns>(
  label: string,
  fields: C,
): TableField<C> => ({ type: "SUBTABLE", label, fields });

export const relatedRecords = (
  label: string,
  related: RelatedRecordsField["related"],
): RelatedRecordsField => ({ type: "REFERENCE_TABLE", label, related });

/** For the fields that a lookup of the same app fills. */
export const copied = <F extends ColumnField>(field: F): F & Copied => ({
  ...field,
  copied: true,
});
