import { inBatches } from "./batches.ts";
import type { Gateway } from "./gateway.ts";

/**
 * Answers 候補あり for societies that have nominated. kintone then reminds them no more.
 *
 * @throws AppError `kintone/changed-meanwhile` when one of them has answered by now
 */
export const markCandidates = async (
  gateway: Pick<Gateway, "applyTogether">,
  answers: ReadonlyArray<{ readonly id: string; readonly revision: string }>,
  { today, user }: { readonly today: string; readonly user: string },
): Promise<void> => {
  for (const part of inBatches(answers))
    await gateway.applyTogether([
      {
        kind: "update",
        app: "answers",
        records: part.map(({ id, revision }) => ({
          id,
          revision,
          record: {
            answer: "候補あり",
            answeredOn: today,
            answeredBy: [{ code: user }],
          },
        })),
      },
    ]);
};
