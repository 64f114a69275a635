import { systemFieldsOf } from "./fields/system-fields.ts";
import type { AppSettings, JsonObject } from "../../model/model.ts";

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
  language: "ja" | "en" = "ja",
): AppSettings => ({
  general: general(name),
  fields: Object.fromEntries(
    systemFieldsOf(language).map((field) => [field.code, field]),
  ),
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
