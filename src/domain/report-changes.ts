import type { Delivery, IncludedNomination, Nomination } from "./model.ts";
import { compareTexts } from "./text-order.ts";
import { isMailed } from "./sheet-state.ts";

type EntryFields = Pick<Nomination, "id" | "revision">;

/** The differences between a new report and the mailed ones. */
export type ReportChanges<T extends EntryFields> = {
  readonly added: readonly T[];
  /** The report would say something else about it now. */
  readonly changed: readonly T[];
  /** Listed before, not any more, as they were written then. */
  readonly withdrawn: readonly IncludedNomination[];
};

/**
 * Reports written down before digests were kept know the revision only, which
 * any saving moves on, also one that changes nothing in the report.
 */
const isChanged = <T extends EntryFields>(
  { nominationRevision, nominationDigest }: IncludedNomination,
  one: T,
  digestOf: (one: T) => string,
): boolean =>
  nominationDigest === ""
    ? nominationRevision !== one.revision
    : nominationDigest !== digestOf(one);

/**
 * Changes since all reports mailed so far, the later one deciding about a
 * nomination that several list.
 *
 * @param belonging - everything that belongs in the edition's report now, also
 *   what an earlier one has listed
 * @param deliveries - the edition's, in any order
 * @param digestOf - `nominationDigest` of what the report would say now
 */
export const changesSinceMailed = <T extends EntryFields>(
  belonging: readonly T[],
  deliveries: ReadonlyArray<
    Pick<Delivery, "deliveryState" | "sentAt" | "included">
  >,
  digestOf: (one: T) => string,
): ReportChanges<T> => {
  const inOrder = deliveries
    .filter(isMailed)
    .toSorted((a, b) => compareTexts(a.sentAt ?? "", b.sentAt ?? ""));
  const sent = new Map(
    inOrder.flatMap(({ included }) =>
      included.map((row) => [row.nominationId, row] as const),
    ),
  );
  const current = new Set(belonging.map(({ id }) => id));
  return {
    added: belonging.filter(({ id }) => !sent.has(id)),
    changed: belonging.filter((one) => {
      const row = sent.get(one.id);
      return row !== undefined && isChanged(row, one, digestOf);
    }),
    withdrawn: [...sent.values()].filter(
      ({ nominationId }) => !current.has(nominationId),
    ),
  };
};

export const hasChanges = ({
  added,
  changed,
  withdrawn,
}: ReportChanges<EntryFields>): boolean =>
  added.length + changed.length + withdrawn.length > 0;
