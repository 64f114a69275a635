import { html } from "lit";
import type { TemplateResult } from "lit";
import { boot, c } from "../boot.ts";
import { t } from "../words.ts";
import type { Report, ReportRow } from "./graph.ts";
import { toSeries } from "./series.ts";

const keyText = (key: string): string => (key === "" ? t("noGroup") : key);
const figureText = (figure: number | null): string =>
  figure === null ? "" : figure.toLocaleString(boot.user.language);

/** A line per group, a column per key and figure. */
export const figuresTable = (
  name: string,
  groupNames: string[],
  figureNames: string[],
  rows: ReportRow[],
): TemplateResult =>
  html`<div class=${c("table-frame")}>
    <table class=${c("table")} aria-label=${name}>
      <thead>
        <tr>
          ${[...groupNames, ...figureNames].map(
            (label) => html`<th scope="col">${label}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ keys, figures }) =>
            html`<tr>
              ${keys.map((key) => html`<td>${keyText(key)}</td>`)}
              ${figures.map((it) => html`<td>${figureText(it)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** The first group down, the others across. */
export const pivotTable = (
  report: Report,
  groupNames: string[],
  figureNames: string[],
  rows: ReportRow[],
): TemplateResult => {
  const { categories, series } = toSeries(rows, report, figureNames);
  return html`<div class=${c("table-frame")}>
    <table class=${c("table")} aria-label=${report.name}>
      <thead>
        <tr>
          <th scope="col">${groupNames[0] ?? ""}</th>
          ${series.map(({ name }) => html`<th scope="col">${keyText(name)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${categories.map(
          (category, i) =>
            html`<tr>
              <th scope="row">${keyText(category)}</th>
              ${series.map(
                ({ figures }) =>
                  html`<td>${figureText(figures[i] ?? null)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};
