import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { renderLimitBar } from "../../ui/limit-bar.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderAnswered, renderQuestion } from "./item-view.ts";
import type { PanelOptions, Say } from "./panel-options.ts";
import { toMeaningText, toTotalText } from "./summary-text.ts";
import type { PanelArea, ScoreView } from "./view-model.ts";

const renderSummary = (view: ScoreView, t: Say): TemplateResult => {
  const total = toTotalText(view, t);
  const meaning = toMeaningText(view, t);
  const { score, threshold } = view;
  return html`<div class="suisen-score-summary">
    <h2 class="suisen-score-title">${t("title")}</h2>
    <strong class="suisen-score-total" data-suisen-total>${total}</strong>
    <div class="suisen-score-bar">
      ${renderLimitBar({
        label: t("bar"),
        value: score.total,
        maximum: Math.max(score.maximum, threshold ?? 0),
        limit: threshold,
        text: total,
      })}
    </div>
    <p
      class="suisen-score-meaning suisen-score-${score.verdict} suisen-long-text"
    >
      ${meaning}
    </p>
    <p class="suisen-visually-hidden" aria-live="polite">
      ${total}。${meaning}
    </p>
  </div>`;
};

const renderArea = (
  area: PanelArea,
  isOpen: boolean,
  { t, actions }: PanelOptions,
): TemplateResult =>
  html`<details class="suisen-area" ?open=${isOpen}>
    <summary>
      <span class="suisen-area-name suisen-long-text"
        >${area.area === "" ? t("withoutArea") : area.area}</span
      >
      <strong
        >${t("areaTotal", {
          earned: String(area.earned),
          maximum: String(area.maximum),
        })}</strong
      >
      <span class="suisen-secondary"
        >${t("areaAnswered", {
          answered: area.answered,
          items: area.items,
        })}</span
      >
    </summary>
    <ul>
      ${area.rows.map(
        (item) =>
          html`<li class="suisen-item">
            ${
              actions === null
                ? renderAnswered(item, t)
                : renderQuestion(item, actions, t)
            }
          </li>`,
      )}
    </ul>
  </details>`;

const leavesPanel = (event: FocusEvent): boolean =>
  event.currentTarget instanceof Element &&
  !(
    event.relatedTarget instanceof Node &&
    event.currentTarget.contains(event.relatedTarget)
  );

export const renderScorePanel = (
  view: ScoreView,
  options: PanelOptions,
): TemplateResult => {
  const { t, actions, isFolded } = options;
  const onFocusOut = (event: FocusEvent): void => {
    if (leavesPanel(event)) {
      actions?.onLeave();
    }
  };
  return html`<section
    class="suisen-score"
    aria-label=${t("title")}
    @focusout=${onFocusOut}
  >
    ${renderSummary(view, t)}
    ${view.isSample ? renderNotice("warning", t("sampleItems")) : nothing}
    ${view.isOtherVersion ? renderNotice("info", t("otherVersion")) : nothing}
    ${view.areas.map((area, index) =>
      renderArea(area, !isFolded || index === 0, options),
    )}
  </section>`;
};
