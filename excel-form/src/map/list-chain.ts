import type { ListBlock } from "./schema.ts";

const onSheet = (
  lists: readonly ListBlock[],
  { sheet }: ListBlock,
): readonly ListBlock[] => lists.filter((one) => one.sheet === sheet);

/** The lists of a sheet that take one record after the other: a list, and those in which it goes on. */
export const chainOf = (
  lists: readonly ListBlock[],
  list: ListBlock,
): readonly ListBlock[] => {
  const all = onSheet(lists, list);
  const at = all.indexOf(list);
  const first = all.findLastIndex(
    (one, i) => i <= at && one.goesOn === undefined,
  );
  const next = all.findIndex((one, i) => i > at && one.goesOn === undefined);
  return all.slice(Math.max(first, 0), next < 0 ? all.length : next);
};

/** Records that the lists before this one take. */
export const recordsBefore = (
  lists: readonly ListBlock[],
  list: ListBlock,
): number => {
  const chain = chainOf(lists, list);
  return chain
    .slice(0, chain.indexOf(list))
    .reduce((sum, { rowsAvailable }) => sum + rowsAvailable, 0);
};

/** The last list of its chain takes what the others have no room for. */
export const isLastOfChain = (
  lists: readonly ListBlock[],
  list: ListBlock,
): boolean => chainOf(lists, list).at(-1) === list;

/** The records that stand in this list. */
export const recordsIn = <Row>(
  lists: readonly ListBlock[],
  list: ListBlock,
  rows: readonly Row[],
): readonly Row[] => {
  const before = recordsBefore(lists, list);
  return isLastOfChain(lists, list)
    ? rows.slice(before)
    : rows.slice(before, before + list.rowsAvailable);
};

/** The list of the chain that holds a record, and its position there. */
export const placeOfRecord = (
  lists: readonly ListBlock[],
  list: ListBlock,
  record: number,
): { readonly list: ListBlock; readonly entry: number } => {
  const chain = chainOf(lists, list);
  const found =
    chain.findLast((one) => recordsBefore(lists, one) <= record) ?? list;
  return { list: found, entry: record - recordsBefore(lists, found) };
};
