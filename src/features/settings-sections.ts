import type { SettingsSection } from "../feature-kit/settings-section.ts";
import { rehearsal } from "./site-check/rehearsal-section.ts";
import { update } from "./site-check/update-section.ts";
import { societyImport } from "./society-import/index.ts";

/** Parts of the settings page besides its checks and options, in their order. */
export const settingsSections: readonly SettingsSection[] = [
  societyImport,
  rehearsal,
  update,
];
