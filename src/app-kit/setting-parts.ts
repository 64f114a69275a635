import type { SettingEntity } from "./entity.ts";

/** A value of a settings API; looked into only where a rule needs it. */
type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Every name of `all`, true when it is among the given ones. */
export const flags = <K extends string>(
  all: readonly K[],
  given: readonly K[],
): Record<K, boolean> =>
  // One entry per name of `all`.
  Object.fromEntries(all.map((name) => [name, given.includes(name)])) as Record<
    K,
    boolean
  >;

const toEntity = ({ type, code }: SettingEntity): JsonObject =>
  code === null ? { type } : { type, code };

/**
 * An organisation includes all below it: staff of a section of a society would
 * otherwise see nothing of their society's and could not save.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/permission/update-record-permissions/
 */
const hasSubs = ({ type }: SettingEntity): boolean =>
  type === "ORGANIZATION" || type === "FIELD_ENTITY";

export const named = (entity: SettingEntity): JsonObject => ({
  entity: toEntity(entity),
  includeSubs: hasSubs(entity),
});
