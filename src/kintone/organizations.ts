import { hasErrorCode } from "../errors/user-error.ts";
import { readWithRetry } from "./retry.ts";
import type { RestTransport } from "./transport.ts";

type Organization = {
  readonly code: string;
  readonly parentCode: string | null;
};

const fetchParents = async (
  transport: RestTransport,
  codes: readonly string[],
): Promise<string[]> => {
  const { organizations } = await readWithRetry(() =>
    transport.request<{ organizations: readonly Organization[] }>(
      "GET",
      "/v1/organizations",
      { codes },
    ),
  );
  return organizations.flatMap(({ parentCode }) => parentCode ?? []);
};

/** Codes of the organisations above the given ones, level by level. */
const listAncestors = async (
  transport: RestTransport,
  codes: readonly string[],
): Promise<string[]> => {
  const found = new Set<string>();
  for (let level = codes; level.length > 0;) {
    const parents = await fetchParents(transport, level);
    level = parents.filter((code) => !found.has(code));
    level.forEach((code) => found.add(code));
  }
  return [...found];
};

/** The same; [] for a user who may not ask for organisations. */
export const listAbove = async (
  transport: RestTransport,
  codes: readonly string[],
): Promise<string[]> => {
  try {
    return await listAncestors(transport, codes);
  } catch (error) {
    if (hasErrorCode(error, "kintone/no-right")) return [];
    throw error;
  }
};
