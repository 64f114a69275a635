import { html } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { mayReadLedger } from "../../feature-kit/ledger-access.ts";
import { draw, openRoot } from "../../ui/root.ts";
import type { messages } from "./messages.ts";
import { openReportDialog } from "./open-dialog.ts";

type Context = FeatureContext<typeof messages>;

const open = async (context: Context): Promise<void> => {
  try {
    await openReportDialog(context);
  } catch (error) {
    console.error("suisen: report", error);
    await context.page.notify("ERROR", toMessage(error, context.t.language));
  }
};

export const showButton = async (context: Context): Promise<void> => {
  const space = context.page.headerMenuSpace();
  if (space === null || !(await mayReadLedger(context))) {
    return;
  }
  draw(
    openRoot(space, "report-export"),
    html`<button
      type="button"
      class="suisen-button suisen-button-primary"
      @click=${() => void open(context)}
    >
      ${context.t("open")}
    </button>`,
  );
};
