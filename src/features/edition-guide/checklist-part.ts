import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { checklistColumns } from "../../domain/imports/checklist-columns.ts";
import { sumChecklist } from "../../domain/imports/read-checklist.ts";
import type { ChecklistRow } from "../../domain/imports/read-checklist.ts";
import type { RowProblem } from "../../domain/imports/row-problem.ts";
import {
  renderListColumns,
  renderListSources,
  renderRowProblems,
} from "../../feature-kit/list-import/list-view.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderNotice } from "../../ui/notice.ts";
import type { ItemList } from "./checklist-list.ts";
import type { GuideMessages } from "./messages.ts";

/** The checklist beside its sources; used for a new edition and for one that is there. */
export type ChecklistPart = {
  readonly t: Translator<GuideMessages>;
  /** Tells the two uses on one page apart. */
  readonly id: string;
  /** Null until a list was read. */
  readonly list: ItemList | null;
  readonly rows: readonly ChecklistRow[];
  readonly problems: readonly RowProblem[];
  readonly error: string | null;
  /** As typed; "" where it is not known yet. */
  readonly threshold: string;
  readonly isOfficial: boolean;
  /** Editions whose checklist can be copied. */
  readonly others: readonly string[];
  onFile(file: File): void;
  onPaste(text: string): void;
  onCopy(edition: string): void;
  onList(list: ItemList): void;
  onSheet(sheet: number): void;
  onOfficial(isOfficial: boolean): void;
};

const renderCopy = ({ t, others, onCopy }: ChecklistPart) =>
  others.length === 0
    ? nothing
    : html`<label
        >${t("copyFrom")}
        <select
          class="suisen-input"
          @change=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement)
              onCopy(event.target.value);
          }}
        >
          <option value="">${t("choose")}</option>
          ${others.map((name) => html`<option value=${name}>${name}</option>`)}
        </select></label
      >`;

const renderSources = (part: ChecklistPart): TemplateResult => {
  const { t, id } = part;
  return html`${renderListSources({
    language: t.language,
    id,
    fileLabel: t("file"),
    readLabel: t("readPasted"),
    onFile: part.onFile,
    onPaste: part.onPaste,
  })}
  ${renderCopy(part)}`;
};

const renderColumns = (
  { t, onSheet, onList }: ChecklistPart,
  list: ItemList,
): TemplateResult =>
  renderListColumns({
    language: t.language,
    list,
    fields: checklistColumns.map(({ field }) => ({ field, label: t(field) })),
    onSheet,
    onProposal: (proposal) => onList({ ...list, proposal }),
  });

const renderItems = ({ t, rows }: ChecklistPart): TemplateResult =>
  html`<details>
    <summary>${t("allItems", { count: rows.length })}</summary>
    <div class="suisen-scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            ${(["itemId", "area", "text", "points"] as const).map(
              (head) => html`<th scope="col">${t(head)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ itemId, itemArea, itemText, itemPoints }) =>
              html`<tr>
                <td>${itemId}</td>
                <td>${itemArea}</td>
                <td class="suisen-long-text">${itemText}</td>
                <td>${itemPoints}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;

const renderSums = (part: ChecklistPart): TemplateResult => {
  const { t, rows, threshold } = part;
  if (rows.length === 0)
    return html`<p class="suisen-secondary">${t("noItems")}</p>`;
  const { areas, total } = sumChecklist(rows);
  return html`<p role="status">
      ${t("items", { count: rows.length, total, threshold })}
    </p>
    <ul>
      ${areas.map((area) => html`<li>${t("areaSum", area)}</li>`)}
    </ul>
    ${
      threshold !== "" && total < Number(threshold)
        ? renderNotice("warning", t("outOfReach", { total, threshold }))
        : nothing
    }
    ${renderItems(part)}`;
};

/** Sources, columns, sums and items of a checklist. */
export const renderChecklistPart = (part: ChecklistPart): TemplateResult =>
  html`<div class="suisen-import-part">
    ${renderSources(part)}
    ${part.error === null ? nothing : renderNotice("error", part.error)}
    ${part.list === null ? nothing : renderColumns(part, part.list)}
    ${renderRowProblems(
      part.t.language,
      part.t("problems", { count: part.problems.length }),
      part.problems,
    )}
    ${renderSums(part)}
    <label class="suisen-tick"
      ><input
        type="checkbox"
        .checked=${part.isOfficial}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement)
            part.onOfficial(event.target.checked);
        }}
      />
      ${part.t("isOfficial")}</label
    >
  </div>`;
