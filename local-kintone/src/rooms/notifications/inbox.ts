import { accessOfUser } from "../rights/access.ts";
import { recordNumber, recordTitle } from "../rights/title.ts";
import type {
  Notification,
  NotificationKind,
  User,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

/** Notifications can be read for 70 days (kintone's release notes of May 2020). */
const KEPT_DAYS = 70;
const DAY_MS = 86_400_000;

/** Their title is a text of the app's settings, not of the record. */
const OWN_TITLES: ReadonlySet<NotificationKind> = new Set([
  "perRecord",
  "reminder",
]);

/**
 * Reduces a notification to what the user may see now: drops records that were
 * deleted or closed to the user, and titles closed since.
 */
const readable = (site: Site, user: User, it: Notification): Notification[] => {
  const app = site.store.apps.get(it.app);
  const record = site.store.records(it.app).get(it.record);
  if (!app || !record) return [];
  const access = accessOfUser(site, app, user);
  if (!access.recordRights(record).viewable) return [];
  const number = recordNumber(app, record);
  const isClosed =
    !OWN_TITLES.has(it.kind) && recordTitle(app, record, access) === number;
  return [isClosed ? { ...it, title: number } : it];
};

/** Notification list of a user, newest first. */
export const listNotifications = (site: Site, user: User): Notification[] => {
  const oldest = site.clock.now() - KEPT_DAYS * DAY_MS;
  return site.store
    .notifications(user.code)
    .filter((it) => Date.parse(it.createdAt) >= oldest)
    .flatMap((it) => readable(site, user, it))
    .sort(
      (a, b) =>
        Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id,
    );
};

export const countUnread = (site: Site, user: User): number =>
  listNotifications(site, user).filter(({ read }) => !read).length;

/** Marks notifications as read or unread; ids of other users' notifications do nothing. */
export const markNotifications = (
  site: Site,
  user: User,
  ids: readonly number[],
  read: boolean,
): void => {
  for (const it of site.store.notifications(user.code))
    if (ids.includes(it.id)) site.store.saveNotification({ ...it, read });
};
