import type { FieldProperty } from "../../../model/model.ts";
import { boot, bootApp } from "../boot.ts";
import { lookupOf } from "../record/kinds.ts";
import { listScreen, reportScreen } from "../screens/current.ts";
import { allView, conditionOf, queryOf } from "../screens/list-state.ts";
import { cellsOfColumn } from "../screens/list-cells.ts";
import { mergeListStyle, reportListStyle } from "../ui/list-style.ts";
import { iconUrl } from "./user.ts";

const answer = <T>(value: T): Promise<T> =>
  Promise.resolve(structuredClone(value));

export const getId = (): number | null => boot.app?.id ?? null;

export const getQueryCondition = (): string | null => {
  const list = listScreen()?.list;
  return list ? conditionOf(list) : (reportScreen()?.condition ?? null);
};
export const getQuery = (): string | null => {
  const list = listScreen()?.list;
  return list ? queryOf(list) : (reportScreen()?.condition ?? null);
};

/** null off the table view and for fields that the view does not show; [] without rows. */
export const getFieldElements = (code: string): HTMLElement[] | null => {
  const list = listScreen()?.list;
  const isShown =
    list?.view.type === "LIST" && list.columns.some((it) => it.code === code);
  return isShown ? cellsOfColumn(code) : null;
};

const TARGET_PAGES: ReadonlySet<string> = new Set([
  "index",
  "show",
  "create",
  "print",
  "report",
  "pluginConfig",
]);

/** Pages that name the app of a field, whether the user may see it or not. */
const exposesTargets = (): boolean => TARGET_PAGES.has(boot.kind);

const findField = (code: string): FieldProperty | null => {
  const { fields } = bootApp();
  const inner = Object.values(fields).map((it) => it.fields?.[code]);
  return fields[code] ?? inner.find(Boolean) ?? null;
};

/**
 * As a string, or null where there is no such lookup.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/app/get-lookup-target-app-id/
 */
export const getLookupTargetAppId = (code: string): string | null => {
  if (!exposesTargets()) return null;
  const field = findField(code);
  const lookup = field && lookupOf(field);
  return lookup ? String(lookup.relatedApp.app) : null;
};

export const getRelatedRecordsTargetAppId = (code: string): string | null => {
  if (!exposesTargets()) return null;
  const setting = findField(code)?.referenceTable as
    | { relatedApp: { app: string } }
    | null
    | undefined;
  return setting ? String(setting.relatedApp.app) : null;
};

type Column = { columnType: "FIELD" | "ACTION"; column: string };
const listColumns = (): Column[] => {
  const fields = listScreen()?.list.columns ?? [];
  return [
    { columnType: "ACTION", column: "OPEN_DETAIL" },
    ...fields.map(({ code }) => ({
      columnType: "FIELD" as const,
      column: code,
    })),
    { columnType: "ACTION", column: "RECORD_ACTIONS" },
  ];
};

export const setRecordListStyle = async (config: unknown): Promise<void> => {
  const screen = listScreen();
  if (screen?.list.view.type !== "LIST")
    throw new Error(
      "setRecordListStyle works on the table view of a list only",
    );
  screen.list.styles = mergeListStyle(screen.list.styles, config);
  screen.render();
};

export const getRecordListStyle = async () => {
  const list = listScreen()?.list;
  if (list?.view.type !== "LIST")
    throw new Error(
      "getRecordListStyle works on the table view of a list only",
    );
  const ids = list.records.map((record) => String(record.$id?.value));
  return reportListStyle(list.styles, listColumns(), ids);
};

/** REST leaves the list of everything out; the page does not. */
const getView = () => {
  const list = listScreen()?.list;
  if (!list) return Promise.resolve(null);
  const { index: _index, ...view } = list.view;
  return answer(view);
};

const getViews = () =>
  answer(
    [...bootApp().views, allView()].map(({ type, builtinType, name, id }) => ({
      type,
      ...(builtinType === undefined ? {} : { builtinType }),
      name,
      id,
    })),
  );

const get = () => {
  const app = bootApp();
  const { general } = app;
  return answer({
    id: String(app.id),
    name: app.name,
    description: app.description,
    code: app.code === "" ? null : app.code,
    numberPrecision: general.numberPrecision ?? null,
    enableComments: general.enableComments ?? true,
    enableThumbnails: general.enableThumbnails ?? true,
    enableChangeHistory: true,
    enableInlineRecordEditing: general.enableInlineRecordEditing ?? true,
    createdAt: app.createdAt,
    creator: app.creator,
    modifiedAt: app.modifiedAt,
    modifier: app.modifier,
    spaceId: app.spaceId === null ? null : String(app.spaceId),
    revision: String(app.revision),
  });
};

/** Asynchronous getters; one function serves PC and mobile. */
export const appGetters = {
  get,
  getView,
  getViews,
  getReports: () => answer(bootApp().reports),
  getFormFields: () => answer(bootApp().visibleFields),
  getFormLayout: () => answer(bootApp().layout),
  getStatus: () => answer(bootApp().process),
  getCategories: () => answer({ enabled: false, categories: {} }),
  getPermissions: () => {
    const { addRecord, editApp } = bootApp().rights;
    return answer({ addRecord, editApp });
  },
  isTestEnvironment: () => answer(false),
  isMaintenanceMode: () => answer(false),
  getIcons: (apps: number[] = [bootApp().id]) =>
    answer(apps.map((app) => ({ app, url: iconUrl }))),
};
