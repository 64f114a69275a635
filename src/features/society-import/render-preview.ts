import { toColumnLetters } from "excel-form";
import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { cellAt, columnCount } from "../../domain/imports/list-table.ts";
import type { RowProblem } from "../../domain/imports/row-problem.ts";
import type {
  SocietyAddition,
  SocietyUpdate,
} from "../../domain/imports/plan-society-import.ts";
import { societyColumns } from "../../domain/imports/society-columns.ts";
import { renderButton } from "../../ui/button.ts";
import { renderColumnChoices } from "../../ui/column-choices.ts";
import { renderNotice } from "../../ui/notice.ts";
import { rowProblemSentence } from "../../words/import-words.ts";
import { tableOf } from "./choose-list.ts";
import type { ImportPage, PreviewState } from "./import-page.ts";

const SHOWN_PROBLEMS = 50;
const SHOWN_STEPS = 100;
const SAMPLE_CHARS = 12;

const renderSheets = (page: ImportPage, { list }: PreviewState) =>
  list.sheets.length < 2
    ? nothing
    : html`<label
        >${page.t("sheet")}
        <select
          class="suisen-input"
          @change=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement)
              page.onSheet(list, Number(event.target.value));
          }}
        >
          ${list.sheets.map(
            ({ name }, index) =>
              html`<option value=${index} ?selected=${index === list.sheet}>
                ${name}
              </option>`,
          )}
        </select></label
      >`;

const columnTexts = ({ t }: ImportPage, { list }: PreviewState): string[] => {
  const table = tableOf(list);
  const { headRows, labels } = list.proposal;
  const [first] = table.rows.slice(headRows);
  return Array.from({ length: columnCount(table) }, (_, column) =>
    t("column", {
      letters: toColumnLetters(column + 1),
      label: (labels[column] ?? "").slice(0, SAMPLE_CHARS),
      sample:
        first === undefined ? "" : cellAt(first, column).slice(0, SAMPLE_CHARS),
    }),
  );
};

const renderColumns = (
  page: ImportPage,
  preview: PreviewState,
): TemplateResult => {
  const { list } = preview;
  const { proposal } = list;
  return html`<p>${page.t("columns")}</p>
    ${renderColumnChoices({
      fields: societyColumns.map(({ field }) => ({
        field,
        label: page.t(field),
      })),
      columns: columnTexts(page, preview),
      noneLabel: page.t("noColumn"),
      chosen: proposal.columns,
      onChoose: (field, column) =>
        page.onProposal(list, {
          ...proposal,
          columns: { ...proposal.columns, [field]: column },
        }),
    })}
    <label
      >${page.t("headRows")}
      <input
        class="suisen-input"
        type="number"
        min="0"
        max="20"
        .value=${String(proposal.headRows)}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement)
            page.onProposal(list, {
              ...proposal,
              headRows: Math.max(
                0,
                Math.trunc(event.target.valueAsNumber || 0),
              ),
            });
        }}
    /></label>`;
};

const renderProblems = (
  { t, language }: ImportPage,
  heading: string,
  problems: readonly RowProblem[],
) =>
  problems.length === 0
    ? nothing
    : renderNotice(
        "warning",
        html`<strong>${heading}</strong>
          <ul>
            ${problems
              .slice(0, SHOWN_PROBLEMS)
              .map(
                (problem) =>
                  html`<li>${rowProblemSentence(problem)[language]}</li>`,
              )}
          </ul>
          ${
            problems.length > SHOWN_PROBLEMS
              ? t("more", { count: problems.length - SHOWN_PROBLEMS })
              : nothing
          }`,
      );

const valueTexts = ({ t }: ImportPage, { values }: SocietyAddition): string =>
  [
    values.code,
    values.kana,
    values.sortOrder,
    ...(values.organization ?? []).map(({ code }) => code),
    ...(values.contactUsers ?? []).map(({ code }) => code),
    values.active,
  ]
    .filter((value) => value !== undefined && value !== null && value !== "")
    .join(t.language === "ja" ? "・" : ", ");

const changeTexts = ({ t }: ImportPage, { changes }: SocietyUpdate) =>
  changes.map(
    ({ field, from, to }) =>
      html`<div>${t("change", { label: t(field), from, to })}</div>`,
  );

const renderSteps = (page: ImportPage, { plan }: PreviewState) => {
  const { t } = page;
  const rest = plan.steps.length - SHOWN_STEPS;
  return plan.steps.length === 0
    ? nothing
    : html`<div class="suisen-scroll" tabindex="0">
          <table>
            <thead>
              <tr>
                <th>${t("row")}</th>
                <th>${t("kind")}</th>
                <th>${t("name")}</th>
                <th>${t("values")}</th>
              </tr>
            </thead>
            <tbody>
              ${plan.steps.slice(0, SHOWN_STEPS).map(
                (step) =>
                  html`<tr>
                    <td>${step.row}</td>
                    <td>${t(step.kind)}</td>
                    <td class="suisen-long-text">${step.name}</td>
                    <td class="suisen-long-text">
                      ${
                        step.kind === "add"
                          ? valueTexts(page, step)
                          : changeTexts(page, step)
                      }
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${rest > 0 ? html`<p>${t("more", { count: rest })}</p>` : nothing}`;
};

const renderUnnamed = ({ t }: ImportPage, { plan }: PreviewState) =>
  plan.unnamed.length === 0
    ? nothing
    : html`<p class="suisen-secondary suisen-long-text">
        ${t("unnamed", {
          count: plan.unnamed.length,
          names: plan.unnamed.slice(0, SHOWN_PROBLEMS).join("、"),
        })}
      </p>`;

const countSteps = ({ plan }: PreviewState) => ({
  add: plan.steps.filter(({ kind }) => kind === "add").length,
  update: plan.steps.filter(({ kind }) => kind === "update").length,
});

/** Says why nothing can be applied; null where the button belongs. */
const obstacleOf = (
  { t }: ImportPage,
  { known, list, plan }: PreviewState,
): TemplateResult | null => {
  if (!known.seesAll) return renderNotice("error", t("cannotSee"));
  if (known.directory.organizations.length === 0)
    return renderNotice("error", t("noOrganizations"));
  if (list.proposal.columns.name === undefined)
    return renderNotice("warning", t("nameNeeded"));
  return plan.steps.length === 0 && plan.problems.length === 0
    ? renderNotice("info", t("nothing"))
    : null;
};

const renderActions = (page: ImportPage, preview: PreviewState) => {
  const { t } = page;
  const counts = countSteps(preview);
  const canApply =
    preview.plan.steps.length > 0 && obstacleOf(page, preview) === null;
  return html`<div class="suisen-import-sources">
    ${
      canApply
        ? renderButton(t("apply", counts), page.onApply, { isPrimary: true })
        : nothing
    }
    ${renderButton(t("close"), page.onClose)}
  </div>`;
};

/** The list against what there is: columns, rows left out, and each change. */
export const renderPreview = (
  page: ImportPage,
  preview: PreviewState,
): TemplateResult => {
  const { t } = page;
  const { plan, list } = preview;
  return html`<div class="suisen-import-part">
    <strong class="suisen-long-text">${list.name}</strong>
    ${renderSheets(page, preview)} ${renderColumns(page, preview)}
    <p role="status">
      ${t("summary", {
        ...countSteps(preview),
        same: plan.same,
        bad: plan.problems.length,
      })}
    </p>
    ${obstacleOf(page, preview) ?? nothing}
    ${renderProblems(
      page,
      t("problems", { count: plan.problems.length }),
      plan.problems,
    )}
    ${renderProblems(
      page,
      t("notes", { count: plan.notes.length }),
      plan.notes,
    )}
    ${renderSteps(page, preview)} ${renderUnnamed(page, preview)}
    ${renderActions(page, preview)}
  </div>`;
};
