import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { c } from "../../boot.ts";
import { optionsOf } from "../../record/kinds.ts";
import type { Cell } from "../../record/types.ts";
import { t } from "../../words.ts";
import {
  ownName,
  isOff,
  invalid,
  describedBy,
  required,
  valueOf,
} from "./context.ts";
import type { EditorContext } from "./context.ts";

export const dropDown = (context: EditorContext): TemplateResult => {
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

export const radios = (context: EditorContext): TemplateResult => {
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

export const checks = (context: EditorContext): TemplateResult => {
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

export const multiSelect = (context: EditorContext): TemplateResult => {
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
