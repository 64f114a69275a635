import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { AppRecord } from "../../apps/records.ts";
import { hasOutcome, publicationOf } from "../../domain/after-sheet.ts";
import { formatDay } from "../../i18n/format-day.ts";
import type { Translator } from "../../i18n/translate.ts";
import { outcomeLines } from "../../words/outcome-words.ts";
import type { OutcomeMessages } from "./messages.ts";

export type OutcomeFacts = {
  readonly t: Translator<OutcomeMessages>;
  readonly nomination: AppRecord<"nominations">;
};

const notifiedText = ({ t, nomination }: OutcomeFacts): string => {
  const notified = (["商工会", "事業者"] as const).flatMap((whom) => {
    const last = nomination.tellings.findLast(({ toldTo }) => toldTo === whom);
    return last === undefined || last.toldOn === null
      ? []
      : [
          t("notified", {
            whom: t(whom === "商工会" ? "society" : "firm"),
            day: formatDay(last.toldOn, t.language),
          }),
        ];
  });
  return notified.length === 0 ? t("notNotified") : notified.join(" ");
};

/** The outcome, and who has heard of it. */
export const renderOutcomeLines = (facts: OutcomeFacts): TemplateResult =>
  hasOutcome(facts.nomination)
    ? html`<ul class="suisen-outcome-lines">
          ${outcomeLines(facts.nomination).map((text) => html`<li class="suisen-long-text">${text}</li>`)}
        </ul>
        <p>${notifiedText(facts)}</p>`
    : html`<p class="suisen-secondary">${facts.t("nothing")}</p>`;

/** The state of the publication in a sentence. */
export const renderPublicationState = ({
  t,
  nomination,
}: OutcomeFacts): TemplateResult | typeof nothing => {
  const state = publicationOf(nomination);
  return state === "none" ? nothing : html`<p>${t(state)}</p>`;
};
