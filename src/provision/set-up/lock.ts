import { AppError } from "../../errors/app-error.ts";
import type { SiteClient } from "../connect/site-client.ts";
import { refusalOf } from "../connect/refusal.ts";

/** The user who sets the apps up. */
export type Holder = { readonly code: string; readonly name: string };

type Held = Holder & { readonly at: number };

/** A run that has not been heard of for so long has ended with its page. */
const STALE_AFTER_MS = 5 * 60_000;

/** A run says that often that it goes on. */
export const REPORT_EVERY_MS = 60_000;

const LINE = /設定中：(.+?)／([^／]+)／(\d{4}-\d\d-\d\dT[\d:.]+Z)/u;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/gu, (found) => `&#${found.charCodeAt(0)};`);

/** The note in the description of 募集回: kintone alone knows it, wherever a page is open. */
export const lockLine = ({ code, name }: Holder, now: number): string =>
  `<div>設定中：${escapeHtml(name)}／${encodeURIComponent(code)}／${new Date(now).toISOString()}</div>`;

const parseLock = (description: string): Held | null => {
  const found = LINE.exec(description.replace(/<[^>]*>/gu, ""));
  if (found === null) return null;
  const [, name = "", code = "", at = ""] = found;
  return { name, code: decodeURIComponent(code), at: Date.parse(at) };
};

const refuseOthers = (description: string, me: Holder, now: number): void => {
  const held = parseLock(description);
  const isFree =
    held === null || held.code === me.code || now - held.at > STALE_AFTER_MS;
  if (!isFree) throw new AppError("provision/held", { name: held.name });
};

/**
 * Notes in the app that somebody sets the apps up. The revision makes sure that
 * of two who begin at the same moment only one goes on.
 *
 * @param description - the app's own, without the note
 * @throws AppError `provision/held` when somebody else is at it
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-general-settings/
 */
export const takeLock = async (
  client: SiteClient,
  app: string,
  description: string,
  me: Holder,
  now: number,
): Promise<void> => {
  const present = await client.app.getAppSettings({ app, preview: true });
  refuseOthers(present.description, me, now);
  try {
    await client.app.updateAppSettings({
      app,
      description: description + lockLine(me, now),
      revision: present.revision,
    });
  } catch (error) {
    if (refusalOf(error)?.code !== "GAIA_CO02") throw error;
    const { description: theirs } = await client.app.getAppSettings({
      app,
      preview: true,
    });
    throw new AppError(
      "provision/held",
      { name: parseLock(theirs)?.name ?? "" },
      { cause: error },
    );
  }
};
