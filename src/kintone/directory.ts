import type { DirectoryUser } from "../domain/imports/find-entity.ts";
import type { Entity } from "../domain/model.ts";
import { readWithRetry } from "./retry.ts";
import { createPageTransport } from "./transport.ts";
import type { RestTransport } from "./transport.ts";

/** @see https://cybozu.dev/ja/common/docs/user-api/users/get-users/ */
const DIRECTORY_PAGE_LIMIT = 100;

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
  /** Active users. */
  listUsers(): Promise<DirectoryUser[]>;
  /** Codes of the organisations and groups that a user is in. */
  fetchMemberships(user: string): Promise<Memberships>;
};

type RawUser = Entity & { email?: string; valid?: boolean };

export const createDirectoryReader = (
  transport: RestTransport = createPageTransport(),
): DirectoryReader => {
  const fetchPage = <T>(path: string, offset: number): Promise<T> =>
    readWithRetry(() =>
      transport.request<T>("GET", path, { size: DIRECTORY_PAGE_LIMIT, offset }),
    );

  const listAll = async <Key extends string, T>(
    path: string,
    key: Key,
  ): Promise<T[]> => {
    const found: T[] = [];
    for (;;) {
      const answer = await fetchPage<Record<Key, T[]>>(path, found.length);
      found.push(...answer[key]);
      if (answer[key].length < DIRECTORY_PAGE_LIMIT) return found;
    }
  };

  const fetchOf = <T>(path: string, code: string): Promise<T> =>
    readWithRetry(() => transport.request<T>("GET", path, { code }));

  return {
    listOrganizations: async () => {
      const all = await listAll<"organizations", Entity>(
        "/v1/organizations",
        "organizations",
      );
      return all.map(({ code, name }) => ({ code, name }));
    },
    listUsers: async () => {
      const all = await listAll<"users", RawUser>("/v1/users", "users");
      return all
        .filter(({ valid }) => valid !== false)
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
