import { readWithRetry } from "./retry.ts";
import { createPageTransport, type RestTransport } from "./transport.ts";

export type DirectoryEntry = { readonly code: string; readonly name: string };

/** Facts about the site that is to be set up; null where the page cannot tell. */
export type SiteFacts = {
  readonly isAdministrator: boolean | null;
  /** `LIGHT`, `STANDARD`, `WIDE` … */
  readonly plan: string | null;
  readonly groups: readonly DirectoryEntry[];
  readonly organizations: readonly DirectoryEntry[];
};

/** @see https://cybozu.dev/ja/common/docs/user-api/groups/get-groups/ */
const PAGE_LIMIT = 100;

const listEntries = async (
  transport: RestTransport,
  kind: "groups" | "organizations",
  offset = 0,
): Promise<DirectoryEntry[]> => {
  const answer = await readWithRetry(() =>
    transport.request<Record<typeof kind, DirectoryEntry[]>>(
      "GET",
      `/v1/${kind}`,
      { size: PAGE_LIMIT, offset },
    ),
  );
  const page = answer[kind].map(({ code, name }) => ({ code, name }));
  if (page.length < PAGE_LIMIT) return page;
  return [
    ...page,
    ...(await listEntries(transport, kind, offset + PAGE_LIMIT)),
  ];
};

/**
 * The getter is newer than some sites.
 *
 * @returns `LIGHT`, `STANDARD`, `WIDE` …; null where the page cannot tell
 * @see https://cybozu.dev/ja/kintone/docs/js-api/license/get-subscription-plan/
 */
export const fetchSubscriptionPlan = async (): Promise<string | null> =>
  (await kintone.license?.getSubscriptionPlan?.()) ?? null;

/**
 * The getter is newer than some sites.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/system/get-permissions/
 */
export const fetchSiteFacts = async (
  transport: RestTransport = createPageTransport(),
): Promise<SiteFacts> => {
  const { system } = kintone;
  const [permissions, plan, groups, organizations] = await Promise.all([
    system?.getPermissions?.(),
    fetchSubscriptionPlan(),
    listEntries(transport, "groups"),
    listEntries(transport, "organizations"),
  ]);
  return {
    isAdministrator: permissions?.administration ?? null,
    plan,
    groups,
    organizations,
  };
};
