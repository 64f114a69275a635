import type { Group, User } from "./model.ts";
import type { SiteOptions, Store } from "./site.ts";

/** Everybody is a member; nobody can change that. */
export const EVERYONE = "everyone";
/** Members administer cybozu.com and kintone. */
export const ADMINISTRATORS = "Administrators";

const groups: Array<Pick<Group, "code" | "name">> = [
  { code: EVERYONE, name: "Everyone" },
  { code: ADMINISTRATORS, name: "Administrators" },
];

const administrator = (id: number, options: SiteOptions): User => ({
  id,
  code: options.adminCode,
  name: options.adminCode,
  password: options.adminPassword,
  email: "",
  timezone: "Asia/Tokyo",
  locale: "auto",
  valid: true,
  organizations: [],
  groups: [ADMINISTRATORS],
  isAdministrator: true,
});

/** Seeds a new site. */
export const seedBuiltIn = (store: Store, options: SiteOptions): void =>
  store.transaction(() => {
    for (const group of groups)
      store.saveGroup({ ...group, id: store.nextId("group") });
    store.saveUser(administrator(store.nextId("user"), options));
  });
