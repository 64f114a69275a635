import { toMessage } from "../../errors/to-message.ts";
import { cycleOf } from "../../domain/cycle.ts";
import { doneOf } from "../../domain/milestone-dates.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { viewEdition } from "../../feature-kit/record-edition.ts";
import { messages } from "./messages.ts";
import type { TransferMessages } from "./messages.ts";
import { isForTransfer, toTransferRows } from "./view-model.ts";
import type { TransferRow } from "./view-model.ts";
import { renderTransfer } from "./view.ts";

type Context = FeatureContext<TransferMessages>;

const SPACE = "suisenTransfer";

const formOf = (context: Context): string => {
  const { edition, nominationKind } = context.visit.read("nominations");
  const view = viewEdition(context, edition);
  if (view.kind !== "found") return "";
  const { otherFormUrl, selfFormUrl } = view.edition;
  return nominationKind === "自薦" ? selfFormUrl : otherFormUrl;
};

/** The next value that can be copied; after the last one, the receipt number. */
const focusNext = (root: HTMLElement, code: string): void => {
  const buttons = [...root.querySelectorAll<HTMLElement>("[data-suisen-copy]")];
  const index = buttons.findIndex(
    (button) => button.dataset.suisenCopy === code,
  );
  const next =
    buttons[index + 1] ?? root.querySelector<HTMLElement>("[name=receipt]");
  next?.focus();
};

/** Writes the number and the day; the record must still be the one on screen. */
const keepReceipt = async (
  { programme, gateway, visit, clock }: Context,
  receiptNumber: string,
): Promise<void> => {
  const nomination = visit.read("nominations");
  const { entry } = cycleOf(programme);
  const day = doneOf(nomination, entry) ?? clock.today();
  await gateway.updateRecord(
    "nominations",
    nomination.id,
    { receiptNumber, ...(entry && { [`${entry.id}Done` as const]: day }) },
    nomination.revision,
  );
};

const show = (context: Context): void => {
  const { page, visit, t } = context;
  const nomination = visit.read("nominations");
  page.setFieldShown(SPACE, isForTransfer(context.programme, nomination));
  if (!isForTransfer(context.programme, nomination)) return;
  const copied = new Set<string>();
  let complaint = "";
  const redraw = (): void => visit.replace(visit.record());

  const copy = async (row: TransferRow): Promise<void> => {
    try {
      await navigator.clipboard.writeText(row.value);
    } catch {
      // No clipboard without a secure page or permission; the value is on screen.
      await page.notify("INFO", t("copyFailed"));
      return;
    }
    copied.add(row.code);
    redraw();
    if (root !== null) focusNext(root, row.code);
  };
  const keep = async (receipt: string): Promise<void> => {
    complaint = receipt === "" ? t("receiptNeeded") : "";
    redraw();
    if (receipt === "") return;
    try {
      await keepReceipt(context, receipt);
      await page.notify("SUCCESS", t("kept"));
      page.reload();
    } catch (error) {
      console.error("suisen: receipt", error);
      const sentence = toMessage(error, t.language);
      complaint = t("notKept", { sentence });
      redraw();
    }
  };
  const root = showPanel(context, SPACE, "transfer-panel", () => {
    const now = visit.read("nominations");
    return renderTransfer({
      t,
      rows: toTransferRows(now),
      copied,
      form: formOf(context),
      receipt: now.receiptNumber,
      complaint,
      onCopy: (row) => void copy(row),
      onReceipt: (text) => void keep(text),
    });
  });
};

const hide = ({ page }: Context): void => page.setFieldShown(SPACE, false);

/** The firm's data in the order of the web form, one press for each. */
export const transferPanel = defineFeature({
  id: "transfer-panel",
  apps: ["nominations"],
  messages,
  on: {
    "record.create": hide,
    "record.edit": hide,
    "record.detail": show,
  },
});
