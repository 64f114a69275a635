import { mountSetUp } from "../features/set-up/index.ts";
import { mountSettingsPage } from "../features/settings-page/index.ts";
import { settingsOnlyFeatures } from "../features/settings-only.ts";
import { settingsSections } from "../features/settings-sections.ts";

mountSettingsPage(mountSetUp, settingsOnlyFeatures, settingsSections);
