import type { AppSettings, FieldProperty, JsonObject } from "../site/model.ts";

const systemField = (
  type: string,
  code: string,
  rest: Record<string, unknown>,
): FieldProperty => ({ type, code, label: code, ...rest });

/**
 * The fields that every app has, with the codes of a Japanese domain.
 *
 * @see https://github.com/SonicGarden/kintone-emulator/blob/main/docs/real-kintone-notes.md (probed April 2026)
 */
const systemFields: readonly FieldProperty[] = [
  systemField("RECORD_NUMBER", "レコード番号", { noLabel: false }),
  systemField("MODIFIER", "更新者", { noLabel: false }),
  systemField("CREATOR", "作成者", { noLabel: false }),
  systemField("UPDATED_TIME", "更新日時", { noLabel: false }),
  systemField("CREATED_TIME", "作成日時", { noLabel: false }),
  systemField("STATUS", "ステータス", { enabled: false }),
  systemField("STATUS_ASSIGNEE", "作業者", { enabled: false }),
  systemField("CATEGORY", "カテゴリー", { enabled: false }),
];

/** Codes that no other field may take. */
export const RESERVED_CODES: ReadonlySet<string> = new Set(
  systemFields.map((field) => field.code),
);

const allRights = {
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
};

/** The creator may do everything, everyone may work with records (booleans unverified). */
const defaultAppAcl: JsonObject[] = [
  {
    entity: { type: "CREATOR", code: null },
    includeSubs: false,
    appEditable: true,
    ...allRights,
    recordImportable: true,
    recordExportable: true,
  },
  {
    entity: { type: "GROUP", code: "everyone" },
    includeSubs: false,
    appEditable: false,
    ...allRights,
    recordImportable: false,
    recordExportable: false,
  },
];

const general = (name: string): JsonObject => ({
  name,
  description: "",
  icon: { type: "PRESET", key: "APP72" },
  theme: "WHITE",
  titleField: { selectionMode: "AUTO", code: "" },
  enableThumbnails: true,
  enableBulkDeletion: false,
  enableComments: true,
  enableDuplicateRecord: true,
  enableInlineRecordEditing: true,
  numberPrecision: {
    digits: "16",
    decimalPlaces: "4",
    roundingMode: "HALF_EVEN",
  },
  firstMonthOfFiscalYear: "1",
});

const originsOf = (
  settings: AppSettings,
): NonNullable<AppSettings["origins"]> => {
  const fields = Object.values(settings.fields).flatMap((field) => [
    field,
    ...Object.values(field.fields ?? {}),
  ]);
  const options = fields.flatMap((field) => {
    // Shape of a choice field: option name → { label, index }.
    const known = field.options as Record<string, unknown> | undefined;
    const names = Object.keys(known ?? {});
    return names.length > 0
      ? [[field.code, Object.fromEntries(names.map((name) => [name, name]))]]
      : [];
  });
  const states = Object.keys(settings.process.states ?? {});
  return {
    fields: Object.fromEntries(fields.map(({ code }) => [code, code])),
    options: Object.fromEntries(options) as Record<
      string,
      Record<string, string>
    >,
    states: Object.fromEntries(states.map((name) => [name, name])),
  };
};

/** The preview copy that belongs to a live one: nothing renamed yet. */
export const toPreview = (live: AppSettings): AppSettings => ({
  ...live,
  origins: originsOf(live),
});

/** The live copy made from a preview one. */
export const toLive = (preview: AppSettings): AppSettings => {
  const { origins: _origins, ...live } = preview;
  return live;
};

/**
 * Settings of a new app: system fields, no layout, no views.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/add-app/
 */
export const defaultSettings = (
  name: string,
  timezone: string,
): AppSettings => ({
  general: general(name),
  fields: Object.fromEntries(systemFields.map((field) => [field.code, field])),
  layout: [],
  views: {},
  process: { enable: false, states: null, actions: null },
  appAcl: defaultAppAcl,
  recordAcl: [],
  fieldAcl: [],
  generalNotifications: {
    notifications: [],
    notifyToCommenter: true,
  },
  perRecordNotifications: [],
  reminderNotifications: { timezone, notifications: [] },
  reports: {},
  actions: {},
  customize: {
    scope: "ALL",
    desktop: { js: [], css: [] },
    mobile: { js: [], css: [] },
  },
  adminNotes: { content: "", includeInTemplateAndDuplicates: false },
  plugins: [],
});
