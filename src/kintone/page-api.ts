/**
 * The part of the page-side `kintone` object that we call, written down here
 * because the declarations that dts-gen ships know the old API only.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/
 */
export type PageField = {
  type: string;
  value: unknown;
  error?: string | null;
  disabled?: boolean;
  lookup?: true | "UPDATE" | "CLEAR";
};
export type PageRecord = Record<string, PageField>;

/** The event that a handler receives; the event type decides which members are set. */
export type PageEvent = {
  type: string;
  appId?: number | string;
  recordId?: number | string;
  /** Set by `index.show`. */
  viewId?: number;
  viewName?: string;
  viewType?: "list" | "calendar" | "custom";
  records?: PageRecord[] | Record<string, PageRecord[]>;
  record?: PageRecord;
  changes?: { field: PageField; row: { value: PageRecord } | null };
  /** Set by `create.show`: the record is a copy of another. */
  reuse?: boolean;
  action?: { value: string };
  status?: { value: string };
  nextStatus?: { value: string };
  error?: string;
  url?: string | null;
};

export type LoginUser = {
  id: string;
  code: string;
  name: string;
  email: string;
  /** IANA name of the user's own setting, e.g. `Asia/Tokyo`. */
  timezone: string;
  language: string;
  isGuest: boolean;
};

type DialogAction = "OK" | "CANCEL" | "CLOSE" | "FUNCTION";

/** @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/create-dialog/ */
export type DialogOptions = {
  title: string;
  body: Element;
  showOkButton?: boolean;
  okButtonText?: string;
  showCancelButton?: boolean;
  cancelButtonText?: string;
  showCloseButton?: boolean;
  beforeClose?: (action: DialogAction) => boolean | Promise<boolean>;
};
export type Dialog = {
  show(): Promise<DialogAction>;
  close(): void;
};

type RecordApi = {
  getId(): number | null;
  get(): { record: PageRecord } | null;
  set(value: { record: PageRecord }): void;
  getSpaceElement(elementId: string): HTMLElement | null;
  getFieldElement(code: string): HTMLElement | null;
  setFieldShown(codeOrElementId: string, isShown: boolean): void;
  setGroupFieldOpen(code: string, isOpen: boolean): void;
};

type AppApi = {
  getId(): number | null;
  getFieldElements(code: string): HTMLElement[] | null;
  getHeaderSpaceElement(): HTMLElement | null;
  /** Answer without a right to see the other app; absent on old sites. */
  getLookupTargetAppId?(code: string): string | null;
  getRelatedRecordsTargetAppId?(code: string): string | null;
  /** Absent on sites that have not received it yet. */
  setRecordListStyle?(config: { body: readonly RowStyle[] }): Promise<void>;
  record: RecordApi;
};

export type FormField = {
  type: string;
  code: string;
  label: string;
  defaultValue?: unknown;
  /** Null for a user who may not see the other app. */
  lookup?: { relatedApp: { app: string; code: string } } | null;
  referenceTable?: { relatedApp: { app: string; code: string } } | null;
  fields?: Record<string, FormField>;
  options?: Record<string, { label: string; index: string }>;
};

/** @see https://cybozu.dev/ja/kintone/docs/js-api/app/set-record-list-style/ */
export type CellStyle = {
  /** Field code of the column. */
  column: string;
  content: { color?: string; backgroundColor?: string };
};
export type RowStyle = { recordId: string; style: readonly CellStyle[] };

/** Newer getters; not every site has their phone twins. */
type NewGetters = {
  getFormFields(): Promise<Record<string, FormField>>;
  getPermissions(): Promise<{ addRecord: boolean; editApp: boolean }>;
};

export type KintoneGlobal = {
  $PLUGIN_ID: string;
  events: {
    on(
      type: string | readonly string[],
      handler: (event: PageEvent) => unknown,
    ): void;
  };
  app: AppApi &
    NewGetters & {
      getHeaderMenuSpaceElement(): HTMLElement | null;
    };
  mobile: {
    app: AppApi & Partial<NewGetters>;
    showNotification(type: NotificationType, message: string): Promise<void>;
    createBottomSheet(options: DialogOptions): Promise<Dialog>;
  };
  plugin: {
    app: {
      getConfig(pluginId: string): Record<string, string> | null;
      setConfig(config: Record<string, string>, done?: () => void): void;
    };
  };
  user: {
    getOrganizations(): Promise<
      Array<{ organization: { code: string; name: string } }>
    >;
    getGroups(): Promise<Array<{ code: string; name: string }>>;
  };
  api: {
    /** @param detectGuestSpace - true: the address inside the app's guest space */
    url(path: string, detectGuestSpace: boolean): string;
  };
  system?: { getPermissions?(): Promise<{ administration?: boolean }> };
  license?: { getSubscriptionPlan?(): Promise<string> };
  getLoginUser(): LoginUser;
  getRequestToken(): string;
  buildPageUrl(
    page: `APP_${"INDEX" | "CREATE" | "DETAIL"}${"" | "_MOBILE"}`,
    params: { appId: string; recordId?: string; viewId?: string },
  ): Promise<string>;
  createDialog(options: DialogOptions): Promise<Dialog>;
  showNotification(type: NotificationType, message: string): Promise<void>;
  showConfirmDialog(options: {
    title: string;
    body: string;
    showOkButton?: boolean;
    okButtonText?: string;
    showCancelButton?: boolean;
    cancelButtonText?: string;
  }): Promise<"OK" | "CANCEL" | "CLOSE">;
};

export type NotificationType = "ERROR" | "SUCCESS" | "INFO";

declare global {
  /** Set by kintone before customisations run. Read in `src/kintone` only. */
  var kintone: KintoneGlobal;
}
