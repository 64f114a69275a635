import type { AppSettings } from "../../app-kit/app-settings.ts";

/** What a new app has: nothing that we would want. */
export const blankSettings: AppSettings = {
  fields: {},
  layout: [],
  general: {},
  views: {},
  process: { enable: false },
  appAcl: [],
  recordAcl: [],
  fieldAcl: [],
  generalNotifications: {},
  recordNotifications: [],
  reminders: {},
};
