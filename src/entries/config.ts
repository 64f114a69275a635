import { formErrors } from "excel-form";
import { editionErrors } from "../errors/edition-catalogue.ts";
import { addToPageCatalogue } from "../errors/to-message.ts";
import { mountSetUp } from "../features/set-up/index.ts";
import { mountSettingsPage } from "../features/settings-page/index.ts";
import { settingsOnlyFeatures } from "../features/settings-only.ts";
import { settingsSections } from "../features/settings-sections.ts";
import { inspect } from "../features/site-check/index.ts";

addToPageCatalogue({ ...formErrors, ...editionErrors });
mountSettingsPage({
  beforeApps: mountSetUp,
  inspect,
  editionFeatures: settingsOnlyFeatures,
  sections: settingsSections,
});
