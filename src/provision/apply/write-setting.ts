import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { AppSettings } from "../../app-kit/app-settings.ts";
import type { JsonObject } from "../../app-kit/setting-parts.ts";
import { mergeProcess, mergeViews } from "../plan/merge-settings.ts";
import type { SettingKind } from "../plan/step.ts";

type Client = KintoneRestAPIClient;
type Write = (
  client: Client,
  app: string,
  settings: AppSettings,
) => Promise<unknown>;

/**
 * Our settings are plain JSON in kintone's shapes; the client's parameter types
 * are narrower than what can be checked on the way, and kintone checks again.
 */
const asParameter = <T>(value: unknown): T => value as T;

type Views = Record<string, JsonObject>;

const currentViews = async (client: Client, app: string): Promise<Views> => {
  const { views } = await client.app.getViews({ app, preview: true });
  return asParameter<Views>(views);
};

/** Reads the lists again: switching the process on has added one of its own. */
export const writeViews = async (
  client: Client,
  app: string,
  desired: AppSettings["views"],
  dropped: readonly string[] = [],
): Promise<unknown> => {
  const views = mergeViews(desired, await currentViews(client, app), (name) =>
    dropped.includes(name),
  );
  return client.app.updateViews({ app, views: asParameter(views) });
};

const writeProcess: Write = async (client, app, { process }) => {
  const present = await client.app.getProcessManagement({ app, preview: true });
  const merged = mergeProcess(process, asParameter<JsonObject>(present));
  return client.app.updateProcessManagement(asParameter({ app, ...merged }));
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/ */
export const writers: Readonly<Record<SettingKind, Write>> = {
  general: (client, app, { general }) =>
    client.app.updateAppSettings(asParameter({ app, ...general })),
  process: writeProcess,
  views: (client, app, { views }) => writeViews(client, app, views),
  appAcl: (client, app, { appAcl }) =>
    client.app.updateAppAcl({ app, rights: asParameter(appAcl) }),
  recordAcl: (client, app, { recordAcl }) =>
    client.app.updateRecordAcl({ app, rights: asParameter(recordAcl) }),
  fieldAcl: (client, app, { fieldAcl }) =>
    client.app.updateFieldAcl({ app, rights: asParameter(fieldAcl) }),
  generalNotifications: (client, app, { generalNotifications }) =>
    client.app.updateGeneralNotifications(
      asParameter({ app, ...generalNotifications }),
    ),
  recordNotifications: (client, app, { recordNotifications }) =>
    client.app.updatePerRecordNotifications({
      app,
      notifications: asParameter(recordNotifications),
    }),
  reminders: (client, app, { reminders }) =>
    client.app.updateReminderNotifications(asParameter({ app, ...reminders })),
};
