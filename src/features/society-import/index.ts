import type { SettingsSection } from "../../feature-kit/settings-section.ts";
import { mountImport } from "./mount-import.ts";

/** 商工会を取り込む: a clerk's own list becomes the societies of the app. */
export const societyImport: SettingsSection = {
  id: "society-import",
  mount: mountImport,
};
