import type { AppKey } from "../../apps/index.ts";
import type { Connection } from "../connect/connection.ts";
import type { DesiredSite } from "../plan/desired.ts";
import type { KnownApps, ProvisionMemory } from "../site/memory.ts";

/** The services that applying a step needs. */
export type ApplyContext = {
  readonly connection: Connection;
  readonly desired: DesiredSite;
  readonly memory: ProvisionMemory;
  /** The zip that the plan's plugin came from. */
  readonly pluginZip: Uint8Array | null;
  /** Waits between two polls of a publication. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Filled while apps are made. */
  readonly ids: Map<AppKey, string>;
};

export const idOf = ({ ids }: ApplyContext, key: AppKey): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`App ${key} has no number yet`);
  return id;
};

export const createIds = (known: KnownApps): Map<AppKey, string> =>
  // `KnownApps` has no other keys than ours.
  new Map(Object.entries(known) as Array<[AppKey, string]>);
