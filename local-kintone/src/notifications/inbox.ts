import { accessOfUser } from "../permissions/access.ts";
import type { Notification, User } from "../site/model.ts";
import type { Site } from "../site/site.ts";

/** Notifications can be read for 70 days (kintone's release notes of May 2020). */
const KEPT_DAYS = 70;
const DAY_MS = 86_400_000;

/** A notification about a record that was deleted or closed to the user says nothing any more. */
const isReadable = (site: Site, user: User, it: Notification): boolean => {
  const app = site.store.apps.get(it.app);
  const record = site.store.records(it.app).get(it.record);
  if (!app || !record) return false;
  return accessOfUser(site, app, user).recordRights(record).viewable;
};

/** What a user finds in the notification list, newest first. */
export const listNotifications = (site: Site, user: User): Notification[] => {
  const oldest = site.clock.now() - KEPT_DAYS * DAY_MS;
  return site.store
    .notifications(user.code)
    .filter((it) => Date.parse(it.createdAt) >= oldest)
    .filter((it) => isReadable(site, user, it))
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
