import { ApiError } from "../../ground/api-error.ts";
import type { ApiContext, Endpoint } from "../../model/endpoint.ts";
import {
  dropBlank,
  id,
  integer,
  list,
  object,
  optional,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import type { JsonObject } from "../../model/model.ts";
import { toGroup, toOrganization, toUser } from "./answers.ts";
import { userNotFound, groupNotFound, organizationNotFound } from "./errors.ts";
import { groupCodesOf } from "../rights/membership.ts";

const PAGE = 100;
const paging = {
  size: withDefault(integer({ min: 1, max: PAGE }), PAGE),
  offset: withDefault(integer({ min: 0 }), 0),
};
const selection = object({
  ids: optional(list(id(), { max: PAGE })),
  codes: optional(list(text({ min: 1 }), { max: PAGE })),
  ...paging,
});

const bothGiven = () =>
  new ApiError(400, "CB_VA01", {
    ja: "idsとcodesを同時に指定することはできません。",
    en: "ids and codes cannot be given together.",
  });

type Coded = { id: number; code: string };

/** A page of things by id; `ids` or `codes` pick some of them, unknown ones are left out. */
const select = <T extends Coded>(
  context: ApiContext,
  all: Iterable<T>,
): T[] => {
  const params = parseShape(selection, dropBlank(context.params));
  if (params.ids && params.codes) throw bothGiven();
  const isWanted = (it: T) =>
    (params.ids?.includes(it.id) ?? true) &&
    (params.codes?.includes(it.code) ?? true);
  return [...all]
    .filter(isWanted)
    .sort((a, b) => a.id - b.id)
    .slice(params.offset, params.offset + params.size);
};

const codeOf = (context: ApiContext): string =>
  parseShape(object({ code: text({ min: 1 }) }), dropBlank(context.params))
    .code;

const pageOf = <T>(context: ApiContext, all: readonly T[]): T[] => {
  const { size, offset } = parseShape(
    object(paging),
    dropBlank(context.params),
  );
  return all.slice(offset, offset + size);
};

const byId = (a: Coded, b: Coded) => a.id - b.id;

const getUsers = (context: ApiContext): JsonObject => {
  const { site } = context;
  const users = select(context, site.store.users.values());
  return { users: users.map((user) => toUser(site, user)) };
};

const getOrganizations = (context: ApiContext): JsonObject => ({
  organizations: select(context, context.site.store.organizations.values()).map(
    toOrganization,
  ),
});

const getGroups = (context: ApiContext): JsonObject => ({
  groups: select(context, context.site.store.groups.values()).map(toGroup),
});

/** Titles are not kept here, so `title` is always null. */
const getUserOrganizations = (context: ApiContext): JsonObject => {
  const { store } = context.site;
  const user = store.users.get(codeOf(context));
  if (!user) throw userNotFound();
  const organizationTitles = user.organizations.flatMap(
    (code): JsonObject[] => {
      const organization = store.organizations.get(code);
      return organization
        ? [{ organization: toOrganization(organization), title: null }]
        : [];
    },
  );
  return { organizationTitles };
};

const getUserGroups = (context: ApiContext): JsonObject => {
  const { store } = context.site;
  const user = store.users.get(codeOf(context));
  if (!user) throw userNotFound();
  const groups = groupCodesOf(user).flatMap(
    (code) => store.groups.get(code) ?? [],
  );
  return { groups: groups.sort(byId).map(toGroup) };
};

const getOrganizationUsers = (context: ApiContext): JsonObject => {
  const { site } = context;
  const code = codeOf(context);
  if (!site.store.organizations.has(code)) throw organizationNotFound();
  const members = [...site.store.users.values()]
    .filter((user) => user.organizations.includes(code))
    .sort(byId);
  return {
    userTitles: pageOf(context, members).map((user) => ({
      user: toUser(site, user),
      title: null,
    })),
  };
};

const getGroupUsers = (context: ApiContext): JsonObject => {
  const { site } = context;
  const code = codeOf(context);
  if (!site.store.groups.has(code)) throw groupNotFound();
  const members = [...site.store.users.values()]
    .filter((user) => groupCodesOf(user).includes(code))
    .sort(byId);
  return { users: pageOf(context, members).map((user) => toUser(site, user)) };
};

const auth: Endpoint["auth"] = ["password", "session"];
const get = (path: string, handle: Endpoint["handle"]): Endpoint => ({
  method: "GET",
  path,
  auth,
  handle,
});

/** @see https://cybozu.dev/ja/common/docs/user-api/ */
export const userReadEndpoints: readonly Endpoint[] = [
  get("/v1/users", getUsers),
  get("/v1/organizations", getOrganizations),
  get("/v1/groups", getGroups),
  get("/v1/user/organizations", getUserOrganizations),
  get("/v1/user/groups", getUserGroups),
  get("/v1/organization/users", getOrganizationUsers),
  get("/v1/group/users", getGroupUsers),
];
