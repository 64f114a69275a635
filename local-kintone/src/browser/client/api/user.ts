import { boot } from "../boot.ts";
import { rest } from "../rest.ts";
import { cached } from "./cached.ts";

type OrganizationTitle = {
  organization: { id: string; code: string; name: string };
  title: { id: string; code: string; name: string } | null;
};
type Group = { id: string; code: string; name: string };

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='32' height='32'%3E%3Crect width='32' height='32' rx='6' fill='%237d8b8f'/%3E%3C/svg%3E";

const getOrganizations = (code = boot.user.code) =>
  cached(`organizations ${code}`, async () => {
    const { organizationTitles } = await rest<{
      organizationTitles: OrganizationTitle[];
    }>("GET", "/v1/user/organizations", { code });
    return organizationTitles.map(({ organization, title }, i) => ({
      organization: {
        id: organization.id,
        code: organization.code,
        name: organization.name,
        // The first one is the one given priority.
        primary: i === 0,
      },
      title,
    }));
  });

const getGroups = (code = boot.user.code) =>
  cached(`groups ${code}`, async () => {
    const { groups } = await rest<{ groups: Group[] }>(
      "GET",
      "/v1/user/groups",
      { code },
    );
    return groups.map(({ id, code: group, name }) => ({
      id,
      code: group,
      name,
    }));
  });

/** `kintone.user` */
export const user = {
  getOrganizations,
  getGroups,
  getCustomFields: (): Promise<never[]> => Promise.resolve([]),
  getIcons: ({ users }: { users: string[] }) =>
    Promise.resolve(users.map((code) => ({ user: code, url: ICON }))),
};

/** `kintone.getLoginUser`. @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/get-login-user/ */
export const getLoginUser = () => ({
  id: boot.user.id,
  code: boot.user.code,
  name: boot.user.name,
  email: boot.user.email,
  url: "",
  employeeNumber: "",
  phone: "",
  mobilePhone: "",
  extensionNumber: "",
  timezone: boot.user.timezone,
  isGuest: false,
  language: boot.user.language,
});

export const iconUrl = ICON;
