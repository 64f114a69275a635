import { keyInfo, keyOfRole } from "../map/vocabulary.ts";
import type { Role, ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { choiceKeys, areChoicesOf } from "../values/choices.ts";
import { byText } from "./by-text.ts";
import { toLabel } from "./label.ts";
import { keyFor, scopeOf } from "./scopes.ts";
import type { Scope } from "./scopes.ts";
import { conceptsOf } from "./concepts.ts";
import type { Concept } from "./concepts.ts";

/** Value that the words over or beside a cell ask for. */
export type Reading = {
  readonly concepts: readonly Concept[];
  /** Owner named by the words that were not needed for the concept. */
  readonly scope: Scope | null;
  /** Words of which we know nothing stand over it: 「前年度」, 「審査員」. */
  readonly isUnderUnknown: boolean;
  /** 「企業名（カナ）」: the name, or only its reading when another cell takes the name. */
  readonly mayBeKana: boolean;
  /** The label itself names the owner: 「提出団体担当者名」. */
  readonly isSplit?: boolean;
  /** Remarks in brackets: 西暦, 千円, 有・無 … */
  readonly notes: readonly string[];
};

const OF_PERSON = /^\?(?:person|applicantPerson|applicant|name)$/;

const REFINED: Readonly<Record<string, readonly [Concept, Concept]>> = {
  "?contact": ["?contactTitlePerson", "?contactTitle"],
  "?head": ["?headTitlePerson", "?headTitle"],
};

/** 「（役職も）」, 「（役職を併記）」 */
const ALSO = /も?$|を?(?:含む|併記|明記|記入)(?:のこと|する)?$/;

const PART =
  /^(?:うち)?(?:正社員|(?:非?正規)(?:雇用|社員|職員)?|パート(?:等|・アルバイト)?|アルバイト|臨時|家族(?:・役員)?|役員・家族|専従者?|男性?|女性?|役員)(?:数|のみ)?$/;

/** 「（短時間勤務者は換算）」: a figure that is worked out for a purpose. */
const CONVERTED = /除(?:外|く)|換算/;

/** 「決算書類（法人）」: for whom the unknown thing is, not what it asks for. */
const FOR_WHOM =
  /^(?:法人|個人|会社|企業|団体|事業者|事業所|個人事業主)(?:の?場合|のみ|用)?$/;

/** Brackets change the meaning of a label: 「代表者（職・氏名）」, 「フリガナ（事業所名）」, 「連絡先（電話）」, 「事例（題名）」. */
const withNotes = (
  vocabulary: Vocabulary,
  concepts: readonly Concept[],
  notes: readonly string[],
  words: string,
): readonly Concept[] => {
  // 「殿（事業所名）」 follows the name.
  const noted = /^(?:殿|様|御中|印)$/.test(words)
    ? []
    : notes
        .filter((note) => concepts.length > 0 || !FOR_WHOM.test(note))
        .flatMap((note) => conceptsOf(vocabulary, note.replace(ALSO, "")));
  const [first] = concepts;
  // 「従業員（人）」
  if (
    first === undefined &&
    notes.some((note) => /^(?:単位:)?[人名社件者]$/.test(note))
  ) {
    return conceptsOf(vocabulary, `${words}数`);
  }
  if (first === undefined) return noted;
  // 「従業員数（正社員）」 asks for some of them.
  if (
    first === "firm.employees" &&
    notes.some((n) => PART.test(n) || CONVERTED.test(n))
  ) {
    return [];
  }
  if (concepts.length > 1) return concepts;
  const asks = (pattern: RegExp): boolean => noted.some((c) => pattern.test(c));
  // 「住所（郵便番号、所在地）」
  if (noted.length > 1 && noted.includes(first)) return noted;
  // 「氏名（名称及び代表者の氏名）」, 「氏名（会社名）」
  if (OF_PERSON.test(first) && asks(/^\?head|^firm\.name$/)) return noted;
  if (first === "?kana" && asks(/^firm\.name$/)) return ["firm.kana"];
  if (first === "?kana" && asks(/^\?head/)) return ["?headKana"];
  // 「区分（新規・更新）」
  if (first === "?kind" && asks(/kind$/)) return noted;
  const narrower = noted.find(
    (one) => keyInfo(vocabulary, one).narrows === first,
  );
  if (narrower !== undefined) return [narrower];
  if (first === "?contact" && noted[0] === "?section" && asks(/^\?person/)) {
    return ["?section", "?contact"];
  }
  const refined = REFINED[first];
  if (!refined || !asks(/^\?title/)) return concepts;
  // 「回答者名（役職）」 asks for both.
  const isBoth = asks(/person/i) || /名前?$/.test(words);
  return [isBoth ? refined[0] : refined[1]];
};

/** Headings that say nothing of whose data stand below. */
const NAMES_NOBODY =
  /^(?:基本|共通|必須|登録|申告|記入|入力|回答|報告)?(?:情報|事項|項目|内容|データ|概要|欄)?$/;

const namesNoParty = (vocabulary: Vocabulary, words: string): boolean => {
  const { act } = vocabulary.parties;
  return NAMES_NOBODY.test(words.replace(new RegExp(`^(?:${act})`), ""));
};

/** All of it in brackets. */
const REMARK = /^\s*[（(〔［[][^（(〔［[]*[)）〕］\]]\s*$/;

/** 「（TEL）」 beside the box of the address has a box of its own. */
const REACHES = /tel|fax|℡|電話|e-?mail|メール/i;

/**
 * Reads labels from the outermost to the innermost: 「代表者」 over 「職名」 is one
 * label 代表者職名; what is not needed for it names the owner.
 */
export const readLabels = (
  vocabulary: Vocabulary,
  texts: readonly string[],
): Reading =>
  readJoined(
    vocabulary,
    texts.flatMap((one) => atColon(vocabulary, one)).join(SEAM),
  );

/** 「事業所所在地：郵便番号」: the words before the colon head those after it. */
const atColon = (vocabulary: Vocabulary, text: string): readonly string[] => {
  const [, head = "", own = ""] = /^([^:：]+)[:：]([^:：]+)$/.exec(text) ?? [];
  const words = toLabel(vocabulary, own).main;
  // 「代表者：姓」 and 「代表者：名」 are halves of a name.
  const isLabel =
    !/^[姓名]$/.test(words) && conceptsOf(vocabulary, words).length > 0;
  return isLabel && toLabel(vocabulary, head).main !== ""
    ? [head, own]
    : [text];
};

/** Occurs in no cell: XML has no such character. */
const SEAM = "\u0000";

const readJoined = byText((vocabulary, joined): Reading => {
  const texts = joined.split(SEAM);
  const labels = texts
    .map((text) => ({
      ...toLabel(vocabulary, text),
      isRemark: REMARK.test(text) && !REACHES.test(text),
    }))
    .filter(({ main }) => main !== "");
  const notes = labels.flatMap((label) =>
    label.isRemark ? [label.main, ...label.notes] : label.notes,
  );
  for (let from = 0; from < labels.length; from += 1) {
    const inner = labels.slice(from);
    const words = inner.map(({ main }) => main).join("");
    const isAlone = labels.length - from === 1;
    // 「申請者」 before 「氏名（代表者氏名）」
    const isPerson = OF_PERSON.test(conceptsOf(vocabulary, words)[0] ?? "");
    const own = isAlone || isPerson ? (labels.at(-1)?.notes ?? []) : [];
    const found = withNotes(
      vocabulary,
      conceptsOf(vocabulary, words),
      own,
      words,
    );
    // 「（登記どおり）」 in the row below 「企業名」 is a remark.
    const plain = inner.filter(({ isRemark }, i) => i === 0 || !isRemark);
    const concepts =
      found.length > 0 || plain.length === inner.length
        ? found
        : conceptsOf(vocabulary, plain.map(({ main }) => main).join(""));
    if (concepts.length === 0) continue;
    const outer = labels.slice(0, from);
    const scopes = outer.map(
      ({ main }) => scopeOf(vocabulary, main) ?? ownerOf(vocabulary, main),
    );
    return {
      concepts,
      scope: scopes.findLast((scope) => scope !== null) ?? null,
      isUnderUnknown: outer.some(
        ({ main }, i) =>
          scopes[i] === null &&
          /\p{L}/u.test(main) &&
          conceptsOf(vocabulary, main).length === 0 &&
          !namesNoParty(vocabulary, main),
      ),
      mayBeKana: (labels.at(-1)?.notes ?? []).some(
        (note) => conceptsOf(vocabulary, note)[0] === "?kana",
      ),
      notes,
    };
  }
  const split = splitParty(vocabulary, labels.at(-1)?.main ?? "");
  return {
    concepts: split?.concepts ?? [],
    scope: split?.scope ?? null,
    isSplit: split !== null,
    isUnderUnknown: false,
    mayBeKana: false,
    notes,
  };
});

const PARTY = /(?:[者所会先員元連側主]|団体|機関|企業|会社|組織|商店)$/;

/** A longer text is a sentence or a value. */
const MAX_PARTY_LABEL = 24;

/** 「提出団体担当者名」, 「応募者の電話番号」: the owner comes before the value. */
const splitParty = (
  vocabulary: Vocabulary,
  words: string,
): { readonly scope: Scope; readonly concepts: readonly Concept[] } | null => {
  if (words.length > MAX_PARTY_LABEL) return null;
  for (let at = 2; at <= words.length - 2; at += 1) {
    const party = words.slice(0, at);
    const scope = PARTY.test(party) ? scopeOf(vocabulary, party) : null;
    const concepts = conceptsOf(vocabulary, words.slice(at).replace(/^の/, ""));
    const isOurs = concepts.length > 0 && concepts[0] !== "list.number";
    if (scope !== null && scope !== "head" && isOurs) {
      return { scope, concepts };
    }
  }
  return null;
};

/** A group heading may be a label itself: 「団体名」 over コード and 名称. */
const ownerOf = (vocabulary: Vocabulary, words: string): Scope | null => {
  const [concept] = conceptsOf(vocabulary, words);
  if (concept === undefined) return null;
  if (concept.startsWith("?contact")) return "contact";
  if (concept.startsWith("?head")) return "head";
  if (concept.startsWith("?applicant")) return "firm";
  if (concept.startsWith("member.")) return "member";
  if (concept.startsWith("sender.")) return "sender";
  return concept.startsWith("firm.") ? "firm" : null;
};

/** The choice key whose words these options are; null when none or several. */
export const keyOfOptions = (
  vocabulary: Vocabulary,
  options: readonly string[],
): ValueKey | null => {
  // 1, 2, 3 … count something; what they choose the label would have to say.
  const isNumber = (option: string): boolean =>
    /^\d+(?:以上)?$/.test(option.normalize("NFKC").trim());
  if (options.every(isNumber)) return null;
  const keys = choiceKeys(vocabulary).filter((key) =>
    areChoicesOf(vocabulary, key, options),
  );
  return keys.length === 1 ? (keys[0] ?? null) : null;
};

/** 「部署・氏名」 of a firm: the section is not known, the person is its contact. */
const withoutSection = (
  concepts: readonly Concept[],
  scope: Scope,
): readonly Concept[] => {
  const [first, ...others] = concepts;
  const isStaff =
    (scope === "firm" || scope === "contact") &&
    first === "?section" &&
    others.length === 1 &&
    /^\?(?:person|contact)$/.test(others[0] ?? "");
  return isStaff ? ["?contact"] : concepts;
};

/** The keys of all concepts here, joined by `+`; null when one of them is no value of ours. */
export const keysFor = (
  vocabulary: Vocabulary,
  concepts: readonly Concept[],
  scope: Scope,
): string | null => {
  const isWithFax = concepts[0] === "?phone" && concepts[1] === "?fax";
  // 「電話・FAX」: of a firm we hold the phone.
  // 「商号・氏名」: a company has the one, a sole owner the other.
  const isNamed = concepts.includes("firm.name");
  const asked =
    isWithFax && keyFor(vocabulary, "?fax", scope) === null
      ? concepts.slice(0, 1)
      : concepts.filter((one) => !(isNamed && one === "?person"));
  const keys = withoutSection(asked, scope).map((concept) =>
    keyFor(vocabulary, concept, scope),
  );
  // 「商号又は名称」 asks twice for the same.
  return keys.length === 0 || keys.includes(null)
    ? null
    : [...new Set(keys)].join("+");
};

/** The reading of a name that has a place of its own elsewhere. */
const KANA_OF: Readonly<Partial<Record<Role, Role>>> = {
  "firm.name": "firm.kana",
  "firm.headName": "firm.headKana",
};

/** Value of 「企業名（カナ）」, given the keys that other places take. */
export const asKana = (
  vocabulary: Vocabulary,
  key: string,
  others: readonly string[],
): string | null => {
  const { role } = keyInfo(vocabulary, key);
  const reading = role && KANA_OF[role];
  const kana = reading ? keyOfRole(vocabulary, reading) : null;
  return kana !== null && others.includes(key) && !others.includes(kana)
    ? kana
    : null;
};
