import { appKeys, type AppKey } from "../../apps/index.ts";
import { refusalOf } from "../connect/refusal.ts";
import type { SiteClient } from "../connect/site-client.ts";
import { findMarkedKey, markIn } from "./marker.ts";

/** An app that becomes 募集回, and the names that new apps get. */
export type Adoption = {
  readonly app: string;
  readonly names: Readonly<Record<AppKey, string>>;
};

/** Apps made since the adopted one; another administrator may have begun just before. */
const LOOK_BACK = 10;
const LOOK_AHEAD = 10;
const MOST_APPS = 60;
/** A site answers 100 requests at a time at most. */
const AT_A_TIME = 10;

const numbersAround = (origin: number, listed: readonly string[]): number[] => {
  const first = Math.max(1, origin - LOOK_BACK);
  const last = Math.max(origin, ...listed.map(Number)) + LOOK_AHEAD;
  const length = Math.min(last - first + 1, MOST_APPS);
  return Array.from({ length }, (_, index) => first + index);
};

const UNREACHABLE = new Set(["GAIA_AP01", "GAIA_NO01", "CB_NO02"]);

const fetchSettings = async (client: SiteClient, app: string) => {
  try {
    return await client.app.getAppSettings({ app, preview: true });
  } catch (error) {
    if (UNREACHABLE.has(refusalOf(error)?.code ?? "")) return null;
    throw error;
  }
};

const keyOf = (
  { name, description }: { name: string; description: string },
  programmeId: string,
  { names }: Adoption,
): AppKey | null =>
  findMarkedKey(programmeId, description) ??
  // The request that made it was answered, but the answer or the next one was lost.
  (description === ""
    ? (appKeys.find((key) => key !== "editions" && names[key] === name) ?? null)
    : null);

/**
 * An app that another run has made just before ours for the same purpose. kintone
 * does not list what was never published, so two runs at once do not see each
 * other's apps when they begin.
 */
export const findRival = async (
  client: SiteClient,
  own: { readonly app: string; readonly description: string },
): Promise<string | null> => {
  const ids = numbersAround(Number(own.app), [])
    .filter((id) => id < Number(own.app))
    .map(String);
  const settings = await Promise.all(
    ids.map((id) => fetchSettings(client, id)),
  );
  const mark = markIn(own.description);
  const at = settings.findIndex(
    (one) => one !== null && mark !== null && markIn(one.description) === mark,
  );
  return ids[at] ?? null;
};

/**
 * Finds apps of ours that kintone does not list because they were never published.
 * kintone numbers apps one after the other, so those that were made after the
 * adopted one are tried, whatever the page that made them still knows.
 */
export const findUnlisted = async (
  client: SiteClient,
  programmeId: string,
  listed: readonly string[],
  adoption: Adoption,
): Promise<Partial<Record<AppKey, string>>> => {
  const ids = numbersAround(Number(adoption.app), listed)
    .map(String)
    .filter((id) => !listed.includes(id) && id !== adoption.app);
  const found: Partial<Record<AppKey, string>> = {};
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    const some = ids.slice(at, at + AT_A_TIME);
    const settings = await Promise.all(
      some.map((id) => fetchSettings(client, id)),
    );
    settings.forEach((one, index) => {
      const key = one && keyOf(one, programmeId, adoption);
      const id = some[index];
      if (key && id !== undefined) found[key] ??= id;
    });
  }
  return found;
};
