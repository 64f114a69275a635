import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { cycleOf } from "../../domain/cycle.ts";
import { doneOf } from "../../domain/milestone-dates.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { loadSent, loadSentOne } from "./load-sent.ts";
import { messages } from "./messages.ts";
import type { SentMessages } from "./messages.ts";
import { renderSent, renderSentOne } from "./view.ts";
import type { SentOneStatus, SentStatus } from "./view.ts";

type Context = FeatureContext<SentMessages>;

const fetchHref = async (
  { page, gateway }: Context,
  app: "nominations" | "deliveries",
): Promise<(id: string) => string> =>
  page.fetchRecordHref(await gateway.requireAppId(app));

const toFailed = (error: unknown): { kind: "failed"; error: unknown } => {
  console.error("suisen: ledger", error);
  return { kind: "failed", error };
};

const showSent = async (context: Context): Promise<void> => {
  const { gateway, programme, visit, t } = context;
  const hrefOf = await fetchHref(context, "nominations");
  let status: SentStatus = { kind: "loading" };
  const root = showPanel(context, "suisenSent", "sent-changes", () =>
    renderSent({ programme, t, status, hrefOf }),
  );
  if (root === null) return;
  void loadSent(gateway, visit.read("deliveries"))
    .then(
      (nominations): SentStatus => ({ kind: "compared", nominations }),
      toFailed,
    )
    .then((next) => {
      status = next;
      visit.replace(visit.record());
    });
};

const fetchOne = async (context: Context): Promise<SentOneStatus> => {
  const { gateway, visit } = context;
  try {
    const found = await loadSentOne(gateway, visit.read("nominations"));
    return found === null
      ? null
      : {
          ...found,
          kind: "changed",
          hrefOf: await fetchHref(context, "deliveries"),
        };
  } catch (error) {
    return toFailed(error);
  }
};

/** Only a nomination that once was registered can have been reported. */
const showSentOne = (context: Context): void => {
  const { programme, visit } = context;
  const { entry } = cycleOf(programme);
  const isEntered =
    entry === undefined || doneOf(visit.read("nominations"), entry) !== null;
  if (!isEntered) return;
  let status: SentOneStatus = null;
  const root = showPanel(context, "suisenTop", "sent-changes", () =>
    renderSentOne(context, status),
  );
  if (root === null) return;
  void fetchOne(context).then((next) => {
    status = next;
    visit.replace(visit.record());
  });
};

/** 提出後に変更あり: what a report says against the records as they are now. */
export const sentChanges = defineFeature({
  id: "sent-changes",
  apps: ["deliveries", "nominations"],
  devices: ["desktop"],
  messages,
  on: {
    "record.detail": (context) =>
      context.app === "deliveries" ? showSent(context) : showSentOne(context),
  },
});
