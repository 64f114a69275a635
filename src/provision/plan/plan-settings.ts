import type { AppSettings } from "../../app-kit/app-settings.ts";
import { covers } from "./covers.ts";
import {
  isBuiltIn,
  mergeProcess,
  ownFieldAcl,
  ownViews,
} from "./merge-settings.ts";
import { settingKinds, type SettingKind } from "./step.ts";

type IsMet = (desired: AppSettings, actual: AppSettings) => boolean;

const isMet: Readonly<Record<SettingKind, IsMet>> = {
  general: (desired, actual) => covers(desired.general, actual.general),
  process: (desired, actual) =>
    // An app of ours that has no process may be given one by others.
    desired.process.enable === false ||
    covers(mergeProcess(desired.process, actual.process), actual.process),
  views: (desired, actual) =>
    covers(desired.views, ownViews(desired.views, actual.views)),
  appAcl: (desired, actual) => covers(desired.appAcl, actual.appAcl),
  recordAcl: (desired, actual) => covers(desired.recordAcl, actual.recordAcl),
  fieldAcl: (desired, actual) =>
    covers(desired.fieldAcl, ownFieldAcl(desired, actual.fieldAcl)),
  generalNotifications: (desired, actual) =>
    covers(desired.generalNotifications, actual.generalNotifications),
  recordNotifications: (desired, actual) =>
    covers(desired.recordNotifications, actual.recordNotifications),
  reminders: (desired, actual) => covers(desired.reminders, actual.reminders),
};

/** The settings that have to be written, in the order in which they can be. */
export const planSettings = (
  desired: AppSettings,
  actual: AppSettings,
): SettingKind[] =>
  settingKinds.filter((kind) => !isMet[kind](desired, actual));

/** Lists that are not ours. */
export const undeclaredViews = (
  desired: AppSettings,
  actual: AppSettings,
): string[] =>
  Object.entries(actual.views)
    .filter(
      ([name, view]) => desired.views[name] === undefined && !isBuiltIn(view),
    )
    .map(([name]) => name);
