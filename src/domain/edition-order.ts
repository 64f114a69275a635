import type { Edition } from "./model.ts";
import { compareTexts } from "./text-order.ts";

type OrderFields = Pick<
  Edition,
  "name" | "editionState" | "fiscalYear" | "registerDate"
>;

const isOpen = ({ editionState }: OrderFields): boolean =>
  editionState === "募集中";

/**
 * Editions as a person would want them offered: those 募集中 first, the next
 * registration date before later ones, then the others, newest year first.
 */
export const orderEditions = <E extends OrderFields>(
  editions: readonly E[],
): E[] =>
  editions.toSorted(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      (isOpen(a)
        ? compareTexts(a.registerDate ?? "9999", b.registerDate ?? "9999")
        : (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0)) ||
      compareTexts(a.name, b.name),
  );

/** The one to begin with: what was chosen before if it is still there, else the first of the order. */
export const pickEdition = <E extends OrderFields>(
  editions: readonly E[],
  chosen: string | null,
): E | null =>
  editions.find(({ name }) => name === chosen) ??
  orderEditions(editions)[0] ??
  null;
