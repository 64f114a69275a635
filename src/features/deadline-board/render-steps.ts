import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { stepsOf } from "../../domain/nomination-step.ts";
import type { NominationStep } from "../../domain/nomination-step.ts";
import { stepWords } from "../../words/step-words.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";

const isBeside = (step: NominationStep): boolean =>
  step === "returned" || step === "withdrawn";

const renderCount = (
  page: BoardPage,
  step: NominationStep,
  count: number,
): TemplateResult | string => {
  const text = page.t("count", { count });
  const href = count === 0 ? null : page.lists.ofStep(step);
  return href === null ? text : html`<a href=${href}>${text}</a>`;
};

/** One bar per process state; what is beside the way is drawn lighter. */
export const renderSteps = (page: BoardPage): TemplateResult => {
  const { programme, board } = page.loaded;
  const { steps: counts, selfNominated } = board;
  const countOf = (step: NominationStep): number => counts[step] ?? 0;
  const most = Math.max(1, ...Object.values(counts));
  return html`<section class="suisen-card">
    <h3>${page.t("steps")}</h3>
    <table class="suisen-board-steps">
      <tbody>
        ${stepsOf(programme).map(
          (step) =>
            html`<tr
              class=${isBeside(step) ? "suisen-beside" : ""}
              data-suisen-value="step-${step}"
            >
              <th scope="row">
                ${stepWords(programme, step)[languageOf(page)]}
              </th>
              <td class="suisen-board-step-bar" aria-hidden="true">
                <span
                  style="inline-size: ${(countOf(step) / most) * 100}%"
                ></span>
              </td>
              <td class="suisen-number">
                ${renderCount(page, step, countOf(step))}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      selfNominated > 0
        ? html`<p class="suisen-secondary">
            ${page.t("selfNominated", { count: selfNominated })}
          </p>`
        : nothing
    }
  </section>`;
};
