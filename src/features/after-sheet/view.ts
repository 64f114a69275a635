import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { AppRecord } from "../../apps/records.ts";
import { hasOutcome, publicationOf } from "../../domain/after-sheet.ts";
import { formatDay } from "../../i18n/format-day.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderButton } from "../../ui/button.ts";
import { outcomeLines } from "../../words/outcome-words.ts";
import type { OutcomeMessages } from "./messages.ts";

type NominationRecord = AppRecord<"nominations">;

type OutcomePage = {
  readonly t: Translator<OutcomeMessages>;
  readonly nomination: NominationRecord;
  readonly complaint: string;
  readonly isBusy: boolean;
  onTellSociety(): void;
  onCopyForFirm(): void;
  onFirmTold(): void;
  onAskPublication(): void;
};

const toldText = ({ t, nomination }: OutcomePage): string => {
  const told = (["商工会", "事業者"] as const).flatMap((whom) => {
    const last = nomination.tellings.findLast(({ toldTo }) => toldTo === whom);
    return last === undefined || last.toldOn === null
      ? []
      : [
          t("told", {
            whom: t(whom === "商工会" ? "society" : "firm"),
            day: formatDay(last.toldOn, t.language),
          }),
        ];
  });
  return told.length === 0 ? t("notTold") : told.join(" ");
};

const renderTelling = (page: OutcomePage): TemplateResult => {
  const { t, nomination, isBusy } = page;
  if (!hasOutcome(nomination))
    return html`<p class="suisen-secondary">${t("nothing")}</p>`;
  const button = (label: string, onPress: () => void): TemplateResult =>
    renderButton(label, onPress, { isDisabled: isBusy });
  return html`<ul class="suisen-outcome-lines">
      ${outcomeLines(nomination).map((text) => html`<li>${text}</li>`)}
    </ul>
    <p>${toldText(page)}</p>
    <div class="suisen-outcome-buttons">
      ${button(t("tellSociety"), page.onTellSociety)}
      ${button(t("tellFirm"), page.onCopyForFirm)}
      ${button(t("firmTold"), page.onFirmTold)}
    </div>`;
};

const renderPublication = (
  page: OutcomePage,
): TemplateResult | typeof nothing => {
  const { t, nomination, isBusy, onAskPublication } = page;
  const state = publicationOf(nomination);
  if (state === "none") return nothing;
  return html`<p>${t(state)}</p>
    ${
      state === "stale"
        ? renderButton(t("askPublication"), onAskPublication, {
            isDisabled: isBusy,
          })
        : nothing
    }`;
};

export const renderOutcome = (page: OutcomePage): TemplateResult =>
  html`<section class="suisen-outcome" aria-label=${page.t("title")}>
    <h2>${page.t("title")}</h2>
    ${renderTelling(page)} ${renderPublication(page)}
    <p class="suisen-complaint suisen-long-text" role="alert">
      ${page.complaint}
    </p>
  </section>`;
