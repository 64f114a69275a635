import {
  listNotifications,
  markNotifications,
} from "../../rooms/notifications/inbox.ts";
import type { Site } from "../../model/site.ts";
import { guestSpaceOf } from "./boot-data.ts";
import type { Route } from "./route-context.ts";

const spaceOf = (site: Site, appId: number): number | null => {
  const app = site.store.apps.get(appId);
  return app ? guestSpaceOf(site, app) : null;
};

/** The user's own notifications, newest first. */
export const readNotifications: Route = ({ site, user }) => ({
  notifications: listNotifications(site, user).map(
    ({ sender, user: _receiver, ...rest }) => ({
      ...rest,
      guestSpaceId: spaceOf(site, rest.app),
      senderName:
        sender === null ? null : (site.store.users.get(sender)?.name ?? sender),
    }),
  ),
});

export const markRead: Route = ({ site, user, params }) => {
  site.store.transaction(() =>
    markNotifications(site, user, [Number(params.id)], true),
  );
};
