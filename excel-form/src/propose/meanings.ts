import { hasRole, isRowKey, keyInfo, keyOfRole } from "../map/vocabulary.ts";
import { toKeys } from "../map/key-list.ts";
import { NOBODY } from "./owners.ts";
import type { Owner } from "./owners.ts";
import type { Concept } from "./concepts.ts";
import { keysFor } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { isForeign } from "./scopes.ts";
import type { Scope } from "./scopes.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** The values that a label asks for here. */
export type Meaning = { readonly keys: string; readonly certainty: number };

/** Subject of one sheet, as far as it decides whose a 電話 is. */
export type SheetSubject = {
  readonly hasList: boolean;
  /** The list says for every firm to which member organisation it belongs. */
  readonly listsMembers: boolean;
  /** The form is of the product's subject; any other is one by which a firm asks for something. */
  readonly isReport: boolean;
  /** A form about one firm: 事業所名 is a single cell. */
  readonly isSingleFirm: boolean;
  /** The firm itself applies: nobody else is named. */
  readonly isFirmsOwn?: boolean;
  /** A company or a person may apply: 氏名 takes the name of the firm and of its head. */
  readonly takesEither?: boolean;
  /** A person asks for something: the firm is named as the employer at most. */
  readonly isPersons?: boolean;
  /** The sender's contact was found before. */
  readonly hasSender?: boolean;
  /** The block asks for a fax number, which we hold of the sender only. */
  readonly asksForOffice?: boolean;
};

/** The contact of a firm, in the block of a firm; everywhere else the sender's. */
const settle = (
  scope: Scope | null,
  owner: Owner,
  sheet: SheetSubject,
): Scope | null => {
  if (scope !== "contact" || owner.scope === "firm") return scope;
  if (!sheet.isReport && sheet.isFirmsOwn === true) return scope;
  if (!sheet.isSingleFirm || !owner.followsFirm) return "sender";
  if (sheet.asksForOffice) return "sender";
  // The sender's contact has its place already, or it may be either's.
  return sheet.hasSender || sheet.isFirmsOwn ? "contact" : "other";
};

/** The sender of any other form is the firm that applies by it. */
const ofApplicant = (
  scope: Scope | null,
  { isReport, isFirmsOwn }: SheetSubject,
): Scope | null =>
  scope === "sender" && !isReport && isFirmsOwn === true ? "firm" : scope;

const SENDERS_OWN = /^\?(?:contact|section|fax)/;

const scopeFor = (
  reading: Reading,
  owner: Owner,
  sheet: SheetSubject,
): { readonly scope: Scope; readonly certainty: number } | null => {
  const named = ofApplicant(settle(reading.scope, owner, sheet), sheet);
  if (named) return { scope: named, certainty: 0.95 };
  const above = ofApplicant(settle(owner.scope, owner, sheet), sheet);
  if (above) return { scope: above, certainty: owner.isHeaded ? 0.93 : 0.9 };
  if (!sheet.isSingleFirm) {
    return { scope: "sender", certainty: sheet.hasList ? 0.93 : 0.9 };
  }
  // 名称 and 電話 are the applicant's where no other owner is named.
  if (!sheet.isReport && sheet.isFirmsOwn === true) {
    return { scope: "firm", certainty: 0.9 };
  }
  const isSenders = reading.concepts.some((c) => SENDERS_OWN.test(c));
  return isSenders ? { scope: "sender", certainty: 0.72 } : null;
};

/** Values of a firm have a single place only on a form about one firm. */
const isAllowed = (
  vocabulary: Vocabulary,
  keys: string,
  sheet: SheetSubject,
): boolean =>
  (toKeys(vocabulary, keys) ?? []).every((key) => {
    const { role } = keyInfo(vocabulary, key);
    if (role === "list.number") return false;
    if (role?.startsWith("member.")) return !sheet.listsMembers;
    return !isRowKey(vocabulary, key) || sheet.isSingleFirm;
  });

/** A meaning, or the rule by which the cell is left open. */
export const isLeft = (meaning: Meaning | Rule): meaning is Rule =>
  "floor" in meaning;

/** Reads the value that a label asks for here, or the rule that leaves its cell open. */
export const meaningOf = (
  vocabulary: Vocabulary,
  reading: Reading,
  owner: Owner,
  sheet: SheetSubject,
): Meaning | Rule => {
  const { concepts } = reading;
  const isPlain = concepts.every((concept) => !concept.startsWith("?"));
  if (isForeign(reading.scope)) return rules.otherParty;
  const headed = reading.scope ?? (owner.isHeaded ? owner.scope : null);
  if (sheet.isPersons === true && !isFirms(headed)) return rules.otherParty;
  if (owner.scope === "other" && (owner.isHeaded || !isPlain)) {
    return rules.otherParty;
  }
  // 「ご紹介者」 over 電話: somebody, but nobody we know.
  if (!isPlain && reading.isUnderUnknown && reading.scope === null) {
    return rules.otherParty;
  }
  // 「年月日」 at the head of a letter, before any block begins.
  const isLetterDate =
    concepts.join() === "?date" && reading.scope === null && owner === NOBODY;
  const date = keyOfRole(vocabulary, "letter.date");
  if (isLetterDate && date !== null) return { keys: date, certainty: 0.85 };
  const whose = isPlain
    ? { scope: "sender" as const, certainty: 0.97 }
    : scopeFor(reading, owner, sheet);
  if (!whose) return rules.ownerUnclear;
  if (isForeign(whose.scope)) return rules.otherParty;
  const keys =
    keysFor(
      vocabulary,
      sheet.takesEither === true ? asEither(concepts, whose.scope) : concepts,
      whose.scope,
    ) ?? fixedMeaning(vocabulary, concepts, whose.scope);
  if (keys === null) return rules.noValueOfOurs;
  if (!isAllowed(vocabulary, keys, sheet)) return rules.oneOfMany;
  // The president below the name of a member organisation is its own.
  const isHead = hasRole(vocabulary, keys, "sender.headName");
  if (isHead && (reading.scope ?? owner.scope) === "member") {
    return rules.noValueOfOurs;
  }
  const doubt = reading.isUnderUnknown ? 0.8 : 1;
  return { keys, certainty: whose.certainty * doubt };
};

const isFirms = (scope: Scope | null): boolean =>
  scope === "firm" || scope === "head";

const OF_PERSON = /^\?(?:person|applicantPerson)$/;

/** 「氏名（法人にあっては、名称及び代表者の氏名）」 */
const asEither = (
  concepts: readonly Concept[],
  scope: Scope,
): readonly Concept[] =>
  scope === "firm" && concepts.every((concept) => OF_PERSON.test(concept))
    ? ["firm.name", "firm.headName"]
    : concepts;

/** 「日付」 of a sender is the date of the report. */
const fixedMeaning = (
  vocabulary: Vocabulary,
  concepts: readonly string[],
  scope: Scope,
): string | null =>
  concepts.length === 1 && concepts[0] === "?date" && scope === "sender"
    ? keyOfRole(vocabulary, "letter.date")
    : null;
