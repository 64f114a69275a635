/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/get-records/ */
const GET_RECORDS_LIMIT = 500;

/** Asks for records with ids between two others, from the lowest or the highest on. */
export type PageAsk = {
  readonly above: number;
  /** Infinity where no higher record is known. */
  readonly below: number;
  readonly order: "asc" | "desc";
  readonly limit: number;
  readonly totalCount: boolean;
};

export type AnsweredPage<R> = {
  readonly records: readonly R[];
  readonly totalCount: string | null;
};

export type Reading = {
  /** Read no more than this, 500 at most; all when absent. */
  readonly limit?: number;
  /** Called after every page of 500. */
  readonly onProgress?: (progress: { done: number; total: number }) => void;
  readonly signal?: AbortSignal;
};

/**
 * Reads all pages of a list, after the first one two at a time: one from the lowest id up, one
 * from the highest down. Each page continues from the last id of the one before, so a record
 * that is deleted meanwhile moves no other one past the reader, as it does with an offset.
 *
 * @returns what was read by ascending id
 */
export const readPages = async <R, T>(
  fetchPage: (ask: PageAsk) => Promise<AnsweredPage<R>>,
  { idOf, parse }: { idOf(raw: R): number; parse(raw: R): T },
  { limit, onProgress, signal }: Reading,
): Promise<T[]> => {
  const size = limit ?? GET_RECORDS_LIMIT;
  const low: T[] = [];
  const high: T[] = [];
  let above = 0;
  let below = Infinity;
  let total = Infinity;
  /** Number of records in the pages that were asked for. */
  let asked = 0;
  let isOver = false;

  const take = (
    order: PageAsk["order"],
    { records, totalCount }: AnsweredPage<R>,
  ): void => {
    if (totalCount !== null)
      total = Math.min(Number(totalCount), limit ?? Infinity);
    // Nothing is left between the ends.
    if (records.length < size) isOver = true;
    for (const record of records) {
      const id = idOf(record);
      // The two last pages may overlap.
      if (id <= above || id >= below) continue;
      if (order === "asc") above = id;
      else below = id;
      (order === "asc" ? low : high).push(parse(record));
    }
  };

  const readPage = async (order: PageAsk["order"]): Promise<void> => {
    signal?.throwIfAborted();
    const totalCount = asked === 0;
    asked += size;
    const ask = { above, below, order, limit: size, totalCount };
    take(order, await fetchPage(ask));
    onProgress?.({ done: low.length + high.length, total });
  };

  const isComplete = (): boolean => isOver || asked >= total;
  const readFrom = async (order: PageAsk["order"]): Promise<void> => {
    while (!isComplete()) await readPage(order);
  };

  await readPage("asc");
  try {
    await Promise.all([readFrom("asc"), readFrom("desc")]);
  } finally {
    // After a failure the other end must not go on.
    isOver = true;
  }
  return [...low, ...high.toReversed()];
};
