import { holds, matchEntity } from "./entities.ts";
import type { EntityRow } from "./entities.ts";
import type { AppSettings, StoredRecord } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

/** Codes of the active users whom rows mean for a record, in the order of users. */
export const resolveUsers = (
  site: Site,
  settings: AppSettings,
  record: StoredRecord,
  rows: EntityRow[],
): string[] => {
  if (rows.length === 0) return [];
  const codes: string[] = [];
  for (const user of site.store.users.values()) {
    if (!user.valid) continue;
    const isMeant = rows.some((row) =>
      holds(matchEntity(site, user, settings, row), record),
    );
    if (isMeant) codes.push(user.code);
  }
  return codes;
};
