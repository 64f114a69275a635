import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { c } from "../../boot.ts";
import type { LayoutRow } from "../layout.ts";
import { fieldView } from "./field-view.ts";
import type { FormViewOptions } from "./options.ts";
import { tableView } from "./table-view.ts";

type GroupRow = LayoutRow & { type: "GROUP" };

const group = (options: FormViewOptions, row: GroupRow): TemplateResult => {
  const { state, properties } = options;
  const property = properties[row.code];
  const isOpen = state.isGroupOpen(row.code, property?.openGroup === true);
  const note = ref((node) => state.noteFieldElement(row.code, node));
  const toggle = (): void => {
    state.setGroupOpen(row.code, !isOpen);
    options.render();
  };
  return html`<section
    class=${c("group")}
    ?hidden=${state.isHidden(row.code)}
    ${note}
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
      ${row.layout.map((inner) => rowView(options, inner))}
    </div>
  </section>`;
};

const rowView = (
  options: FormViewOptions,
  row: LayoutRow,
): TemplateResult | typeof nothing => {
  if (row.type === "GROUP") return group(options, row);
  if (row.type === "SUBTABLE") return tableView(options, row);
  return html`<div class=${c("form-row")}>
    ${row.fields.map((field) => fieldView(options, field))}
  </div>`;
};

/** A whole form, for editing or for reading, row by row as its layout says. */
export const renderForm = (options: FormViewOptions): TemplateResult =>
  html`<div class=${c("form")}>
    ${options.rows.map((row) => rowView(options, row))}
  </div>`;
