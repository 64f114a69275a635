import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
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
import { css, field, idText, listValue, OPEN, TOOLS } from "./list-cells.ts";
import { fillRows } from "./list-rows.ts";
import type { ListCell, ListRow } from "./list-rows.ts";
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
): ListCell => ({
  code: column.code,
  style: css(cellStyle(list.styles, idText(record), field(column))),
  content: listValue(record, column),
});

const errorUnder = (id: string, error: string): TemplateResult =>
  html`<div class=${c("error")} id=${`${id}-error`} role="alert">
    <span class=${c("pre")}>${error}</span>
  </div>`;

const editedCell = (edit: InlineEdit, column: FieldProperty): ListCell => {
  const { code } = column;
  const cell = edit.form.cells[code];
  const isFixed =
    !cell?.editable || isCalculated(column) || column.type === "FILE";
  if (!cell || isFixed) {
    const value = cell?.value ?? edit.form.system[code]?.value;
    return { code, content: showValue(column, value) };
  }
  const place = { code, table: null, row: null };
  const host = createHosts(edit.form, edit.runner)(place, cell);
  const id = idOf(cell);
  const context = { cell, host, id, label: column.label, inTable: true };
  const error = cell.error === null ? nothing : errorUnder(id, cell.error);
  return { code, content: html`${renderEditor(context)} ${error}` };
};

const rowButton = (label: string, press: () => void): TemplateResult =>
  html`<button type="button" class=${c("button", "row-button")} @click=${press}>
    ${label}
  </button>`;

const tools = (options: ListTableOptions, record: FieldRecord): ListCell => {
  const { list, startEdit, remove } = options;
  const id = idText(record);
  const right = list.rights.get(id)?.record;
  const mayEdit =
    right?.editable && bootApp().general.enableInlineRecordEditing !== false;
  const edit = mayEdit
    ? rowButton(t("inlineEdit"), () => startEdit(id))
    : nothing;
  const removal = right?.deletable
    ? rowButton(t("remove"), () => remove(record))
    : nothing;
  return {
    className: c("row-buttons"),
    style: css(cellStyle(list.styles, id, TOOLS)),
    content: html`${edit} ${removal}`,
  };
};

const editTools = ({ saveEdit, cancelEdit }: ListTableOptions): ListCell => ({
  className: c("row-buttons"),
  content: html`<button
      type="button"
      class=${c("button", "button-primary")}
      @click=${saveEdit}
    >
      ${t("save")}
    </button>
    <button type="button" class=${c("button")} @click=${cancelEdit}>
      ${t("cancel")}
    </button>`,
});

const openCell = ({ list }: ListTableOptions, id: string): ListCell => ({
  style: css(cellStyle(list.styles, id, OPEN)),
  content: html`<a
    class=${c("open")}
    href=${`${root}/${bootApp().id}/show#record=${id}`}
    aria-label=${`${t("open")} ${id}`}
    >▤</a
  >`,
});

const row = (options: ListTableOptions, record: FieldRecord): ListRow => {
  const { list, editing } = options;
  const id = idText(record);
  const edited = editing?.id === id ? editing : null;
  const cells = list.columns.map((column) =>
    edited ? editedCell(edited, column) : shownCell(options, record, column),
  );
  const last = edited ? editTools(options) : tools(options, record);
  return { id, cells: [openCell(options, id), ...cells, last] };
};

/** The table of a list on desktop pages. */
export const listTable = (options: ListTableOptions): TemplateResult =>
  html`<div class=${c("table-frame")}>
    <table class=${c("table", "list")} aria-label=${options.list.view.name}>
      ${head(options)}
      <tbody
        ${ref((body) => {
          if (!body) return;
          fillRows(
            body,
            options.list.records.map((record) => row(options, record)),
          );
        })}
      ></tbody>
    </table>
  </div>`;
