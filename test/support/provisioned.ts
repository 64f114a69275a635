import { restoreSnapshot, takeSnapshot } from "local-kintone";
import type { Site, Snapshot } from "local-kintone";
import type { provision } from "../../src/provision/index.ts";

type Provisioned = Awaited<ReturnType<typeof provision>>;

type Made = { readonly snapshot: Snapshot; readonly result: Provisioned };

/**
 * Sets an empty site up as `work` did on the first one: once for all tests of a file that begin
 * with the same apps.
 */
export const createRepeatedSetUp = (
  work: () => Promise<Provisioned>,
): ((site: Site) => Promise<Provisioned>) => {
  const known: Made[] = [];
  return async (site) => {
    const [made] = known;
    if (made !== undefined) {
      restoreSnapshot(site, made.snapshot);
      return made.result;
    }
    const result = await work();
    known.push({ snapshot: takeSnapshot(site), result });
    return result;
  };
};
