import { toRecordHref } from "./page-paths.ts";
import type {
  Dialog,
  DialogOptions,
  FormField,
  KintoneGlobal,
  LoginUser,
  NotificationType,
  PageRecord,
  RowStyle,
} from "./page-api.ts";

export type Device = "desktop" | "mobile";

/** The page around a feature, the same on both devices. */
export type Page = {
  device: Device;
  user: LoginUser;
  appId: string;
  /** The space above the list of a list page. */
  headerSpace(): HTMLElement | null;
  /** Beside a list's own menu; null on phones, which have none. */
  headerMenuSpace(): HTMLElement | null;
  /** A space of the form by its element id; null where the form has none. */
  space(elementId: string): HTMLElement | null;
  /** On the detail page; null for a field that is not shown there. */
  fieldElement(code: string): HTMLElement | null;
  /** A field, or a group with all that is in it. */
  setFieldShown(code: string, isShown: boolean): void;
  /** @see https://cybozu.dev/ja/kintone/docs/js-api/record/set-group-field-open/ */
  openGroup(code: string): void;
  /** Not inside an event handler: there, change `event.record`. */
  currentRecord(): PageRecord | null;
  /** Not inside an event handler; create and edit pages only. */
  changeRecord(record: PageRecord): void;
  notify(type: NotificationType, message: string): Promise<void>;
  openDialog(options: DialogOptions): Promise<Dialog>;
  /**
   * Id of the app that a lookup or related-records field of this app points to;
   * null where the page cannot tell. Needs no right to see that app.
   *
   * @see https://cybozu.dev/ja/kintone/docs/js-api/get-data/get-lookup-target-app-id/
   * @see https://cybozu.dev/ja/kintone/docs/js-api/get-data/get-related-records-target-app-id/
   */
  targetApp(code: string, kind: "lookup" | "related"): string | null;
  /** Fields of the live form; does not count as an API request. */
  fetchFormFields(): Promise<Record<string, FormField>>;
  /** Reloads the page after the record was changed through REST. */
  reload(): void;
  /**
   * Addresses of an app's records, or of a field of them. kintone builds one,
   * and each record's number is put into it: thousands of addresses would be
   * thousands of promises.
   */
  fetchRecordHref(
    app: string,
  ): Promise<(recordId: string, field?: string) => string>;
  buildCreateUrl(app: string): Promise<string>;
  buildListUrl(app: string, viewId?: string): Promise<string>;
  /** Colours of list cells. */
  styleRows(rows: readonly RowStyle[]): Promise<void>;
  /** Cells of one column of a list, in row order; [] when it is not shown. */
  columnElements(code: string): HTMLElement[];
  /** The user's rights in this app, as kintone's own buttons follow them. */
  fetchAppRights(): Promise<{ addRecord: boolean; editApp: boolean }>;
  /** Codes of the organisations and groups of the user who looks. */
  fetchMemberships(): Promise<{ organizations: string[]; groups: string[] }>;
};

type ListApi = KintoneGlobal["app"] | KintoneGlobal["mobile"]["app"];

const targetAppIn =
  (api: ListApi) =>
  (code: string, kind: "lookup" | "related"): string | null => {
    const id =
      kind === "lookup"
        ? api.getLookupTargetAppId?.(code)
        : api.getRelatedRecordsTargetAppId?.(code);
    return id === null || id === undefined ? null : String(id);
  };

const sharedMembers = (appId: string) => ({
  user: kintone.getLoginUser(),
  appId,
  reload: () => location.reload(),
  fetchMemberships: async () => {
    const [organizations, groups] = await Promise.all([
      kintone.user.getOrganizations(),
      kintone.user.getGroups(),
    ]);
    return {
      organizations: organizations.map(({ organization }) => organization.code),
      groups: groups.map(({ code }) => code),
    };
  },
});

/**
 * Addresses of the device's own pages: a phone stays on phone pages.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/build-page-url/
 */
const hrefMembers = (suffix: "" | "_MOBILE") => ({
  fetchRecordHref: async (app: string) => {
    const href = await kintone.buildPageUrl(`APP_DETAIL${suffix}`, {
      appId: app,
      recordId: "0",
    });
    return toRecordHref(href);
  },
  buildCreateUrl: (app: string) =>
    kintone.buildPageUrl(`APP_CREATE${suffix}`, { appId: app }),
  buildListUrl: (app: string, viewId?: string) =>
    kintone.buildPageUrl(
      `APP_INDEX${suffix}`,
      viewId === undefined ? { appId: app } : { appId: app, viewId },
    ),
});

/**
 * Colours cells of the open list. A column that the list does not show is left
 * out, and a site without the function keeps its own colours.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/app/set-record-list-style/
 */
const styleRowsIn =
  (api: ListApi) =>
  async (rows: readonly RowStyle[]): Promise<void> => {
    const columns = new Set(
      rows.flatMap(({ style }) => style.map(({ column }) => column)),
    );
    const shown = new Set(
      [...columns].filter((code) => (api.getFieldElements(code) ?? []).length),
    );
    const body = rows
      .map((row) => ({
        ...row,
        style: row.style.filter(({ column }) => shown.has(column)),
      }))
      .filter(({ style }) => style.length > 0);
    if (body.length > 0 && typeof api.setRecordListStyle === "function") {
      await api.setRecordListStyle({ body });
    }
  };

const createDesktopPage = (appId: string): Page => ({
  ...sharedMembers(appId),
  device: "desktop",
  ...hrefMembers(""),
  fetchFormFields: () => kintone.app.getFormFields(),
  fetchAppRights: () => kintone.app.getPermissions(),
  targetApp: targetAppIn(kintone.app),
  styleRows: styleRowsIn(kintone.app),
  headerSpace: () => kintone.app.getHeaderSpaceElement(),
  headerMenuSpace: () => kintone.app.getHeaderMenuSpaceElement(),
  space: (elementId) => kintone.app.record.getSpaceElement(elementId),
  fieldElement: (code) => kintone.app.record.getFieldElement(code),
  setFieldShown: (code, isShown) =>
    kintone.app.record.setFieldShown(code, isShown),
  openGroup: (code) => kintone.app.record.setGroupFieldOpen(code, true),
  currentRecord: () => kintone.app.record.get()?.record ?? null,
  changeRecord: (record) => kintone.app.record.set({ record }),
  notify: (type, message) => kintone.showNotification(type, message),
  openDialog: (options) => kintone.createDialog(options),
  columnElements: (code) => kintone.app.getFieldElements(code) ?? [],
});

const createMobilePage = (appId: string): Page => ({
  ...sharedMembers(appId),
  device: "mobile",
  ...hrefMembers("_MOBILE"),
  // One function serves both devices if the phone twin is missing.
  fetchFormFields: () =>
    kintone.mobile.app.getFormFields?.() ?? kintone.app.getFormFields(),
  fetchAppRights: () =>
    kintone.mobile.app.getPermissions?.() ?? kintone.app.getPermissions(),
  targetApp: targetAppIn(kintone.mobile.app),
  styleRows: styleRowsIn(kintone.mobile.app),
  headerSpace: () => kintone.mobile.app.getHeaderSpaceElement(),
  headerMenuSpace: () => null,
  space: (elementId) => kintone.mobile.app.record.getSpaceElement(elementId),
  fieldElement: (code) => kintone.mobile.app.record.getFieldElement(code),
  setFieldShown: (code, isShown) =>
    kintone.mobile.app.record.setFieldShown(code, isShown),
  openGroup: (code) => kintone.mobile.app.record.setGroupFieldOpen(code, true),
  currentRecord: () => kintone.mobile.app.record.get()?.record ?? null,
  changeRecord: (record) => kintone.mobile.app.record.set({ record }),
  notify: (type, message) => kintone.mobile.showNotification(type, message),
  openDialog: (options) => kintone.mobile.createBottomSheet(options),
  columnElements: (code) => kintone.mobile.app.getFieldElements(code) ?? [],
});

/**
 * The page of the app that is open; null on pages outside an app.
 */
export const createPage = (device: Device): Page | null => {
  const id =
    device === "desktop" ? kintone.app.getId() : kintone.mobile.app.getId();
  if (id === null) {
    return null;
  }
  return device === "desktop"
    ? createDesktopPage(String(id))
    : createMobilePage(String(id));
};
