import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import type { Language } from "../../i18n/message.ts";
import { FormError } from "excel-form";
import type { Difference, FormWarning } from "excel-form";
import type { MappingPage } from "./mapping-page.ts";

type Finding = {
  readonly text: string;
  readonly sheet?: string;
  readonly cell?: string;
};

const toFinding = (
  { message, sheet, cell }: Difference,
  language: Language,
): Finding => ({
  text: message[language],
  ...(sheet !== undefined && { sheet }),
  ...(cell !== undefined && { cell }),
});

/** The sentence about something that filling cannot preserve. */
const warningText = (
  { code, sheet, address, params }: FormWarning,
  language: Language,
): string =>
  toMessage(new FormError(code, { ...params, sheet, address }), language);

const renderFinding = (
  page: MappingPage,
  { text, sheet, cell }: Finding,
): TemplateResult =>
  sheet === undefined || cell === undefined
    ? html`<li class="suisen-long-text">${text}</li>`
    : html`<li class="suisen-long-text">
        <button
          type="button"
          class="suisen-map-link"
          @click=${() => page.onGoTo({ sheet, cell })}
        >
          ${text}
        </button>
      </li>`;

const renderFindings = (
  page: MappingPage,
  title: string,
  findings: readonly Finding[],
): TemplateResult | typeof nothing =>
  findings.length === 0
    ? nothing
    : html`<details class="suisen-map-findings" open>
        <summary>${title}</summary>
        <ul>
          ${findings.map((finding) => renderFinding(page, finding))}
        </ul>
      </details>`;

/** Obstacles, differences and remarks about the form; each links to its cell. */
export const renderProblems = (page: MappingPage): TemplateResult => {
  const { t, problems, differences, state } = page;
  const { language } = t;
  const isClean = problems.length === 0 && differences.length === 0;
  const notes = state.form.warnings.map((warning) => ({
    text: warningText(warning, language),
    sheet: warning.sheet,
    ...(warning.address !== "" && { cell: warning.address }),
  }));
  return html`${
    isClean ? html`<p class="suisen-secondary">${t("noProblems")}</p>` : nothing
  }
  ${renderFindings(
    page,
    t("differences", { count: differences.length }),
    differences.map((one) => toFinding(one, language)),
  )}
  ${renderFindings(
    page,
    t("problems", { count: problems.length }),
    problems.map(({ message, sheet, cell }) => ({
      text: message[language],
      ...(sheet !== undefined && { sheet }),
      ...(cell !== undefined && { cell }),
    })),
  )}
  ${renderFindings(page, t("formNotes", { count: notes.length }), notes)}`;
};
