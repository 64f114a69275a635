import type { Message } from "../words/message.ts";

/**
 * Kind of a value as the data of a form stores it: dates `YYYY-MM-DD`, numbers as
 * numbers, digits and choices as text.
 */
export type KeyType = "text" | "number" | "date" | "digits" | "choice";

/** Groups of the mapping screen: values of the whole form, its counts, one entry of the list. */
export type KeyGroup = "cover" | "counts" | "list";

/** Values that every business form knows. The proposer places them by their owner. */
export type Role =
  | "sender.name"
  | "sender.section"
  | "sender.contactTitle"
  | "sender.contactName"
  | "sender.phone"
  | "sender.fax"
  | "sender.email"
  | "sender.address"
  | "sender.headName"
  | "member.name"
  | "member.code"
  | "firm.name"
  | "firm.kana"
  | "firm.number"
  | "firm.kind"
  | "firm.address"
  | "firm.postalCode"
  | "firm.headTitle"
  | "firm.headName"
  | "firm.headKana"
  | "firm.industry"
  | "firm.employees"
  | "firm.capital"
  | "firm.foundedOn"
  | "firm.phone"
  | "firm.email"
  | "firm.url"
  | "firm.contactName"
  | "letter.date"
  | "letter.year"
  | "list.number";

/** Notation of a text or a number when it is written. */
type Shape =
  | "address"
  | "email"
  | "fiscalYear"
  | "kana"
  | "money"
  | "orgName"
  | "phone"
  | "postalCode"
  | "url";

/** Words that mean the same choice, separated by blanks; the data uses the first. */
export type Choice = {
  readonly words: string;
  /** It says yes or no. */
  readonly means?: boolean;
};

/** One value that a form can ask for. */
export type KeyInfo = {
  readonly type: KeyType;
  readonly group: KeyGroup;
  readonly label: Message;
  readonly role?: Role;
  readonly shape?: Shape;
  /** Patterns of the labels that ask for it; the first key whose pattern fits wins. */
  readonly asks?: readonly string[];
  readonly choices?: readonly Choice[];
  /** A number given for a choice is written as this mark, repeated. */
  readonly countMark?: { readonly mark: string; readonly most: number };
  /** Boxes of a number that is written one digit to a box. */
  readonly boxes?: readonly number[];
  /** Tells a number of the right length from a slip, by its check digit. */
  readonly isValid?: (digits: string) => boolean;
  /** The date may lie in any era. */
  readonly isOfAnyEra?: boolean;
  /** Empty by nature as soon as the list has entries. */
  readonly isForEmptyList?: boolean;
  /** Asked of the firm itself; tells a list of firms from a list of anything else. */
  readonly isOfFirm?: boolean;
  /** Asked by other forms too, not only by those of the product's subject. */
  readonly isOnAnyForm?: boolean;
  /** In brackets after the label of that key this one is meant: 「事例（題名）」. */
  readonly narrows?: string;
  /** Placed only where that key is placed too: the years of service of a person who is named. */
  readonly needs?: string;
  /** A label that means this key only beside a label of one of these keys. */
  readonly beside?: {
    readonly words: string;
    readonly keys: readonly string[];
  };
};

/** Columns that are named by their number alone, under one heading. */
type NumberedKeys = {
  readonly keys: readonly string[];
  readonly under: string;
  /** Fewer of them on a sheet are other words. */
  readonly least: number;
};

/** Words by which the product's own parties are named on paper, as patterns. */
type Parties = {
  /** The act of the sender: 申請, 報告 … */
  readonly act: string;
  readonly sender: string;
  readonly member: string;
  readonly firm: string;
  readonly office: string;
  /** Printed ends of names, with room before them; the first is the sender's full one. */
  readonly senderNameEnds: readonly string[];
  readonly memberNameEnds: readonly string[];
  /** A label of a firm that the form is about. */
  readonly ownFirm: string;
};

/** Titles and words that tell the product's own forms from others, as patterns. */
type Purpose = {
  /** In a title: the form is of the product's subject. */
  readonly title: string;
  /** Anywhere: both together say the same. */
  readonly subject: string;
  readonly reporter: string;
  /** In a title: some other business, unless the title names the subject too. */
  readonly otherBusiness: string;
  readonly foreign: readonly ForeignPurpose[];
};

/** A purpose for which the product holds no values. */
export type ForeignPurpose = {
  readonly words: string;
  readonly is: Message;
  /** A form of the subject may have such a title. */
  readonly mayBeOurs?: boolean;
};

/** Values that the product can fill in, and the words by which forms ask for them. */
export type Vocabulary<Key extends string = string> = {
  readonly keys: Readonly<Record<Key, KeyInfo>>;
  readonly numbered?: NumberedKeys;
  readonly parties: Parties;
  readonly purpose: Purpose;
};

/** A product's own part; parties that it does not name are on no form. */
export type VocabularyDefinition<Key extends string> = {
  readonly keys: Readonly<Record<Key, KeyInfo>>;
  readonly numbered?: NumberedKeys;
  readonly parties?: Partial<Parties>;
  /** Without a purpose every form is of the product's subject. */
  readonly purpose?: Partial<Purpose>;
};

/** A key of the vocabulary that is at hand. */
export type ValueKey = string;

/** Works a table out of a vocabulary once. */
export const perVocabulary = <Value>(
  compute: (vocabulary: Vocabulary) => Value,
): ((vocabulary: Vocabulary) => Value) => {
  const known = new WeakMap<Vocabulary, { readonly value: Value }>();
  return (vocabulary) => {
    const made = known.get(vocabulary) ?? { value: compute(vocabulary) };
    known.set(vocabulary, made);
    return made.value;
  };
};

/** Matches no text. */
const NEVER = "(?!)";
const ALWAYS = "";

const NO_PARTIES: Parties = {
  act: NEVER,
  sender: NEVER,
  member: NEVER,
  firm: NEVER,
  office: NEVER,
  senderNameEnds: [NEVER],
  memberNameEnds: [NEVER],
  ownFirm: "企業",
};

const ANY_PURPOSE: Purpose = {
  title: ALWAYS,
  subject: ALWAYS,
  reporter: ALWAYS,
  otherBusiness: NEVER,
  foreign: [],
};

/** Completes a vocabulary; make it once, since what is compiled from it is kept with it. */
export const defineVocabulary = <Key extends string>({
  parties,
  purpose,
  ...rest
}: VocabularyDefinition<Key>): Vocabulary<Key> => ({
  ...rest,
  parties: { ...NO_PARTIES, ...parties },
  purpose: { ...ANY_PURPOSE, ...purpose },
});

export const isValueKey = <Key extends string>(
  vocabulary: Vocabulary<Key>,
  key: string,
): key is Key => Object.hasOwn(vocabulary.keys, key);

const NOTHING: KeyInfo = {
  type: "text",
  group: "cover",
  label: { ja: "", en: "" },
};

/** A plain text without a name, for a key that the vocabulary does not have. */
export const keyInfo = (vocabulary: Vocabulary, key: string): KeyInfo =>
  vocabulary.keys[key] ?? NOTHING;

/** Values of one entry of the list, as opposed to the form as a whole. */
export const isRowKey = (vocabulary: Vocabulary, key: string): boolean =>
  keyInfo(vocabulary, key).group === "list";

const keysByRole = perVocabulary(
  ({ keys }) =>
    new Map(
      Object.entries(keys).flatMap(([key, { role }]) =>
        role === undefined ? [] : [[role, key] as const],
      ),
    ),
);

/** The key that plays this role; null when the vocabulary has none. */
export const keyOfRole = (vocabulary: Vocabulary, role: Role): string | null =>
  keysByRole(vocabulary).get(role) ?? null;

/** One of the keys, joined by `+`, plays this role. */
export const hasRole = (
  vocabulary: Vocabulary,
  keyList: string,
  role: Role,
): boolean =>
  keyList.split("+").some((key) => keyInfo(vocabulary, key).role === role);
