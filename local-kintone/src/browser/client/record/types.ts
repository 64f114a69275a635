import type { FieldProperty } from "../../../model/model.ts";

export type Entity = { code: string; name: string };
export type FileInfo = {
  fileKey: string;
  name: string;
  contentType: string;
  size: string;
};
/** A blank text, number, date or choice is "". */
export type CellValue = string | string[] | Entity[] | FileInfo[];

/** One field on the form, or one field of one table row. */
export type Cell = {
  readonly property: FieldProperty;
  value: CellValue;
  /** Switched off by a customisation. */
  disabled: boolean;
  error: string | null;
  /** The user has the right to edit it. */
  readonly editable: boolean;
  /** A lookup copies into it. */
  readonly isCopyTarget: boolean;
  /** For lookups: what the key says has been fetched (or is empty). */
  confirmed: boolean;
  /** For lookups: the record it came from. */
  sourceId: string | null;
};
export type Cells = Record<string, Cell>;
export type Row = { readonly key: number; id: string | null; cells: Cells };
export type Table = {
  readonly property: FieldProperty;
  readonly editable: boolean;
  disabled: boolean;
  error: string | null;
  rows: Row[];
};

/** A field as REST and events carry it. */
export type Field = { type: string; value?: unknown; [extra: string]: unknown };
export type FieldRecord = Record<string, Field>;
export type RowValue = { id?: string | null; value: FieldRecord };

export type FieldRights = Record<
  string,
  { viewable: boolean; editable: boolean }
>;

export type LookupSetting = {
  relatedApp: { app: string; code?: string };
  relatedKeyField: string;
  fieldMappings: Array<{ field: string; relatedField: string }>;
  lookupPickerFields: string[];
  filterCond: string;
  sort: string;
};
