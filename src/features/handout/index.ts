import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { applyHandout } from "./apply-plan.ts";
import { loadPlan } from "./load-plan.ts";
import { messages } from "./messages.ts";
import type { HandoutMessages } from "./messages.ts";
import { renderHandout } from "./view.ts";
import type { HandoutStatus } from "./view.ts";

type Context = FeatureContext<HandoutMessages>;

const SPACE = "suisenHandout";

const runPanel = (context: Context): void => {
  const { gateway, settings, visit, t } = context;
  const edition = visit.read("editions");
  let status: HandoutStatus = { kind: "notOpen" };
  const become = (next: HandoutStatus): void => {
    status = next;
    visit.replace(visit.record());
  };
  /** Reads a plan after the work; a failure of either is shown with a way on. */
  const load = async (
    kind: "loading" | "sending",
    work: () => Promise<void>,
  ): Promise<void> => {
    become({ kind });
    try {
      await work();
      const plan = await loadPlan(gateway, edition, settings);
      become({ kind: "ready", plan });
    } catch (error) {
      console.error("suisen: handout", error);
      become({ kind: "failed", error });
    }
  };
  const reload = (): Promise<void> => load("loading", () => Promise.resolve());
  const root = showPanel(context, SPACE, "handout", () =>
    renderHandout({
      t,
      status,
      hasDate: edition.contactDate !== null,
      onAsk: (plan) => become({ kind: "asking", plan }),
      onCancel: (plan) => become({ kind: "ready", plan }),
      onSend: (plan) =>
        void load("sending", () => applyHandout(gateway, edition.name, plan)),
      onReload: () => void reload(),
    }),
  );
  if (root !== null && edition.editionState === "募集中") void reload();
};

const showHandout = async (context: Context): Promise<void> => {
  const { addRecord } = await context.page.fetchAppRights();
  context.page.setFieldShown(SPACE, addRecord);
  if (addRecord) runPanel(context);
};

/** Only a saved edition can be handed out. */
const hideHandout = ({ page }: Context): void =>
  page.setFieldShown(SPACE, false);

/** 周知を始める: one answer record per active society, from the edition's page. */
export const handout = defineFeature({
  id: "handout",
  apps: ["editions"],
  devices: ["desktop"],
  messages,
  on: {
    "record.create": hideHandout,
    "record.edit": hideHandout,
    "record.detail": showHandout,
  },
});
