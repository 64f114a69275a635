import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import type { FieldProperty } from "../../../../model/model.ts";
import { c } from "../../boot.ts";
import { rowsOf } from "../../record/check-record.ts";
import { isCalculated } from "../../record/kinds.ts";
import type { Row, Table } from "../../record/types.ts";
import { t } from "../../words.ts";
import { renderEditor } from "../editors/render-editor.ts";
import type { LayoutRow } from "../layout.ts";
import { showValue } from "../show-value.ts";
import type { FormEditing, FormViewOptions } from "./options.ts";
import { editorContext, errorLine, requiredMark } from "./parts.ts";

type TableRow = LayoutRow & { type: "SUBTABLE" };

const columnsOf = (row: TableRow, property: FieldProperty): FieldProperty[] =>
  row.fields.flatMap(({ code }) => property.fields?.[code ?? ""] ?? []);

const head = (columns: FieldProperty[], isEditable: boolean) =>
  html`<thead>
    <tr>
      ${columns.map(
        (column) =>
          html`<th scope="col">
            ${column.noLabel === true ? nothing : column.label}
            ${requiredMark(column)}
          </th>`,
      )}
      ${isEditable ? html`<th scope="col">${t("actions")}</th>` : nothing}
    </tr>
  </thead>`;

const editedCell = (
  editing: FormEditing,
  table: Table,
  row: Row,
  column: FieldProperty,
): TemplateResult => {
  const cell = row.cells[column.code];
  if (!cell) return html`<td></td>`;
  if (!cell.editable || isCalculated(column))
    return html`<td>${showValue(column, cell.value)}</td>`;
  const place = { code: column.code, table, row };
  return html`<td>
    ${renderEditor(editorContext(editing, place, cell))}${errorLine(cell)}
  </td>`;
};

const addButton = (editing: FormEditing, table: Table, after: Row | null) =>
  html`<button
    type="button"
    class=${c("button", "row-button")}
    aria-label=${t("addRow")}
    ?disabled=${table.disabled}
    @click=${() => editing.addRow(table, after)}
  >
    ＋
  </button>`;

const rowButtons = (editing: FormEditing, table: Table, row: Row) =>
  html`<td class=${c("row-buttons")}>
    ${addButton(editing, table, row)}
    ${
      table.rows.length > 1
        ? html`<button
            type="button"
            class=${c("button", "row-button")}
            aria-label=${t("removeRow")}
            ?disabled=${table.disabled}
            @click=${() => editing.removeRow(table, row)}
          >
            −
          </button>`
        : nothing
    }
  </td>`;

const editedTable = (
  editing: FormEditing,
  table: Table,
  columns: FieldProperty[],
): TemplateResult =>
  html`<table class=${c("table")} aria-label=${table.property.label}>
      ${head(columns, table.editable)}
      <tbody>
        ${repeat(
          table.rows,
          (row) => row.key,
          (row) =>
            html`<tr>
              ${columns.map((column) => editedCell(editing, table, row, column))}
              ${table.editable ? rowButtons(editing, table, row) : nothing}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      table.editable && table.rows.length === 0
        ? addButton(editing, table, null)
        : nothing
    }
    ${
      table.error === null
        ? nothing
        : html`<div class=${c("error")} role="alert">
            <span class=${c("pre")}>${table.error}</span>
          </div>`
    }`;

const plainTable = (
  { record }: FormViewOptions,
  property: FieldProperty,
  columns: FieldProperty[],
): TemplateResult => {
  const field = record[property.code];
  return html`<table class=${c("table")} aria-label=${property.label}>
    ${head(columns, false)}
    <tbody>
      ${(field ? rowsOf(field) : []).map(
        (row) =>
          html`<tr>
            ${columns.map(
              (column) =>
                html`<td>
                  ${showValue(column, row.value[column.code]?.value)}
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
};

/** A table of the form, for editing or for reading. */
export const tableView = (
  options: FormViewOptions,
  row: TableRow,
): TemplateResult | typeof nothing => {
  const { state, editing, record } = options;
  const property = options.properties[row.code];
  const table = editing?.form.tables[row.code];
  const isKnown = table !== undefined || row.code in record;
  if (!property || !isKnown) return nothing;
  const columns = columnsOf(row, property);
  const note = ref((node) => state.noteFieldElement(row.code, node));
  return html`<div
    class=${c("field", "field-table")}
    ?hidden=${state.isHidden(row.code)}
  >
    ${
      property.noLabel === true
        ? nothing
        : html`<div class=${c("field-label")}>${property.label}</div>`
    }
    <div class=${c("table-frame")} ${note}>
      ${
        editing && table
          ? editedTable(editing, table, columns)
          : plainTable(options, property, columns)
      }
    </div>
  </div>`;
};
