import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { FieldProperty } from "../../../../model/model.ts";
import { c } from "../../boot.ts";
import { isCalculated } from "../../record/kinds.ts";
import type { Cell } from "../../record/types.ts";
import { idOf } from "../editors/context.ts";
import { renderEditor } from "../editors/render-editor.ts";
import type { LayoutField } from "../layout.ts";
import { sanitize } from "../sanitize.ts";
import { showValue } from "../show-value.ts";
import type { FormEditing, FormViewOptions } from "./options.ts";
import { fillValueElement } from "./value-element.ts";
import {
  editorContext,
  errorLine,
  fieldShell,
  labelIdOf,
  requiredMark,
  width,
} from "./parts.ts";

type Drawn = TemplateResult | typeof nothing;

const isNamed = (property: FieldProperty): boolean => property.noLabel !== true;

const shownValue = (
  { editing, record }: FormViewOptions,
  code: string,
): unknown => editing?.form.cells[code]?.value ?? record[code]?.value;

const readOnly = (
  options: FormViewOptions,
  field: LayoutField,
  property: FieldProperty,
): TemplateResult => {
  const { code, label } = property;
  const { state } = options;
  const labelId = labelIdOf(code);
  const element = state.valueElement(code);
  if (isNamed(property)) element.setAttribute("aria-labelledby", labelId);
  else element.setAttribute("aria-label", label);
  const shown = showValue(property, shownValue(options, code));
  const last = state.shownMarkup.get(code);
  state.shownMarkup.set(code, fillValueElement(element, shown, last));
  const content = html`${element}`;
  const name = html`<span id=${labelId}>${label}</span>`;
  return fieldShell(options, field, property, name, content);
};

/** Groups of buttons have no single control that a label could be for. */
const isLabelable = ({ property }: Cell): boolean =>
  !["RADIO_BUTTON", "CHECK_BOX"].includes(property.type);

const edited = (
  options: FormViewOptions,
  editing: FormEditing,
  field: LayoutField,
  cell: Cell,
): TemplateResult => {
  const { property } = cell;
  const id = idOf(cell);
  const place = { code: property.code, table: null, row: null };
  const label = isLabelable(cell)
    ? html`<label id=${`${id}-label`} for=${id}>${property.label}</label>`
    : html`<span id=${`${id}-label`}>${property.label}</span>`;
  return fieldShell(
    options,
    field,
    property,
    html`${label}${requiredMark(property)}`,
    html`${renderEditor(editorContext(editing, place, cell))}${errorLine(cell)}`,
  );
};

const decoration = (
  { state }: FormViewOptions,
  field: LayoutField,
  content: TemplateResult,
): TemplateResult => {
  const key = field.elementId ?? "";
  return html`<div
    class=${c("decoration")}
    style=${width(field)}
    ?hidden=${key !== "" && state.isHidden(key)}
  >
    ${content}
  </div>`;
};

const space = (
  { state }: FormViewOptions,
  field: LayoutField,
): TemplateResult => {
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

const related = (
  options: FormViewOptions,
  field: LayoutField,
  property: FieldProperty,
): TemplateResult => {
  const { code, label } = property;
  const note = ref((node) => options.state.noteFieldElement(code, node));
  return fieldShell(
    options,
    field,
    property,
    html`<span>${label}</span>`,
    html`<div ${note}>${options.related(property)}</div>`,
  );
};

const isKnown = ({ editing, record }: FormViewOptions, code: string): boolean =>
  code in record || (editing !== null && code in editing.form.cells);

const inputField = (
  options: FormViewOptions,
  field: LayoutField,
  property: FieldProperty,
): Drawn => {
  const { editing } = options;
  const cell = editing?.form.cells[property.code];
  if (editing && cell?.editable && !isCalculated(property))
    return edited(options, editing, field, cell);
  return isKnown(options, property.code)
    ? readOnly(options, field, property)
    : nothing;
};

/** One place of a row: a field, a space, a label or a rule. */
export const fieldView = (
  options: FormViewOptions,
  field: LayoutField,
): Drawn => {
  if (field.type === "LABEL")
    return decoration(options, field, html`${sanitize(field.label ?? "")}`);
  if (field.type === "HR") return decoration(options, field, html`<hr />`);
  if (field.type === "SPACER") return space(options, field);
  const property = options.properties[field.code ?? ""];
  if (!property) return nothing;
  return property.type === "REFERENCE_TABLE"
    ? related(options, field, property)
    : inputField(options, field, property);
};
