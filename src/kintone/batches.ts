/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-records/ */
const RECORDS_PER_CHANGE = 100;

/** The items in their order, `size` at a time; the last part may be shorter. */
export const inBatches = <T>(
  items: readonly T[],
  size: number = RECORDS_PER_CHANGE,
): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );
