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

const renderAreaHead = (area: PanelArea, t: Say): TemplateResult =>
  html`<span class="suisen-area-name suisen-long-text"
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
    >`;

const renderRows = (
  { rows }: PanelArea,
  { t, actions }: PanelOptions,
): TemplateResult =>
  html`<ul>
    ${rows.map(
      (item) =>
        html`<li class="suisen-item">
          ${
            actions === null
              ? renderAnswered(item, t)
              : renderQuestion(item, actions, t)
          }
        </li>`,
    )}
  </ul>`;

/** Areas fold on a phone alone: on a keyboard each would be one more stop before its items. */
const renderArea = (
  area: PanelArea,
  index: number,
  options: PanelOptions,
): TemplateResult => {
  const head = renderAreaHead(area, options.t);
  const rows = renderRows(area, options);
  return options.isFolded
    ? html`<details class="suisen-area" ?open=${index === 0}>
        <summary class="suisen-area-head">${head}</summary>
        ${rows}
      </details>`
    : html`<div class="suisen-area">
        <div class="suisen-area-head">${head}</div>
        ${rows}
      </div>`;
};

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
  const { t, actions } = options;
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
    ${
      actions === null
        ? nothing
        : html`<p class="suisen-secondary suisen-score-keys">${t("keys")}</p>`
    }
    ${view.isSample ? renderNotice("warning", t("sampleItems")) : nothing}
    ${view.isOtherVersion ? renderNotice("info", t("otherVersion")) : nothing}
    ${view.areas.map((area, index) => renderArea(area, index, options))}
  </section>`;
};
