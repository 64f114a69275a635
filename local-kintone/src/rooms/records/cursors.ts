import { randomUUID } from "node:crypto";
import type { Site } from "../../model/site.ts";
import { cursorNotFound, tooManyCursors } from "./errors.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-cursor/ */
const CURSOR_LIMIT = 10;
const LIFETIME_MS = 10 * 60_000;

export type Cursor = {
  id: string;
  app: number;
  /** Owner of the cursor; no other user can use it. */
  owner: string;
  guestSpaceId: number | null;
  ids: number[];
  position: number;
  size: number;
  fields: string[] | undefined;
  expiresAt: number;
};

const KEY = "records.cursors";

const cursorsOf = (site: Site): Map<string, Cursor> => {
  // Only this module writes under this key.
  const known = site.volatile.get(KEY) as Map<string, Cursor> | undefined;
  const cursors = known ?? new Map<string, Cursor>();
  if (!known) site.volatile.set(KEY, cursors);
  const now = site.clock.now();
  for (const cursor of cursors.values())
    if (cursor.expiresAt <= now) cursors.delete(cursor.id);
  return cursors;
};

const alive = (site: Site) => site.clock.now() + LIFETIME_MS;

/** Ten cursors live at a time on a site; rows and their order are fixed now. */
export const createCursor = (
  site: Site,
  cursor: Omit<Cursor, "id" | "position" | "expiresAt">,
): Cursor => {
  const cursors = cursorsOf(site);
  if (cursors.size >= CURSOR_LIMIT) throw tooManyCursors();
  const created = {
    ...cursor,
    id: randomUUID(),
    position: 0,
    expiresAt: alive(site),
  };
  cursors.set(created.id, created);
  return created;
};

export const findCursor = (site: Site, id: string, owner: string): Cursor => {
  const cursor = cursorsOf(site).get(id);
  if (cursor?.owner !== owner) throw cursorNotFound();
  return cursor;
};

/** Record ids of the next page; the last page deletes the cursor, any other prolongs it. */
export const advanceCursor = (
  site: Site,
  cursor: Cursor,
): { ids: number[]; next: boolean } => {
  const end = cursor.position + cursor.size;
  const ids = cursor.ids.slice(cursor.position, end);
  const next = end < cursor.ids.length;
  if (next)
    cursorsOf(site).set(cursor.id, {
      ...cursor,
      position: end,
      expiresAt: alive(site),
    });
  else cursorsOf(site).delete(cursor.id);
  return { ids, next };
};

export const removeCursor = (site: Site, cursor: Cursor): void => {
  cursorsOf(site).delete(cursor.id);
};
