import type { Delivery } from "./model.ts";
import { compareTexts } from "./text-order.ts";

export type SheetFields = Pick<
  Delivery,
  "id" | "deliveryKind" | "deliveryState" | "madeAt" | "sentAt" | "included"
>;

/** Is the report of an edition still to be made, made, or on its way? */
export type SheetState<T extends SheetFields = SheetFields> = {
  readonly state: "notMade" | "made" | "mailed";
  /** The latest report made, mailed or not. */
  readonly latest: T | null;
  /** The latest report mailed. */
  readonly mailed: T | null;
};

// ISO instants of one form compare as texts.
const latestBy = <T extends SheetFields>(
  deliveries: readonly T[],
  field: "madeAt" | "sentAt",
): T | null => {
  const keyOf = (one: T): string => one[field] ?? "";
  const [latest] = deliveries.toSorted(
    (a, b) => compareTexts(keyOf(b), keyOf(a)) || Number(b.id) - Number(a.id),
  );
  return latest ?? null;
};

export const isMailed = ({
  deliveryState,
}: Pick<Delivery, "deliveryState">): boolean => deliveryState === "送付済";

/**
 * `mailed` as soon as one report of the edition has been sent, `made` when there
 * are reports but none was sent. Deliveries must be of one edition.
 */
export const sheetStateOf = <T extends SheetFields>(
  deliveries: readonly T[],
): SheetState<T> => {
  const latest = latestBy(deliveries, "madeAt");
  const mailed = latestBy(deliveries.filter(isMailed), "sentAt");
  if (mailed !== null) {
    return { state: "mailed", latest, mailed };
  }
  return { state: latest === null ? "notMade" : "made", latest, mailed: null };
};
