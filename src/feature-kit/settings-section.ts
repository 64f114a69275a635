import type { Language } from "../i18n/message.ts";
import type { DirectoryReader } from "../kintone/directory.ts";
import type { Gateway } from "../kintone/gateway.ts";
import type { Page } from "../kintone/page.ts";

/** The services of the settings page, offered to each of its sections. */
export type SettingsSectionContext = {
  readonly page: Page;
  readonly gateway: Gateway;
  readonly directory: DirectoryReader;
  readonly language: Language;
  /** Tells the page that records have changed, so that it checks again. */
  readonly onChanged: () => void;
};

/** A part of the plugin's settings page that a feature draws itself. */
export type SettingsSection = {
  readonly id: string;
  /** Draws into an empty element that the page leaves alone. */
  mount(space: HTMLElement, context: SettingsSectionContext): void;
};
