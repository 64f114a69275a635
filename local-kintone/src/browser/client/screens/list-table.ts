import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { FieldProperty } from "../../../model/model.ts";
import { bootApp, c, root } from "../boot.ts";
import type { FieldRecord } from "../record/types.ts";
import { isCalculated } from "../record/kinds.ts";
import { idOf } from "../ui/editors/context.ts";
import { renderEditor } from "../ui/editors/render-editor.ts";
import { cellStyle, headerStyle } from "../ui/list-style.ts";
import { showValue } from "../ui/show-value.ts";
import { t } from "../words.ts";
import { createHosts } from "./editor-hosts.ts";
import type { InlineEdit } from "./inline-edit.ts";
import {
  css,
  field,
  idText,
  listValue,
  OPEN,
  tag,
  TOOLS,
} from "./list-cells.ts";
import type { ListState } from "./list-state.ts";

export type ListTableOptions = {
  list: ListState;
  editing: InlineEdit | null;
  sortBy: (code: string) => void;
  startEdit: (id: string) => void;
  saveEdit: () => void;
  cancelEdit: () => void;
  remove: (record: FieldRecord) => void;
};

const sortable = new Set([
  "RECORD_NUMBER",
  "SINGLE_LINE_TEXT",
  "NUMBER",
  "CALC",
  "DATE",
  "DATETIME",
  "TIME",
  "CREATED_TIME",
  "UPDATED_TIME",
  "DROP_DOWN",
  "RADIO_BUTTON",
  "STATUS",
  "LINK",
  "CREATOR",
  "MODIFIER",
]);

const sortMark = (list: ListState, code: string): string => {
  const [sorted, direction] = (list.sort ?? "").split(" ");
  if (sorted !== code) return "none";
  return direction === "asc" ? "ascending" : "descending";
};

const head = ({ list, sortBy }: ListTableOptions): TemplateResult =>
  html`<thead>
    <tr>
      <th scope="col" style=${css(headerStyle(list.styles, OPEN))}>
        <span class=${c("visually-hidden")}>${t("detail")}</span>
      </th>
      ${list.columns.map(
        (column) =>
          html`<th
            scope="col"
            aria-sort=${sortMark(list, column.code)}
            style=${css(headerStyle(list.styles, field(column)))}
          >
            ${
              sortable.has(column.type)
                ? html`<button
                    type="button"
                    class=${c("sort")}
                    @click=${() => sortBy(column.code)}
                  >
                    ${column.label}
                  </button>`
                : column.label
            }
          </th>`,
      )}
      <th scope="col" style=${css(headerStyle(list.styles, TOOLS))}>
        <span class=${c("visually-hidden")}>${t("actions")}</span>
      </th>
    </tr>
  </thead>`;

const shownCell = (
  { list }: ListTableOptions,
  record: FieldRecord,
  column: FieldProperty,
): TemplateResult => {
  const style = cellStyle(list.styles, idText(record), field(column));
  return html`<td style=${css(style)} ${tag(column.code)}>
    ${listValue(record, column)}
  </td>`;
};

const editedCell = (
  edit: InlineEdit,
  column: FieldProperty,
): TemplateResult => {
  const cell = edit.form.cells[column.code];
  const isFixed =
    !cell?.editable || isCalculated(column) || column.type === "FILE";
  if (!cell || isFixed)
    return html`<td ${tag(column.code)}>
      ${showValue(column, cell?.value ?? edit.form.system[column.code]?.value)}
    </td>`;
  const place = { code: column.code, table: null, row: null };
  const host = createHosts(edit.form, edit.runner)(place, cell);
  const id = idOf(cell);
  const context = { cell, host, id, label: column.label, inTable: true };
  return html`<td ${tag(column.code)}>
    ${renderEditor(context)}
    ${
      cell.error === null
        ? nothing
        : html`<div class=${c("error")} id=${`${id}-error`} role="alert">
            <span class=${c("pre")}>${cell.error}</span>
          </div>`
    }
  </td>`;
};

const tools = (
  options: ListTableOptions,
  record: FieldRecord,
): TemplateResult => {
  const { list, startEdit, remove } = options;
  const id = idText(record);
  const right = list.rights.get(id)?.record;
  const mayEdit =
    right?.editable && bootApp().general.enableInlineRecordEditing !== false;
  return html`<td
    class=${c("row-buttons")}
    style=${css(cellStyle(list.styles, id, TOOLS))}
  >
    ${
      mayEdit
        ? html`<button
            type="button"
            class=${c("button", "row-button")}
            @click=${() => startEdit(id)}
          >
            ${t("inlineEdit")}
          </button>`
        : nothing
    }
    ${
      right?.deletable
        ? html`<button
            type="button"
            class=${c("button", "row-button")}
            @click=${() => remove(record)}
          >
            ${t("remove")}
          </button>`
        : nothing
    }
  </td>`;
};

const row = (
  options: ListTableOptions,
  record: FieldRecord,
): TemplateResult => {
  const { list, editing, saveEdit, cancelEdit } = options;
  const id = idText(record);
  const isEdited = editing?.id === id;
  return html`<tr>
    <td style=${css(cellStyle(list.styles, id, OPEN))}>
      <a
        class=${c("open")}
        href=${`${root}/${bootApp().id}/show#record=${id}`}
        aria-label=${`${t("open")} ${id}`}
        >▤</a
      >
    </td>
    ${list.columns.map((column) =>
      isEdited && editing
        ? editedCell(editing, column)
        : shownCell(options, record, column),
    )}
    ${
      isEdited
        ? html`<td class=${c("row-buttons")}>
            <button
              type="button"
              class=${c("button", "button-primary")}
              @click=${saveEdit}
            >
              ${t("save")}
            </button>
            <button type="button" class=${c("button")} @click=${cancelEdit}>
              ${t("cancel")}
            </button>
          </td>`
        : tools(options, record)
    }
  </tr>`;
};

/** The table of a list on desktop pages. */
export const listTable = (options: ListTableOptions): TemplateResult =>
  html`<div class=${c("table-frame")}>
    <table class=${c("table", "list")} aria-label=${options.list.view.name}>
      ${head(options)}
      <tbody>
        ${repeat(options.list.records, idText, (record) => row(options, record))}
      </tbody>
    </table>
  </div>`;
