import type { AppRecordInput } from "../apps/records.ts";
import { toConfirmed } from "../domain/confirmation.ts";
import type { DoneDates } from "../domain/milestone-dates.ts";
import type { Nomination } from "../domain/model.ts";
import type { BulkAction } from "../domain/plan-bulk.ts";
import { cycleOf } from "../domain/cycle.ts";
import type { Cycle } from "../domain/cycle.ts";
import { inBatches } from "./batches.ts";
import type { Programme } from "../programmes/index.ts";
import type { Gateway, RecordChange } from "./gateway.ts";

type Target = Pick<
  Nomination,
  | "id"
  | "revision"
  | "registeredName"
  | "corporateNumber"
  | "businessKind"
  | "edition"
  | "nominationKind"
> &
  DoneDates;

export type BulkFailure<T extends Target = Target> = {
  readonly target: T;
  readonly error: unknown;
};

export type BulkOptions<T extends Target = Target> = {
  readonly today: string;
  /** The day of the registration. */
  readonly registeredOn: string;
  /** Its other values. */
  registrationOf(target: T): AppRecordInput<"nominations">;
  readonly user: string;
  readonly signal: AbortSignal;
  onProgress(progress: { readonly done: number; readonly total: number }): void;
};

/** The process action by which a nomination enters the sheet. */
const entryAction = ({ steps, entryPlace }: Cycle): string =>
  steps[entryPlace]?.action ?? "";

const toChanges = <T extends Target>(
  programme: Programme,
  action: BulkAction,
  targets: readonly T[],
  { today, user, registeredOn, registrationOf }: BulkOptions<T>,
): RecordChange[] => {
  const cycle = cycleOf(programme);
  return action === "nameCheck"
    ? [
        {
          kind: "update",
          app: "nominations",
          records: targets.map((target) => ({
            id: target.id,
            revision: target.revision,
            record: {
              ...toConfirmed(programme, target),
              nameCheck: "確認済",
              nameCheckedBy: [{ code: user }],
              nameCheckedOn: today,
            },
          })),
        },
      ]
    : [
        {
          kind: "update",
          app: "nominations",
          records: targets.map((target) => ({
            id: target.id,
            revision: target.revision,
            record: {
              ...registrationOf(target),
              ...(cycle.entry && {
                [`${cycle.entry.id}Done` as const]: registeredOn,
              }),
            },
          })),
        },
        {
          kind: "move",
          app: "nominations",
          action: entryAction(cycle),
          ids: targets.map(({ id }) => id),
        },
      ];
};

/** A lost connection or session fails for everybody; only a refusal is one firm's own. */
const isOwnRefusal = (error: unknown): boolean =>
  !(
    error instanceof Error &&
    "code" in error &&
    ["kintone/offline", "kintone/signed-out", "kintone/unavailable"].includes(
      String(error.code),
    )
  );

/**
 * Does the same to many nominations, a hundred in one transaction. A transaction that is refused
 * is tried firm by firm, so that each failure has a name; what is done stays done.
 *
 * @returns the failures; those not tried yet after a stop or a lost connection are not among them
 */
export const applyBulk = async <T extends Target>(
  gateway: Pick<Gateway, "programme" | "applyTogether">,
  action: BulkAction,
  targets: readonly T[],
  options: BulkOptions<T>,
): Promise<{ done: T[]; failures: Array<BulkFailure<T>> }> => {
  const done: T[] = [];
  const failures: Array<BulkFailure<T>> = [];
  const report = (): void =>
    options.onProgress({
      done: done.length + failures.length,
      total: targets.length,
    });
  const attempt = async (some: readonly T[]): Promise<unknown> => {
    try {
      await gateway.applyTogether(
        toChanges(gateway.programme, action, some, options),
      );
      done.push(...some);
      return null;
    } catch (error) {
      return error;
    }
  };
  const attemptEach = async (some: readonly T[]): Promise<unknown> => {
    for (const target of some) {
      if (options.signal.aborted) return null;
      const error = await attempt([target]);
      if (error !== null && !isOwnRefusal(error)) return error;
      if (error !== null) failures.push({ target, error });
      report();
    }
    return null;
  };
  for (const part of inBatches(targets)) {
    if (options.signal.aborted) break;
    const error = await attempt(part);
    const fatal =
      error !== null && isOwnRefusal(error) ? await attemptEach(part) : error;
    report();
    if (fatal !== null) throw fatal;
  }
  return { done, failures };
};
