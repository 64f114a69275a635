import {
  listNotifications,
  markNotifications,
} from "../notifications/inbox.ts";
import type { Route } from "./route-context.ts";

/** The user's own notifications, newest first. */
export const readNotifications: Route = ({ site, user }) => ({
  notifications: listNotifications(site, user).map(
    ({ sender, user: _receiver, ...rest }) => ({
      ...rest,
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
