import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import { fieldCodeNotFound } from "../../ground/errors.ts";
import { own } from "../../ground/own.ts";
import { isTimeZone } from "../../language/query/time-zone.ts";
import {
  boolean,
  checked,
  id,
  integer,
  list,
  messages,
  object,
  optional,
  ourMessages,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import type { AppSettings, JsonObject } from "../../model/model.ts";
import {
  openForReading,
  openForWriting,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";
import {
  entityShape,
  PEOPLE_FIELDS,
  requireKnownEntity,
  toEntity,
} from "./entity-shapes.ts";
import { checkFilter } from "../rights/query-check.ts";

const RECEIVERS = ["USER", "GROUP", "ORGANIZATION", "FIELD_ENTITY"];
const RECEIVER_FIELDS = new Set([...PEOPLE_FIELDS, "STATUS_ASSIGNEE"]);
const flag = withDefault(boolean(), false);

const general = object({
  entity: entityShape(RECEIVERS),
  includeSubs: flag,
  recordAdded: flag,
  recordEdited: flag,
  commentAdded: flag,
  statusChanged: flag,
  fileImported: flag,
});
const target = object({ entity: entityShape(RECEIVERS), includeSubs: flag });
const perRecord = object({
  filterCond: withDefault(text(), ""),
  title: withDefault(text({ max: 100 }), ""),
  targets: list(target, { min: 1 }),
});
/** Whole hours and ten-minute steps. */
const clockTime = checked(text(), (time) =>
  /^([01]\d|2[0-3]):[0-5]0$/.test(time) ? null : ourMessages.wrongType,
);
const reminder = object({
  timing: object({
    code: text({ min: 1 }),
    daysLater: integer({ min: -10_000, max: 10_000 }),
    hoursLater: optional(integer({ min: -23, max: 23 })),
    time: optional(clockTime),
  }),
  filterCond: withDefault(text(), ""),
  title: withDefault(text({ max: 100 }), ""),
  targets: list(target, { min: 1 }),
});

const DATE_TYPES = new Set([
  "DATE",
  "DATETIME",
  "CREATED_TIME",
  "UPDATED_TIME",
]);
const notADate = {
  ja: "日付のフィールドを指定してください。",
  en: "Specify a date field.",
};

type Target = ReturnType<typeof target.read>;

const settleTargets = (
  context: ApiContext,
  settings: AppSettings,
  targets: readonly Target[],
  path: string,
): JsonObject[] =>
  targets.map(({ entity, includeSubs }, i) => {
    const at = `${path}.targets[${i}].entity`;
    requireKnownEntity(context.site, settings, entity, at, RECEIVER_FIELDS);
    return { entity: toEntity(entity), includeSubs };
  });

const settleTiming = (
  settings: AppSettings,
  timing: ReturnType<typeof reminder.read>["timing"],
  path: string,
): JsonObject => {
  const { code, daysLater, hoursLater, time } = timing;
  const field = own(settings.fields, code);
  if (!field) throw fieldCodeNotFound(code);
  if (!DATE_TYPES.has(field.type))
    throw invalidInput({ [`${path}.timing.code`]: { messages: [notADate] } });
  const isUnclear = (hoursLater === undefined) === (time === undefined);
  if (isUnclear)
    throw invalidInput({
      [`${path}.timing`]: {
        messages: [
          time === undefined ? messages.required : ourMessages.wrongType,
        ],
      },
    });
  const moment: JsonObject =
    time === undefined ? { hoursLater: String(hoursLater) } : { time };
  return { code, daysLater: String(daysLater), ...moment };
};

export const getGeneralNotifications = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context, { liveNeedsAdmin: true });
  const { notifications, notifyToCommenter } =
    copy.settings.generalNotifications;
  return { notifications, notifyToCommenter, revision: String(copy.revision) };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-general-notification-settings/ */
export const putGeneralNotifications = (context: ApiContext): JsonObject => {
  const params = parseShape(
    object({
      app: id(),
      notifications: optional(list(general)),
      notifyToCommenter: optional(boolean()),
      revision: revisionShape,
    }),
    context.params,
  );
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const known = settings.generalNotifications;
  const given = params.notifications?.map((row, i): JsonObject => {
    const at = `notifications[${i}].entity`;
    requireKnownEntity(context.site, settings, row.entity, at, RECEIVER_FIELDS);
    return { ...row, entity: toEntity(row.entity) };
  });
  const generalNotifications = {
    notifications: given ?? known.notifications,
    notifyToCommenter: params.notifyToCommenter ?? known.notifyToCommenter,
  };
  return savePreview(context, app, { ...settings, generalNotifications });
};

export const getPerRecordNotifications = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context, { liveNeedsAdmin: true });
  const notifications = copy.settings.perRecordNotifications;
  return { notifications, revision: String(copy.revision) };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-per-record-notification-settings/ */
export const putPerRecordNotifications = (context: ApiContext): JsonObject => {
  const params = parseShape(
    object({
      app: id(),
      notifications: list(perRecord),
      revision: revisionShape,
    }),
    context.params,
  );
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const perRecordNotifications = params.notifications.map(
    (row, i): JsonObject => {
      checkFilter(context, settings, row.filterCond);
      const targets = settleTargets(
        context,
        settings,
        row.targets,
        `notifications[${i}]`,
      );
      return { filterCond: row.filterCond, title: row.title, targets };
    },
  );
  return savePreview(context, app, { ...settings, perRecordNotifications });
};

export const getReminderNotifications = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context, { liveNeedsAdmin: true });
  const { timezone, notifications } = copy.settings.reminderNotifications;
  return { notifications, timezone, revision: String(copy.revision) };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-reminder-notification-settings/ */
export const putReminderNotifications = (context: ApiContext): JsonObject => {
  const params = parseShape(
    object({
      app: id(),
      notifications: optional(list(reminder)),
      timezone: optional(
        checked(text(), (name) =>
          isTimeZone(name) ? null : ourMessages.wrongType,
        ),
      ),
      revision: revisionShape,
    }),
    context.params,
  );
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const known = settings.reminderNotifications;
  const given = params.notifications?.map((row, i): JsonObject => {
    const at = `notifications[${i}]`;
    checkFilter(context, settings, row.filterCond);
    return {
      timing: settleTiming(settings, row.timing, at),
      filterCond: row.filterCond,
      title: row.title,
      targets: settleTargets(context, settings, row.targets, at),
    };
  });
  const reminderNotifications = {
    timezone: params.timezone ?? known.timezone,
    notifications: given ?? known.notifications,
  };
  return savePreview(context, app, { ...settings, reminderNotifications });
};
