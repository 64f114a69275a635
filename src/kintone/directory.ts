import type { DirectoryUser } from "../domain/imports/find-entity.ts";
import type { Entity } from "../domain/model.ts";
import type { Person } from "../domain/notice-reach.ts";
import { readWithRetry } from "./retry.ts";
import { createPageTransport } from "./transport.ts";
import type { RestTransport } from "./transport.ts";

/** @see https://cybozu.dev/ja/common/docs/user-api/users/get-users/ */
const DIRECTORY_PAGE_LIMIT = 100;

type HolderKind = "GROUP" | "ORGANIZATION";

type Memberships = {
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
};

/**
 * Reads who there is on the site. Works on the settings page too, where
 * `kintone.user` does not.
 *
 * @see https://cybozu.dev/ja/common/docs/user-api/
 */
export type DirectoryReader = {
  listOrganizations(): Promise<Entity[]>;
  listGroups(): Promise<Entity[]>;
  /** Active users. */
  listUsers(): Promise<DirectoryUser[]>;
  /** Active users in a group or an organisation, which has to exist. */
  listMembers(kind: HolderKind, code: string): Promise<Person[]>;
  /** Codes of the organisations and groups that a user is in. */
  fetchMemberships(user: string): Promise<Memberships>;
};

type RawUser = Entity & {
  email?: string;
  valid?: boolean;
  /** Id of 優先する組織. */
  primaryOrganization?: string | null;
};

const isValid = ({ valid }: RawUser): boolean => valid !== false;

const toPerson = ({ code, name, primaryOrganization }: RawUser): Person => ({
  code,
  name,
  hasPrimaryOrganization: Boolean(primaryOrganization),
});

export const createDirectoryReader = (
  transport: RestTransport = createPageTransport(),
): DirectoryReader => {
  const fetchPage = <T>(
    path: string,
    offset: number,
    params: Readonly<Record<string, string>>,
  ): Promise<T> =>
    readWithRetry(() =>
      transport.request<T>("GET", path, {
        ...params,
        size: DIRECTORY_PAGE_LIMIT,
        offset,
      }),
    );

  const listAll = async <Key extends string, T>(
    path: string,
    key: Key,
    params: Readonly<Record<string, string>> = {},
  ): Promise<T[]> => {
    const found: T[] = [];
    for (;;) {
      const answer = await fetchPage<Record<Key, T[]>>(
        path,
        found.length,
        params,
      );
      found.push(...answer[key]);
      if (answer[key].length < DIRECTORY_PAGE_LIMIT) return found;
    }
  };

  const fetchOf = <T>(path: string, code: string): Promise<T> =>
    readWithRetry(() => transport.request<T>("GET", path, { code }));

  const listEntities = async (
    kind: "organizations" | "groups",
  ): Promise<Entity[]> => {
    const all = await listAll<typeof kind, Entity>(`/v1/${kind}`, kind);
    return all.map(({ code, name }) => ({ code, name }));
  };

  return {
    listOrganizations: () => listEntities("organizations"),
    listGroups: () => listEntities("groups"),
    listMembers: async (kind, code) => {
      const users =
        kind === "GROUP"
          ? await listAll<"users", RawUser>("/v1/group/users", "users", {
              code,
            })
          : (
              await listAll<"userTitles", { user: RawUser }>(
                "/v1/organization/users",
                "userTitles",
                { code },
              )
            ).map(({ user }) => user);
      return users.filter(isValid).map(toPerson);
    },
    listUsers: async () => {
      const all = await listAll<"users", RawUser>("/v1/users", "users");
      return all
        .filter(isValid)
        .map(({ code, name, email = "" }) => ({ code, name, email }));
    },
    fetchMemberships: async (user) => {
      const [{ organizationTitles }, { groups }] = await Promise.all([
        fetchOf<{ organizationTitles: Array<{ organization: Entity }> }>(
          "/v1/user/organizations",
          user,
        ),
        fetchOf<{ groups: Entity[] }>("/v1/user/groups", user),
      ]);
      return {
        organizations: organizationTitles.map(
          ({ organization }) => organization.code,
        ),
        groups: groups.map(({ code }) => code),
      };
    },
  };
};
