import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { hasPersons, hasScore } from "../../apps/parts/programme-parts.ts";
import { SERVICE_DAY, labelOf } from "../../domain/cycle.ts";
import { keepsClosed } from "../../domain/open-points.ts";
import type { OpenPoint } from "../../domain/open-points.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import { openPointText } from "../../words/open-point-words.ts";
import { renderChecklistPart } from "./checklist-part.ts";
import type { ChecklistPart } from "./checklist-part.ts";
import type { GuideForm } from "./guide-form.ts";
import { renderDates, renderTick } from "./render-dates.ts";
import type { DatesView } from "./render-dates.ts";

const HEIGHT_PX = 240;

/** The guide while a new edition is typed. */
export type GuidePage = DatesView & {
  /** Names of the editions to take over from, the proposed one first. */
  readonly sources: readonly string[];
  readonly points: readonly OpenPoint[];
  /** A name that cannot be used, said in a sentence. */
  readonly nameProblem: string | null;
  readonly checklist: ChecklistPart;
  readonly error: string | null;
  onSource(name: string): void;
  onInput(change: (form: GuideForm) => void): void;
  onSave(state: "準備中" | "募集中"): void;
  onClose(): void;
};

type TextField =
  | "name"
  | "threshold"
  | "federationName"
  | "recipientName"
  | "recipientEmail";

const renderText = (
  { t, form, onInput }: GuidePage,
  field: TextField,
): TemplateResult =>
  html`<label
    >${t(field)}
    <input
      class="suisen-input suisen-guide-text"
      .value=${form[field]}
      @input=${(event: Event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        const { value } = event.target;
        onInput((changed) => {
          changed[field] = value;
        });
      }}
  /></label>`;

const renderServiceDay = (page: GuidePage) => {
  const { programme, previous, form, onInput, t } = page;
  const name = labelOf(programme, SERVICE_DAY)[t.language];
  return hasPersons(programme)
    ? html`<label
          >${name}
          <input
            class="suisen-input"
            type="date"
            .value=${form.serviceDay}
            @change=${(event: Event) => {
              if (!(event.target instanceof HTMLInputElement)) return;
              const { value } = event.target;
              onInput((changed) => {
                changed.serviceDay = value;
              });
            }}
        /></label>
        ${previous?.serviceDay ? renderTick(page, SERVICE_DAY, name) : nothing}`
    : nothing;
};

const renderForm = ({ t, previous, onInput }: GuidePage): TemplateResult =>
  html`<label
    >${t(previous?.formFile.length ? "newForm" : "formFile")}
    <input
      type="file"
      accept=".xlsx,.xlsm"
      @change=${(event: Event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        const [file] = event.target.files ?? [];
        onInput((changed) => {
          changed.blankForm = file ?? null;
        });
      }}
  /></label>`;

const renderSource = ({ t, sources, previous, onSource }: GuidePage) =>
  sources.length < 2
    ? nothing
    : html`<label
        >${t("from")}
        <select
          class="suisen-input"
          @change=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement)
              onSource(event.target.value);
          }}
        >
          ${sources.map(
            (name) =>
              html`<option value=${name} ?selected=${name === previous?.name}>
                ${name}
              </option>`,
          )}
        </select></label
      >`;

const renderPoints = ({ t, programme, points }: GuidePage): TemplateResult =>
  html`<section class="suisen-guide-points" aria-live="polite">
    <h4>${t("openPoints")}</h4>
    ${
      points.length === 0
        ? html`<p>${renderStateMark("done")} ${t("nothingOpen")}</p>`
        : html`<ul>
            ${points.map(
              (point) =>
                html`<li
                  class=${keepsClosed(point) ? "suisen-check-look" : "suisen-check-note"}
                >
                  <span class="suisen-check-mark"
                    >${renderStateMark(keepsClosed(point) ? "overdue" : "dueSoon")}</span
                  >
                  ${openPointText(programme, point, t.language)}
                </li>`,
            )}
          </ul>`
    }
  </section>`;

const renderScore = (page: GuidePage): TemplateResult | typeof nothing =>
  hasScore(page.programme)
    ? html`${renderText(page, "threshold")}
        <h4>${page.t("checklist")}</h4>
        ${renderChecklistPart(page.checklist)}`
    : nothing;

/** 最初の募集回を作る and 次の募集回をつくる. */
export const renderGuide = (page: GuidePage): TemplateResult => {
  const { t, nameProblem, points } = page;
  const mayOpen = nameProblem === null && !points.some(keepsClosed);
  return html`<div class="suisen-import-part">
    ${renderSource(page)} ${renderText(page, "name")}
    ${nameProblem === null ? nothing : renderNotice("error", nameProblem)}
    ${renderDates(page)} ${renderServiceDay(page)} ${renderScore(page)}
    ${renderText(page, "federationName")} ${renderForm(page)}
    ${renderText(page, "recipientName")} ${renderText(page, "recipientEmail")}
    ${renderPoints(page)}
    ${page.error === null ? nothing : renderNotice("error", page.error)}
    <div class="suisen-import-sources">
      ${renderButton(t("prepare"), () => page.onSave("準備中"), {
        isPrimary: !mayOpen,
        isDisabled: nameProblem !== null,
      })}
      ${renderButton(t("open"), () => page.onSave("募集中"), {
        isPrimary: mayOpen,
        isDisabled: !mayOpen,
      })}
      ${renderButton(t("close"), page.onClose)}
    </div>
    ${mayOpen ? nothing : html`<p class="suisen-secondary">${t("openHint")}</p>`}
  </div>`;
};

export const renderGuideReading = (label: string): TemplateResult =>
  renderSkeleton(label, HEIGHT_PX);
