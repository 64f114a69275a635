/**
 * Declaration of a field. The property name of a declaration is its field code; everything else about the field is here, once.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/add-form-fields/
 */
type Labelled = { readonly label: string };
type Requirable = { readonly required?: boolean };

export type TextField = Labelled &
  Requirable & {
    readonly type: "SINGLE_LINE_TEXT";
    readonly unique?: boolean;
    readonly defaultValue?: string;
    readonly maxLength?: number;
    readonly expression?: undefined;
    readonly lookup?: undefined;
  };

/** A text that kintone calculates and users cannot change. */
export type CalculatedTextField = Labelled & {
  readonly type: "SINGLE_LINE_TEXT";
  readonly expression: string;
};

export type Lookup = {
  /** Key of the app that is looked up. */
  readonly app: string;
  /** Its unique field. */
  readonly key: string;
  /** Own field code → field code over there. */
  readonly copies: Readonly<Record<string, string>>;
  readonly pickerFields: readonly string[];
  /** Narrows the picker only, not REST. */
  readonly filterCond?: string;
  readonly sort?: string;
};

export type LookupField = Labelled &
  Requirable & {
    readonly type: "SINGLE_LINE_TEXT";
    readonly lookup: Lookup;
  };

export type LongTextField = Labelled &
  Requirable & {
    readonly type: "MULTI_LINE_TEXT";
    readonly defaultValue?: string;
  };

export type NumberField = Labelled &
  Requirable & {
    readonly type: "NUMBER";
    readonly defaultValue?: string;
    readonly minValue?: number;
    readonly maxValue?: number;
    readonly digit?: boolean;
    readonly unit?: string;
  };

export type CalculatedField = Labelled & {
  readonly type: "CALC";
  readonly expression: string;
  readonly format: "NUMBER";
  readonly unit?: string;
};

export type DateField = Labelled &
  Requirable & { readonly type: "DATE"; readonly defaultNowValue?: boolean };

export type DateTimeField = Labelled &
  Requirable & {
    readonly type: "DATETIME";
    readonly defaultNowValue?: boolean;
  };

type ChoiceType = "RADIO_BUTTON" | "DROP_DOWN";

export type ChoiceField<
  O extends string = string,
  T extends ChoiceType = ChoiceType,
> = Labelled &
  Requirable & {
    readonly type: T;
    readonly options: readonly O[];
    readonly defaultValue?: NoInfer<O>;
  };

export type EntityType = "USER_SELECT" | "ORGANIZATION_SELECT" | "GROUP_SELECT";

export type EntityField<T extends EntityType = EntityType> = Labelled &
  Requirable & {
    readonly type: T;
    /** A function such as `LOGINUSER()`. */
    readonly defaultFunction?: string;
  };

export type FileField = Labelled & Requirable & { readonly type: "FILE" };

/** Records of another app (or this one) that share a value with this record. */
export type RelatedRecordsField = Labelled & {
  readonly type: "REFERENCE_TABLE";
  readonly related: {
    readonly app: string;
    readonly field: string;
    readonly relatedField: string;
    readonly displayFields: readonly string[];
    readonly filterCond?: string;
    readonly sort?: string;
    readonly size: "1" | "3" | "5" | "10" | "20" | "30" | "40" | "50";
  };
};

export type ColumnField =
  | TextField
  | CalculatedTextField
  | LongTextField
  | NumberField
  | CalculatedField
  | DateField
  | DateTimeField
  | ChoiceField
  | EntityField
  | FileField;

export type Columns = Readonly<Record<string, ColumnField>>;

export type TableField<C extends Columns = Columns> = Labelled & {
  readonly type: "SUBTABLE";
  readonly fields: C;
};

export type Field =
  | ColumnField
  | LookupField
  | RelatedRecordsField
  | TableField;

export type Fields = Readonly<Record<string, Field>>;

/** Marks what a lookup fills: kintone ignores anything else written into it. */
export type Copied = { readonly copied: true };

export const isCopied = (field: Field): boolean => "copied" in field;

export const isLookup = (field: Field): field is LookupField =>
  "lookup" in field && field.lookup !== undefined;

/** kintone fills it; what is written into it is ignored or refused. */
export const isCalculated = (
  field: Field,
): field is CalculatedField | CalculatedTextField =>
  "expression" in field && field.expression !== undefined;

/** True when a record carries a value under this code. */
export const hasValue = (
  field: Field,
): field is Exclude<Field, RelatedRecordsField> =>
  field.type !== "REFERENCE_TABLE";
