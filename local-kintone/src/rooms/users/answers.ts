import type {
  Group,
  JsonObject,
  Organization,
  User,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

const PROFILE = [
  "surName",
  "givenName",
  "surNameReading",
  "givenNameReading",
  "localName",
  "localNameLocale",
  "description",
  "phone",
  "mobilePhone",
  "extensionNumber",
  "callto",
  "url",
  "employeeNumber",
] as const;

/** Dates and the like are null when unset, texts are "". */
const NULLABLE = ["birthDate", "joinDate", "sortOrder"] as const;

const LOCALES: Record<User["locale"], string> = {
  auto: "auto",
  ja: "ja",
  en: "en",
};

/** @see https://cybozu.dev/ja/common/docs/user-api/users/get-users/ */
export const toUser = (site: Site, user: User): JsonObject => {
  const profile = user.profile ?? {};
  const [primary] = user.organizations;
  const organization =
    primary === undefined ? undefined : site.store.organizations.get(primary);
  return {
    id: String(user.id),
    code: user.code,
    ctime: profile.ctime ?? null,
    mtime: profile.mtime ?? null,
    valid: user.valid,
    name: user.name,
    ...Object.fromEntries(PROFILE.map((key) => [key, profile[key] ?? ""])),
    email: user.email,
    timezone: user.timezone,
    locale: LOCALES[user.locale],
    primaryOrganization: organization ? String(organization.id) : null,
    ...Object.fromEntries(NULLABLE.map((key) => [key, profile[key] ?? null])),
    customItemValues: [],
  };
};

export const toOrganization = (it: Organization): JsonObject => ({
  id: String(it.id),
  code: it.code,
  name: it.name,
  localName: "",
  localNameLocale: "",
  parentCode: it.parentCode,
  description: it.description ?? "",
});

export const toGroup = (it: Group): JsonObject => ({
  id: String(it.id),
  code: it.code,
  name: it.name,
  description: it.description ?? "",
});
