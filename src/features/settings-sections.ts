import type { SettingsSection } from "../feature-kit/settings-section.ts";
import { checklistImport, editionGuide } from "./edition-guide/index.ts";
import { rehearsal } from "./site-check/rehearsal-section.ts";
import { update } from "./site-check/update-section.ts";
import { nominationImport } from "./nomination-import/index.ts";
import { contactImport, societyImport } from "./society-import/index.ts";

/** Parts of the settings page besides its checks and options, in their order. */
export const settingsSections: readonly SettingsSection[] = [
  societyImport,
  contactImport,
  editionGuide,
  checklistImport,
  nominationImport,
  rehearsal,
  update,
];
