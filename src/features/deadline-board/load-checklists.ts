import { hasScore } from "../../apps/parts/programme-parts.ts";
import type { Nomination } from "../../domain/model.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { isIn } from "../../kintone/query.ts";
import type { Condition } from "../../kintone/query.ts";

/** Checklists of nominations by record number. */
export type Checklists = ReadonlyMap<string, Nomination["checklist"]>;

/** One request; the checklists of more weigh ten times as much as the rest of the board. */
const UNASKED = 500;

type ReadOptions = {
  readonly onProgress?: (progress: { done: number; total: number }) => void;
  readonly signal?: AbortSignal;
};

export const listChecklists = async (
  gateway: Pick<Gateway, "listRecords">,
  condition: Condition,
  options: ReadOptions = {},
): Promise<Checklists> => {
  const records = await gateway.listRecords("nominations", {
    fields: ["checklist"],
    condition,
    ...options,
  });
  return new Map(records.map(({ id, checklist }) => [id, checklist]));
};

/** @returns null for more nominations than are read unasked */
export const listFewChecklists = async (
  gateway: Pick<Gateway, "listRecords" | "programme">,
  nominations: ReadonlyArray<{ readonly id: string }>,
): Promise<Checklists | null> => {
  if (nominations.length > UNASKED) return null;
  if (nominations.length === 0 || !hasScore(gateway.programme))
    return new Map();
  return listChecklists(
    gateway,
    isIn(
      "$id",
      nominations.map(({ id }) => id),
    ),
  );
};

/** A checklist without rows is compared with nothing. */
export const withChecklists = <T extends { readonly id: string }>(
  nominations: readonly T[],
  checklists: Checklists | null,
): Array<T & Pick<Nomination, "checklist">> =>
  nominations.map((one) => ({
    ...one,
    checklist: checklists?.get(one.id) ?? [],
  }));
