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
  const href = await page.buildRecordUrl(
    await gateway.requireAppId("nominations"),
    "0",
  );
  let status: SentStatus = { kind: "loading" };
  const root = showPanel(context, "suisenSent", "sent-changes", () =>
    renderSent({
      t,
      status,
      hrefOf: (id) => href.replace(/record=0\b/, `record=${id}`),
    }),
  );
  if (root === null) return;
  const show = (next: SentStatus): void => {
    status = next;
    visit.replace(visit.record());
  };
  loadSent(gateway, visit.read("deliveries")).then(
    (nominations) => show({ kind: "compared", nominations }),
    (error: unknown) => {
      console.error("suisen: ledger", error);
      show({ kind: "failed", error });
    },
  );
};

/** 提出後に変更あり: the ledger's entry against the records as they are now. */
export const sentChanges = defineFeature({
  id: "sent-changes",
  apps: ["deliveries"],
  devices: ["desktop"],
  messages,
  on: { "record.detail": showSent },
});
