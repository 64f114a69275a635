import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { mayReadLedger } from "../../feature-kit/ledger-access.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { messages } from "./messages.ts";
import type { ReturnMessages } from "./messages.ts";
import { openReturn } from "./open-dialog.ts";

type Context = FeatureContext<ReturnMessages>;

const open = async (context: Context): Promise<void> => {
  const { visit, page, t } = context;
  try {
    const hasWritten = await openReturn(context, visit.read("editions").id);
    // The page's own lists still show the nominations as they were.
    if (hasWritten) page.reload();
  } catch (error) {
    console.error("suisen: returned form", error);
    await page.notify("ERROR", toMessage(error, t.language));
  }
};

const renderPanel = (context: Context): TemplateResult =>
  html`<section
    class="suisen-return-panel"
    aria-label=${context.t("panelTitle")}
  >
    <h3>${context.t("panelTitle")}</h3>
    <p>${context.t("panelHint")}</p>
    <button
      type="button"
      class="suisen-button"
      @click=${() => void open(context)}
    >
      ${context.t("open")}
    </button>
  </section>`;

/** Filled forms of societies that use no kintone come back through the map they went out with. */
export const formReturn = defineFeature({
  id: "form-return",
  apps: ["editions"],
  devices: ["desktop"],
  messages,
  on: {
    "record.detail": async (context) => {
      if (await mayReadLedger(context)) {
        showPanel(context, "suisenForm", "form-return", () =>
          renderPanel(context),
        );
      }
    },
  },
});
