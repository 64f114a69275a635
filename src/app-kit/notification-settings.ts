import type { AppDeclaration } from "./app-declaration.ts";
import { flags, named, type JsonObject } from "./setting-parts.ts";

export const toGeneralNotifications = (app: AppDeclaration): JsonObject => ({
  notifications: app.generalNotifications.map(({ entity, on }) => ({
    ...named(entity),
    ...flags(
      ["recordAdded", "recordEdited", "commentAdded", "statusChanged"],
      on,
    ),
    fileImported: false,
  })),
  notifyToCommenter: false,
});

export const toReminders = ({ reminders }: AppDeclaration): JsonObject => ({
  timezone: "Asia/Tokyo",
  notifications: reminders.map(
    ({ code, daysLater, time, filterCond, title, targets }) => ({
      timing: { code, daysLater: String(daysLater), time },
      filterCond,
      title,
      targets: targets.map(named),
    }),
  ),
});

export const toRecordNotifications = (app: AppDeclaration): JsonObject[] =>
  app.recordNotifications.map(({ filterCond, title, targets }) => ({
    filterCond,
    title,
    targets: targets.map(named),
  }));
