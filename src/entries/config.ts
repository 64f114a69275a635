import { mountSettingsPage } from "../features/settings-page/index.ts";
import { settingsOnlyFeatures } from "../features/settings-only.ts";

mountSettingsPage(settingsOnlyFeatures);
