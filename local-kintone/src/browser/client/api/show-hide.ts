import { currentScreen } from "../screens/current.ts";
import {
  actionKey,
  descriptionState,
  reportKey,
  setDescription,
  setShown,
  setSideBar,
  sideBarState,
  stateOf,
  statusActionKey,
  viewKey,
} from "../screens/visibility.ts";
import type { Part, Visibility } from "../screens/visibility.ts";

const redraw = (): void => {
  const screen = currentScreen();
  if ("render" in screen) screen.render();
};

const capital = (text: string): string =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

type Pair = Record<string, (...given: never[]) => Promise<unknown>>;

/** `showX(state)` and `getXDisplayState()`. */
const pair = (part: Part): Pair => ({
  [`show${capital(part)}`]: async (state: unknown) => {
    setShown(part, state);
    redraw();
  },
  [`get${capital(part)}DisplayState`]: async () => stateOf(part),
});

const keyed = (name: string, keyOf: (name: string) => string): Pair => ({
  [`show${name}`]: async (action: string, state: unknown) => {
    setShown(keyOf(action), state);
    redraw();
  },
  [`get${name}DisplayState`]: async (action: string) => stateOf(keyOf(action)),
});

const items = (name: string, keyOf: (id: string) => string): Pair => {
  const touched = new Set<string>();
  return {
    [`show${name}`]: async (config: Record<string, unknown>) => {
      for (const [id, state] of Object.entries(config)) {
        setShown(keyOf(id), state);
        touched.add(id);
      }
      redraw();
    },
    [`get${name}DisplayState`]: async () =>
      Object.fromEntries(
        [...touched].map((id): [string, Visibility] => [
          id,
          stateOf(keyOf(id)),
        ]),
      ),
  };
};

const description: Pair = {
  showDescription: async (state: unknown) => {
    setDescription(state);
    redraw();
  },
  getDescriptionDisplayState: async () => descriptionState(),
};
const sideBar: Pair = {
  showSideBar: async (state: unknown) => {
    setSideBar(state);
    redraw();
  },
  getSideBarDisplayState: async () => sideBarState(),
};

const viewItems = items("ViewSelectorItems", viewKey);
const reportItems = items("ReportSelectorItems", reportKey);
const actionButton = keyed("ActionButton", actionKey);
const statusActionButton = keyed("StatusActionButton", statusActionKey);

/** @see https://github.com/akika/docs/blob/main/ja/JSAPI/overview.md (element-shown) */
export const appVisibility: Pair = {
  ...pair("addRecordButton"),
  ...pair("appSettingsButton"),
  ...pair("filterButton"),
  ...pair("reportButton"),
  ...pair("optionsButton"),
  ...pair("viewAndReportSelector"),
  ...viewItems,
  ...reportItems,
  ...description,
};
export const recordVisibility: Pair = {
  ...pair("editRecordButton"),
  ...pair("duplicateRecordButton"),
  ...pair("pager"),
  ...pair("changeAssigneeButton"),
  ...actionButton,
  ...statusActionButton,
  ...sideBar,
};
export const mobileAppVisibility: Pair = {
  ...pair("addRecordButton"),
  ...pair("filterButton"),
  ...pair("optionsButton"),
  ...pair("viewSelector"),
  ...pair("reportSelector"),
  ...viewItems,
  ...reportItems,
};
export const mobileRecordVisibility: Pair = {
  ...pair("editRecordButton"),
  ...pair("pager"),
  ...actionButton,
  ...statusActionButton,
};
