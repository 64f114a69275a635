import type { AppSettings } from "../../app-kit/app-settings.ts";
import type { AppKey } from "../../apps/index.ts";

/** An app of ours on the site, its unpublished settings included. */
export type ActualApp = {
  readonly id: string;
  /** False until its first publication; other apps cannot refer to it before. */
  readonly isLive: boolean;
  /**
   * A live app that is being taken over: kintone shows it without our mark until
   * it is published, and its rights are those of a new app.
   */
  readonly isAdopted?: boolean;
  /** The 商工会 app that another set of apps has made. */
  readonly isShared?: boolean;
  /** Settings have been changed since they were last published. */
  readonly hasPending: boolean;
  /** References to our other apps are keys, as in the declarations. */
  readonly settings: AppSettings;
  /** Ids of the plugins on the app. */
  readonly plugins: readonly string[];
  /** Those among them that are switched off in the app. */
  readonly disabledPlugins: readonly string[];
};

export type InstalledPlugin = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
};

export type ActualSite = {
  readonly apps: Readonly<Partial<Record<AppKey, ActualApp>>>;
  readonly groups: readonly string[];
  readonly plugins: readonly InstalledPlugin[];
};
