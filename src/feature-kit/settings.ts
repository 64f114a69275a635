import * as z from "zod/mini";
import { AppError } from "../errors/app-error.ts";

const appId = z.string().check(z.regex(/^[1-9]\d*$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/**
 * The settings of an administrator. Everything has a default, so that a provisioned
 * set works with nothing saved.
 */
const settingsSchema = z.object({
  /** Id of the programme of this set of apps; `""` leaves it to the apps themselves. */
  programme: z._default(z.string(), ""),
  /** Overrides of the sibling apps found through lookups: app ids as strings. */
  apps: z._default(
    z.object({
      editions: z.optional(appId),
      societies: z.optional(appId),
      nominations: z.optional(appId),
      answers: z.optional(appId),
      deliveries: z.optional(appId),
    }),
    {},
  ),
  /** A milestone is まもなく from this many business days on. */
  warnDays: z._default(
    z.number().check(z.int(), z.minimum(0), z.maximum(60)),
    5,
  ),
  /** Days closed here besides weekends, holidays and the turn of the year. */
  closedDays: z._default(
    z.array(z.object({ date: day, reason: z._default(z.string(), "") })),
    [],
  ),
});

export type Settings = z.output<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

// One value holds at most 65,535 characters.
// @see https://cybozu.dev/ja/kintone/docs/js-api/plugins/set-config/
const CHUNK_CHARS = 60_000;
const chunkKey = (index: number): string => `settings${index}`;

/** Settings as the strings that `setConfig` stores. */
export const toPluginConfig = (settings: Settings): Record<string, string> => {
  const text = JSON.stringify(settings);
  const chunks = text.match(new RegExp(`[^]{1,${CHUNK_CHARS}}`, "g")) ?? [];
  return Object.fromEntries(
    chunks.map((chunk, index) => [chunkKey(index), chunk]),
  );
};

const joinChunks = (config: Readonly<Record<string, string>>): string => {
  let text = "";
  for (let index = 0; config[chunkKey(index)] !== undefined; index += 1) {
    text += config[chunkKey(index)];
  }
  return text;
};

/**
 * Settings from what kintone stored; the defaults when nothing was ever saved.
 *
 * @throws AppError `settings/broken` when something was saved that is not ours
 */
export const parsePluginConfig = (
  config: Readonly<Record<string, string>> | null,
): Settings => {
  if (config === null || Object.keys(config).length === 0) {
    return defaultSettings;
  }
  try {
    return settingsSchema.parse(JSON.parse(joinChunks(config)));
  } catch (cause) {
    throw new AppError("settings/broken", {}, { cause });
  }
};
