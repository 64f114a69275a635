import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import {
  MATRIX_ROWS_UNGROUPED,
  groupMatrix,
} from "../../domain/board-matrix.ts";
import type { MatrixCell, MatrixRow } from "../../domain/board-matrix.ts";
import { formatDay } from "../../i18n/format-day.ts";
import { terms } from "../../i18n/terms.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";

const dateOf = ({ status, due, done }: MatrixCell): string | null =>
  status === "done" || status === "doneLate" ? done : due;

const renderCell = (
  page: BoardPage,
  cell: MatrixCell | null,
): TemplateResult => {
  if (cell === null) {
    return html`<td class="suisen-secondary">–</td>`;
  }
  const language = languageOf(page);
  const date = dateOf(cell);
  const badge = renderStateBadge(cell.status, terms[cell.status][language]);
  const href = page.lists.ofNominations(cell.ids);
  return html`<td>
    ${href === null ? badge : html`<a href=${href}>${badge}</a>`}
    ${
      date === null || cell.status === "notApplicable"
        ? nothing
        : html`<span class="suisen-secondary"
            >${formatDay(date, language)}</span
          >`
    }
    ${
      cell.nominations > 1
        ? html`<span class="suisen-secondary">× ${cell.nominations}</span>`
        : nothing
    }
  </td>`;
};

const renderRow = (page: BoardPage, row: MatrixRow): TemplateResult =>
  html`<tr>
    <th scope="row" class="suisen-long-text">${row.society.name}</th>
    <td>
      ${
        row.answer === null
          ? "–"
          : html`<span class="suisen-answer suisen-answer-${row.answer}"
              >${terms[row.answer][languageOf(page)]}</span
            >`
      }
    </td>
    ${row.cells.map((cell) => renderCell(page, cell))}
  </tr>`;

const renderTable = (
  page: BoardPage,
  rows: readonly MatrixRow[],
): TemplateResult =>
  html`<div
    class="suisen-scroll suisen-board-matrix-scroll"
    tabindex="0"
    role="region"
    aria-label=${page.t("matrix")}
  >
    <table class="suisen-board-matrix">
      <thead>
        <tr>
          <th scope="col">${page.t("columnSociety")}</th>
          <th scope="col">${page.t("answerColumn")}</th>
          ${page.loaded.programme.milestones.map(
            ({ label }) =>
              html`<th scope="col">${label[languageOf(page)]}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => renderRow(page, row))}
      </tbody>
    </table>
  </div>`;

const renderGroups = (
  page: BoardPage,
  rows: readonly MatrixRow[],
): TemplateResult =>
  html`${groupMatrix(rows).map(
    ({ key, rows: own }, index) =>
      html`<details ?open=${index === 0}>
        <summary>
          ${terms[key][languageOf(page)]}
          <strong>${own.length}</strong>
        </summary>
        ${renderTable(page, own)}
      </details>`,
  )}`;

const renderRows = (
  page: BoardPage,
  rows: readonly MatrixRow[],
): TemplateResult =>
  rows.length > MATRIX_ROWS_UNGROUPED
    ? renderGroups(page, rows)
    : renderTable(page, rows);

/** The societies in order, grouped by state where the list would be too long. */
export const renderMatrix = (page: BoardPage): TemplateResult => {
  const { matrix } = page.loaded.board;
  return html`<section class="suisen-card" id="suisen-matrix">
    <h3>${page.t("matrix")}</h3>
    ${
      matrix.length === 0
        ? html`<p>${page.t("matrixEmpty")}</p>`
        : renderRows(page, matrix)
    }
  </section>`;
};
