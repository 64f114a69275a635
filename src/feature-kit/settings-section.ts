import type { Language } from "../i18n/message.ts";
import type { DirectoryReader } from "../kintone/directory.ts";
import type { Gateway } from "../kintone/gateway.ts";
import type { PageClock } from "../kintone/page-clock.ts";
import type { Page } from "../kintone/page.ts";
import type { AppIds } from "../kintone/sibling-apps.ts";
import type { Programme } from "../programmes/index.ts";

/** The services of the settings page, offered to each of its sections. */
export type SettingsSectionContext = {
  readonly page: Page;
  readonly gateway: Gateway;
  readonly directory: DirectoryReader;
  readonly language: Language;
  /** The programme of this set of apps. */
  readonly programme: Programme;
  readonly clock: PageClock;
  /** Days closed here by the settings, `YYYY-MM-DD`. */
  readonly closedDays: readonly string[];
  /** Apps that the settings name. */
  readonly overrides: AppIds;
  /** Tells the page that records have changed, so that it checks again. */
  readonly onChanged: () => void;
};

/** A finding about the set, with the one place where it can be corrected. */
export type Check = {
  /** `note`: it works as it is, somebody should know of it. */
  readonly level: "ok" | "note" | "look";
  readonly text: string;
  /** Those affected, or what differs, one a line. */
  readonly affected: readonly string[];
  readonly repair: { readonly label: string; readonly href: string } | null;
};

/** A part of the plugin's settings page that a feature draws itself. */
export type SettingsSection = {
  readonly id: string;
  /** Awards that have this part; all of them when absent. */
  readonly isFor?: (programme: Programme) => boolean;
  /** Draws into an empty element that the page leaves alone. */
  mount(space: HTMLElement, context: SettingsSectionContext): void;
};
