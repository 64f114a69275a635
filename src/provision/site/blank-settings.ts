import type { AppSettings } from "../../app-kit/app-settings.ts";

/** The settings of a new app, none of which we want. */
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
