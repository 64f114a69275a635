import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { loadSent } from "./load-sent.ts";
import { messages } from "./messages.ts";
import type { SentMessages } from "./messages.ts";
import { renderSent } from "./view.ts";
import type { SentStatus } from "./view.ts";

const showSent = async (
  context: FeatureContext<SentMessages>,
): Promise<void> => {
  const { page, gateway, visit, t } = context;
  const delivery = visit.read("deliveries");
  const href = await page.buildRecordUrl(
    await gateway.requireAppId("nominations"),
    "0",
  );
  let status: SentStatus = { kind: "loading" };
  const show = (next: SentStatus): void => {
    status = next;
    visit.replace(visit.record());
  };
  const load = (): void => {
    show({ kind: "loading" });
    loadSent(gateway, delivery).then(show, (error: unknown) => {
      console.error("suisen: ledger", error);
      show({ kind: "failed", error });
    });
  };
  const root = showPanel(context, "suisenSent", "sent-changes", () =>
    renderSent({
      t,
      status,
      isSent: delivery.deliveryState === "送付済",
      hrefOf: (id) => href.replace(/record=0\b/, `record=${id}`),
      onRetry: load,
    }),
  );
  if (root !== null) load();
};

/** 提出後に変更あり: the ledger's entry against the records as they are now. */
export const sentChanges = defineFeature({
  id: "sent-changes",
  apps: ["deliveries"],
  devices: ["desktop"],
  messages,
  on: { "record.detail": showSent },
});
