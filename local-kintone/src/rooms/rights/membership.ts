import { EVERYONE } from "../../model/built-in.ts";
import type { User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

/** Group codes of a user, `everyone` included. */
export const groupCodesOf = (user: User): string[] => [
  ...user.groups,
  EVERYONE,
];

/** Organisations above a given one, nearest first. */
const ancestorsOf = (site: Site, code: string): string[] => {
  const found: string[] = [];
  let parent = site.store.organizations.get(code)?.parentCode ?? null;
  while (parent !== null && !found.includes(parent)) {
    found.push(parent);
    parent = site.store.organizations.get(parent)?.parentCode ?? null;
  }
  return found;
};

/** Organisation codes of a user; with `includeSubs` also everything above them. */
export const organizationCodesOf = (
  site: Site,
  user: User,
  includeSubs: boolean,
): string[] => {
  if (!includeSubs) return user.organizations;
  const above = user.organizations.flatMap((code) => ancestorsOf(site, code));
  return [...new Set([...user.organizations, ...above])];
};

/** Tells whether a user is meant by an entity of type USER, GROUP or ORGANIZATION. */
export const isMember = (
  site: Site,
  user: User,
  entity: { type: string; code: string },
  includeSubs: boolean,
): boolean => {
  if (entity.type === "USER") return entity.code === user.code;
  if (entity.type === "GROUP") return groupCodesOf(user).includes(entity.code);
  if (entity.type === "ORGANIZATION")
    return organizationCodesOf(site, user, includeSubs).includes(entity.code);
  return false;
};
