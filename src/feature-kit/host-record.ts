import type { AppRecord } from "../apps/records.ts";
import type { Programme } from "../programmes/index.ts";
import type { Gateway } from "../kintone/gateway.ts";
import type { PageClock } from "../kintone/page-clock.ts";
import { pathsFrom } from "../kintone/page-paths.ts";
import type { Page } from "../kintone/page.ts";
import type { Feature } from "./feature.ts";
import { openInlineDialog } from "./inline-dialog.ts";
import type { Settings } from "./settings.ts";
import { openVisit } from "./visit.ts";
import type { OpenVisit } from "./visit.ts";

type HostOptions = {
  features: readonly Feature[];
  programme: Programme;
  page: Page;
  gateway: Gateway;
  clock: PageClock;
  settings: Settings;
  edition: AppRecord<"editions">;
  /** Replaces the spaces of the record's form. */
  space: HTMLElement;
  /** A feature has changed the record, or found that somebody else has. */
  onStale: () => void;
};

/**
 * Shows features of an edition's record page elsewhere: on the settings page,
 * whose bundle has the room that the record pages' has not.
 */
export const hostEdition = async (options: HostOptions): Promise<OpenVisit> => {
  const { features, edition, space, onStale, ...context } = options;
  const paths = pathsFrom(location.pathname);
  const page: Page = {
    ...context.page,
    space: () => space,
    setFieldShown: () => undefined,
    // The reader of this page manages the app.
    fetchAppRights: () => Promise.resolve({ addRecord: true, editApp: true }),
    openDialog: openInlineDialog,
    buildListUrl: (app) => Promise.resolve(paths.app(app)),
    fetchRecordHref: (app) => Promise.resolve((id) => paths.record(app, id)),
    reload: onStale,
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
