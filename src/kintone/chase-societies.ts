import type { Chase } from "../domain/plan-chase.ts";
import { inBatches } from "./batches.ts";
import type { Gateway } from "./gateway.ts";
import { isIn } from "./query.ts";
import { postMentionOnce } from "./post-mention.ts";
import type { CommentGateway } from "./post-mention.ts";

export type ChaseOptions = {
  readonly today: string;
  readonly user: string;
  readonly signal: AbortSignal;
  textOf(chase: Chase): string;
  onProgress(progress: { readonly done: number; readonly total: number }): void;
};

type ChaseGateway = CommentGateway &
  Pick<Gateway, "applyTogether" | "listRecords">;

type Ledger = ReadonlyArray<{
  readonly chasedOn: string | null;
  readonly chasedBy: ReadonlyArray<{ readonly code: string }>;
  readonly chaseText: string;
}>;

/** The ledgers as they are now: somebody else may have written a line since the page was opened. */
const readLedgers = async (
  gateway: ChaseGateway,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Ledger>> => {
  const records = await gateway.listRecords("answers", {
    fields: ["chases"],
    condition: isIn("$id", ids),
  });
  return new Map(
    records.map(({ id, chases }) => [
      id,
      // kintone gives a new table one blank row.
      chases.filter(({ chasedOn }) => chasedOn !== null),
    ]),
  );
};

const writeLedger = async (
  gateway: ChaseGateway,
  notified: readonly Chase[],
  { today, user, textOf }: ChaseOptions,
): Promise<void> => {
  for (const part of inBatches(notified)) {
    const ledgers = await readLedgers(
      gateway,
      part.map(({ record }) => record.id),
    );
    const records = part.flatMap((chase) => {
      const { id } = chase.record;
      const chaseText = textOf(chase);
      const ledger = ledgers.get(id);
      // Another clerk who chases at the same time has notified the society and written the line.
      const isWritten = ledger?.some(
        (line) => line.chasedOn === today && line.chaseText === chaseText,
      );
      if (ledger === undefined || isWritten) return [];
      const line = { chasedOn: today, chasedBy: [{ code: user }], chaseText };
      return [{ id, record: { chases: [...ledger, line] } }];
    });
    if (records.length > 0)
      await gateway.applyTogether([
        { kind: "update", app: "answers", records },
      ]);
  }
};

export type ChaseEnd = {
  readonly notified: readonly Chase[];
  /** Records that somebody has deleted meanwhile; nobody was notified there. */
  readonly gone: readonly Chase[];
};

/**
 * 「催促する」: a comment with a mention in each society's own record, then the ledger. Those
 * reminded before a stop or a failure are in the ledger, too.
 *
 * @throws AppError of the gateway
 */
export const chaseSocieties = async (
  gateway: ChaseGateway,
  chases: readonly Chase[],
  options: ChaseOptions,
): Promise<ChaseEnd> => {
  const notified: Chase[] = [];
  const gone: Chase[] = [];
  try {
    for (const chase of chases) {
      if (options.signal.aborted) break;
      const isNotified = await postMentionOnce(
        gateway,
        {
          app: "answers",
          id: chase.record.id,
          organizations: chase.society.organization.map(({ code }) => code),
          text: options.textOf(chase),
        },
        // A press that was cut off left no line in the ledger.
        true,
      );
      (isNotified ? notified : gone).push(chase);
      const done = notified.length + gone.length;
      options.onProgress({ done, total: chases.length });
    }
  } finally {
    await writeLedger(gateway, notified, options);
  }
  return { notified, gone };
};
