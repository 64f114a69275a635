import { refusalOf } from "../connect/refusal.ts";

export type RefusedItem<T> = { readonly item: T; readonly error: Error };

const BAD_REQUEST = 400;

const toRefusal = (error: unknown): Error => {
  if (error instanceof Error && refusalOf(error)?.status === BAD_REQUEST)
    return error;
  throw error;
};

/**
 * Writes a setting that kintone takes as a whole. After a refusal the items are
 * added one by one, so that a single list or notice does not cost the others.
 *
 * @param write - sends the given items together
 * @returns the items that kintone refused, each with its reason
 * @throws any error that is no refusal of what was sent
 */
export const writePiecewise = async <T>(
  items: readonly T[],
  write: (items: readonly T[]) => Promise<unknown>,
): Promise<Array<RefusedItem<T>>> => {
  try {
    await write(items);
    return [];
  } catch (error) {
    toRefusal(error);
  }
  const taken: T[] = [];
  const refused: Array<RefusedItem<T>> = [];
  for (const item of items) {
    try {
      await write([...taken, item]);
      taken.push(item);
    } catch (error) {
      refused.push({ item, error: toRefusal(error) });
    }
  }
  return refused;
};
