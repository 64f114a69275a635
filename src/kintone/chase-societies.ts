import type { Chase } from "../domain/plan-chase.ts";
import { inBatches } from "./batches.ts";
import type { Gateway } from "./gateway.ts";

export type ChaseOptions = {
  readonly today: string;
  readonly user: string;
  readonly signal: AbortSignal;
  textOf(chase: Chase): string;
  onProgress(progress: { readonly done: number; readonly total: number }): void;
};

type ChaseGateway = Pick<
  Gateway,
  "addComment" | "listComments" | "applyTogether"
>;

const tell = async (
  gateway: ChaseGateway,
  { record, society }: Chase,
  text: string,
  user: string,
): Promise<void> => {
  // A press that was cut off after the comment must not tell the society again.
  const comments = await gateway.listComments("answers", record.id);
  const isTold = comments.some(
    (one) => one.creatorCode === user && one.text.trim().endsWith(text),
  );
  if (!isTold)
    await gateway.addComment("answers", record.id, {
      text,
      mentions: society.organization.map(({ code }) => ({
        code,
        type: "ORGANIZATION",
      })),
    });
};

const writeLedger = async (
  gateway: ChaseGateway,
  told: readonly Chase[],
  { today, user, textOf }: ChaseOptions,
): Promise<void> => {
  for (const part of inBatches(told))
    await gateway.applyTogether([
      {
        kind: "update",
        app: "answers",
        records: part.map((chase) => ({
          id: chase.record.id,
          record: {
            chases: [
              ...chase.record.chases.filter(
                ({ chasedOn }) => chasedOn !== null,
              ),
              {
                chasedOn: today,
                chasedBy: [{ code: user }],
                chaseText: textOf(chase),
              },
            ],
          },
        })),
      },
    ]);
};

/**
 * 「催促する」: a comment with a mention in each society's own record, then the ledger. Those
 * told before a stop or a failure are in the ledger, too.
 *
 * @returns the number of societies told
 * @throws AppError of the gateway
 */
export const chaseSocieties = async (
  gateway: ChaseGateway,
  chases: readonly Chase[],
  options: ChaseOptions,
): Promise<number> => {
  const told: Chase[] = [];
  try {
    for (const chase of chases) {
      if (options.signal.aborted) break;
      await tell(gateway, chase, options.textOf(chase), options.user);
      told.push(chase);
      options.onProgress({ done: told.length, total: chases.length });
    }
  } finally {
    await writeLedger(gateway, told, options);
  }
  return told.length;
};
