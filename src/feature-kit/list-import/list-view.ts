import { toColumnLetters } from "excel-form";
import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { cellAt, columnCount } from "../../domain/imports/list-table.ts";
import type { RowProblem } from "../../domain/imports/row-problem.ts";
import { createTranslator } from "../../i18n/translate.ts";
import type { Language } from "../../i18n/message.ts";
import { renderButton } from "../../ui/button.ts";
import { renderColumnChoices } from "../../ui/column-choices.ts";
import { renderNotice } from "../../ui/notice.ts";
import { rowProblemSentences } from "../../words/import-words.ts";
import { tableOf } from "./chosen-list.ts";
import type { ChosenList } from "./chosen-list.ts";
import { listMessages } from "./list-messages.ts";

const SAMPLE_CHARS = 13;

/** A text that was cut says so: the example of a number must not look like another one. */
const shorten = (text: string): string =>
  text.length > SAMPLE_CHARS ? `${text.slice(0, SAMPLE_CHARS)}…` : text;
const SHOWN_PROBLEMS = 50;

type Sources = {
  readonly language: Language;
  /** Tells the uses on one page apart. */
  readonly id: string;
  readonly fileLabel: string;
  readonly readLabel: string;
  /** Buttons beside that of the pasted cells. */
  readonly others?: unknown;
  onFile(file: File): void;
  onPaste(text: string): void;
};

/** A list comes from a file or from cells that were copied. */
export const renderListSources = ({
  language,
  id,
  fileLabel,
  readLabel,
  others = nothing,
  onFile,
  onPaste,
}: Sources): TemplateResult => {
  const pasteId = `suisen-paste-${id}`;
  const readPasted = (): void => {
    const area = document.getElementById(pasteId);
    if (area instanceof HTMLTextAreaElement) onPaste(area.value);
  };
  return html`<label
      >${fileLabel}
      <input
        type="file"
        accept=".xlsx,.xlsm,.csv,.txt,.tsv"
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) {
            const [file] = event.target.files ?? [];
            if (file !== undefined) onFile(file);
          }
        }}
    /></label>
    <label for=${pasteId}>${listMessages.paste[language]}</label>
    <textarea class="suisen-input" id=${pasteId} rows="4"></textarea>
    <div class="suisen-import-sources">
      ${renderButton(readLabel, readPasted)} ${others}
    </div>`;
};

type Columns<Field extends string> = {
  readonly language: Language;
  readonly list: ChosenList<Field>;
  readonly fields: ReadonlyArray<{ field: Field; label: string }>;
  onSheet(sheet: number): void;
  onProposal(proposal: ChosenList<Field>["proposal"]): void;
};

/** The sheet, the column of each value and the height of the heading, to be confirmed. */
export const renderListColumns = <Field extends string>({
  language,
  list,
  fields,
  onSheet,
  onProposal,
}: Columns<Field>): TemplateResult => {
  const t = createTranslator(listMessages, language);
  const { sheets, sheet, proposal } = list;
  const table = tableOf(list);
  const first = table.rows[proposal.headRows];
  return html`${
      sheets.length < 2
        ? nothing
        : html`<label
            >${t("sheet")}
            <select
              class="suisen-input"
              @change=${(event: Event) => {
                if (event.target instanceof HTMLSelectElement)
                  onSheet(event.target.selectedIndex);
              }}
            >
              ${sheets.map(
                ({ name }, index) =>
                  html`<option ?selected=${index === sheet}>${name}</option>`,
              )}
            </select></label
          >`
    }
    <p>${t("columns")}</p>
    ${renderColumnChoices({
      fields,
      columns: Array.from({ length: columnCount(table) }, (_, column) =>
        t("column", {
          letters: toColumnLetters(column + 1),
          label: shorten(proposal.labels[column] ?? ""),
          sample: first === undefined ? "" : shorten(cellAt(first, column)),
        }),
      ),
      noneLabel: t("noColumn"),
      chosen: proposal.columns,
      onChoose: (field, column) =>
        onProposal({
          ...proposal,
          columns: { ...proposal.columns, [field]: column },
        }),
    })}
    <label
      >${t("headRows")}
      <input
        class="suisen-input"
        type="number"
        min="0"
        max="20"
        .value=${String(proposal.headRows)}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement)
            onProposal({
              ...proposal,
              headRows: Math.max(
                0,
                Math.trunc(event.target.valueAsNumber || 0),
              ),
            });
        }}
    /></label>`;
};

/** Rows with the reason why each is left out. */
export const renderRowProblems = (
  language: Language,
  heading: string,
  problems: readonly RowProblem[],
): TemplateResult | typeof nothing => {
  const sentences = rowProblemSentences(problems);
  const rest = sentences.length - SHOWN_PROBLEMS;
  return sentences.length === 0
    ? nothing
    : renderNotice(
        "warning",
        html`<strong>${heading}</strong>
          <ul>
            ${sentences
              .slice(0, SHOWN_PROBLEMS)
              .map((sentence) => html`<li>${sentence[language]}</li>`)}
          </ul>
          ${rest > 0 ? listMessages.more({ count: rest })[language] : nothing}`,
      );
};
