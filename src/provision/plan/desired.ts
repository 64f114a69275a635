import { toAppSettings, type AppSettings } from "../../app-kit/app-settings.ts";
import { declareApps } from "../../apps/declarations.ts";
import { appKeys, type AppKey } from "../../apps/index.ts";
import { FEDERATION_GROUP } from "../../apps/parts/rights.ts";
import type { Programme } from "../../programmes/index.ts";
import { markerOf } from "../site/marker.ts";

export type DesiredPlugin = { readonly id: string; readonly version: string };

export type DesiredSite = {
  readonly programmeId: string;
  readonly apps: Readonly<Record<AppKey, AppSettings>>;
  /** Groups that rights and notifications name. */
  readonly groups: ReadonlyArray<{
    readonly code: string;
    readonly name: string;
  }>;
  /** Absent: plugins are left as they are. */
  readonly plugin?: DesiredPlugin;
};

const withMarker = (settings: AppSettings, marker: string): AppSettings => ({
  ...settings,
  general: {
    ...settings.general,
    description: `${String(settings.general.description)}<div>管理用：${marker}（消さないでください）</div>`,
  },
});

export const toDesiredSite = (
  programme: Programme,
  plugin?: DesiredPlugin,
): DesiredSite => {
  const declarations = declareApps(programme);
  const toSettings = (key: AppKey) =>
    withMarker(toAppSettings(declarations[key]), markerOf(programme.id, key));
  return {
    programmeId: programme.id,
    // One entry per key is what `appKeys` lists.
    apps: Object.fromEntries(
      appKeys.map((key) => [key, toSettings(key)]),
    ) as Record<AppKey, AppSettings>,
    groups: [{ code: FEDERATION_GROUP, name: "県連" }],
    ...(plugin && { plugin }),
  };
};
