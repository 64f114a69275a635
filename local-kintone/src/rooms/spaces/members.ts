import { unknownUser } from "../../language/query/errors.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import {
  boolean,
  dropBlank,
  id,
  list,
  object,
  oneOf,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import { requireEntities } from "../rights/require-entities.ts";
import type {
  JsonObject,
  Space,
  SpaceMember,
  User,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { adminNeeded } from "./errors.ts";
import { saveSpace } from "./made.ts";
import {
  membershipsOf,
  openSpace,
  openSpaceAsAdmin,
} from "../rights/space-rights.ts";

export const membersShape = list(
  object({
    entity: object({
      type: oneOf(["USER", "GROUP", "ORGANIZATION"]),
      code: text({ min: 1 }),
    }),
    isAdmin: withDefault(boolean(), false),
    includeSubs: withDefault(boolean(), false),
  }),
);

/** Members as they are kept: known people only, and one administrator among them. */
export const toMembers = (
  site: Site,
  given: readonly SpaceMember[],
): SpaceMember[] => {
  requireEntities(
    site,
    given.map(({ entity }) => entity),
  );
  for (const { entity } of given)
    if (entity.type === "USER" && !site.store.users.get(entity.code)?.valid)
      throw unknownUser(entity.code);
  if (!given.some(({ isAdmin }) => isAdmin)) throw adminNeeded();
  return given.map((member) => ({
    ...member,
    includeSubs: member.entity.type === "ORGANIZATION" && member.includeSubs,
  }));
};

export const memberUsers = (site: Site, space: Space): User[] =>
  [...site.store.users.values()].filter(
    (user) => user.valid && membershipsOf(site, space, user).length > 0,
  );

const toUserAnswer = (site: Site, space: Space, user: User): JsonObject => {
  const memberships = membershipsOf(site, space, user);
  return {
    entity: { type: "USER", code: user.code },
    isAdmin: memberships.some(({ isAdmin }) => isAdmin),
    isImplicit: !memberships.some(({ entity }) => entity.type === "USER"),
  };
};

/**
 * Users first, also those who belong to it through a group or an organisation.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/get-space-members/
 */
export const getMembers = (context: ApiContext): JsonObject => {
  const { site } = context;
  const params = parseShape(object({ id: id() }), dropBlank(context.params));
  const space = openSpace(context, params.id);
  const users = memberUsers(site, space).map((user) =>
    toUserAnswer(site, space, user),
  );
  const others = space.members
    .filter(({ entity }) => entity.type !== "USER")
    .map(({ entity, isAdmin, includeSubs }): JsonObject => ({
      entity: { ...entity },
      isAdmin,
      ...(entity.type === "ORGANIZATION" && { includeSubs }),
    }));
  return { members: [...users, ...others] };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/update-space-members/ */
export const putMembers = (context: ApiContext): JsonObject => {
  const { site, params: given } = context;
  const shape = object({ id: id(), members: membersShape });
  const params = parseShape(shape, given);
  const space = openSpaceAsAdmin(context, params.id);
  saveSpace(context, { ...space, members: toMembers(site, params.members) });
  return {};
};
