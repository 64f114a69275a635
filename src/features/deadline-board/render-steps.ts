import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { NominationStep } from "../../domain/nomination-step.ts";
import { terms } from "../../i18n/terms.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";

const steps: readonly NominationStep[] = [
  "preparing",
  "contacted",
  "registered",
  "reported",
  "returned",
  "withdrawn",
];

const isBeside = (step: NominationStep): boolean =>
  step === "returned" || step === "withdrawn";

/** One bar per process state; what is beside the way is drawn lighter. */
export const renderSteps = (page: BoardPage): TemplateResult => {
  const { steps: counts, selfNominated } = page.loaded.board;
  const most = Math.max(1, ...Object.values(counts));
  return html`<section class="suisen-card">
    <h3>${page.t("steps")}</h3>
    <table class="suisen-board-steps">
      <tbody>
        ${steps.map(
          (step) =>
            html`<tr
              class=${isBeside(step) ? "suisen-beside" : ""}
              data-suisen-value="step-${step}"
            >
              <th scope="row">${terms[step][languageOf(page)]}</th>
              <td class="suisen-board-step-bar" aria-hidden="true">
                <span
                  style="inline-size: ${(counts[step] / most) * 100}%"
                ></span>
              </td>
              <td class="suisen-number">
                ${page.t("count", { count: counts[step] })}
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
