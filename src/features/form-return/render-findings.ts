import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { ReadFinding } from "excel-form";
import { isCorrectable, isWrong, subjectOf } from "./corrections.ts";
import type { Compared, ReturnPage } from "./return-page.ts";

const placeOf = ({ sheet, cell }: ReadFinding): string => `${sheet} ${cell}`;

const correctWith = (
  page: ReturnPage,
  finding: ReadFinding,
  input: HTMLInputElement,
): void => {
  const isBad = isWrong(finding, input.value);
  input.setCustomValidity(isBad ? page.t("wrongValue") : "");
  if (isBad) input.reportValidity();
  else page.onCorrect(finding, { kind: "value", text: input.value });
};

const renderCorrection = (
  page: ReturnPage,
  finding: ReadFinding,
): TemplateResult | typeof nothing =>
  isCorrectable(finding)
    ? html`<form
        class="suisen-return-correction"
        @submit=${(event: Event) => {
          event.preventDefault();
          const input =
            event.target instanceof HTMLFormElement
              ? event.target.querySelector("input")
              : null;
          if (input) correctWith(page, finding, input);
        }}
      >
        <input
          class="suisen-input"
          aria-label=${page.t("correctedValue", { cell: placeOf(finding) })}
          .defaultValue=${finding.text}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) {
              event.target.setCustomValidity("");
            }
          }}
        />
        <button type="submit" class="suisen-button">
          ${page.t("useValue")}
        </button>
      </form>`
    : nothing;

const renderDoubt = (
  page: ReturnPage,
  finding: ReadFinding,
  isClosed: boolean,
): TemplateResult =>
  html`<li class="suisen-return-doubt">
    <p class="suisen-long-text">
      <strong>${placeOf(finding)}</strong> ${finding.message[page.t.language]}
    </p>
    ${
      isClosed
        ? nothing
        : html`<div class="suisen-return-answers">
            ${renderCorrection(page, finding)}
            <button
              type="button"
              class="suisen-button"
              aria-label=${page.t("confirmCell", { cell: placeOf(finding) })}
              @click=${() => page.onCorrect(finding, { kind: "confirmed" })}
            >
              ${page.t(isCorrectable(finding) ? "asRead" : "seen")}
            </button>
          </div>`
    }
  </li>`;

const renderNotes = (
  { t }: ReturnPage,
  notes: readonly ReadFinding[],
): TemplateResult | typeof nothing =>
  notes.length === 0
    ? nothing
    : html`<details class="suisen-return-notes">
        <summary>${t("notes", { count: notes.length })}</summary>
        <ul>
          ${notes.map(
            (note) =>
              html`<li class="suisen-long-text">
                <strong>${placeOf(note)}</strong> ${note.message[t.language]}
              </li>`,
          )}
        </ul>
      </details>`;

/** One doubt for each value: the first says what to look at. */
const oneForEach = (doubts: readonly ReadFinding[]): readonly ReadFinding[] =>
  [
    ...new Map(
      [...doubts].reverse().map((one) => [subjectOf(one), one]),
    ).values(),
  ].reverse();

/** Doubts about the filled form, each to be corrected or confirmed here, and what was read otherwise than written. */
export const renderFindings = (
  page: ReturnPage,
  { doubts, notes, results, progress }: Compared,
): TemplateResult | typeof nothing => {
  const isClosed = progress !== null || results.size > 0;
  const shown = oneForEach(doubts);
  return html`${
    shown.length === 0
      ? nothing
      : html`<section
          class="suisen-return-doubts"
          aria-label=${page.t("doubts", { count: shown.length })}
        >
          <h4>${page.t("doubts", { count: shown.length })}</h4>
          <p class="suisen-secondary">${page.t("doubtsHint")}</p>
          <ul class="suisen-scroll" tabindex="0">
            ${shown.map((one) => renderDoubt(page, one, isClosed))}
          </ul>
        </section>`
  }
  ${renderNotes(page, notes)}`;
};
