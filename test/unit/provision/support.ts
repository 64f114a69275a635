import { appKeys, type AppKey } from "../../../src/apps/index.ts";
import type { AppSettings } from "../../../src/app-kit/app-settings.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import { toDesiredSite } from "../../../src/provision/plan/desired.ts";
import type {
  ActualApp,
  ActualSite,
} from "../../../src/provision/site/actual.ts";

export const desired = toDesiredSite(cloudPracticeAward);

export const emptySite: ActualSite = { apps: {}, groups: [], plugins: [] };

/** As kintone gives settings back: in its own shapes, with more than was sent. */
const asReturned = (settings: AppSettings): AppSettings => ({
  ...settings,
  fields: {
    ...settings.fields,
    レコード番号: {
      type: "RECORD_NUMBER",
      code: "レコード番号",
      label: "レコード番号",
      noLabel: false,
    },
  },
  general: { ...settings.general, revision: "7" },
  ...(settings.process.enable === true && {
    views: {
      ...settings.views,
      "(作業者が自分)": {
        builtinType: "ASSIGNEE",
        id: "99",
        index: "0",
        name: "(作業者が自分)",
        type: "LIST",
        fields: [],
        filterCond: "作業者 in (LOGINUSER())",
        sort: "",
      },
    },
  }),
});

export const anActualApp = (
  key: AppKey,
  change: (settings: AppSettings) => AppSettings = (settings) => settings,
  rest: Partial<ActualApp> = {},
): ActualApp => ({
  id: String(appKeys.indexOf(key) + 1),
  isLive: true,
  hasPending: false,
  settings: change(asReturned(desired.apps[key])),
  plugins: [],
  disabledPlugins: [],
  ...rest,
});

/** Everything as wanted, apart from the apps that are given. */
export const aSite = (
  apps: Partial<Record<AppKey, ActualApp>> = {},
  rest: Partial<ActualSite> = {},
): ActualSite => ({
  apps: {
    ...Object.fromEntries(appKeys.map((key) => [key, anActualApp(key)])),
    ...apps,
  },
  groups: ["federation"],
  plugins: [],
  ...rest,
});
