import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { c, uid } from "../boot.ts";
import { isEntityType, lookupOf, optionsOf } from "../record/kinds.ts";
import type { Cell, CellValue, Entity, FileInfo } from "../record/types.ts";
import { t } from "../words.ts";
import { fromLocalInput, toLocalInput } from "./times.ts";

/** What an editor may do with its field. */
export type EditorHost = {
  /** Takes a value that is still being typed. */
  type(value: CellValue): void;
  /** The field has its new value. */
  commit(value: CellValue): void;
  pickEntities(): void;
  addFiles(files: File[]): void;
  fetchLookup(): void;
  clearLookup(): void;
};
export type EditorContext = {
  cell: Cell;
  host: EditorHost;
  id: string;
  label: string;
  /** In a table there is no visible label beside the field. */
  inTable: boolean;
};

const ownName = ({ inTable, label }: EditorContext) =>
  inTable ? label : nothing;
const isOff = ({ cell }: EditorContext): boolean =>
  cell.disabled || cell.isCopyTarget;
const invalid = ({ cell }: EditorContext) => (cell.error ? "true" : nothing);
const describedBy = ({ cell, id }: EditorContext) =>
  cell.error ? `${id}-error` : nothing;
const required = ({ cell }: EditorContext) =>
  cell.property.required === true ? "true" : nothing;
const valueOf = (event: Event): string =>
  // Only inputs, areas and selects carry these listeners.
  (event.target as HTMLInputElement).value;

const input = (
  context: EditorContext,
  type: string,
  shown: string,
  toValue: (text: string) => string = (text) => text,
): TemplateResult =>
  html`<input
    id=${context.id}
    class=${c("input", `input-${type}`)}
    type=${type}
    inputmode=${context.cell.property.type === "NUMBER" ? "decimal" : nothing}
    aria-label=${ownName(context)}
    aria-required=${required(context)}
    aria-invalid=${invalid(context)}
    aria-describedby=${describedBy(context)}
    ?disabled=${isOff(context)}
    .value=${live(shown)}
    @input=${(event: Event) => context.host.type(toValue(valueOf(event)))}
    @change=${(event: Event) => context.host.commit(toValue(valueOf(event)))}
  />`;

const text = (context: EditorContext, type = "text"): TemplateResult =>
  input(context, type, String(context.cell.value));

const area = (context: EditorContext): TemplateResult =>
  html`<textarea
    id=${context.id}
    class=${c("input", "area")}
    rows="4"
    aria-label=${ownName(context)}
    aria-required=${required(context)}
    aria-invalid=${invalid(context)}
    aria-describedby=${describedBy(context)}
    ?disabled=${isOff(context)}
    .value=${live(String(context.cell.value))}
    @input=${(event: Event) => context.host.type(valueOf(event))}
    @change=${(event: Event) => context.host.commit(valueOf(event))}
  ></textarea>`;

const dateTime = (context: EditorContext): TemplateResult =>
  input(
    context,
    "datetime-local",
    toLocalInput(String(context.cell.value)),
    fromLocalInput,
  );

const dropDown = (context: EditorContext): TemplateResult => {
  const { cell, host } = context;
  return html`<select
    id=${context.id}
    class=${c("input", "select")}
    aria-label=${ownName(context)}
    aria-required=${required(context)}
    aria-invalid=${invalid(context)}
    aria-describedby=${describedBy(context)}
    ?disabled=${isOff(context)}
    .value=${live(String(cell.value))}
    @change=${(event: Event) => host.commit(valueOf(event))}
  >
    <option value="" ?selected=${cell.value === ""}>${t("unchosen")}</option>
    ${optionsOf(cell.property).map(
      (option) =>
        html`<option value=${option} ?selected=${cell.value === option}>
          ${option}
        </option>`,
    )}
  </select>`;
};

const radios = (context: EditorContext): TemplateResult => {
  const { cell, host } = context;
  return html`<div
    id=${context.id}
    class=${c("choices", cell.property.align === "VERTICAL" ? "choices-down" : "choices-across")}
    role="radiogroup"
    aria-labelledby=${context.inTable ? nothing : `${context.id}-label`}
    aria-label=${ownName(context)}
    aria-invalid=${invalid(context)}
    aria-describedby=${describedBy(context)}
  >
    ${optionsOf(cell.property).map(
      (option) =>
        html`<label class=${c("choice")}
          ><input
            type="radio"
            name=${`${context.id}-radio`}
            value=${option}
            ?disabled=${isOff(context)}
            .checked=${live(cell.value === option)}
            @change=${() => host.commit(option)}
          /><span>${option}</span></label
        >`,
    )}
  </div>`;
};

const chosen = (cell: Cell): string[] =>
  // CHECK_BOX and MULTI_SELECT hold lists of labels.
  cell.value as string[];

const toggled = (cell: Cell, option: string): string[] => {
  const now = chosen(cell);
  const next = now.includes(option)
    ? now.filter((it) => it !== option)
    : [...now, option];
  // Kept in the order of the form, as REST answers them.
  return optionsOf(cell.property).filter((it) => next.includes(it));
};

const checks = (context: EditorContext): TemplateResult => {
  const { cell, host } = context;
  return html`<div
    id=${context.id}
    class=${c("choices", cell.property.align === "VERTICAL" ? "choices-down" : "choices-across")}
    role="group"
    aria-labelledby=${context.inTable ? nothing : `${context.id}-label`}
    aria-label=${ownName(context)}
    aria-describedby=${describedBy(context)}
  >
    ${optionsOf(cell.property).map(
      (option) =>
        html`<label class=${c("choice")}
          ><input
            type="checkbox"
            value=${option}
            ?disabled=${isOff(context)}
            .checked=${live(chosen(cell).includes(option))}
            @change=${() => host.commit(toggled(cell, option))}
          /><span>${option}</span></label
        >`,
    )}
  </div>`;
};

const multiSelect = (context: EditorContext): TemplateResult => {
  const { cell, host } = context;
  const read = (event: Event): string[] =>
    [...(event.target as HTMLSelectElement).selectedOptions].map(
      ({ value }) => value,
    );
  return html`<select
    multiple
    id=${context.id}
    class=${c("input", "multi")}
    aria-label=${ownName(context)}
    aria-required=${required(context)}
    aria-invalid=${invalid(context)}
    aria-describedby=${describedBy(context)}
    ?disabled=${isOff(context)}
    @change=${(event: Event) => host.commit(read(event))}
  >
    ${optionsOf(cell.property).map(
      (option) =>
        html`<option
          value=${option}
          .selected=${live(chosen(cell).includes(option))}
        >
          ${option}
        </option>`,
    )}
  </select>`;
};

const chip = (name: string, onRemove: () => void, isLocked: boolean) =>
  html`<li class=${c("chip")}>
    <span>${name}</span>
    ${
      isLocked
        ? nothing
        : html`<button
            type="button"
            class=${c("chip-remove")}
            aria-label=${`${name} ${t("remove")}`}
            @click=${onRemove}
          >
            ×
          </button>`
    }
  </li>`;

const entities = (context: EditorContext): TemplateResult => {
  const { cell, host } = context;
  // The three selections hold lists of entities.
  const now = cell.value as Entity[];
  return html`<div
    id=${context.id}
    class=${c("picker")}
    role="group"
    aria-labelledby=${context.inTable ? nothing : `${context.id}-label`}
    aria-label=${ownName(context)}
    aria-describedby=${describedBy(context)}
  >
    <ul class=${c("chips")}>
      ${now.map((entity) =>
        chip(
          entity.name,
          () => host.commit(now.filter((it) => it.code !== entity.code)),
          isOff(context),
        ),
      )}
    </ul>
    <button
      type="button"
      class=${c("button", "button-plain")}
      aria-label=${`${context.label} ${t("choose")}`}
      ?disabled=${isOff(context)}
      @click=${() => host.pickEntities()}
    >
      ${t("choose")}
    </button>
  </div>`;
};

const files = (context: EditorContext): TemplateResult => {
  const { cell, host } = context;
  // FILE holds a list of files.
  const now = cell.value as FileInfo[];
  const add = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    host.addFiles([...(field.files ?? [])]);
    field.value = "";
  };
  return html`<div class=${c("picker")}>
    <ul class=${c("chips")}>
      ${now.map((file) =>
        chip(
          file.name,
          () => host.commit(now.filter((it) => it !== file)),
          isOff(context),
        ),
      )}
    </ul>
    <input
      id=${context.id}
      type="file"
      multiple
      aria-label=${ownName(context)}
      aria-describedby=${describedBy(context)}
      ?disabled=${isOff(context)}
      @change=${add}
    />
  </div>`;
};

const lookup = (context: EditorContext): TemplateResult => {
  const { host, label } = context;
  return html`<div class=${c("lookup")}>
    ${text(context)}
    <button
      type="button"
      class=${c("button", "button-plain")}
      aria-label=${`${label} ${t("fetch")}`}
      ?disabled=${context.cell.disabled}
      @click=${() => host.fetchLookup()}
    >
      ${t("fetch")}
    </button>
    <button
      type="button"
      class=${c("button", "button-plain")}
      aria-label=${`${label} ${t("clear")}`}
      ?disabled=${context.cell.disabled}
      @click=${() => host.clearLookup()}
    >
      ${t("clear")}
    </button>
  </div>`;
};

/** A number with its unit on the side the form says. */
const number = (context: EditorContext): TemplateResult => {
  const { unit, unitPosition } = context.cell.property;
  if (typeof unit !== "string" || unit === "") return text(context);
  const shown = html`<span>${unit}</span>`;
  return html`<div class=${c("with-unit")}>
    ${unitPosition === "BEFORE" ? shown : nothing}${text(context)}
    ${unitPosition === "BEFORE" ? nothing : shown}
  </div>`;
};

type Editor = (context: EditorContext) => TemplateResult;
const byType: Record<string, Editor> = {
  SINGLE_LINE_TEXT: text,
  MULTI_LINE_TEXT: area,
  RICH_TEXT: area,
  NUMBER: number,
  LINK: text,
  DATE: (context) => text(context, "date"),
  TIME: (context) => text(context, "time"),
  DATETIME: dateTime,
  DROP_DOWN: dropDown,
  RADIO_BUTTON: radios,
  CHECK_BOX: checks,
  MULTI_SELECT: multiSelect,
  FILE: files,
};

/** The control with which a field is edited by hand. */
export const renderEditor = (context: EditorContext): TemplateResult => {
  const { property } = context.cell;
  if (lookupOf(property)) return lookup(context);
  if (isEntityType(property.type)) return entities(context);
  const editor = byType[property.type];
  if (!editor) throw new Error(`No editor for ${property.type}`);
  return editor(context);
};

const ids = new WeakMap<Cell, string>();
/** One id for the life of a cell, so that labels keep pointing at it. */
export const idOf = (cell: Cell): string => {
  const known = ids.get(cell);
  if (known) return known;
  const made = uid();
  ids.set(cell, made);
  return made;
};
