import type { AppRecord } from "../apps/records.ts";
import type { Gateway } from "../kintone/gateway.ts";
import type { PageClock } from "../kintone/page-clock.ts";
import type { Page } from "../kintone/page.ts";
import type { Feature } from "./feature.ts";
import { openInlineDialog } from "./inline-dialog.ts";
import type { Settings } from "./settings.ts";
import { openVisit } from "./visit.ts";
import type { OpenVisit } from "./visit.ts";

type HostOptions = {
  features: readonly Feature[];
  page: Page;
  gateway: Gateway;
  clock: PageClock;
  settings: Settings;
  edition: AppRecord<"editions">;
  /** Stands in for the spaces of the record's form. */
  space: HTMLElement;
};

/**
 * Shows features of an edition's record page elsewhere: on the settings page,
 * whose bundle has the room that the record pages' has not.
 */
export const hostEdition = async (options: HostOptions): Promise<OpenVisit> => {
  const { features, edition, space, ...context } = options;
  const page: Page = {
    ...context.page,
    space: () => space,
    setFieldShown: () => undefined,
    // Whoever reads this page manages the app.
    fetchAppRights: () => Promise.resolve({ addRecord: true, editApp: true }),
    openDialog: openInlineDialog,
    // Nothing else of the record shows here, and what was typed must stay.
    reload: () => undefined,
  };
  const visit: OpenVisit = {
    ...openVisit("detail", page, {}),
    // The record was read over REST and is parsed already; its key says the type.
    read: () => edition as never,
  };
  for (const feature of features) {
    await feature.on["record.detail"]?.(
      { ...context, app: "editions", page, visit },
      { type: "suisen.host" },
    );
  }
  return visit;
};
