import { hasContest, hasPersons } from "../../apps/parts/programme-parts.ts";
import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { formatDay } from "../../i18n/format-day.ts";
import { leftOutWords } from "../../words/report-words.ts";
import type { ReportValues } from "../../domain/report-values.ts";
import type { ReportValue } from "../../domain/value-source.ts";
import { keyInfo } from "excel-form";
import { renderButton } from "../../ui/button.ts";
import type { DialogPage } from "./dialog-page.ts";
import type { ReadyReport } from "./dialog-state.ts";
import {
  CATALOGUE,
  catalogueOf,
  isValueOf,
} from "../../domain/value-catalogue.ts";

/** More than a person reads here; the file has all of them. */
const ROWS_SHOWN = 100;

const textOf = (value: ReportValue | undefined): string =>
  value === null || value === undefined ? "" : String(value);

/** The columns that identify a nomination; those of another award are left out. */
const COLUMNS = [
  "row.no",
  "society.name",
  "business.registeredName",
  "person.name",
  "person.years",
  "declaration.registeredOn",
  "score.total",
  "case.status",
  "remarks",
] as const;

const columnsOf = ({ programme }: DialogPage) =>
  COLUMNS.filter((key) => isValueOf(programme, key));

const renderCell = (
  { t }: DialogPage,
  key: (typeof COLUMNS)[number],
  text: string,
): TemplateResult =>
  html`<td class="suisen-long-text">
    ${
      keyInfo(CATALOGUE, key).type === "date" && text !== ""
        ? formatDay(text, t.language)
        : text
    }
  </td>`;

const renderRow = (page: DialogPage, row: ReportValues): TemplateResult =>
  html`<tr>
    ${columnsOf(page).map((key) => renderCell(page, key, textOf(row[key])))}
  </tr>`;

const renderRows = (
  page: DialogPage,
  rows: readonly ReportValues[],
): TemplateResult =>
  html`<div
      class="suisen-scroll suisen-report-rows"
      tabindex="0"
      role="region"
      aria-label=${page.t("rowsTitle")}
    >
      <table>
        <thead>
          <tr>
            ${columnsOf(page).map(
              (key) =>
                html`<th scope="col">
                  ${keyInfo(catalogueOf(page.programme), key).label[page.t.language]}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, ROWS_SHOWN).map((row) => renderRow(page, row))}
        </tbody>
      </table>
    </div>
    ${
      rows.length > ROWS_SHOWN
        ? html`<p class="suisen-secondary">
            ${page.t("moreRows", { count: rows.length - ROWS_SHOWN })}
          </p>`
        : nothing
    }`;

const renderLeftOut = (
  page: DialogPage,
  { prepared }: ReadyReport,
): TemplateResult | typeof nothing => {
  const { leftOut } = prepared.selection;
  return leftOut.length === 0
    ? nothing
    : html`<details>
        <summary>${page.t("leftOutTitle", { count: leftOut.length })}</summary>
        <ul class="suisen-findings">
          ${leftOut.map(
            ({ nomination, reason }) =>
              html`<li class="suisen-long-text">
                <a href=${page.hrefOf(nomination.id)} target="_blank"
                  >${nomination.registeredName}（${nomination.society}）</a
                >
                ${leftOutWords[reason][page.t.language]}
              </li>`,
          )}
        </ul>
      </details>`;
};

const renderSender = (
  page: DialogPage,
  { prepared }: ReadyReport,
): TemplateResult => {
  const { edition } = prepared;
  const parts = [
    edition.federationName,
    edition.federationSection,
    `${edition.federationContactTitle} ${edition.federationContactName}`.trim(),
    edition.federationPhone,
    edition.federationEmail,
  ].filter((part) => part !== "");
  return html`<p class="suisen-long-text">
    <span class="suisen-secondary">${page.t("senderTitle")}</span>
    ${parts.join(" ・ ")}
  </p>`;
};

/** A row is a nomination or, in an award of people, one of them. */
const countText = (
  { programme, t }: DialogPage,
  { sheets }: ReadyReport,
  count: number,
): string => {
  if (hasPersons(programme)) return t("personCounts", { count });
  const cases = sheets.reduce((sum, { caseCount }) => sum + caseCount, 0);
  return hasContest(programme)
    ? t("caseCounts", { count, cases })
    : t("counts", { count });
};

/** Step two: what the file will say. */
export const renderContents = (
  page: DialogPage,
  ready: ReadyReport,
): TemplateResult => {
  const { sheets } = ready;
  const rows = sheets.flatMap(({ data }) => data.rows);
  return html`${renderSender(page, ready)}
    <p>
      <strong>${countText(page, ready, rows.length)}</strong>
      ${ready.firms ? page.t("files", { count: sheets.length }) : nothing}
    </p>
    ${
      rows.length === 0
        ? html`<p class="suisen-long-text">
            ${page.t("none")} ${ready.prepared.edition.noneReason}
          </p>`
        : renderRows(page, rows)
    }
    ${renderLeftOut(page, ready)}
    <p class="suisen-secondary">${page.t("leavesKintone")}</p>
    <div class="suisen-report-actions">
      ${renderButton(page.t("back"), () => page.onBack(ready))}
      ${renderButton(page.t("make"), () => page.onMake(ready), { isPrimary: true })}
    </div>`;
};
