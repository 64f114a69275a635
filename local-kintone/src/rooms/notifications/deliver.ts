import { accessOfUser } from "../rights/access.ts";
import { formatSecond } from "../../language/query/time-zone.ts";
import { recordTitle } from "../rights/title.ts";
import type { Localised } from "../../ground/api-error.ts";
import type { Caller } from "../../model/endpoint.ts";
import type {
  App,
  NotificationKind,
  StoredRecord,
  User,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

export type News = {
  kind: NotificationKind;
  /**
   * Texts that people wrote stay as they are; built-in texts use the receiver's
   * language.
   */
  text: string | Localised;
  /** The record's title where absent. */
  title?: string;
  /** Moment of the event; now where absent. */
  at?: number;
};

type Event = { site: Site; app: App; caller: Caller | null };

const textFor = (site: Site, user: User, text: string | Localised): string => {
  if (typeof text === "string") return text;
  return text[
    user.locale === "auto" ? site.options.defaultLanguage : user.locale
  ];
};

/**
 * Excludes the actor, users without the right to see the record, and
 * deactivated users.
 */
const isRecipient = (
  event: Event,
  user: User,
  record: StoredRecord,
): { title: string } | null => {
  const { site, app, caller } = event;
  const isOwn = caller !== null && caller.user.code === user.code;
  if (isOwn || !user.valid) return null;
  const access = accessOfUser(site, app, user);
  if (!access.recordRights(record).viewable) return null;
  return { title: recordTitle(app, record, access) };
};

/**
 * Puts a notification into the list of each user who may hear of it.
 *
 * @see https://jp.cybozu.help/k/ja/trouble_shooting/notification_qa/not_receive.html
 */
export const deliver = (
  event: Event,
  record: StoredRecord,
  users: readonly string[],
  news: News,
): void => {
  const { site, app, caller } = event;
  for (const code of new Set(users)) {
    const user = site.store.users.get(code);
    const recipient = user && isRecipient(event, user, record);
    if (!user || !recipient) continue;
    site.store.saveNotification({
      id: site.store.nextId("notification"),
      user: code,
      kind: news.kind,
      app: app.id,
      record: record.id,
      title: news.title ?? recipient.title,
      text: textFor(site, user, news.text),
      sender: caller?.user.code ?? null,
      createdAt: formatSecond(news.at ?? site.clock.now()),
      read: false,
    });
  }
};
