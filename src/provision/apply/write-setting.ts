import type { AppSettings } from "../../app-kit/app-settings.ts";
import type { JsonObject } from "../../app-kit/setting-parts.ts";
import {
  DEFAULT_FIRST_STATES,
  firstStateOnly,
  hasDefaultStates,
  hasNoneOf,
  mergeFieldAcl,
  mergeProcess,
  mergeViews,
  renameFirstState,
  withFirstStateOf,
} from "../plan/merge-settings.ts";
import type { SiteClient } from "../connect/site-client.ts";
import type { SettingKind } from "../plan/step.ts";
import { refusalOf } from "../connect/refusal.ts";
import { writePiecewise } from "./write-piecewise.ts";

/** Parts of a setting that kintone refused while it accepted the rest. */
export type RefusedPart = { readonly name: string; readonly error: Error };

type Write = (
  client: SiteClient,
  app: string,
  settings: AppSettings,
) => Promise<readonly RefusedPart[] | void>;

/**
 * Our settings are plain JSON in kintone's shapes; the client's parameter types
 * are narrower than what can be checked on the way, and kintone checks again.
 */
const asParameter = <T>(value: unknown): T => value as T;

type Views = Record<string, JsonObject>;

const currentViews = async (
  client: SiteClient,
  app: string,
): Promise<Views> => {
  const { views } = await client.app.getViews({ app, preview: true });
  return asParameter<Views>(views);
};

/** Reads the lists again: switching the process on has added one of its own. */
export const writeViews = async (
  client: SiteClient,
  app: string,
  desired: AppSettings["views"],
  dropped: readonly string[] = [],
): Promise<RefusedPart[]> => {
  const present = await currentViews(client, app);
  const refused = await writePiecewise(Object.entries(desired), (entries) =>
    client.app.updateViews({
      app,
      views: asParameter(
        mergeViews(Object.fromEntries(entries), present, (name) =>
          dropped.includes(name),
        ),
      ),
    }),
  );
  return refused.map(({ item: [name], error }) => ({ name, error }));
};

const titleOf = (notice: JsonObject): string => String(notice.title);

/** Recipient of a change notification, by entity name. */
const receiverOf = ({ entity }: JsonObject): string =>
  String(Object(entity).code ?? "");

/** Writes a list of notices; those that are refused are named by `nameOf`. */
const writeNotices = async (
  notices: readonly JsonObject[],
  nameOf: (notice: JsonObject) => string,
  write: (notices: readonly JsonObject[]) => Promise<unknown>,
): Promise<RefusedPart[]> => {
  const refused = await writePiecewise(notices, write);
  return refused.map(({ item, error }) => ({ name: nameOf(item), error }));
};

const noticesIn = ({ notifications }: JsonObject): readonly JsonObject[] =>
  asParameter(notifications ?? []);

const readProcess = async (
  client: SiteClient,
  app: string,
): Promise<JsonObject> =>
  asParameter<JsonObject>(
    await client.app.getProcessManagement({ app, preview: true }),
  );

/** kintone's refusal of what was sent; anything else is thrown on. */
const isRefused = (error: unknown): boolean =>
  refusalOf(error)?.code === "CB_VA01";

const retryUntilAccepted = async (
  tries: ReadonlyArray<() => Promise<unknown>>,
): Promise<void> => {
  const [first, ...others] = tries;
  try {
    await first?.();
  } catch (error) {
    if (!isRefused(error) || others.length === 0) throw error;
    await retryUntilAccepted(others);
  }
};

/**
 * kintone refuses a new first status: 「先頭のステータスは新規に追加できません」.
 * So the process is switched on, its first status, whatever the site's language
 * calls it, gets our name, and only then our states and actions are written,
 * each under the name that it has by then.
 *
 * A site may also want the states together with the switch, and then no API
 * tells what it calls its first status: our own name is tried, then those that
 * kintone gives in its languages.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/status/update-process-management-settings/
 */
const writeProcess: Write = async (client, app, { process }) => {
  if (process.enable === false) return;
  const update = (settings: JsonObject): Promise<unknown> =>
    client.app.updateProcessManagement(asParameter({ app, ...settings }));
  const before = await readProcess(client, app);
  if (before.enable === true) {
    const isFresh =
      hasNoneOf(process, before) &&
      hasDefaultStates(before) &&
      !(await isProcessLive(client, app));
    await writeStates(update, () => readProcess(client, app), process, isFresh);
    return;
  }
  await retryUntilAccepted([
    async () => {
      await update({ enable: true });
      await writeStates(update, () => readProcess(client, app), process, true);
    },
    ...[null, ...DEFAULT_FIRST_STATES].map(
      (name) => () => update(withFirstStateOf(process, name)),
    ),
  ]);
};

/** A run that was cut may have switched the process on and no more. */
const isProcessLive = async (
  client: SiteClient,
  app: string,
): Promise<boolean> => {
  const { apps } = await client.app.getApps({ ids: [Number(app)] });
  if (apps.length === 0) return false;
  const { enable } = await client.app.getProcessManagement({ app });
  return enable;
};

const writeStates = async (
  update: (settings: JsonObject) => Promise<unknown>,
  read: () => Promise<JsonObject>,
  process: JsonObject,
  isFresh: boolean,
): Promise<void> => {
  let present = await read();
  const renamed = renameFirstState(process, present);
  if (renamed !== null) {
    await update(renamed);
    present = await read();
  }
  await update(
    mergeProcess(process, isFresh ? firstStateOnly(present) : present),
  );
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/ */
export const writers: Readonly<Record<SettingKind, Write>> = {
  general: async (client, app, { general }) => {
    await client.app.updateAppSettings(asParameter({ app, ...general }));
  },
  process: writeProcess,
  views: (client, app, { views }) => writeViews(client, app, views),
  appAcl: async (client, app, { appAcl }) => {
    await client.app.updateAppAcl({ app, rights: asParameter(appAcl) });
  },
  recordAcl: async (client, app, { recordAcl }) => {
    await client.app.updateRecordAcl({ app, rights: asParameter(recordAcl) });
  },
  fieldAcl: async (client, app, desired) => {
    const { rights } = await client.app.getFieldAcl({ app, preview: true });
    await client.app.updateFieldAcl({
      app,
      rights: asParameter(mergeFieldAcl(desired, asParameter(rights))),
    });
  },
  generalNotifications: (client, app, { generalNotifications }) =>
    writeNotices(noticesIn(generalNotifications), receiverOf, (notifications) =>
      client.app.updateGeneralNotifications(
        asParameter({ app, ...generalNotifications, notifications }),
      ),
    ),
  recordNotifications: (client, app, { recordNotifications }) =>
    writeNotices(recordNotifications, titleOf, (notifications) =>
      client.app.updatePerRecordNotifications({
        app,
        notifications: asParameter(notifications),
      }),
    ),
  reminders: (client, app, { reminders }) =>
    writeNotices(noticesIn(reminders), titleOf, (notifications) =>
      client.app.updateReminderNotifications(
        asParameter({ app, ...reminders, notifications }),
      ),
    ),
};
