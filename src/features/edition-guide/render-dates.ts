import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import {
  lastBusinessDayBefore,
  whyClosed,
} from "../../domain/business-days.ts";
import type { ClosedBecause, ClosedDays } from "../../domain/business-days.ts";
import { labelOf } from "../../domain/cycle.ts";
import { dateOf } from "../../domain/milestone-dates.ts";
import type { MilestoneId } from "../../domain/model.ts";
import { sameDayIn } from "../../domain/next-edition.ts";
import { milestoneIds } from "../../domain/open-points.ts";
import type { AppRecord } from "../../apps/records.ts";
import { formatDay, formatLongDay } from "../../i18n/format-day.ts";
import type { Programme } from "../../programmes/index.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { GuideForm } from "./guide-form.ts";
import type { GuideMessages } from "./messages.ts";

type T = Translator<GuideMessages>;

export type DatesView = {
  readonly t: T;
  readonly programme: Programme;
  readonly form: GuideForm;
  readonly previous: AppRecord<"editions"> | null;
  readonly closedDays: ClosedDays;
  onDate(id: MilestoneId, day: string): void;
  onConfirm(id: MilestoneId, isConfirmed: boolean): void;
};

const reasonText = (t: T, because: ClosedBecause): string =>
  because.kind === "holiday" ? t("holiday", because) : t(because.kind);

const closedParts = (
  { t, closedDays }: DatesView,
  day: string,
): { day: string; reason: string; before: string } | null => {
  const because = whyClosed(day, closedDays);
  if (because === null) return null;
  const before = lastBusinessDayBefore(day, closedDays);
  return {
    day: formatDay(day, t.language),
    reason: reasonText(t, because),
    before: before === null ? "" : formatDay(before, t.language),
  };
};

/** The date as the last notice had it, where this year's is another day that is closed. */
const sameDayNote = (view: DatesView, id: MilestoneId): string | null => {
  const { t, form, previous } = view;
  const earlier = previous && dateOf(previous, { id });
  if (!earlier || previous.fiscalYear === null) return null;
  const same = sameDayIn(earlier, form.fiscalYear - previous.fiscalYear);
  const parts = same === form.dates[id] ? null : closedParts(view, same);
  return parts && t("sameDayClosed", parts);
};

/** Confirms a date that was carried over. */
export const renderTick = (
  { t, form, onConfirm }: DatesView,
  id: MilestoneId,
  name: string,
): TemplateResult =>
  html`<label class="suisen-tick"
    ><input
      type="checkbox"
      aria-label="${name} ${t("confirmed")}"
      .checked=${!form.toConfirm.includes(id)}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLInputElement)
          onConfirm(id, event.target.checked);
      }}
    />
    ${t("confirmed")}</label
  >`;

const renderRow = (view: DatesView, id: MilestoneId): TemplateResult => {
  const { t, form, previous } = view;
  const day = form.dates[id] ?? "";
  const name = labelOf(view.programme, id)[t.language];
  const earlier = previous && dateOf(previous, { id });
  const closed = day === "" ? null : closedParts(view, day);
  const note = sameDayNote(view, id);
  return html`<tr>
    <th scope="row">${name}</th>
    <td>
      <input
        class="suisen-input"
        type="date"
        aria-label="${name} ${t("date")}"
        .value=${day}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement)
            view.onDate(id, event.target.value);
        }}
      />
    </td>
    <td class="suisen-long-text">
      ${day === "" ? nothing : html`<strong>${formatLongDay(day, t.language)}</strong> `}
      ${day === "" || closed !== null ? nothing : t("businessDay")}
      ${closed === null ? nothing : html`<span class="suisen-guide-closed">${t("closed", closed)}</span>`}
      ${earlier ? html`<div class="suisen-secondary">${t("lastYear", { day: formatLongDay(earlier, t.language) })}</div>` : nothing}
      ${note === null ? nothing : html`<div class="suisen-guide-closed">${note}</div>`}
    </td>
    <td>${earlier ? renderTick(view, id, name) : nothing}</td>
  </tr>`;
};

/** Each date with its weekday, why it is closed, and the tick of a carried one. */
export const renderDates = (view: DatesView): TemplateResult => {
  const { t, previous, programme } = view;
  return html`<h4>${t("dates")}</h4>
    ${previous === null ? nothing : html`<p class="suisen-secondary">${t("datesHint")}</p>`}
    <div class="suisen-scroll suisen-guide-dates" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${t("milestone")}</th>
            <th scope="col">${t("date")}</th>
            <th scope="col">${t("weekday")}</th>
            <th scope="col">${t("confirmed")}</th>
          </tr>
        </thead>
        <tbody>
          ${milestoneIds(programme).map((id) => renderRow(view, id))}
        </tbody>
      </table>
    </div>`;
};
