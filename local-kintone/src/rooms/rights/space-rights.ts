import type { ApiContext } from "../../model/endpoint.ts";
import { noPrivilege, spaceNotFound } from "../../ground/errors.ts";
import type { Space, SpaceMember, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { isMember } from "./membership.ts";

/** The entries of a space that mean a user. */
export const membershipsOf = (
  site: Site,
  space: Space,
  user: User,
): SpaceMember[] =>
  space.members.filter(({ entity, includeSubs }) =>
    isMember(site, user, entity, includeSubs),
  );

const isSpaceMember = (site: Site, space: Space, user: User): boolean =>
  membershipsOf(site, space, user).length > 0;

export const isSpaceAdmin = (site: Site, space: Space, user: User): boolean =>
  membershipsOf(site, space, user).some(({ isAdmin }) => isAdmin);

/**
 * Everybody sees a public space; a private one, and a guest space, is its members'
 * alone, also among administrators of the site.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/get-space/
 */
export const maySeeSpace = (site: Site, space: Space, user: User): boolean => {
  const isOpen = !space.isPrivate && !space.isGuest;
  return isOpen || isSpaceMember(site, space, user);
};

/** Tells whether apps may be put into a space and taken out of it. */
export const mayCreateAppsIn = (
  site: Site,
  space: Space,
  user: User,
): boolean => {
  if (space.createApp === "ADMIN") return isSpaceAdmin(site, space, user);
  return maySeeSpace(site, space, user);
};

/** A space that may be named on this path: guest spaces under `/k/guest/N/` only. */
const findSpace = (context: ApiContext, spaceId: number): Space => {
  const { site, guestSpaceId } = context;
  const space = site.store.spaces.get(spaceId);
  if (!space) throw spaceNotFound(spaceId);
  const isPlace = space.isGuest
    ? guestSpaceId === space.id
    : guestSpaceId === null;
  if (!isPlace) throw noPrivilege();
  return space;
};

export const openSpace = (context: ApiContext, spaceId: number): Space => {
  const space = findSpace(context, spaceId);
  const { site, caller } = context;
  if (!maySeeSpace(site, space, caller.user)) throw noPrivilege();
  return space;
};

export const openSpaceAsAdmin = (
  context: ApiContext,
  spaceId: number,
): Space => {
  const space = findSpace(context, spaceId);
  const { site, caller } = context;
  if (!isSpaceAdmin(site, space, caller.user)) throw noPrivilege();
  return space;
};
