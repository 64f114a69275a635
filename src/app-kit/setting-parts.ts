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

export const named = (entity: SettingEntity): JsonObject => ({
  entity: toEntity(entity),
  includeSubs: false,
});
