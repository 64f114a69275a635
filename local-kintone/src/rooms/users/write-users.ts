import { isTimeZone } from "../../language/query/time-zone.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import {
  boolean,
  checked,
  dropBlank,
  integer,
  list,
  object,
  oneOf,
  optional,
  ourMessages,
  parseShape,
  text,
} from "../../ground/shape.ts";
import { requireSystemAdmin } from "../rights/open-app.ts";
import { ADMINISTRATORS, EVERYONE } from "../../model/built-in.ts";
import type { JsonObject, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import {
  alreadyExists,
  builtIn,
  groupNotFound,
  noAdministratorLeft,
  noTitles,
  organizationNotFound,
  userNotFound,
} from "./errors.ts";

const MAX_ROWS = 100;
const MAX_MEMBERS = 1000;

export const code = () => text({ min: 1, max: 128 });
const notBlank = (max: number) =>
  checked(text({ min: 1, max }), (it) =>
    it.trim() === "" ? ourMessages.wrongType : null,
  );
const timezone = checked(text(), (name) =>
  isTimeZone(name) ? null : ourMessages.wrongType,
);

/** @see https://cybozu.dev/ja/common/docs/user-api/users/add-users/ */
const profile = {
  surName: optional(text({ max: 64 })),
  givenName: optional(text({ max: 64 })),
  surNameReading: optional(text({ max: 64 })),
  givenNameReading: optional(text({ max: 64 })),
  localName: optional(text({ max: 128 })),
  localNameLocale: optional(oneOf(["ja", "en", "zh", "zh-TW", "es"])),
  description: optional(text({ max: 1000 })),
  phone: optional(text({ max: 100 })),
  mobilePhone: optional(text({ max: 100 })),
  extensionNumber: optional(text({ max: 100 })),
  callto: optional(text({ max: 100 })),
  url: optional(text({ max: 1000 })),
  employeeNumber: optional(text({ max: 100 })),
  birthDate: optional(text({ max: 10 })),
  joinDate: optional(text({ max: 10 })),
  sortOrder: optional(integer()),
};
const rest = {
  valid: optional(boolean()),
  email: optional(text({ max: 256 })),
  timezone: optional(timezone),
  // Other languages of cybozu.com have no messages here.
  locale: optional(oneOf(["auto", "ja", "en"])),
  primaryOrganization: optional(text({ max: 128 })),
};
const newUser = object({
  code: notBlank(128),
  password: notBlank(64),
  name: notBlank(128),
  ...rest,
  ...profile,
});
const changedUser = object({
  code: code(),
  password: optional(notBlank(64)),
  name: optional(notBlank(128)),
  ...rest,
  ...profile,
});
type Given = Partial<ReturnType<typeof changedUser.read>>;

const profileOf = (
  site: Site,
  given: Given,
  before: JsonObject,
): JsonObject => {
  const known = Object.entries(given).filter(
    ([key, it]) => key in profile && it !== undefined,
  );
  const now = `${new Date(site.clock.now()).toISOString().slice(0, 19)}Z`;
  return {
    ctime: now,
    ...before,
    // Texts and numbers read by their shapes.
    ...(Object.fromEntries(known) as JsonObject),
    mtime: now,
  };
};

/** The primary organisation comes first; it must be one the user belongs to. */
const withPrimary = (user: User, primary: string | undefined): User => {
  if (primary === undefined) return user;
  if (!user.organizations.includes(primary)) throw organizationNotFound();
  const others = user.organizations.filter((it) => it !== primary);
  return { ...user, organizations: [primary, ...others] };
};

const requireAdministrator = (site: Site) => {
  const isAnyoneLeft = [...site.store.users.values()].some(
    (it) => it.valid && it.isAdministrator,
  );
  if (!isAnyoneLeft) throw noAdministratorLeft();
};

/** @see https://cybozu.dev/ja/common/docs/user-api/users/add-users/ */
export const addUsers = (context: ApiContext): JsonObject => {
  const shape = object({ users: list(newUser, { min: 1, max: MAX_ROWS }) });
  const { users } = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { site } = context;
  users.forEach((given, i) => {
    if (site.store.users.has(given.code))
      throw alreadyExists(`users[${i}].code`);
    const user: User = {
      id: site.store.nextId("user"),
      code: given.code,
      name: given.name,
      password: given.password,
      email: given.email ?? "",
      timezone: given.timezone ?? "Asia/Tokyo",
      locale: given.locale ?? "auto",
      valid: given.valid ?? true,
      organizations: [],
      groups: [],
      isAdministrator: false,
      profile: profileOf(site, given, {}),
    };
    site.store.saveUser(withPrimary(user, given.primaryOrganization));
  });
  return {};
};

/** @see https://cybozu.dev/ja/common/docs/user-api/users/update-users/ */
export const updateUsers = (context: ApiContext): JsonObject => {
  const shape = object({ users: list(changedUser, { min: 1, max: MAX_ROWS }) });
  const { users } = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { site } = context;
  users.forEach((given) => {
    const known = site.store.users.get(given.code);
    if (!known) throw userNotFound();
    const user: User = {
      ...known,
      name: given.name ?? known.name,
      password: given.password ?? known.password,
      email: given.email ?? known.email,
      timezone: given.timezone ?? known.timezone,
      locale: given.locale ?? known.locale,
      valid: given.valid ?? known.valid,
      profile: profileOf(site, given, known.profile ?? {}),
    };
    site.store.saveUser(withPrimary(user, given.primaryOrganization));
  });
  requireAdministrator(site);
  return {};
};

/** @see https://cybozu.dev/ja/common/docs/user-api/users/delete-users/ */
export const deleteUsers = (context: ApiContext): JsonObject => {
  const shape = object({ codes: list(code(), { min: 1, max: MAX_ROWS }) });
  const { codes } = parseShape(shape, dropBlank(context.params));
  requireSystemAdmin(context);
  const { site, caller } = context;
  codes.forEach((it, i) => {
    if (!site.store.users.has(it)) throw userNotFound();
    if (it === caller.user.code) throw builtIn(`codes[${i}]`);
    site.store.removeUser(it);
  });
  requireAdministrator(site);
  return {};
};

/** @see https://cybozu.dev/ja/common/docs/user-api/users/update-users-departments/ */
export const updateUserOrganizations = (context: ApiContext): JsonObject => {
  const row = object({
    code: code(),
    organizations: list(
      object({ orgCode: code(), titleCode: optional(text({ max: 128 })) }),
      { max: 100 },
    ),
  });
  const shape = object({
    userOrganizations: list(row, { min: 1, max: MAX_ROWS }),
  });
  const { userOrganizations } = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { store } = context.site;
  userOrganizations.forEach((given, i) => {
    const user = store.users.get(given.code);
    if (!user) throw userNotFound();
    given.organizations.forEach(({ orgCode, titleCode }, j) => {
      if (!store.organizations.has(orgCode)) throw organizationNotFound();
      if (titleCode)
        throw noTitles(`userOrganizations[${i}].organizations[${j}].titleCode`);
    });
    const codes = [
      ...new Set(given.organizations.map(({ orgCode }) => orgCode)),
    ];
    const [primary] = user.organizations;
    const keepsPrimary = primary !== undefined && codes.includes(primary);
    const organizations = keepsPrimary
      ? [primary, ...codes.filter((it) => it !== primary)]
      : codes;
    store.saveUser({ ...user, organizations });
  });
  return {};
};

const withGroups = (user: User, groups: readonly string[]): User => ({
  ...user,
  groups: [...new Set(groups)],
  isAdministrator: groups.includes(ADMINISTRATORS),
});

/** @see https://cybozu.dev/ja/common/docs/user-api/users/update-users-groups/ */
export const updateUserGroups = (context: ApiContext): JsonObject => {
  const shape = object({
    code: code(),
    groups: list(code(), { max: MAX_MEMBERS }),
  });
  const params = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { site } = context;
  const user = site.store.users.get(params.code);
  if (!user) throw userNotFound();
  params.groups.forEach((it, i) => {
    if (!site.store.groups.has(it)) throw groupNotFound();
    if (it === EVERYONE) throw builtIn(`groups[${i}]`);
  });
  site.store.saveUser(withGroups(user, params.groups));
  requireAdministrator(site);
  return {};
};

/** @see https://cybozu.dev/ja/common/docs/user-api/groups/update-group-users/ */
export const updateGroupUsers = (context: ApiContext): JsonObject => {
  const shape = object({
    code: code(),
    users: list(code(), { max: MAX_MEMBERS }),
  });
  const params = parseShape(shape, context.params);
  requireSystemAdmin(context);
  const { site } = context;
  if (!site.store.groups.has(params.code)) throw groupNotFound();
  if (params.code === EVERYONE) throw builtIn("code");
  for (const it of params.users)
    if (!site.store.users.has(it)) throw userNotFound();
  for (const user of [...site.store.users.values()]) {
    const others = user.groups.filter((it) => it !== params.code);
    const isMember = params.users.includes(user.code);
    if (isMember === user.groups.includes(params.code)) continue;
    site.store.saveUser(
      withGroups(user, isMember ? [...others, params.code] : others),
    );
  }
  requireAdministrator(site);
  return {};
};
