import { boot, bootApp } from "../boot.ts";
import { forbidInsideHandler } from "../events/inside-handler.ts";
import { loadActions } from "../screens/app-actions.ts";
import { recordScreen } from "../screens/current.ts";
import type { RecordScreen } from "../screens/current.ts";
import { loadProcess, loadStatusHistory } from "../screens/process.ts";
import { mergeStyle, reportStyle } from "../ui/field-style.ts";
import type { LayoutRow } from "../ui/layout.ts";
import { cached } from "./cached.ts";

const shown = (name: string): RecordScreen => {
  const screen = recordScreen();
  if (!screen) throw new Error(`${name} works on record pages only`);
  return screen;
};

const withId = (name: string): number => {
  const { recordId } = shown(name);
  if (recordId === null) throw new Error(`${name} needs a saved record`);
  return recordId;
};

export const getId = (): number | null => recordScreen()?.recordId ?? null;

export const get = (name: string) => {
  forbidInsideHandler(name);
  const screen = recordScreen();
  return screen ? { record: screen.read() } : null;
};

export const set = (name: string, given: unknown): void => {
  forbidInsideHandler(name);
  const write = recordScreen()?.write;
  if (!write) throw new Error(`${name} works on create and edit pages only`);
  const record: unknown =
    typeof given === "object" && given !== null
      ? Reflect.get(given, "record")
      : null;
  write(record);
};

const withoutElement = new Set(["STATUS", "STATUS_ASSIGNEE", "CATEGORY"]);
const withoutElementOnMobile = new Set([
  "SUBTABLE",
  "GROUP",
  "REFERENCE_TABLE",
]);

/** Detail and print only; on mobile tables, groups and related records have none either. */
export const getFieldElement = (code: string): HTMLElement | null => {
  const screen = recordScreen();
  const isReading = screen?.kind === "detail" || screen?.kind === "print";
  const type = boot.app?.fields[code]?.type;
  if (!screen || !isReading || type === undefined) return null;
  if (withoutElement.has(type)) return null;
  if (boot.mobile && withoutElementOnMobile.has(type)) return null;
  return screen.state.fieldElement(code);
};

export const getSpaceElement = (elementId: string): HTMLElement | null =>
  recordScreen()?.state.knownSpace(elementId) ?? null;

const isRule = (key: string): boolean => {
  const rules = (rows: LayoutRow[]): boolean =>
    rows.some((row) => {
      if (row.type === "GROUP") return rules(row.layout);
      return row.fields.some(
        ({ type, elementId }) => type === "HR" && elementId === key,
      );
    });
  return rules(bootApp().layout as unknown as LayoutRow[]);
};

/** Hides on the screen only; a key nobody knows does nothing. Mobile cannot hide rules. */
export const setFieldShown = (key: string, isShown: boolean): void => {
  const screen = recordScreen();
  if (!screen || (boot.mobile && isRule(key))) return;
  screen.state.setShown(key, Boolean(isShown));
  screen.render();
};

export const setGroupFieldOpen = (code: string, isOpen: boolean): void => {
  const screen = recordScreen();
  if (!screen) return;
  screen.state.setGroupOpen(code, Boolean(isOpen));
  screen.render();
};

export const isFieldVisible = async (code: string): Promise<boolean> =>
  !shown("isFieldVisible").state.isHidden(code);

export const isGroupFieldOpen = async (code: string): Promise<boolean> => {
  const preset = bootApp().fields[code]?.openGroup === true;
  return shown("isGroupFieldOpen").state.isGroupOpen(code, preset);
};

const withoutStyle = new Set([
  "STATUS",
  "STATUS_ASSIGNEE",
  "SUBTABLE",
  "REFERENCE_TABLE",
  "GROUP",
]);
const styled = (name: string, code: string): RecordScreen => {
  const type = bootApp().fields[code]?.type;
  if (type === undefined || withoutStyle.has(type))
    throw new TypeError(`${name}: the field ${code} cannot be styled`);
  return shown(name);
};

export const setFieldStyle = async (
  code: string,
  config: unknown,
): Promise<void> => {
  const screen = styled("setFieldStyle", code);
  const { state } = screen;
  state.setStyle(code, mergeStyle(state.styleOf(code), config));
  screen.render();
};

export const getFieldStyle = async (code: string) =>
  reportStyle(styled("getFieldStyle", code).state.styleOf(code));

const getPermissions = async () => {
  const { editable, deletable } = shown("getPermissions").recordRights;
  return { editRecord: editable, deleteRecord: deletable };
};

const getFieldPermissions = async () => {
  const { rights } = shown("getFieldPermissions");
  const entries = Object.keys(bootApp().fields).map((code) => {
    const right = rights[code];
    return [
      code,
      {
        readField: right?.viewable ?? true,
        editField: right?.editable ?? true,
      },
    ] as const;
  });
  return Object.fromEntries(entries);
};

const HISTORY_LIMIT = 100;

const getStatusHistory = async (offset = 0, limit = HISTORY_LIMIT) => {
  if (limit > HISTORY_LIMIT)
    throw new RangeError(`getStatusHistory answers ${HISTORY_LIMIT} at most`);
  const id = withId("getStatusHistory");
  return cached(`history ${id} ${offset} ${limit}`, () =>
    loadStatusHistory(id, offset, limit),
  );
};

const process = (name: string) => {
  const id = withId(name);
  return cached(`process ${id}`, () => loadProcess(id));
};

const getStatusActions = async () => {
  const { actions } = await process("getStatusActions");
  return actions.map(({ name, nextStatus }) => ({ name, nextStatus }));
};

const getAssignees = async () => {
  const { assignees } = await process("getAssignees");
  return assignees.map((assignee) => ({ assignee, action: null }));
};

const getActions = async () => {
  const id = withId("getActions");
  const actions = await cached(`actions ${id}`, () => loadActions(id));
  return actions.map(({ name, id: action }) => ({ name, id: action }));
};

/** Asynchronous getters of a record page; one function serves PC and mobile. */
export const recordGetters = {
  getPermissions,
  getFieldPermissions,
  getStatusHistory,
  getStatusActions,
  getAssignees,
  getActions,
};
