import { parseDateText } from "excel-form";
import type { Programme } from "../../programmes/index.ts";
import { looseNameKey } from "../loose-name.ts";
import type { Edition } from "../model.ts";

export type KnownEdition = Pick<
  Edition,
  "name" | "fiscalYear" | "editionState"
>;

/** An edition that a row names: one of the app, or one that the import adds. */
export type PastEdition = {
  readonly name: string;
  /** Null for an edition of the app. */
  readonly addedFor: number | null;
};

export type EditionFinding =
  | { readonly kind: "found"; readonly edition: PastEdition }
  /** Its work is not over. */
  | { readonly kind: "running" }
  /** The text is neither a name nor a year. */
  | { readonly kind: "unknown" };

/** 「令和4年度」, 「R4」, 「2022年」 and 2022 are one year. */
const yearIn = (text: string): number | null => {
  const year = text
    .normalize("NFKC")
    .trim()
    .replace(/年?度?$/u, "");
  const day = parseDateText(`${year}年12月1日`);
  return day === null ? null : Number(day.slice(0, 4));
};

/** A list names few editions in many rows. */
const remember = <T>(find: (text: string) => T): ((text: string) => T) => {
  const found = new Map<string, T>();
  return (text) => {
    const known = found.get(text) ?? find(text);
    found.set(text, known);
    return known;
  };
};

/**
 * Finds the edition by its name, then by its year. A year before this one without an edition gets
 * one of its own.
 *
 * @param thisYear - the fiscal year of today
 */
export const createEditionFinder = (
  programme: Programme,
  editions: readonly KnownEdition[],
  thisYear: number,
): ((text: string) => EditionFinding) =>
  remember((text) => {
    const key = looseNameKey(text);
    const year = yearIn(text);
    const known =
      editions.find(({ name }) => looseNameKey(name) === key) ??
      editions.find(({ fiscalYear }) => year !== null && fiscalYear === year);
    if (known !== undefined)
      return known.editionState === "終了"
        ? { kind: "found", edition: { name: known.name, addedFor: null } }
        : { kind: "running" };
    if (year === null) return { kind: "unknown" };
    return year < thisYear
      ? {
          kind: "found",
          edition: { name: `${programme.name} ${year}`, addedFor: year },
        }
      : { kind: "running" };
  });
