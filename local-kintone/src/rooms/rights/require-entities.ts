import { ApiError } from "../../ground/api-error.ts";
import type { Site } from "../../model/site.ts";

const notFound: Record<string, (code: string) => ApiError> = {
  USER: (code) =>
    new ApiError(400, "GAIA_IL26", {
      ja: `指定したユーザー（code：${code}）が見つかりません。`,
      en: `The specified user (code：${code}) not found.`,
    }),
  ORGANIZATION: (code) =>
    new ApiError(400, "GAIA_IL28", {
      ja: `指定した組織（code: ${code}）が見つかりません。`,
      en: `The specified department (code: ${code}) is not found.`,
    }),
  // Code of a missing group unverified.
  GROUP: (code) =>
    new ApiError(400, "GAIA_IL27", {
      ja: `指定したグループ（code: ${code}）が見つかりません。`,
      en: `The specified group (code: ${code}) is not found.`,
    }),
};

/** Refuses users, organisations and groups that do not exist. Other entity types pass. */
export const requireEntities = (
  site: Site,
  entities: ReadonlyArray<{ type: string; code?: string | null | undefined }>,
): void => {
  const known: Record<string, ReadonlyMap<string, unknown>> = {
    USER: site.store.users,
    ORGANIZATION: site.store.organizations,
    GROUP: site.store.groups,
  };
  for (const { type, code } of entities) {
    const table = known[type];
    if (table && !table.has(code ?? ""))
      throw notFound[type]?.(code ?? "") ?? new Error(`No error for ${type}`);
  }
};
