import { parseAppRecord } from "../../apps/records.ts";
import { toMessage } from "../../errors/to-message.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import { askReason } from "../../feature-kit/ask-reason.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { isMailed } from "../../domain/sheet-state.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { where } from "../../kintone/query.ts";
import { sendDelivery, undoSending } from "../../kintone/send-delivery.ts";
import type { SendProgress } from "../../kintone/send-delivery.ts";
import { messages } from "./messages.ts";
import type { SendingMessages } from "./messages.ts";
import { renderSending } from "./view.ts";
import type { SendingState } from "./view.ts";

type Context = FeatureContext<SendingMessages>;

const fetchRecipient = async (
  { gateway, visit }: Context,
  edition: string,
): Promise<string> => {
  const [found] = await gateway.listRecords("editions", {
    fields: ["recipientEmail"],
    condition: where("name", "=", edition),
  });
  return found?.recipientEmail ?? visit.read("deliveries").sentTo;
};

const showSending = (context: Context): void => {
  const { page, gateway, clock, visit, t } = context;
  const { id, edition } = visit.read("deliveries");
  let state: SendingState = { kind: "idle" };
  const show = (next: SendingState): void => {
    state = next;
    visit.replace(visit.record());
  };
  const onProgress: SendProgress = (progress) =>
    show({ kind: "working", ...progress });
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    show({ kind: "working", done: 0, total: 1 });
    try {
      await work();
      // The record was changed through REST; the page still shows the old one.
      page.reload();
    } catch (error) {
      console.error("suisen: sending", error);
      show({ kind: "failed", sentence: toMessage(error, t.language) });
    }
  };
  const sender = () => ({ user: page.user.code, at: clock.now() });
  const send = (): Promise<void> =>
    run(async () =>
      sendDelivery(
        gateway,
        id,
        {
          ...sender(),
          today: clock.today(),
          to: await fetchRecipient(context, edition),
        },
        onProgress,
      ),
    );
  const undo = async (): Promise<void> => {
    const reason = await askReason(context, {
      title: t("undoTitle"),
      effect: t("undoEffect"),
      label: t("undoReason"),
      go: t("undoGo"),
      cancel: t("cancel"),
      needed: t("reasonNeeded"),
      initial: "",
    });
    if (reason === null) return;
    await run(() =>
      undoSending(gateway, id, { ...sender(), reason }, onProgress),
    );
  };
  showPanel(context, "suisenSent", "delivery-sending", () =>
    renderSending({
      t,
      timeZone: clock.timeZone,
      state,
      sentAt: isMailed(visit.read("deliveries"))
        ? visit.read("deliveries").sentAt
        : null,
      onSend: () => void send(),
      onUndo: () => void undo(),
    }),
  );
};

/**
 * A mailed report is evidence, and marking one as mailed also reports its
 * nominations: neither is done by typing.
 */
const refuseByHand = async (
  { gateway, t }: Context,
  event: PageEvent,
): Promise<Answer> => {
  const typed = parseAppRecord("deliveries", event.record);
  if (typed.id === "") return undefined;
  const saved = await gateway.fetchRecord("deliveries", typed.id);
  if (isMailed(saved)) return t("closed");
  return isMailed(typed) ? t("byButton") : undefined;
};

/** 送付済にする and its undo, where the report itself is. */
export const deliverySending = defineFeature({
  id: "delivery-sending",
  apps: ["deliveries"],
  messages,
  on: {
    "record.detail": showSending,
    "record.submit": refuseByHand,
    "inline.submit": refuseByHand,
    "process.proceed": ({ t }) => t("byButtons"),
  },
});
