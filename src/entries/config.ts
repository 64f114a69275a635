import { mountSettingsPage } from "../features/settings-page/index.ts";

mountSettingsPage();
