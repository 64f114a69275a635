import { boot } from "../boot.ts";
import { buildPageUrl } from "./page-url.ts";
import { getPageType } from "./page-type.ts";
import { getLoginUser } from "./user.ts";

const answer =
  <T>(value: T) =>
  (): Promise<T> =>
    Promise.resolve(value);

const shortcuts: Record<string, boolean> = {
  SHOW_RECORD: true,
  FOCUS_SEARCH_BOX: true,
  SHORTCUTS_HELP: true,
  CREATE_RECORD: true,
  EDIT_RECORD: true,
  NEXT_RECORD: true,
  PREVIOUS_RECORD: true,
  NEXT_PAGE: true,
  PREVIOUS_PAGE: true,
  CANCEL_EDITING: true,
  SHOW_VIEW: true,
  SHOW_FILTER: true,
  SAVE_RECORD: true,
};

const setKeyboardShortcuts = async (
  config: boolean | Record<string, boolean>,
): Promise<void> => {
  const wanted =
    typeof config === "boolean"
      ? Object.keys(shortcuts).map((name) => [name, config] as const)
      : Object.entries(config);
  for (const [name, isOn] of wanted) {
    if (!(name in shortcuts)) throw new TypeError(`Unknown shortcut ${name}`);
    shortcuts[name] = isOn;
  }
};

/** Functions directly under `kintone` that tell about user, page and site. */
export const systemFunctions = {
  getLoginUser,
  getUiVersion: (): 1 | 2 => (boot.mobile ? 1 : 2),
  getRequestToken: () => boot.requestToken,
  getPageType,
  buildPageUrl,
  isMobilePage: answer(boot.mobile),
  isMobileApp: answer(false),
  isRevampedUI: answer(true),
  getDomain: answer({ subdomain: "localhost", baseDomain: "cybozu.com" }),
  getAvailableApiTypes: answer(["CORE"]),
  getAvailableServices: answer({
    garoon: false,
    office: false,
    mailwise: false,
  }),
  getUserPreference: answer({
    timeFormat: "TWENTY_FOUR",
    desktopNotifications: { enabled: false },
    emailNotifications: { enabled: false, condition: "TO_ME", format: "TEXT" },
  }),
  isUsersAndSystemAdministrator: answer(boot.user.isAdministrator),
  isAccessWithClientCertificateAuthentication: answer(false),
  setKeyboardShortcuts,
  getKeyboardShortcuts: async () => ({ ...shortcuts }),
};

export const system = {
  getAvailableFeatures: answer({
    space: { enabled: false },
    guestSpace: { enabled: false },
    people: { enabled: false },
    message: { enabled: false },
  }),
  getPermissions: answer({ administration: boot.user.isAdministrator }),
};

export const license = {
  isTrial: answer(false),
  getSubscriptionPlan: answer("STANDARD"),
};
