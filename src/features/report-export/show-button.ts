import { html } from "lit/html.js";
import { AppError } from "../../errors/app-error.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { draw, openRoot } from "../../ui/root.ts";
import type { messages } from "./messages.ts";
import { openReportDialog } from "./open-dialog.ts";

type Context = FeatureContext<typeof messages>;

/**
 * Whoever may read 提出台帳 may make a report. This is comfort: kintone itself
 * refuses the ledger, and the other societies' records, to everybody else.
 */
const mayMakeReports = async ({ gateway }: Context): Promise<boolean> => {
  try {
    await gateway.listRecords("deliveries", { fields: [], limit: 1 });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "kintone/no-right") {
      return false;
    }
    throw error;
  }
};

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
  if (space === null || !(await mayMakeReports(context))) {
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
