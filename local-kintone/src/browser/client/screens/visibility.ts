/** Parts of the page that customisations may hide, by their names in the API. */
export type Part =
  | "addRecordButton"
  | "appSettingsButton"
  | "filterButton"
  | "reportButton"
  | "optionsButton"
  | "viewAndReportSelector"
  | "viewSelector"
  | "reportSelector"
  | "editRecordButton"
  | "duplicateRecordButton"
  | "pager"
  | "changeAssigneeButton";
export type Visibility = "VISIBLE" | "HIDDEN";
export type Description = "OPEN" | "CLOSED" | "HIDDEN";
export type SideBar = "CLOSED" | "COMMENTS" | "HISTORY" | "HIDDEN";

const hidden = new Set<string>();

export const isShown = (part: Part): boolean => !hidden.has(part);
export const setShown = (key: string, state: unknown): void => {
  if (state !== "VISIBLE" && state !== "HIDDEN")
    throw new TypeError(`The state is VISIBLE or HIDDEN, not ${String(state)}`);
  if (state === "HIDDEN") hidden.add(key);
  else hidden.delete(key);
};
export const stateOf = (key: string): Visibility =>
  hidden.has(key) ? "HIDDEN" : "VISIBLE";

export const statusActionKey = (name: string): string => `statusAction:${name}`;
export const isStatusActionShown = (name: string): boolean =>
  !hidden.has(statusActionKey(name));
export const actionKey = (name: string): string => `action:${name}`;
export const isActionShown = (name: string): boolean =>
  !hidden.has(actionKey(name));
export const viewKey = (id: string): string => `view:${id}`;
export const isViewShown = (id: string): boolean => !hidden.has(viewKey(id));
export const reportKey = (id: string): string => `report:${id}`;
export const isReportShown = (id: string): boolean =>
  !hidden.has(reportKey(id));

let description: Description = "CLOSED";
export const descriptionState = (): Description => description;
export const setDescription = (state: unknown): void => {
  if (state !== "OPEN" && state !== "CLOSED")
    throw new TypeError(`The state is OPEN or CLOSED, not ${String(state)}`);
  description = state;
};

let sideBar: SideBar = "COMMENTS";
export const sideBarState = (): SideBar => sideBar;
const sideBarStates = ["OPEN", "CLOSED", "COMMENTS", "HISTORY"];
export const setSideBar = (state: unknown): void => {
  if (!sideBarStates.includes(String(state)))
    throw new TypeError(`showSideBar: unknown state ${String(state)}`);
  // OPEN shows what was shown last; comments come first.
  sideBar = state === "OPEN" ? "COMMENTS" : (state as SideBar);
};
