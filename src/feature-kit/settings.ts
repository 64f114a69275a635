import * as v from "valibot";
import { AppError } from "../errors/app-error.ts";

const appId = v.pipe(v.string(), v.regex(/^[1-9]\d*$/));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** valibot takes an array for an object. */
const plainObject = v.custom<object>((value) => !Array.isArray(value));

/**
 * The settings of an administrator. Everything has a default, so that a provisioned
 * set works with nothing saved.
 */
const settingsSchema = v.pipe(
  plainObject,
  v.object({
    /** Id of the programme of this set of apps; `""` leaves it to the apps themselves. */
    programme: v.optional(v.string(), ""),
    /** Overrides of the sibling apps found through lookups: app ids as strings. */
    apps: v.optional(
      v.pipe(
        plainObject,
        v.object({
          editions: v.optional(appId),
          societies: v.optional(appId),
          nominations: v.optional(appId),
          answers: v.optional(appId),
          deliveries: v.optional(appId),
        }),
      ),
      {},
    ),
    /** A milestone is まもなく from this many business days on. */
    warnDays: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
      5,
    ),
    /** Days closed here besides weekends, holidays and the turn of the year. */
    closedDays: v.optional(
      v.array(v.object({ date: day, reason: v.optional(v.string(), "") })),
      [],
    ),
  }),
);

export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = v.parse(settingsSchema, {});

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
    return v.parse(settingsSchema, JSON.parse(joinChunks(config)));
  } catch (cause) {
    throw new AppError("settings/broken", {}, { cause });
  }
};
