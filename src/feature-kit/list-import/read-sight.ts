import type { AppKey } from "../../apps/index.ts";
import { canSeeAll } from "../../domain/imports/can-see-all.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import type { RecordRight } from "../../kintone/gateway.ts";
import type { SettingsSectionContext } from "../settings-section.ts";

/** Rights are shown to those who manage the app; unread ones hold nothing up. */
const readRules = async (
  gateway: SettingsSectionContext["gateway"],
  app: string,
): Promise<readonly RecordRight[]> => {
  try {
    return await gateway.fetchRecordRights(app);
  } catch (error) {
    if (hasErrorCode(error, "kintone/no-right")) return [];
    throw error;
  }
};

/** Tells whether the user sees every record of the app. */
export const readSight = async (
  { page, gateway, directory }: SettingsSectionContext,
  key: AppKey,
): Promise<boolean> => {
  const app = await gateway.requireAppId(key);
  const [rules, memberships] = await Promise.all([
    readRules(gateway, app),
    directory.fetchMemberships(page.user.code),
  ]);
  return canSeeAll(rules, { code: page.user.code, ...memberships });
};
