import { createKintone } from "../api/kintone.ts";
import { boot } from "../boot.ts";
import type { PageKind } from "../../boot/boot.ts";
import { startAppSettings, startPluginList } from "../screens/admin-pages.ts";
import { readActionSource } from "../screens/app-actions.ts";
import { openCreate } from "../screens/edit-screen.ts";
import { startListPage } from "../screens/list-page.ts";
import { startNotifications, startPortal } from "../screens/other-pages.ts";
import { startPrintPage } from "../screens/print-page.ts";
import { startReport } from "../screens/graph-page.ts";
import { refuseOrThrow, showRefusal } from "../screens/refused.ts";
import { startShowPage } from "../screens/show-page.ts";
import { t } from "../words.ts";

const startCreatePage = (): void => {
  const asked = new URLSearchParams(location.search).get("reuse");
  // Without the setting there is no button, and the address alone copies nothing.
  const mayReuse = boot.app?.general.enableDuplicateRecord !== false;
  const reuse = mayReuse ? asked : null;
  const action = readActionSource(location.search);
  openCreate(reuse === null ? null : Number(reuse), action)
    .catch(refuseOrThrow)
    .catch((error: unknown) => window.reportError(error));
};

const starts: Record<PageKind, () => void> = {
  portal: startPortal,
  notifications: startNotifications,
  index: startListPage,
  show: startShowPage,
  create: startCreatePage,
  print: startPrintPage,
  report: startReport,
  appSettings: startAppSettings,
  pluginList: startPluginList,
  // The plugin's own files draw this page.
  pluginConfig: () => undefined,
  refused: () => showRefusal(boot.refusal ?? t("refused")),
};

// The object is there before any customisation runs; the page begins after all of it.
Object.assign(window, { kintone: createKintone() });
document.addEventListener(boot.startSignal, () => starts[boot.kind](), {
  once: true,
});
