import { canSeeAll } from "../../domain/imports/can-see-all.ts";
import type { Directory } from "../../domain/imports/find-entity.ts";
import type { KnownSociety } from "../../domain/imports/plan-society-import.ts";
import { hasErrorCode } from "../../errors/user-error.ts";
import type { SettingsSectionContext } from "../../feature-kit/settings-section.ts";
import type { RecordRight } from "../../kintone/gateway.ts";

export type Known = {
  readonly societies: readonly KnownSociety[];
  readonly directory: Directory;
  readonly seesAll: boolean;
};

const societyFields = [
  "name",
  "code",
  "kana",
  "sortOrder",
  "organization",
  "contactUsers",
  "active",
] as const;

export const listSocieties = ({
  gateway,
}: Pick<SettingsSectionContext, "gateway">): Promise<KnownSociety[]> =>
  gateway.listRecords("societies", { fields: societyFields });

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

const readSight = async ({
  page,
  gateway,
  directory,
}: SettingsSectionContext): Promise<boolean> => {
  const app = await gateway.requireAppId("societies");
  const [rules, memberships] = await Promise.all([
    readRules(gateway, app),
    directory.fetchMemberships(page.user.code),
  ]);
  return canSeeAll(rules, { code: page.user.code, ...memberships });
};

/** Reads everything that a list is compared with. */
export const loadKnown = async (
  context: SettingsSectionContext,
): Promise<Known> => {
  const [societies, organizations, users, seesAll] = await Promise.all([
    listSocieties(context),
    context.directory.listOrganizations(),
    context.directory.listUsers(),
    readSight(context),
  ]);
  return { societies, directory: { organizations, users }, seesAll };
};
