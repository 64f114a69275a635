import { boot } from "../boot.ts";
import { registry } from "../events/registry.ts";
import type { Handler } from "../events/registry.ts";
import {
  currentScreen,
  listScreen,
  recordScreen,
  reportScreen,
} from "../screens/current.ts";
import * as app from "./app.ts";
import { dialogs, mobileDialogs } from "./dialogs.ts";
import { pluginApp } from "./plugin.ts";
import { proxy } from "./proxy.ts";
import * as record from "./record.ts";
import { restApi } from "./rest-api.ts";
import {
  appVisibility,
  mobileAppVisibility,
  mobileRecordVisibility,
  recordVisibility,
} from "./show-hide.ts";
import { license, system, systemFunctions } from "./system.ts";
import { user } from "./user.ts";

type Device = "pc" | "mobile";

/** The old synchronous functions answer null on pages of the other device. */
const on = <Given extends unknown[], Answer>(
  device: Device,
  work: (...given: Given) => Answer,
): ((...given: Given) => Answer | null) => {
  const isHere = (device === "mobile") === boot.mobile;
  return (...given) => (isHere ? work(...given) : null);
};

/**
 * The newer functions answer promises. On pages of the other device they reject where this
 * site is strict: each device has its own name for them in the documentation.
 */
const onlyOn = <
  Functions extends Record<string, (...given: never[]) => unknown>,
>(
  device: Device,
  functions: Functions,
): Functions => {
  const isElsewhere = (device === "mobile") !== boot.mobile;
  if (!isElsewhere || !boot.refusesOtherDevice) return functions;
  const refusing = Object.keys(functions).map((name) => [
    name,
    () => Promise.reject(new Error(`${name} is for pages of the other device`)),
  ]);
  // The same names; each only rejects.
  return Object.fromEntries(refusing) as Functions;
};

const recordOf = (device: Device, name: string) => ({
  getId: on(device, record.getId),
  get: on(device, () => record.get(`${name}.get`)),
  set: (given: unknown): void => {
    if ((device === "mobile") !== boot.mobile)
      throw new Error(`${name}.set is for pages of the other device`);
    record.set(`${name}.set`, given);
  },
  getFieldElement: on(device, record.getFieldElement),
  getSpaceElement: on(device, record.getSpaceElement),
  setFieldShown: on(device, record.setFieldShown),
  setGroupFieldOpen: on(device, record.setGroupFieldOpen),
  ...onlyOn(device, {
    isFieldVisible: record.isFieldVisible,
    isGroupFieldOpen: record.isGroupFieldOpen,
    setFieldStyle: record.setFieldStyle,
    getFieldStyle: record.getFieldStyle,
  }),
});

const listOf = (device: Device) => ({
  getId: on(device, app.getId),
  getQuery: on(device, app.getQuery),
  getQueryCondition: on(device, app.getQueryCondition),
  getFieldElements: on(device, app.getFieldElements),
  getLookupTargetAppId: on(device, app.getLookupTargetAppId),
  getRelatedRecordsTargetAppId: on(device, app.getRelatedRecordsTargetAppId),
  ...onlyOn(device, {
    setRecordListStyle: app.setRecordListStyle,
    getRecordListStyle: app.getRecordListStyle,
  }),
});

const headerSpaceOnMobile = (): HTMLElement | null => {
  const screen = currentScreen();
  return "headerSpace" in screen ? screen.headerSpace : null;
};

const portalSpace = (): HTMLElement | null => {
  const screen = currentScreen();
  return screen.kind === "portal" ? screen.space : null;
};

const nowhere = (): null => null;

/** The page-side object, with what the documentation names and nothing else. */
export const createKintone = () => ({
  events: {
    on: (types: string | string[], handler: Handler) =>
      registry.on(types, handler),
    off: (types?: string | string[], handler?: Handler) =>
      registry.off(types, handler),
  },
  api: restApi,
  proxy,
  plugin: { app: pluginApp },
  user,
  system,
  license,
  ...systemFunctions,
  ...dialogs,
  app: {
    ...listOf("pc"),
    ...app.appGetters,
    ...onlyOn("pc", appVisibility),
    getHeaderMenuSpaceElement: on(
      "pc",
      () => (listScreen() ?? reportScreen())?.headerMenuSpace ?? null,
    ),
    getHeaderSpaceElement: on("pc", () => listScreen()?.headerSpace ?? null),
    record: {
      ...recordOf("pc", "kintone.app.record"),
      ...record.recordGetters,
      ...onlyOn("pc", recordVisibility),
      getHeaderMenuSpaceElement: on(
        "pc",
        () => recordScreen()?.headerMenuSpace ?? null,
      ),
    },
  },
  mobile: {
    ...mobileDialogs,
    app: {
      ...listOf("mobile"),
      ...onlyOn("mobile", mobileAppVisibility),
      getHeaderSpaceElement: on("mobile", headerSpaceOnMobile),
      record: {
        ...recordOf("mobile", "kintone.mobile.app.record"),
        ...onlyOn("mobile", mobileRecordVisibility),
      },
    },
    portal: { getContentSpaceElement: on("mobile", portalSpace) },
    space: { portal: { getContentSpaceElement: nowhere } },
  },
  portal: { getContentSpaceElement: on("pc", portalSpace) },
  space: {
    get: async () => null,
    getPermissions: async () => null,
    portal: { getContentSpaceElement: nowhere },
  },
  // An old alias that older customisations still use.
  Promise: window.Promise,
});
