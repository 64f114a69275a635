import {
  compileStoredCondition,
  storedConditionContext,
} from "../rights/stored-condition.ts";
import {
  parseDay,
  parseMoment,
  parseTime,
} from "../../language/query/dates.ts";
import {
  addDays,
  dayIn,
  startOfDay,
  toMoment,
} from "../../language/query/time-zone.ts";
import { readValue, textOf } from "../../language/query/values.ts";
import { formOf } from "../../model/form.ts";
import { resolveUsers } from "../rights/people.ts";
import type {
  App,
  AppSettings,
  Json,
  JsonObject,
  StoredRecord,
  User,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { deliver } from "./deliver.ts";
import { targetRows } from "./per-record.ts";

const KEY = "notifications.remindedUntil";
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

type Timing = {
  code: string;
  daysLater: number;
  /** Hours after the moment, or a time of the day. */
  hoursLater: number | null;
  time: string | null;
};

const text = (value: Json | undefined) =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const timingOf = (notification: JsonObject): Timing | null => {
  const { timing } = notification;
  if (typeof timing !== "object" || timing === null || Array.isArray(timing))
    return null;
  const time = parseTime(text(timing.time));
  const hours = text(timing.hoursLater);
  return {
    code: text(timing.code),
    daysLater: Number(text(timing.daysLater) || "0"),
    hoursLater: time === null ? Number(hours || "0") : null,
    time,
  };
};

/** When a reminder for a value falls due; null for an empty value. */
export const dueMoment = (
  value: string,
  timing: Timing,
  timeZone: string,
): number | null => {
  const date = parseDay(value);
  const moment = date ? startOfDay(date, timeZone) : parseMoment(value);
  if (moment === null) return null;
  if (timing.time === null) {
    const hours = timing.daysLater * DAY_HOURS + (timing.hoursLater ?? 0);
    return moment + hours * HOUR_MS;
  }
  const day = addDays(date ?? dayIn(moment, timeZone), timing.daysLater);
  const [hour = "0", minute = "0"] = timing.time.split(":");
  return toMoment(
    { ...day, hour: Number(hour), minute: Number(minute), second: 0 },
    timeZone,
  );
};

type Period = { after: number; until: number };

// Dates, times and hours all fall on whole minutes, so within one minute nothing
// new falls due. Looking all the same would cost every request a walk over all
// records.
const holdsWholeMinute = ({ after, until }: Period): boolean =>
  Math.floor(until / MINUTE_MS) > Math.floor(after / MINUTE_MS);

/** Many records share a day and fall due at once: each answer is worked out once. */
const once = <K, V>(work: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: work(key) };
    known.set(key, found);
    return found.value;
  };
};

const remind = (
  site: Site,
  app: App,
  settings: AppSettings,
  notification: JsonObject,
  period: Period,
): void => {
  const timing = timingOf(notification);
  const field = timing && formOf(settings).byCode.get(timing.code);
  if (!timing || !field) return;
  const read = readValue(field, settings);
  const { timezone } = settings.reminderNotifications;
  const momentOf = once((value: string) => dueMoment(value, timing, timezone));
  const due: Array<{ record: StoredRecord; at: number }> = [];
  for (const record of site.store.records(app.id).values()) {
    const at = momentOf(textOf(read(record)));
    const isDue = at !== null && at > period.after && at <= period.until;
    if (isDue) due.push({ record, at });
  }
  if (due.length === 0) return;
  const filter = text(notification.filterCond);
  const conditionAt = once((now: number) =>
    compileStoredCondition(settings, filter, {
      ...storedConditionContext(site, app, reminderUser(timezone)),
      now,
    }),
  );
  for (const { record, at } of due.sort((a, b) => a.at - b.at)) {
    if (!conditionAt(at)?.(record)) continue;
    const users = resolveUsers(
      site,
      settings,
      record,
      targetRows(notification),
    );
    const title = text(notification.title);
    deliver({ site, app, caller: null }, record, users, {
      kind: "reminder",
      text: title,
      at,
      ...(title !== "" && { title }),
    });
  }
};

/** Day functions in a reminder's condition follow the zone of the reminders; LOGINUSER() is nobody. */
const reminderUser = (timezone: string): User => ({
  id: 0,
  code: "",
  name: "",
  password: "",
  email: "",
  timezone,
  locale: "auto",
  valid: false,
  organizations: [],
  groups: [],
  isAdministrator: false,
});

/**
 * Sends the reminders that fell due since the last call. The first call only takes
 * the time: what was due before a site started is not sent. To be called before
 * and after the clock is set, and now and then.
 */
export const deliverDueReminders = (site: Site): void => {
  const until = site.clock.now();
  const last = site.volatile.get(KEY);
  site.volatile.set(KEY, until);
  if (typeof last !== "number") return;
  if (!holdsWholeMinute({ after: last, until })) return;
  for (const app of site.store.apps.values()) {
    if (!app.live) continue;
    const { settings } = app.live;
    for (const notification of settings.reminderNotifications.notifications)
      remind(site, app, settings, notification, { after: last, until });
  }
};

/**
 * Sends what is due and then does the work of a request. Where the work is refused,
 * its transaction takes the notifications back too, and they stay due.
 */
export const afterDueReminders = <T>(site: Site, work: () => T): T => {
  const last = site.volatile.get(KEY);
  deliverDueReminders(site);
  try {
    return work();
  } catch (error) {
    site.volatile.set(KEY, last);
    throw error;
  }
};
