import type { AppSettings, FieldValue } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

const keyOf = (value: FieldValue | undefined): string | null =>
  typeof value === "string" && value !== "" ? value : null;

const hasDuplicates = (site: Site, appId: number, code: string): boolean => {
  const seen = new Set<string>();
  for (const { values } of site.store.records(appId).values()) {
    const key = keyOf(values[code]);
    if (key === null) continue;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
};

/**
 * Tells whether records break a rule that data must hold from now on: a field that
 * prohibits duplicates. Blank values never clash.
 *
 * @see https://github.com/SonicGarden/kintone-emulator/blob/main/doc/kintone-behavior-notes.md
 */
export const breaksUniqueness = (
  site: Site,
  appId: number,
  next: AppSettings,
): boolean =>
  Object.values(next.fields)
    .filter((field) => field.unique === true)
    .some((field) => hasDuplicates(site, appId, field.code));
