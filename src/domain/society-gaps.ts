import { toHolderKey } from "./notice-reach.ts";
import type { Directory, Person } from "./notice-reach.ts";
import type { Society } from "./model.ts";

export type CheckedSociety = Pick<
  Society,
  "name" | "organization" | "contactUsers" | "active"
>;

/** Societies with something that keeps their people from their work, by name. */
export type SocietyGaps = {
  /** The organisation was deleted, or the field is empty. */
  readonly withoutOrganization: readonly string[];
  readonly withoutMembers: readonly string[];
  readonly withoutContacts: readonly string[];
  /** People of a society whose 優先する組織 is not set, with the society's name. */
  readonly withoutPrimary: readonly string[];
};

const organizationKeys = ({ organization }: CheckedSociety): string[] =>
  organization.map(({ code }) => toHolderKey({ type: "ORGANIZATION", code }));

const membersOf = (society: CheckedSociety, { members }: Directory): Person[] =>
  organizationKeys(society).flatMap((key) => members.get(key) ?? []);

const hasOrganization = (
  society: CheckedSociety,
  { members }: Directory,
): boolean => organizationKeys(society).some((key) => members.has(key));

const isActive = ({ active }: CheckedSociety): boolean =>
  active !== "統合・廃止";

export const findSocietyGaps = (
  societies: readonly CheckedSociety[],
  directory: Directory,
): SocietyGaps => {
  const active = societies.filter(isActive);
  const placed = active.filter((one) => hasOrganization(one, directory));
  const namesOf = (found: readonly CheckedSociety[]): string[] =>
    found.map(({ name }) => name);
  return {
    withoutOrganization: namesOf(
      active.filter((one) => !hasOrganization(one, directory)),
    ),
    withoutMembers: namesOf(
      placed.filter((one) => membersOf(one, directory).length === 0),
    ),
    withoutContacts: namesOf(
      active.filter(({ contactUsers }) => contactUsers.length === 0),
    ),
    withoutPrimary: placed.flatMap((society) =>
      membersOf(society, directory)
        .filter(({ hasPrimaryOrganization }) => !hasPrimaryOrganization)
        .map(({ name }) => `${name}（${society.name}）`),
    ),
  };
};

/** True also while there is no society: nobody is missing then. */
export const hasReachableSociety = (
  societies: readonly CheckedSociety[],
  directory: Directory,
): boolean => {
  const active = societies.filter(isActive);
  return (
    active.length === 0 ||
    active.some((one) => membersOf(one, directory).length > 0)
  );
};
