import { perVocabulary } from "../map/vocabulary.ts";
import type { Steps } from "../ground/steps.ts";
import { isConceptLabel } from "./around.ts";
import { toBlankText } from "./blank-text.ts";
import { loosely } from "../values/character-forms.ts";
import { toLabel } from "./label.ts";
import { letterHead } from "./letter-head.ts";
import { isInside } from "./zones.ts";
import { labelsIn } from "./labels-in.ts";
import { isForeign, scopeOf } from "./scopes.ts";
import type { Scope } from "./scopes.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { findSpot } from "./spots.ts";
import type { Reading } from "./resolve.ts";
import { conceptsOf } from "./concepts.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Owner of the block of labels, as read down to here. */
export type Owner = {
  readonly scope: Scope | null;
  /** A heading said so; otherwise a label before did. */
  readonly isHeaded: boolean;
  /** 「連絡先」 after the block of a firm: the firm's, or the sender's? */
  readonly followsFirm?: boolean;
  /** Owner of the block before an unknown one was named. */
  readonly before?: Owner;
};

export const NOBODY: Owner = { scope: null, isHeaded: false };

const DECORATED =
  /^\s*(?:[■□◆◇●◎▼▶【＜<《〔]|[0-9０-９]{1,2}[\s.．、)）]|[（(][0-9０-９]{1,2}[)）]|[①-⑳Ⅰ-Ⅻ]|[一二三四五六七八九十]{1,2}[、.．\s])/;

/** 「（事務担当）」; but 「（ふりがな）」 heads nothing. */
const isPartyInBrackets = (vocabulary: Vocabulary, text: string): boolean =>
  /^\s*[（(].*[）)]\s*$/.test(text) && scopeOf(vocabulary, text) !== null;

/** A text without a place for a value that begins a new part of the form. */
export const isHeading = (vocabulary: Vocabulary, { text }: Slot): boolean =>
  DECORATED.test(text) ||
  /】\s*$/.test(text) ||
  isPartyInBrackets(vocabulary, text);

/** 参加者氏名, 経営指導員: a person of whom we hold nothing. */
const UNKNOWN_PARTY =
  /..(?:[者員人士店先]|業者|機関|団体|会社|企業)(?:の?(?:住所|所在地|氏名|名称?|連絡先)(?:[・、]?(?:住所|所在地|氏名|名称?|電話番号))*)?$/;

/** The one who turns to somebody by the form. */
const OWN_PARTY = /^(?:申請|応募|届出|申込|相談|利用|登録|請求)者/;

/** Labels after 「参加者氏名」 are the participant's, until one names its owner. */
export const afterUnknown = (
  vocabulary: Vocabulary,
  label: string,
  owner: Owner,
): Owner =>
  UNKNOWN_PARTY.test(toLabel(vocabulary, label).main) &&
  !OWN_PARTY.test(toLabel(vocabulary, label).main) &&
  scopeOf(vocabulary, label) === null
    ? { scope: "other", isHeaded: false, before: owner.before ?? owner }
    : owner;

const MAX_HEADING = 20;
const SUBJECT_LINE =
  /(?:について(?:[（(].*[)）])?|の件|します。?|ます。|ください。?|下さい。?)$/;

/** A label that begins a new part leaves what belonged to somebody else. */
export const atLabel = (
  vocabulary: Vocabulary,
  slot: Slot,
  owner: Owner,
): Owner =>
  isHeading(vocabulary, slot) && isForeign(owner.scope) ? NOBODY : owner;

const APPLICANT =
  /^(?:(?:申請|応募|届出|申込|申出|請求|提出|委任|誓約|利用|登録)(?:者|人|企業|法人|事業者|事業主)|補助事業者|事業主)(?:の?(?:概要|情報|欄))?$/;

/** 「①申請者」 */
export const isApplicant = (vocabulary: Vocabulary, slot: Slot): boolean =>
  APPLICANT.test(toLabel(vocabulary, slot.text).main);

const OF_FIRM = /^firm\.(?:number|capital|employees|industry|foundedOn|kind)$/;
const MIN_OF_FIRM = 2;

/** 「所属団体」 belongs to a firm; the name of the organisation alone names the sender. */
const ofMember = perVocabulary(
  ({ parties }) =>
    new RegExp(
      `所属|加入|会員|地区|管轄|所轄|地元|(?:${parties.member}).*(?:コード|番号)`,
    ),
);

/** A member organisation that belongs to the firm in whose block it is. */
export const isOfMember = (
  vocabulary: Vocabulary,
  { text }: Slot,
  owner: Owner,
): boolean => owner.scope === "firm" && ofMember(vocabulary).test(text);

const namesSender = (vocabulary: Vocabulary, words: string): boolean =>
  conceptsOf(vocabulary, words).some(
    (concept) =>
      concept.startsWith("sender.") ||
      (concept === "member.name" && !ofMember(vocabulary).test(words)),
  );

/** Capital, employees and the like. */
export const asksOfFirm = (concepts: readonly string[]): boolean =>
  new Set(concepts.filter((one) => OF_FIRM.test(one))).size >= MIN_OF_FIRM;

const NAMES_FIRM = /^firm\.|^\?applicant/;

/** The form asks for what a firm is, and for nobody who would send it. */
export function* isFirmsOwn(
  vocabulary: Vocabulary,
  grid: SlotGrid,
  isReport: boolean,
): Steps<boolean> {
  const concepts: string[] = [];
  let isSent = false;
  for (const { text } of labelsIn(grid)) {
    yield;
    const { main } = toLabel(vocabulary, text);
    isSent ||= namesSender(vocabulary, main);
    concepts.push(...conceptsOf(vocabulary, main));
  }
  if (isReport) return !isSent && asksOfFirm(concepts);
  return !isSent || concepts.some((one) => NAMES_FIRM.test(one));
}

const isFirmScope = (scope: Scope | null): boolean =>
  scope === "firm" || scope === "head";

/** A heading starts anew, also when it names nobody: what follows is no longer the block before. */
export const afterHeading = (
  vocabulary: Vocabulary,
  slot: Slot,
  owner: Owner,
): Owner => {
  const scope = slot.text.length <= 40 ? scopeOf(vocabulary, slot.text) : null;
  // 「過去の応募者は…」 and 「応募企業の登録について」 are sentences.
  const isShort = slot.text.trim().length <= MAX_HEADING;
  if (scope === "other" && !(isHeading(vocabulary, slot) && isShort))
    return owner;
  if (!isHeading(vocabulary, slot) && SUBJECT_LINE.test(slot.text.trim()))
    return owner;
  const followsFirm =
    scope === "contact" &&
    (isFirmScope(owner.scope) || owner.followsFirm === true);
  if (scope !== null) return { scope, isHeaded: true, followsFirm };
  return isHeading(vocabulary, slot) ? NOBODY : owner;
};

const DECISIVE: ReadonlyArray<readonly [RegExp, Scope]> = [
  [/^sender\.(?!headName)|^\?section$/, "sender"],
  [/^firm\.(?:name|number|industry|employees|capital|foundedOn|kind)/, "firm"],
  [/^member\./, "member"],
];

/** 担当者 and 代表者 are known again after a 参加者. */
const KNOWN_PARTY = /^\?(?:contact|head)/;

/** 事業所名 begins the firm's block, 団体名 the sender's, where no heading does. */
export const afterLabel = (
  { concepts, scope: named, isSplit }: Reading,
  owner: Owner,
  {
    isSingleFirm,
    takesEither,
  }: { readonly isSingleFirm: boolean; readonly takesEither?: boolean },
): Owner => {
  // The name of a person is asked for in place of the firm: what follows is that person's.
  const isPerson =
    named === "firm" && concepts.includes("?person") && takesEither !== true;
  if (isPerson && owner.scope !== "firm") {
    return { scope: "other", isHeaded: false, before: owner.before ?? owner };
  }
  // A heading at the left says whose the row is; the rows below have it too.
  if (named !== null && isSplit !== true) {
    return named === "contact"
      ? owner
      : { ...owner, followsFirm: isFirmScope(named) };
  }
  for (const [pattern, scope] of DECISIVE) {
    if (!concepts.some((concept) => pattern.test(concept))) continue;
    // 部署 after the values of a firm is that of its contact.
    if (isSingleFirm && concepts[0] === "?section" && owner.scope !== null) {
      continue;
    }
    return scope === owner.scope ? owner : { scope, isHeaded: false };
  }
  const isOver = owner.scope === "other" && !owner.isHeaded;
  return isOver && concepts.some((concept) => KNOWN_PARTY.test(concept))
    ? (owner.before ?? NOBODY)
    : owner;
};

/** 「候補企業一覧」 is the title of the whole form. */
const DOCUMENT = /(?:一覧|名簿|リスト|シート|様式|[書票表])$/;

/** Names whose the label and its box are. */
const isBoxHead = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  above: Slot,
): boolean => {
  // The first text is the title of the whole.
  if (above === grid.texts[0]) return false;
  if (DOCUMENT.test(toLabel(vocabulary, above.text).main)) return false;
  const names =
    scopeOf(vocabulary, above.text) !== null ||
    isConceptLabel(vocabulary, above);
  return names && (above.edges.bottom || isHeading(vocabulary, above));
};

const boxHeadsOf = perVocabulary(() => new WeakMap<Slot, readonly Slot[]>());

/**
 * A heading over label and box alike, with lines of its own: 「応募企業」 over
 * 企業名 [ ]. Cells of one column below each other have the same.
 */
const boxHeads = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
): readonly Slot[] => {
  const heads = boxHeadsOf(vocabulary);
  const passed = [label];
  let found: readonly Slot[] = [];
  for (let row = label.top - 1; row >= 1;) {
    const above = grid.at(row, label.left);
    if (isBlank(above) || toBlankText(vocabulary, above.text)) break;
    const isAlike = above.left === label.left && above.right === label.right;
    const known = isAlike ? heads.get(above) : undefined;
    if (known) {
      found = known;
      break;
    }
    if (above.left <= label.left && above.right > label.right) {
      if (isBoxHead(vocabulary, grid, above)) found = [above];
      break;
    }
    if (isAlike) passed.push(above);
    row = above.top - 1;
  }
  for (const one of passed) heads.set(one, found);
  return found;
};

/** A longer text at the left of several rows is a sentence. */
const MAX_HEAD = 60;

/** Rows of one block below its head. */
const MAX_BLOCK = 8;

const isPaper = (slot: Slot): boolean =>
  isBlank(slot) && !slot.isLined && !slot.edges.left;

/** 「申請者」 before 住所 in the first row only, without lines: it heads the labels below 住所 too. */
const headAbove = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
): readonly Slot[] => {
  if (slot.left === 1) return [];
  for (let row = slot.top; row > Math.max(0, slot.top - MAX_BLOCK); row -= 1) {
    const label = grid.at(row, slot.left);
    const before = grid.at(row, slot.left - 1);
    if (label.left !== slot.left || !isConceptLabel(vocabulary, label)) break;
    if (isPaper(before)) continue;
    const isHead =
      row < slot.top &&
      before.kind === "text" &&
      (before.top === row || before.bottom === row) &&
      !isConceptLabel(vocabulary, before) &&
      (isApplicant(vocabulary, before) ||
        scopeOf(vocabulary, before.text) !== null);
    return isHead ? [before] : [];
  }
  return [];
};

/**
 * Words left of a label that head it: a cell over several rows (「申請者」 beside
 * 名称, 電話), or one without a box of its own (「担当者」 before 職 [ ] 氏名 [ ]).
 */
export const headsOf = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
): readonly Slot[] => [
  ...boxHeads(vocabulary, grid, slot),
  ...headAbove(vocabulary, grid, slot),
  ...grid.inRow(slot.top).filter((head) => {
    if (head.kind !== "text" || head.right >= slot.left) return false;
    if (toBlankText(vocabulary, head.text)) return false;
    if (head.text.length > MAX_HEAD) return false;
    if (head.bottom - head.top > slot.bottom - slot.top) return true;
    const next = grid.at(slot.top, Math.min(head.right + 1, grid.right));
    const leads =
      head.top === slot.top &&
      !isBlank(next) &&
      isConceptLabel(vocabulary, next);
    return leads && findSpot(vocabulary, grid, head) === null;
  }),
];

const conceptsBeside = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  head: Slot,
): readonly string[] =>
  grid.texts
    .filter(
      ({ top, left }) =>
        top >= head.top && top <= head.bottom && left > head.right,
    )
    .flatMap(({ text }) =>
      conceptsOf(vocabulary, toLabel(vocabulary, text).main),
    );

/**
 * 「報告者」 beside the name of a member organisation, 会長名 and 電話: the member
 * reports, not the sender. A heading that we do not know has the owner whose name is
 * beside it.
 */
export const byNeighbours = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading => {
  const isUnknown = reading.scope === null && reading.isUnderUnknown;
  if (reading.scope !== "sender" && !isUnknown) return reading;
  const concepts = headsOf(vocabulary, grid, label)
    // A heading of half the sheet is over more than one party.
    .filter(({ top, bottom }) => bottom - top < MAX_BLOCK)
    .flatMap((head) => conceptsBeside(vocabulary, grid, head));
  const names = OWNERS.filter(([concept]) => concepts.includes(concept));
  const [[, scope = null] = []] = names;
  if (names.length !== 1 || scope === null) return reading;
  if (isUnknown) return { ...reading, scope, isUnderUnknown: false };
  return scope === "member" ? { ...reading, scope } : reading;
};

const CUSTOMER = /建築主|発注者|注文者|施主|所有者|設置者|依頼者/;

/** 「建築主」 below the addressee of a letter is who sends it. */
export const byLetter = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading => {
  const head = letterHead(grid);
  const isSender =
    reading.scope === "other" &&
    head !== null &&
    isInside([head], label) &&
    [label, ...headsOf(vocabulary, grid, label)].some(({ text }) =>
      CUSTOMER.test(loosely(text)),
    );
  return isSender ? { ...reading, scope: "firm" } : reading;
};

/** 「申請者」 before 住所 [ ] in one line, on a form by which a firm applies. */
export const byApplicant = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading => {
  const isOpen = reading.scope === null && reading.isUnderUnknown;
  const isApplicants =
    isOpen &&
    headsOf(vocabulary, grid, label).some((head) =>
      isApplicant(vocabulary, head),
    );
  return isApplicants
    ? { ...reading, scope: "firm", isUnderUnknown: false }
    : reading;
};

/**
 * No owner is named yet, but the next line names one: 所在地 over its name at the
 * head of a letter.
 */
export const byNextLine = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  owner: Owner,
  reading: Reading,
): Reading => {
  if (owner !== NOBODY || reading.scope !== null) return reading;
  const next = grid.at(Math.min(label.bottom + 1, grid.bottom), label.left);
  if (next.kind !== "text" || next === label) return reading;
  const [concept] = conceptsOf(vocabulary, toLabel(vocabulary, next.text).main);
  if (concept === "sender.name") return { ...reading, scope: "sender" };
  return concept === "firm.name" ? { ...reading, scope: "firm" } : reading;
};

const OWNERS: ReadonlyArray<readonly [string, Scope]> = [
  ["sender.name", "sender"],
  ["firm.name", "firm"],
  ["member.name", "member"],
];
