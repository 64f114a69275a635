type NewUser = {
  readonly code: string;
  readonly name: string;
  readonly password: string;
  readonly email: string;
};

/**
 * Users, organisations and groups of the domain. The official client does not
 * know these APIs. Writing needs an administrator of cybozu.com.
 *
 * @see https://cybozu.dev/ja/common/docs/user-api/
 */
export type Directory = {
  listGroups(codes: readonly string[]): Promise<string[]>;
  listUsers(codes: readonly string[]): Promise<string[]>;
  listOrganizations(codes: readonly string[]): Promise<string[]>;
  /** The user's groups without the group of everybody, which has no members of its own. */
  listGroupsOf(user: string): Promise<string[]>;
  addGroup(code: string, name: string): Promise<void>;
  addOrganizations(
    organizations: ReadonlyArray<{
      code: string;
      name: string;
      /** The organisation above it. */
      parentCode?: string;
    }>,
  ): Promise<void>;
  addUsers(users: readonly NewUser[]): Promise<void>;
  setUserGroups(code: string, groups: readonly string[]): Promise<void>;
  setUserOrganizations(
    memberships: ReadonlyArray<{
      code: string;
      organizations: readonly string[];
    }>,
  ): Promise<void>;
};

type Coded = { readonly code: string };

const toQuery = (codes: readonly string[]): string =>
  codes
    .map((code, index) => `codes[${index}]=${encodeURIComponent(code)}`)
    .join("&");

/** @param path - with its query; a body goes with writes only */
export type DirectoryRequest = (
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

const EVERYONE = "everyone";

const codesIn = (answer: unknown, name: string): string[] =>
  // The User API answers with one list under the name of its resource.
  ((answer as Record<string, readonly Coded[]>)[name] ?? []).map(
    ({ code }) => code,
  );

export const createDirectory = (request: DirectoryRequest): Directory => {
  const list = async (
    kind: "users" | "groups" | "organizations",
    codes: readonly string[],
  ): Promise<string[]> => {
    if (codes.length === 0) return [];
    const answer = await request("GET", `/v1/${kind}.json?${toQuery(codes)}`);
    return codesIn(answer, kind);
  };
  return {
    listGroups: (codes) => list("groups", codes),
    listUsers: (codes) => list("users", codes),
    listOrganizations: (codes) => list("organizations", codes),
    listGroupsOf: async (user) => {
      const answer = await request(
        "GET",
        `/v1/user/groups.json?code=${encodeURIComponent(user)}`,
      );
      return codesIn(answer, "groups").filter((code) => code !== EVERYONE);
    },
    addGroup: async (code, name) => {
      await request("POST", "/v1/groups.json", { groups: [{ code, name }] });
    },
    addOrganizations: async (organizations) => {
      await request("POST", "/v1/organizations.json", { organizations });
    },
    addUsers: async (users) => {
      await request("POST", "/v1/users.json", {
        users: users.map((user) => ({
          ...user,
          valid: true,
          locale: "ja",
          timezone: "Asia/Tokyo",
        })),
      });
    },
    setUserGroups: async (code, groups) => {
      await request("PUT", "/v1/user/groups.json", { code, groups });
    },
    setUserOrganizations: async (memberships) => {
      await request("PUT", "/v1/userOrganizations.json", {
        userOrganizations: memberships.map(({ code, organizations }) => ({
          code,
          organizations: organizations.map((orgCode) => ({ orgCode })),
        })),
      });
    },
  };
};
