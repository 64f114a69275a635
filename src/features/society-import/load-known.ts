import type { Directory } from "../../domain/imports/find-entity.ts";
import type { KnownSociety } from "../../domain/imports/plan-society-import.ts";
import { readSight } from "../../feature-kit/list-import/read-sight.ts";
import type { SettingsSectionContext } from "../../feature-kit/settings-section.ts";

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

/** Reads everything that a list is compared with. */
export const loadKnown = async (
  context: SettingsSectionContext,
): Promise<Known> => {
  const [societies, organizations, users, seesAll] = await Promise.all([
    listSocieties(context),
    context.directory.listOrganizations(),
    context.directory.listUsers(),
    readSight(context, "societies"),
  ]);
  return { societies, directory: { organizations, users }, seesAll };
};
