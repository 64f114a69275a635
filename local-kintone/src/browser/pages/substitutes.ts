import { readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { Site } from "../../model/site.ts";

type Replacement = { index: number; place: string; rest: string };

const isAddress = (place: string): boolean => /^https?:\/\//.test(place);

/** The longest known beginning of an address, its replacement, and the rest. */
const replacementOf = (site: Site, url: string): Replacement | null => {
  const found = Object.entries(site.options.substitutes)
    .map(([prefix, place], index) => ({ prefix, place, index }))
    .filter(({ prefix }) => url.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
  if (!found) return null;
  const { prefix, place, index } = found;
  return { index, place, rest: url.slice(prefix.length) };
};

/**
 * Address from which a page loads a script or style that a manifest names by
 * URL: the substitute of the site's option `substitutes`, since the stand-in
 * makes no request to other hosts.
 */
export const sourceUrl = (site: Site, url: string): string => {
  const found = replacementOf(site, url);
  if (!found) return url;
  const { index, place, rest } = found;
  return isAddress(place)
    ? `${place}${rest}`
    : `/_page/substitutes/${index}/${rest}`;
};

/** Target of `kintone.proxy` for an address. */
export const proxyUrl = (site: Site, url: string): string => {
  const found = replacementOf(site, url);
  return found && isAddress(found.place) ? `${found.place}${found.rest}` : url;
};

/** A file of a folder that replaces an address; null outside of the folder. */
export const readSubstitute = (
  site: Site,
  index: number,
  path: string,
): Uint8Array | null => {
  const place = Object.values(site.options.substitutes)[index];
  if (place === undefined || isAddress(place)) return null;
  const folder = resolve(place);
  const file = resolve(folder, path);
  if (!file.startsWith(`${folder}${sep}`)) return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
};
