export { mountSettingsPage } from "./mount-settings.ts";
