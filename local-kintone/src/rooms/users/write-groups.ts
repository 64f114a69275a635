import type { ApiContext } from "../../model/endpoint.ts";
import {
  dropBlank,
  list,
  object,
  optional,
  parseShape,
  text,
} from "../../ground/shape.ts";
import { requireSystemAdmin } from "../rights/open-app.ts";
import { ADMINISTRATORS, EVERYONE } from "../../model/built-in.ts";
import type { Group, JsonObject, Organization } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import {
  alreadyExists,
  builtIn,
  circularParent,
  groupNotFound,
  organizationNotFound,
} from "./errors.ts";
import { code } from "./write-users.ts";

const MAX_ROWS = 100;
const name = text({ min: 1, max: 128 });
const description = optional(text({ max: 1000 }));
const codes = object({ codes: list(code(), { min: 1, max: MAX_ROWS }) });

const isBuiltIn = (it: string) => it === EVERYONE || it === ADMINISTRATORS;

/** @see https://cybozu.dev/ja/common/docs/user-api/groups/add-groups/ */
export const addGroups = (context: ApiContext): JsonObject => {
  const row = object({ code: code(), name, description });
  const shape = object({ groups: list(row, { min: 1, max: MAX_ROWS }) });
  const { groups } = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { store } = context.site;
  groups.forEach((given, i) => {
    if (store.groups.has(given.code)) throw alreadyExists(`groups[${i}].code`);
    store.saveGroup({ id: store.nextId("group"), ...given } as Group);
  });
  return {};
};

/** @see https://cybozu.dev/ja/common/docs/user-api/groups/update-groups/ */
export const updateGroups = (context: ApiContext): JsonObject => {
  const row = object({ code: code(), name: optional(name), description });
  const shape = object({ groups: list(row, { min: 1, max: MAX_ROWS }) });
  const { groups } = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { store } = context.site;
  groups.forEach((given, i) => {
    const known = store.groups.get(given.code);
    if (!known) throw groupNotFound();
    if (isBuiltIn(given.code)) throw builtIn(`groups[${i}].code`);
    store.saveGroup({ ...known, ...given } as Group);
  });
  return {};
};

/** @see https://cybozu.dev/ja/common/docs/user-api/groups/delete-groups/ */
export const deleteGroups = (context: ApiContext): JsonObject => {
  const params = parseShape(codes, dropBlank(context.params));
  requireSystemAdmin(context);
  const { store } = context.site;
  params.codes.forEach((it, i) => {
    if (!store.groups.has(it)) throw groupNotFound();
    if (isBuiltIn(it)) throw builtIn(`codes[${i}]`);
    store.removeGroup(it);
    for (const user of [...store.users.values()].filter(({ groups }) =>
      groups.includes(it),
    ))
      store.saveUser({
        ...user,
        groups: user.groups.filter((group) => group !== it),
      });
  });
  return {};
};

const organizationRow = {
  parentCode: optional(text({ max: 128 })),
  description,
};

const requireParent = (
  site: Site,
  own: string,
  parent: string | null,
  path: string,
) => {
  const { organizations } = site.store;
  const seen = new Set([own]);
  let next = parent;
  while (next !== null) {
    if (seen.has(next)) throw circularParent(path);
    seen.add(next);
    const found = organizations.get(next);
    if (!found) throw organizationNotFound();
    next = found.parentCode;
  }
};

/** @see https://cybozu.dev/ja/common/docs/user-api/organizations/add-organizations/ */
export const addOrganizations = (context: ApiContext): JsonObject => {
  const row = object({ code: code(), name, ...organizationRow });
  const shape = object({ organizations: list(row, { min: 1, max: MAX_ROWS }) });
  const { organizations } = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { site } = context;
  organizations.forEach((given, i) => {
    if (site.store.organizations.has(given.code))
      throw alreadyExists(`organizations[${i}].code`);
    const parentCode = given.parentCode || null;
    requireParent(
      site,
      given.code,
      parentCode,
      `organizations[${i}].parentCode`,
    );
    const id = site.store.nextId("organization");
    site.store.saveOrganization({ id, ...given, parentCode } as Organization);
  });
  return {};
};

/** A parent of "" or null takes an organisation to the top. @see https://cybozu.dev/ja/common/docs/user-api/organizations/update-organizations/ */
export const updateOrganizations = (context: ApiContext): JsonObject => {
  const row = object({
    code: code(),
    name: optional(name),
    ...organizationRow,
  });
  const shape = object({ organizations: list(row, { min: 1, max: MAX_ROWS }) });
  const { organizations } = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { site } = context;
  organizations.forEach((given, i) => {
    const known = site.store.organizations.get(given.code);
    if (!known) throw organizationNotFound();
    const parentCode =
      given.parentCode === undefined
        ? known.parentCode
        : given.parentCode || null;
    requireParent(
      site,
      given.code,
      parentCode,
      `organizations[${i}].parentCode`,
    );
    site.store.saveOrganization({
      ...known,
      ...given,
      parentCode,
    } as Organization);
  });
  return {};
};

/** One with others below it stays (unverified). @see https://cybozu.dev/ja/common/docs/user-api/organizations/delete-organizations/ */
export const deleteOrganizations = (context: ApiContext): JsonObject => {
  const params = parseShape(codes, dropBlank(context.params));
  requireSystemAdmin(context);
  const { store } = context.site;
  params.codes.forEach((it, i) => {
    if (!store.organizations.has(it)) throw organizationNotFound();
    const hasChildren = [...store.organizations.values()].some(
      (other) => other.parentCode === it && !params.codes.includes(other.code),
    );
    if (hasChildren) throw builtIn(`codes[${i}]`);
    store.removeOrganization(it);
    for (const user of [...store.users.values()].filter((u) =>
      u.organizations.includes(it),
    ))
      store.saveUser({
        ...user,
        organizations: user.organizations.filter(
          (organization) => organization !== it,
        ),
      });
  });
  return {};
};
