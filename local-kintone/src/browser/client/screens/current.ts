import type { FieldRecord, FieldRights } from "../record/types.ts";
import type { FormState } from "../ui/form-state.ts";
import type { ListState } from "./list-state.ts";

/** A record page as the page-side API sees it. */
export type RecordScreen = {
  kind: "detail" | "edit" | "create" | "print";
  recordId: number | null;
  state: FormState;
  rights: FieldRights;
  recordRights: { editable: boolean; deletable: boolean };
  headerMenuSpace: HTMLElement | null;
  headerSpace: HTMLElement | null;
  /** As `record.get` answers. */
  read(): FieldRecord;
  /** As `record.set` takes; null where nothing can be set. */
  write: ((record: unknown) => void) | null;
  render(): void;
};

export type ListScreen = {
  kind: "list";
  list: ListState;
  headerMenuSpace: HTMLElement | null;
  headerSpace: HTMLElement | null;
  render(): void;
};

type OtherScreen = {
  kind: "portal" | "other";
  space: HTMLElement | null;
};

/** A graph. */
export type ReportScreen = {
  kind: "report";
  condition: string;
  headerMenuSpace: HTMLElement | null;
  headerSpace: HTMLElement;
};

export type Screen = RecordScreen | ListScreen | ReportScreen | OtherScreen;

let shown: Screen = { kind: "other", space: null };

const listeners: Array<() => void> = [];
/** Called whenever another screen is shown. */
export const onScreenChange = (listener: () => void): void => {
  listeners.push(listener);
};

export const setScreen = (screen: Screen): void => {
  shown = screen;
  for (const listener of listeners) listener();
};
export const currentScreen = (): Screen => shown;

/** Draws for as long as the screen is the one that is shown. */
export const drawWhileShown =
  (screen: () => Screen, draw: () => void): (() => void) =>
  () => {
    if (shown === screen()) draw();
  };

/** The record page that is shown, or null. */
export const recordScreen = (): RecordScreen | null =>
  "recordId" in shown ? shown : null;
export const listScreen = (): ListScreen | null =>
  shown.kind === "list" ? shown : null;

export const reportScreen = (): ReportScreen | null =>
  shown.kind === "report" ? shown : null;

/** Element that screens draw into. */
export const main = (): HTMLElement => {
  const found = document.querySelector("main");
  if (!found) throw new Error("The page has no main element");
  return found;
};
