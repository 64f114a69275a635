import type { TemplateResult } from "lit";
import type { FieldProperty } from "../../../../model/model.ts";
import type { Place, RecordForm } from "../../record/form.ts";
import type { Cell, FieldRecord, Row, Table } from "../../record/types.ts";
import type { EditorHost } from "../editors/context.ts";
import type { FormState } from "../form-state.ts";
import type { LayoutRow } from "../layout.ts";

/** Inputs of a form view. */
export type FormViewOptions = {
  rows: LayoutRow[];
  properties: Record<string, FieldProperty>;
  state: FormState;
  /** Values where nobody edits: the saved record, or the form's system fields. */
  record: FieldRecord;
  /** Editing operations; null on pages without editing. */
  editing: FormEditing | null;
  /** Lists of related records; they arrive later than the form. */
  related: (property: FieldProperty) => TemplateResult;
  render: () => void;
};

export type FormEditing = {
  form: RecordForm;
  host: (place: Place, cell: Cell) => EditorHost;
  addRow: (table: Table, after: Row | null) => void;
  removeRow: (table: Table, row: Row) => void;
};
