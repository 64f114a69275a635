import type { AppKey } from "../apps/index.ts";
import type { Programme } from "../programmes/index.ts";
import type { ChangeableFieldCode } from "../apps/records.ts";
import { toLanguage } from "../i18n/message.ts";
import type { Messages } from "../i18n/message.ts";
import { createTranslator } from "../i18n/translate.ts";
import type { Translator } from "../i18n/translate.ts";
import type { Gateway } from "../kintone/gateway.ts";
import type { PageEvent } from "../kintone/page-api.ts";
import type { PageClock } from "../kintone/page-clock.ts";
import type { Device, Page } from "../kintone/page.ts";
import { wordsOf } from "../words/programme-words.ts";
import type { Settings } from "./settings.ts";
import type { Visit } from "./visit.ts";

/** The services of one page visit, offered to every feature. */
export type PageContext = {
  app: AppKey;
  /** The award that the set of apps is about. */
  programme: Programme;
  page: Page;
  gateway: Gateway;
  clock: PageClock;
  settings: Settings;
  visit: Visit;
};

/** The context of every handler; nothing else reaches a feature. */
export type FeatureContext<M extends Messages> = PageContext & {
  t: Translator<M>;
};

export type PlainMoment =
  | "list.show"
  | "record.create"
  | "record.edit"
  | "record.detail"
  | "record.submit"
  | "record.created"
  | "record.saved"
  | "inline.submit"
  | "process.proceed";

/**
 * A text stops a save or an action and is shown; `false` stops it silently,
 * because the user has changed their mind.
 */
export type Answer = void | false | string;

type Handler<Context> = (
  context: Context,
  event: PageEvent,
) => Answer | Promise<Answer>;

/**
 * The moments a feature can take part in, in our words. A handler changes
 * `event.record` in place; to stop a save or an action it sets a field's `error`
 * or answers with the reason.
 *
 * `record.change`: after a change of these fields, everything that follows the
 * visit is drawn again. `handle` runs before that and must be synchronous, as
 * kintone demands.
 */
export type Handlers<Context, K extends AppKey = AppKey> = {
  [moment in PlainMoment]?: Handler<Context>;
} & {
  "record.change"?: {
    fields: ReadonlyArray<ChangeableFieldCode<K>>;
    handle?: (context: Context, event: PageEvent) => void;
  };
};

type FeatureDefinition<M extends Messages, K extends AppKey> = {
  id: string;
  /** Apps in whose pages it lives. */
  apps: readonly K[];
  /** Devices it supports; both when absent. */
  devices?: readonly Device[];
  messages: M;
  on: Handlers<FeatureContext<M>, K>;
};

/** A feature whose catalogue is bound to its handlers, ready to be mounted. */
export type Feature = {
  id: string;
  apps: readonly AppKey[];
  devices: readonly Device[];
  on: Handlers<PageContext>;
};

/** One thing a user sees. */
export const defineFeature = <const M extends Messages, const K extends AppKey>(
  definition: FeatureDefinition<M, K>,
): Feature => {
  const speak = (context: PageContext): FeatureContext<M> => ({
    ...context,
    t: createTranslator(
      definition.messages,
      toLanguage(context.page.user.language),
      wordsOf(context.programme),
    ),
  });
  const { "record.change": change, ...moments } = definition.on;
  const bound: Handlers<PageContext> = {};
  for (const moment of Object.keys(moments) as PlainMoment[]) {
    bound[moment] = (context, event) =>
      moments[moment]?.(speak(context), event);
  }
  if (change !== undefined) {
    bound["record.change"] = {
      fields: change.fields,
      handle: (context, event) => change.handle?.(speak(context), event),
    };
  }
  return {
    id: definition.id,
    apps: definition.apps,
    devices: definition.devices ?? ["desktop", "mobile"],
    on: bound,
  };
};
