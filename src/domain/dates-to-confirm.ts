import type { MilestoneId } from "./model.ts";

/**
 * Milestones whose date was carried over from an earlier edition and that nobody
 * has confirmed, one id a line: as the field `datesToConfirm` keeps them.
 */
export const parseDatesToConfirm = (
  text: string,
  known: readonly MilestoneId[],
): MilestoneId[] => {
  const lines = new Set(text.split(/\s+/u));
  return known.filter((id) => lines.has(id));
};

export const toDatesToConfirm = (ids: readonly MilestoneId[]): string =>
  ids.join("\n");
