import { toAppSettings, type AppSettings } from "../../app-kit/app-settings.ts";
import { declareApps } from "../../apps/declarations.ts";
import { appKeys, type AppKey } from "../../apps/index.ts";
import type { Programme } from "../../programmes/index.ts";
import { markerOf, markLine } from "../site/marker.ts";
import {
  defaultFederation,
  withFederation,
  type FederationEntity,
} from "./federation.ts";

export type DesiredPlugin = {
  readonly id: string;
  /** Null for the one that is installed and asks. */
  readonly version: string | null;
  /** Hash of the files in it; two builds of one version differ in it. */
  readonly hash: string;
  /** Its names in every language. */
  readonly names: readonly string[];
};

export type DesiredSite = {
  readonly programme: Pick<Programme, "id" | "name">;
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
    description: `${String(settings.general.description)}${markLine(marker)}`,
  },
});

type DesiredOptions = {
  readonly plugin?: DesiredPlugin | undefined;
  /** Default: the group `federation`, made where it is missing. */
  readonly federation?: FederationEntity;
  /** The federation is already named in the site's rights. */
  readonly isFederationKnown?: boolean;
};

export const toDesiredSite = (
  programme: Programme,
  {
    plugin,
    federation = defaultFederation,
    isFederationKnown = false,
  }: DesiredOptions = {},
): DesiredSite => {
  const declarations = declareApps(programme);
  const toSettings = (key: AppKey) =>
    withMarker(
      withFederation(toAppSettings(declarations[key]), federation),
      markerOf(programme.id, key),
    );
  const isMade = federation.type === "GROUP" && !isFederationKnown;
  return {
    programme: { id: programme.id, name: programme.name },
    // One entry per key is what `appKeys` lists.
    apps: Object.fromEntries(
      appKeys.map((key) => [key, toSettings(key)]),
    ) as Record<AppKey, AppSettings>,
    groups: isMade ? [{ code: federation.code, name: "県連" }] : [],
    ...(plugin && { plugin }),
  };
};
