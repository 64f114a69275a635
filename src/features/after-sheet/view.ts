import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { hasOutcome, publicationOf } from "../../domain/after-sheet.ts";
import { renderButton } from "../../ui/button.ts";
import { renderOutcomeLines, renderPublicationState } from "./facts.ts";
import type { OutcomeFacts } from "./facts.ts";

type OutcomePage = OutcomeFacts & {
  readonly complaint: string;
  readonly isBusy: boolean;
  onNotifySociety(): void;
  onCopyForFirm(): void;
  onFirmNotified(): void;
  onAskPublication(): void;
};

const renderNotifyButtons = (
  page: OutcomePage,
): TemplateResult | typeof nothing => {
  const { t, nomination, isBusy } = page;
  if (!hasOutcome(nomination)) return nothing;
  const button = (label: string, onPress: () => void): TemplateResult =>
    renderButton(label, onPress, { isDisabled: isBusy });
  return html`<div class="suisen-outcome-buttons">
    ${button(t("notifySociety"), page.onNotifySociety)}
    ${button(t("copyForFirm"), page.onCopyForFirm)}
    ${button(t("firmNotified"), page.onFirmNotified)}
  </div>`;
};

const renderAsking = ({
  t,
  nomination,
  isBusy,
  onAskPublication,
}: OutcomePage): TemplateResult | typeof nothing =>
  publicationOf(nomination) === "stale"
    ? renderButton(t("askPublication"), onAskPublication, {
        isDisabled: isBusy,
      })
    : nothing;

export const renderOutcome = (page: OutcomePage): TemplateResult =>
  html`<section class="suisen-outcome" aria-label=${page.t("title")}>
    <h2>${page.t("title")}</h2>
    ${renderOutcomeLines(page)} ${renderNotifyButtons(page)}
    ${renderPublicationState(page)} ${renderAsking(page)}
    <p class="suisen-complaint suisen-long-text" role="alert">
      ${page.complaint}
    </p>
  </section>`;
