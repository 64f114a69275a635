import { isRowKey } from "../keys.ts";
import { toKeys } from "../map/key-list.ts";
import type { Owner } from "./owners.ts";
import { keysFor } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import type { Scope } from "./scopes.ts";

/** The values that a label asks for here. */
export type Meaning = { readonly keys: string; readonly certainty: number };

/** What one sheet is about, as far as it decides whose a 電話 is. */
export type SheetSubject = {
  readonly hasList: boolean;
  /** A form about one firm: 事業所名 is a single cell. */
  readonly isSingleFirm: boolean;
};

/** The contact of a firm, in the block of a firm; everywhere else the sender's. */
const settle = (scope: Scope | null, owner: Owner): Scope | null =>
  scope === "contact" && owner.scope !== "business" ? "federation" : scope;

const SENDERS_OWN = /^\?(?:contact|section|fax)/;

const scopeFor = (
  reading: Reading,
  owner: Owner,
  sheet: SheetSubject,
): { readonly scope: Scope; readonly certainty: number } | null => {
  const named = settle(reading.scope, owner);
  if (named) return { scope: named, certainty: 0.95 };
  const above = settle(owner.scope, owner);
  if (above) return { scope: above, certainty: owner.isHeaded ? 0.93 : 0.9 };
  if (!sheet.isSingleFirm) {
    return { scope: "federation", certainty: sheet.hasList ? 0.93 : 0.9 };
  }
  const isSenders = reading.concepts.some((c) => SENDERS_OWN.test(c));
  return isSenders ? { scope: "federation", certainty: 0.72 } : null;
};

/** Values of a firm have a single place only on a form about one firm. */
const isAllowed = (keys: string, sheet: SheetSubject): boolean =>
  (toKeys(keys) ?? []).every((key) => {
    if (key === "row.no") return false;
    if (key === "society.name" || key === "society.code") return !sheet.hasList;
    return !isRowKey(key) || sheet.isSingleFirm;
  });

/** Null when the label asks for nothing that we hold, or it is unclear whose. */
export const meaningOf = (
  reading: Reading,
  owner: Owner,
  sheet: SheetSubject,
): Meaning | null => {
  const { concepts } = reading;
  const isPlain = concepts.every((concept) => !concept.startsWith("?"));
  const whose = isPlain
    ? { scope: "federation" as const, certainty: 0.97 }
    : scopeFor(reading, owner, sheet);
  if (!whose) return null;
  const keys =
    keysFor(concepts, whose.scope) ?? fixedMeaning(concepts, whose.scope);
  if (keys === null || !isAllowed(keys, sheet)) return null;
  const doubt = reading.isUnderUnknown ? 0.8 : 1;
  return { keys, certainty: whose.certainty * doubt };
};

/** 「日付」 of a sender is the date of the report. */
const fixedMeaning = (
  concepts: readonly string[],
  scope: Scope,
): string | null =>
  concepts.length === 1 && concepts[0] === "?date" && scope === "federation"
    ? "report.date"
    : null;
