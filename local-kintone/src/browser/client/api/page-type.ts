import { boot } from "../boot.ts";
import { currentScreen } from "../screens/current.ts";

type PageType = { type: string; page: string };

const recordPages: Record<string, string> = {
  detail: "APP_DETAIL",
  edit: "APP_EDIT",
  create: "APP_CREATE",
  print: "APP_PRINT",
};

const byKind = (): PageType | null => {
  switch (boot.kind) {
    case "index":
      return { type: "APP", page: "APP_INDEX" };
    case "create":
      return { type: "APP", page: "APP_CREATE" };
    case "print":
      return { type: "APP", page: "APP_PRINT" };
    case "report":
      return { type: "APP", page: "APP_REPORT" };
    case "portal":
      return { type: "PORTAL", page: "PORTAL_TOP" };
    case "notifications":
      return { type: "NOTIFICATION", page: "NOTIFICATION_TOP" };
    case "pluginConfig":
      return { type: "APP_SETTINGS", page: "APP_SETTINGS_PLUGIN_SETTINGS" };
    case "show":
      return {
        type: "APP",
        page: recordPages[currentScreen().kind] ?? "APP_DETAIL",
      };
    default:
      return null;
  }
};

const twins = new Set(["APP", "PORTAL"]);

/** The page that is shown. @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/get-page-type/ */
export const getPageType = (): Promise<PageType | null> => {
  const found = byKind();
  const isTwin = found !== null && boot.mobile && twins.has(found.type);
  return Promise.resolve(
    isTwin ? { ...found, page: `${found.page}_MOBILE` } : found,
  );
};
