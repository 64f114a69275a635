import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { applyChange } from "./apply-change.ts";
import { loadChange } from "./load-change.ts";
import type { LoadedChange } from "../../kintone/apply-edition-change.ts";
import { messages } from "./messages.ts";
import type { ChangeMessages } from "./messages.ts";
import { renderChange } from "./view.ts";
import type { ChangeStatus } from "./view.ts";

type Context = FeatureContext<ChangeMessages>;

const SPACE = "suisenChange";

const runPanel = (context: Context): void => {
  const { gateway, page, settings, visit, clock, t } = context;
  const { id, editionState } = visit.read("editions");
  let status: ChangeStatus = { kind: "loading", done: 0, total: 0 };
  let stop = new AbortController();
  const become = (next: ChangeStatus): void => {
    status = next;
    visit.replace(visit.record());
  };
  const fail = (error: unknown): void => {
    console.error("suisen: change", error);
    become(
      stop.signal.aborted ? { kind: "stopped" } : { kind: "failed", error },
    );
  };
  const reload = (): void => {
    become({ kind: "loading", done: 0, total: 0 });
    loadChange(
      gateway,
      id,
      { closedDays: settings.closedDays, today: clock.today() },
      (progress) => become({ kind: "loading", ...progress }),
    ).then((loaded) => become({ kind: "ready", loaded }), fail);
  };
  const apply = (loaded: LoadedChange): void => {
    stop = new AbortController();
    become({ kind: "working", done: 0, total: 1 });
    applyChange(
      gateway,
      loaded,
      { user: page.user.code, at: clock.now(), timeZone: clock.timeZone },
      (progress) => become({ kind: "working", ...progress }),
      stop.signal,
    ).then(
      (gone) =>
        gone.length === 0 ? page.reload() : become({ kind: "gone", gone }),
      fail,
    );
  };
  const root = showPanel(context, SPACE, "edition-change", () =>
    renderChange({
      t,
      status,
      today: clock.today(),
      onApply: apply,
      onStop: () => stop.abort(),
      onReload: reload,
    }),
  );
  if (root !== null && editionState === "募集中") reload();
};

const showChange = async (context: Context): Promise<void> => {
  const { page, visit } = context;
  const { addRecord } = await page.fetchAppRights();
  const isOpen = visit.read("editions").editionState === "募集中";
  page.setFieldShown(SPACE, addRecord && isOpen);
  if (addRecord && isOpen) runPanel(context);
};

/** Only a saved edition has copies. */
const hideChange = ({ page }: Context): void =>
  page.setFieldShown(SPACE, false);

/** 変更を反映: an edition's new dates and rules reach every copy, and everybody concerned. */
export const editionChange = defineFeature({
  id: "edition-change",
  apps: ["editions"],
  devices: ["desktop"],
  messages,
  on: {
    "record.create": hideChange,
    "record.edit": hideChange,
    "record.detail": showChange,
  },
});
