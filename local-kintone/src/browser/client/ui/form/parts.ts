import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { FieldProperty } from "../../../../model/model.ts";
import { boot, c, uid } from "../../boot.ts";
import type { Place } from "../../record/form.ts";
import type { Cell } from "../../record/types.ts";
import type { EditorContext } from "../editors/context.ts";
import { idOf } from "../editors/context.ts";
import { toCss } from "../field-style.ts";
import type { LayoutField } from "../layout.ts";
import type { FormEditing, FormViewOptions } from "./options.ts";

const labelIds = new Map<string, string>();
/** One id for the label of a field, for the life of the page. */
export const labelIdOf = (code: string): string => {
  const known = labelIds.get(code);
  if (known) return known;
  const made = uid();
  labelIds.set(code, made);
  return made;
};

export const requiredMark = (property: FieldProperty) =>
  property.required === true
    ? html`<span class=${c("required")} aria-hidden="true">*</span>`
    : nothing;

/** Error line of a field; its editor refers to it as description. */
export const errorLine = (cell: Cell) =>
  cell.error === null
    ? nothing
    : html`<div class=${c("error")} id=${`${idOf(cell)}-error`} role="alert">
        <span class=${c("pre")}>${cell.error}</span>
      </div>`;

/** Widths of the layout are for PC pages. */
export const width = (field: LayoutField): string => {
  const pixels = Number(field.size?.width ?? "");
  return boot.mobile || !(pixels > 0) ? "" : `min-width:${pixels}px`;
};

/** Label above, content below, with the styles that customisations set. */
export const fieldShell = (
  { state }: FormViewOptions,
  field: LayoutField,
  property: FieldProperty,
  label: TemplateResult,
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

export const editorContext = (
  editing: FormEditing,
  place: Place,
  cell: Cell,
): EditorContext => ({
  cell,
  host: editing.host(place, cell),
  id: idOf(cell),
  label: cell.property.label,
  // In tables and without a label nothing visible names the control.
  inTable: place.table !== null || cell.property.noLabel === true,
});
