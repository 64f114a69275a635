import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { c } from "../../boot.ts";
import { t } from "../../words.ts";
import { fromLocalInput, toLocalInput } from "../../times.ts";
import {
  ownName,
  isOff,
  invalid,
  describedBy,
  required,
  valueOf,
} from "./context.ts";
import type { EditorContext } from "./context.ts";

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

export const text = (context: EditorContext, type = "text"): TemplateResult =>
  input(context, type, String(context.cell.value));

export const area = (context: EditorContext): TemplateResult =>
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

export const dateTime = (context: EditorContext): TemplateResult =>
  input(
    context,
    "datetime-local",
    toLocalInput(String(context.cell.value)),
    fromLocalInput,
  );

/** A number with its unit on the side the form says. */
export const number = (context: EditorContext): TemplateResult => {
  const { unit, unitPosition } = context.cell.property;
  if (typeof unit !== "string" || unit === "") return text(context);
  const shown = html`<span>${unit}</span>`;
  return html`<div class=${c("with-unit")}>
    ${unitPosition === "BEFORE" ? shown : nothing}${text(context)}
    ${unitPosition === "BEFORE" ? nothing : shown}
  </div>`;
};

export const lookup = (context: EditorContext): TemplateResult => {
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
