import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { WeekdayMismatch } from "../../domain/weekday-check.ts";
import { formatLongDay } from "../../i18n/format-day.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderNotice } from "../../ui/notice.ts";
import type { HandoutMessages } from "./messages.ts";

/** Dates of the notice whose weekday is another day's. */
export const renderMismatches = (
  t: Translator<HandoutMessages>,
  mismatches: readonly WeekdayMismatch[],
): TemplateResult | typeof nothing =>
  mismatches.length === 0
    ? nothing
    : renderNotice(
        "warning",
        html`${mismatches.map(
          ({ text, day }) =>
            html`<p>
              ${t("wrongWeekday", { text, day: formatLongDay(day, t.language) })}
            </p>`,
        )}`,
      );

/** A draft of the notice for the form that is being typed. */
export const renderDraft = (page: {
  readonly t: Translator<HandoutMessages>;
  readonly hasText: boolean;
  readonly mismatches: readonly WeekdayMismatch[];
  onDraft(): void;
}): TemplateResult =>
  html`<section class="suisen-handout" aria-label=${page.t("title")}>
    ${renderMismatches(page.t, page.mismatches)}
    ${
      page.hasText
        ? nothing
        : html`<p>${page.t("draftHint")}</p>
            <button type="button" class="suisen-button" @click=${page.onDraft}>
              ${page.t("draft")}
            </button>`
    }
  </section>`;
