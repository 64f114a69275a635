import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import type { FieldProperty } from "../../site/model.ts";
import { boot, c, uid } from "../boot.ts";
import { rowsOf } from "../record/check-record.ts";
import type { RecordForm, Place } from "../record/form.ts";
import { isCalculated } from "../record/kinds.ts";
import type { Cell, FieldRecord, Row, Table } from "../record/types.ts";
import { t } from "../words.ts";
import { idOf, renderEditor } from "./editors.ts";
import type { EditorHost } from "./editors.ts";
import { toCss } from "./field-style.ts";
import type { FormState } from "./form-state.ts";
import type { LayoutField, LayoutRow } from "./layout.ts";
import { sanitize } from "./sanitize.ts";
import { showValue } from "./show-value.ts";

export type FormViewOptions = {
  rows: LayoutRow[];
  properties: Record<string, FieldProperty>;
  state: FormState;
  /** Values where nobody edits: the saved record, or the form's system fields. */
  record: FieldRecord;
  /** null on pages without editing. */
  form: RecordForm | null;
  host: (place: Place, cell: Cell) => EditorHost;
  addRow: (table: Table, after: Row | null) => void;
  removeRow: (table: Table, row: Row) => void;
  /** Lists of related records; they arrive later than the form. */
  related: (property: FieldProperty) => TemplateResult;
  render: () => void;
};

const labelIds = new Map<string, string>();
const labelIdOf = (code: string): string => {
  const known = labelIds.get(code);
  if (known) return known;
  const made = uid();
  labelIds.set(code, made);
  return made;
};

const mark = (property: FieldProperty) =>
  property.required === true
    ? html`<span class=${c("required")} aria-hidden="true">*</span>`
    : nothing;

const errorLine = (cell: Cell) =>
  cell.error === null
    ? nothing
    : html`<div class=${c("error")} id=${`${idOf(cell)}-error`} role="alert">
        <span class=${c("pre")}>${cell.error}</span>
      </div>`;

const width = (field: LayoutField): string => {
  const pixels = Number(field.size?.width ?? "");
  return boot.mobile || !(pixels > 0) ? "" : `min-width:${pixels}px`;
};

const isLabelable = (cell: Cell): boolean =>
  !["RADIO_BUTTON", "CHECK_BOX"].includes(cell.property.type);

/** A whole form, for editing or for reading, row by row as its layout says. */
export const renderForm = (options: FormViewOptions): TemplateResult => {
  const { form, state, record, properties } = options;

  const shownValue = (property: FieldProperty): unknown => {
    const cell = form?.cells[property.code];
    return cell ? cell.value : record[property.code]?.value;
  };

  const isKnown = (code: string): boolean =>
    code in record || Boolean(form && code in form.cells);

  const shell = (
    field: LayoutField,
    property: FieldProperty,
    label: TemplateResult | typeof nothing,
    content: TemplateResult,
  ): TemplateResult => {
    const { code } = property;
    const style = state.styleOf(code);
    return html`<div
      class=${c("field")}
      style=${`${width(field)};${toCss(style.background)}`}
      ?hidden=${state.isHidden(code)}
    >
      <div class=${c("field-label")} style=${toCss(style.label)}>
        ${property.noLabel === true ? nothing : label}
      </div>
      <div class=${c("field-content")} style=${toCss(style.content)}>
        ${content}
      </div>
    </div>`;
  };

  const readOnly = (
    field: LayoutField,
    property: FieldProperty,
  ): TemplateResult => {
    const { code } = property;
    const labelId = labelIdOf(code);
    const note = ref((node) => state.noteFieldElement(code, node));
    return shell(
      field,
      property,
      html`<span id=${labelId}>${property.label}</span>`,
      html`<div
        class=${c("value")}
        role="group"
        aria-labelledby=${property.noLabel === true ? nothing : labelId}
        aria-label=${property.noLabel === true ? property.label : nothing}
        ${note}
      >
        ${showValue(property, shownValue(property))}
      </div>`,
    );
  };

  const editor = (
    field: LayoutField,
    cell: Cell,
    place: Place,
  ): TemplateResult => {
    const { property } = cell;
    const id = idOf(cell);
    const context = {
      cell,
      host: options.host(place, cell),
      id,
      label: property.label,
      inTable: property.noLabel === true,
    };
    const label = isLabelable(cell)
      ? html`<label id=${`${id}-label`} for=${id}>${property.label}</label>`
      : html`<span id=${`${id}-label`}>${property.label}</span>`;
    return shell(
      field,
      property,
      html`${label}${mark(property)}`,
      html`${renderEditor(context)}${errorLine(cell)}`,
    );
  };

  const oneField = (field: LayoutField): TemplateResult | typeof nothing => {
    if (field.type === "LABEL") return decoration(field, labelText(field));
    if (field.type === "HR") return decoration(field, html`<hr />`);
    if (field.type === "SPACER") return space(field);
    const property = properties[field.code ?? ""];
    if (!property) return nothing;
    if (property.type === "REFERENCE_TABLE")
      return relatedField(field, property);
    const cell = form?.cells[property.code];
    const isEditable = cell?.editable && !isCalculated(property);
    if (cell && isEditable)
      return editor(field, cell, {
        code: property.code,
        table: null,
        row: null,
      });
    return isKnown(property.code) ? readOnly(field, property) : nothing;
  };

  const decoration = (field: LayoutField, content: TemplateResult) =>
    html`<div
      class=${c("decoration")}
      style=${width(field)}
      ?hidden=${Boolean(field.elementId) && state.isHidden(field.elementId ?? "")}
    >
      ${content}
    </div>`;

  const labelText = (field: LayoutField) =>
    html`${sanitize(field.label ?? "")}`;

  const space = (field: LayoutField): TemplateResult => {
    const id = field.elementId ?? "";
    if (id === "")
      return html`<div class=${c("spacer")} style=${width(field)}></div>`;
    const height = Number(field.size?.height ?? "");
    const least = height > 0 ? `;min-height:${height}px` : "";
    return html`<div
      class=${c("spacer")}
      style=${`${width(field)}${least}`}
      ?hidden=${state.isHidden(id)}
    >
      ${state.space(id)}
    </div>`;
  };

  const relatedField = (field: LayoutField, property: FieldProperty) =>
    shell(
      field,
      property,
      html`<span>${property.label}</span>`,
      options.related(property),
    );

  const group = (row: LayoutRow & { type: "GROUP" }): TemplateResult => {
    const property = properties[row.code];
    const isOpen = state.isGroupOpen(row.code, property?.openGroup === true);
    const toggle = (): void => {
      state.setGroupOpen(row.code, !isOpen);
      options.render();
    };
    return html`<section
      class=${c("group")}
      ?hidden=${state.isHidden(row.code)}
    >
      <button
        type="button"
        class=${c("group-head")}
        aria-expanded=${String(isOpen)}
        @click=${toggle}
      >
        ${property?.label ?? row.code}
      </button>
      <div class=${c("group-body")} ?hidden=${!isOpen}>
        ${row.layout.map(oneRow)}
      </div>
    </section>`;
  };

  const columnsOf = (
    row: LayoutRow & { type: "SUBTABLE" },
    property: FieldProperty,
  ): FieldProperty[] =>
    row.fields.flatMap(({ code }) => {
      const column = property.fields?.[code ?? ""];
      return column ? [column] : [];
    });

  const head = (columns: FieldProperty[], isEditable: boolean) =>
    html`<thead>
      <tr>
        ${columns.map(
          (column) =>
            html`<th scope="col">
              ${column.noLabel === true ? nothing : column.label}${mark(column)}
            </th>`,
        )}
        ${isEditable ? html`<th scope="col">${t("actions")}</th>` : nothing}
      </tr>
    </thead>`;

  const tableCell = (table: Table, row: Row, column: FieldProperty) => {
    const cell = row.cells[column.code];
    if (!cell) return html`<td></td>`;
    if (!cell.editable || isCalculated(column))
      return html`<td>${showValue(column, cell.value)}</td>`;
    const place = { code: column.code, table, row };
    const context = {
      cell,
      host: options.host(place, cell),
      id: idOf(cell),
      label: column.label,
      inTable: true,
    };
    return html`<td>${renderEditor(context)}${errorLine(cell)}</td>`;
  };

  const rowButtons = (table: Table, row: Row) =>
    html`<td class=${c("row-buttons")}>
      <button
        type="button"
        class=${c("button", "row-button")}
        aria-label=${t("addRow")}
        ?disabled=${table.disabled}
        @click=${() => options.addRow(table, row)}
      >
        ＋
      </button>
      ${
        table.rows.length > 1
          ? html`<button
              type="button"
              class=${c("button", "row-button")}
              aria-label=${t("removeRow")}
              ?disabled=${table.disabled}
              @click=${() => options.removeRow(table, row)}
            >
              −
            </button>`
          : nothing
      }
    </td>`;

  const editableTable = (table: Table, columns: FieldProperty[]) =>
    html`<table class=${c("table")} aria-label=${table.property.label}>
        ${head(columns, table.editable)}
        <tbody>
          ${repeat(
            table.rows,
            (row) => row.key,
            (row) =>
              html`<tr>
                ${columns.map((column) => tableCell(table, row, column))}
                ${table.editable ? rowButtons(table, row) : nothing}
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        table.error === null
          ? nothing
          : html`<div class=${c("error")} role="alert">
              <span class=${c("pre")}>${table.error}</span>
            </div>`
      }`;

  const plainTable = (property: FieldProperty, columns: FieldProperty[]) => {
    const field = record[property.code];
    const rows = field ? rowsOf(field) : [];
    return html`<table class=${c("table")} aria-label=${property.label}>
      ${head(columns, false)}
      <tbody>
        ${rows.map(
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

  const subtable = (row: LayoutRow & { type: "SUBTABLE" }) => {
    const property = properties[row.code];
    if (!property) return nothing;
    const table = form?.tables[row.code];
    if (!table && !(row.code in record)) return nothing;
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
      <div class=${c("table-frame")} ${table ? nothing : note}>
        ${table ? editableTable(table, columns) : plainTable(property, columns)}
      </div>
    </div>`;
  };

  const oneRow = (row: LayoutRow): TemplateResult | typeof nothing => {
    if (row.type === "GROUP") return group(row);
    if (row.type === "SUBTABLE") return subtable(row);
    return html`<div class=${c("form-row")}>${row.fields.map(oneField)}</div>`;
  };

  return html`<div class=${c("form")}>${options.rows.map(oneRow)}</div>`;
};
