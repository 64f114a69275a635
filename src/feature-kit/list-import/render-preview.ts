import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { chooseSheet } from "./chosen-list.ts";
import type { ImportStep } from "./import-kind.ts";
import type { ImportPage } from "./import-page.ts";
import type { PreviewState } from "./import-state.ts";
import { renderListColumns, renderRowProblems } from "./list-view.ts";

const SHOWN_STEPS = 100;
const SHOWN_NAMES = 50;

const renderStep = <F extends string, K, S extends ImportStep<F>>(
  { t, language, kind }: ImportPage<F, K, S>,
  step: S,
): TemplateResult =>
  html`<tr>
    <td>${step.row}</td>
    <td>${t(step.kind)}</td>
    <td class="suisen-long-text">${step.name}</td>
    <td class="suisen-long-text">
      ${
        step.changes?.map(
          ({ field, from, to }) =>
            html`<div>
              ${t("change", { label: kind.labels[field][language], from, to })}
            </div>`,
        ) ?? kind.describe(step)
      }
    </td>
  </tr>`;

const renderSteps = <F extends string, K, S extends ImportStep<F>>(
  page: ImportPage<F, K, S>,
  steps: readonly S[],
) => {
  const { t } = page;
  const rest = steps.length - SHOWN_STEPS;
  return steps.length === 0
    ? nothing
    : html`<div class="suisen-scroll" tabindex="0">
          <table>
            <thead>
              <tr>
                ${(["row", "what", "name", "values"] as const).map(
                  (head) => html`<th scope="col">${t(head)}</th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${steps.slice(0, SHOWN_STEPS).map((step) => renderStep(page, step))}
            </tbody>
          </table>
        </div>
        ${rest > 0 ? html`<p>${t("more", { count: rest })}</p>` : nothing}`;
};

/** Says why nothing can be applied; null where the button belongs. */
const obstacleIn = <F extends string, K, S extends ImportStep<F>>(
  { kind, language }: ImportPage<F, K, S>,
  { known, list, plan }: PreviewState<F, K, S>,
): TemplateResult | null => {
  const obstacle = kind.obstacleOf(known);
  if (obstacle !== null) return renderNotice("error", obstacle[language]);
  if (list.proposal.columns[kind.needed] === undefined)
    return renderNotice("warning", kind.texts.neededMissing[language]);
  return plan.steps.length === 0 && plan.problems.length === 0
    ? renderNotice("info", kind.texts.nothing[language])
    : null;
};

/** The list against what there is: columns, rows left out, and each change. */
export const renderPreview = <F extends string, K, S extends ImportStep<F>>(
  page: ImportPage<F, K, S>,
  preview: PreviewState<F, K, S>,
): TemplateResult => {
  const { t, language, kind } = page;
  const { plan, list } = preview;
  const { steps, problems, notes, unnamed } = plan;
  const add = steps.filter((step) => step.kind === "add").length;
  const counts = { add, update: steps.length - add };
  const obstacle = obstacleIn(page, preview);
  return html`<div class="suisen-import-part">
    <strong class="suisen-long-text">${list.name}</strong>
    ${renderListColumns({
      language,
      list,
      fields: kind.columns.map(({ field }) => ({
        field,
        label: kind.labels[field][language],
      })),
      onSheet: (sheet) => page.onList(chooseSheet(kind, list, sheet)),
      onProposal: (proposal) => page.onList({ ...list, proposal }),
    })}
    <p role="status">
      ${t("summary", { ...counts, same: plan.same, bad: problems.length })}
    </p>
    ${obstacle ?? nothing}
    ${renderRowProblems(language, t("problems", { count: problems.length }), problems)}
    ${renderRowProblems(language, kind.texts.notes[language], notes)}
    ${renderSteps(page, steps)}
    ${
      unnamed.length === 0
        ? nothing
        : html`<p class="suisen-secondary suisen-long-text">
            ${t("unnamed", {
              count: unnamed.length,
              names: unnamed.slice(0, SHOWN_NAMES).join("、"),
            })}
          </p>`
    }
    <div class="suisen-import-sources">
      ${
        steps.length > 0 && obstacle === null
          ? renderButton(t("apply", counts), page.onApply, { isPrimary: true })
          : nothing
      }
      ${renderButton(t("close"), page.onClose)}
    </div>
  </div>`;
};
