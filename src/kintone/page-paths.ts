import type { Condition } from "./query.ts";

/**
 * Addresses of kintone's pages beside the one we are at: those that no function
 * builds, and all of them on the plugin's settings page, where `buildPageUrl`
 * does not work.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/build-page-url/
 */
export type PagePaths = {
  app(id: string): string;
  record(app: string, id: string): string;
  appSettings(app: string): string;
  pluginSettings(app: string, pluginId: string): string;
};

/** @param path - of the page we are at; in a guest space it is longer */
export const pathsFrom = (path: string): PagePaths => {
  const base = /^\/k\/guest\/\d+/.exec(path)?.[0] ?? "/k";
  return {
    app: (id) => `${base}/${id}/`,
    record: (app, id) => `${base}/${app}/show#record=${id}`,
    appSettings: (app) => `${base}/admin/app/flow?app=${app}`,
    pluginSettings: (app, pluginId) =>
      `${base}/admin/app/${app}/plugin/config?pluginId=${pluginId}`,
  };
};

/** Kept apart from kintone's own state, which is in the hash. */
const FIELD = "suisen-field";

/** @param href - of record 0, as kintone builds it */
export const toRecordHref =
  (href: string) =>
  (id: string, field?: string): string =>
    href
      .replace("#", field ? `?${FIELD}=${field}#` : "#")
      .replace(/record=0\b/, `record=${id}`);

/** kintone refuses longer addresses; a little is left for the site's own part. */
const LONGEST_ADDRESS = 7_500;

/**
 * The address of a list with a filter of its own, as kintone writes it when a user filters a list.
 *
 * @param href - of the list
 * @returns null when the address would be too long
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/kintone-rest-api-overview/
 */
export const toFilteredHref = (
  href: string,
  { text }: Condition,
): string | null => {
  const filtered = `${href}${href.includes("?") ? "&" : "?"}query=${encodeURIComponent(text)}`;
  return filtered.length > LONGEST_ADDRESS ? null : filtered;
};

/** @returns the field that a link to a record means; blank when none is meant */
export const linkedField = (search: string): string =>
  new URLSearchParams(search).get(FIELD) ?? "";

/** A cell of a form. */
type Place = { readonly sheet: string; readonly cell: string };

/** The part of the settings page's address that says whose form is meant, and which cell of it. */
export const toFormHash = (editionId: string, place?: Place): string =>
  `#form=${editionId}${place ? `&at=${encodeURIComponent(`${place.sheet}!${place.cell}`)}` : ""}`;

/** @returns the edition's record id; null when none is meant */
export const parseFormHash = (hash: string): string | null =>
  /^#form=(\d+)(?:&|$)/.exec(hash)?.[1] ?? null;

/** @returns the cell; null when none is meant, whatever a hash may hold */
export const parsePlaceHash = (hash: string): Place | null => {
  const { sheet, cell } =
    /&at=(?<sheet>.+)(?:!|%21)(?<cell>[A-Z]{1,3}\d{1,7})$/.exec(hash)?.groups ??
    {};
  try {
    return sheet && cell ? { sheet: decodeURIComponent(sheet), cell } : null;
  } catch {
    // Cut somewhere within a character.
    return null;
  }
};
