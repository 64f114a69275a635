import { html } from "lit/html.js";
import { hasOutcome } from "../../domain/after-sheet.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { renderOutcomeLines, renderPublicationState } from "./facts.ts";
import { messages } from "./messages.ts";
import type { OutcomeMessages } from "./messages.ts";

const show = (context: FeatureContext<OutcomeMessages>): void => {
  const { page, t, visit } = context;
  const isShown = hasOutcome(visit.read("nominations"));
  page.setFieldShown("suisenOutcome", isShown);
  if (!isShown) return;
  page.openGroup("outcomeGroup");
  showPanel(context, "suisenOutcome", "after-sheet", () => {
    const facts = { t, nomination: visit.read("nominations") };
    return html`<section aria-label=${t("title")}>
      <h2>${t("title")}</h2>
      ${renderOutcomeLines(facts)} ${renderPublicationState(facts)}
    </section>`;
  });
};

/** Shows the outcome of a nomination on a phone; the desktop has the buttons that tell it. */
export const outcomeOnPhone = defineFeature({
  id: "after-sheet-phone",
  apps: ["nominations"],
  devices: ["mobile"],
  messages,
  on: { "record.detail": show },
});
