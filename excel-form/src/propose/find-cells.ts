import { hasRole, keyInfo, keyOfRole } from "../map/vocabulary.ts";
import { memo, memoOf } from "../ground/memo.ts";
import type { Steps } from "../ground/steps.ts";
import type { Range } from "../xlsx/formula/address.ts";
import { describesFirm } from "./any-form.ts";
import { asksEither, asksPerson, speaksOfCompanies } from "./applicants.ts";
import { isConceptLabel } from "./around.ts";
import { isBox, tickWord, toBlankText } from "./blank-text.ts";
import { findCrossings, placeCrossings } from "./crossings.ts";
import type { Crossing } from "./crossings.ts";
import type { Found } from "./found.ts";
import { readSegments } from "./in-cell.ts";
import { circledKey } from "./circles.ts";
import { isLeft, meaningOf } from "./meanings.ts";
import type { Meaning, SheetSubject } from "./meanings.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import {
  NOBODY,
  afterHeading,
  afterUnknown,
  afterLabel,
  atLabel,
  isHeading,
  byApplicant,
  byLetter,
  headsOf,
  byNeighbours,
  byNextLine,
  isApplicant,
  isFirmsOwn,
  isOfMember,
} from "./owners.ts";
import type { Owner } from "./owners.ts";
import { firstSlotOf, placeAtSpot, placeBeside } from "./place-at-spot.ts";
import type { Placed } from "./place.ts";
import { withPostalOwners } from "./postal-owner.ts";
import { splitKanaOver } from "./kana-over.ts";
import { readAt } from "./readings.ts";
import { asKana, readLabels } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import { toLabel } from "./label.ts";
import { labelsIn } from "./labels-in.ts";
import { isForeign, scopeOf } from "./scopes.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { findSpot } from "./spots.ts";
import type { Spot } from "./spots.ts";
import { isKnownChoice } from "../values/choices.ts";
import { conceptsOf } from "./concepts.ts";
import { isInside } from "./zones.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

export type Surroundings = Omit<SheetSubject, "isSingleFirm"> & {
  /** Tables and the boxes of the office. */
  readonly excluded: readonly Range[];
};

const findSegments = (
  vocabulary: Vocabulary,
  label: Slot,
  owner: Owner,
  sheet: SheetSubject,
): Found | null => {
  const segments = readSegments(vocabulary, label.text);
  if (!segments) return null;
  const meanings: Meaning[] = [];
  for (const { label: words } of segments) {
    const meaning = meaningOf(
      vocabulary,
      readLabels(vocabulary, [words]),
      owner,
      sheet,
    );
    if (isLeft(meaning)) return null;
    meanings.push(meaning);
  }
  const keys = meanings.map((meaning) => meaning.keys);
  const text = segments
    .map((s, i) => `${s.before}{${keys[i]}}${s.after}`)
    .join("　");
  return {
    slot: label,
    label,
    words: label.text,
    rule: rules.labelsInOneCell,
    placed: [{ slot: label, key: keys.join("+"), text }],
    confidence: 0.8 * Math.min(...meanings.map(({ certainty }) => certainty)),
  };
};

const namesSender = (vocabulary: Vocabulary, { placed }: Found): boolean =>
  placed.some(({ key }) => hasRole(vocabulary, key, "sender.contactName"));

const namesSenderItself = (
  vocabulary: Vocabulary,
  { placed }: Found,
): boolean => placed.some(({ key }) => hasRole(vocabulary, key, "sender.name"));

const isOfFirm = (vocabulary: Vocabulary, { placed }: Found): boolean =>
  placed.some(({ key }) => {
    const { role } = keyInfo(vocabulary, key.split("+")[0] ?? "");
    return role?.startsWith("firm.") === true && role !== "firm.contactName";
  });

/** Rows that the block of a contact has at most. */
const MAX_CONTACT_ROWS = 6;

/** A firm has no 課. */
const OF_OFFICE = /^(?:担当)?(?:課|係|室|部課|課係|課・係)名?$/;

/** 「担当者」 over several rows at the left: a block of its own, not the end of the firm's. */
const hasOwnBlock = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
): boolean =>
  headsOf(vocabulary, grid, label).some(
    ({ top, bottom, text }) =>
      bottom > top && scopeOf(vocabulary, text) === "contact",
  );

/**
 * Below the firm's block somebody has a block of his own, or a fax number or a 課 is
 * asked for: the sender's contact, unless he had his place above.
 */
const asksForOffice = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  found: readonly Found[],
): boolean => {
  const firm = found.findLast((one) => isOfFirm(vocabulary, one));
  return (
    firm !== undefined &&
    found.some((one) => namesSenderItself(vocabulary, one)) &&
    !found.some(
      (one) => namesSender(vocabulary, one) && one.label.top < firm.label.top,
    ) &&
    (hasOwnBlock(vocabulary, grid, label) ||
      grid.texts.some(
        ({ top, text }) =>
          top > firm.label.bottom &&
          Math.abs(top - label.top) < MAX_CONTACT_ROWS &&
          asksOffice(vocabulary, toLabel(vocabulary, text).main),
      ))
  );
};

const asksOffice = (vocabulary: Vocabulary, words: string): boolean =>
  OF_OFFICE.test(words) ||
  conceptsOf(vocabulary, words).some((c) => /fax$/i.test(c));

/** 「（ ）」 is a place, no label. */
const NO_WORDS = /^[\s（）()・･、。:：-]*$/;

/** 「□法人 □個人」 is a place, no label. */
const BOXES = /[□☐].*[□☐]/s;

/** 「法人」 after its 「□」, in the same cell or the one before, asks for nothing. */
const isTick = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { text, top, left }: Slot,
): boolean =>
  BOXES.test(text) ||
  tickWord(vocabulary, text) !== null ||
  (left > 1 &&
    isBox(grid.at(top, left - 1).text) &&
    isKnownChoice(vocabulary, text));

/** 「法人」 and 「個人」 alone are words to choose from, never a place for a name. */
const isChoiceWord = (vocabulary: Vocabulary, { text }: Slot): boolean =>
  circledKey(vocabulary, text) !== null;

/** The number of a letter is given by the office that sends it. */
const isRunningNumber = ({ concepts }: Reading): boolean =>
  concepts.length > 0 && concepts.every((concept) => concept === "list.number");

type RightSpot = Exclude<Spot, { side: "own" }>;

/** 「〒」 before one box that has its label above. */
const isPostalMarkOnly = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  { run }: RightSpot,
) => {
  const [box, ...others] = run;
  return (
    label.text.trim() === "〒" &&
    box !== undefined &&
    others.length === 0 &&
    box.top > 1 &&
    isConceptLabel(vocabulary, grid.at(box.top - 1, box.left))
  );
};

/** 「〒123-4567」, in characters; a narrower 〒 is a mere sign. */
const POSTAL_WIDTH = 9;

/** 「〒 －」 right above the box of the address, without a label of its own. */
const postalAbove = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { run }: RightSpot,
): readonly Slot[] => {
  const [box] = run;
  if (box === undefined || box.top === 1) return [];
  const above = grid.at(box.top - 1, box.left);
  const before = grid.at(above.top, Math.max(above.left - 1, 1));
  const isAlone =
    above.left === box.left &&
    above.width >= POSTAL_WIDTH &&
    toBlankText(vocabulary, above.text)?.kind === "postal" &&
    (above.left === 1 || isBlank(before));
  return isAlone ? [above] : [];
};

/** The postal code in the row before the address that it belongs to. */
const findPostal = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  address: Found,
  spot: Spot,
): Found[] => {
  const key = keyOfRole(vocabulary, "firm.postalCode");
  const isFirmsAddress = address.placed.some((one) =>
    hasRole(vocabulary, one.key, "firm.address"),
  );
  if (spot.side === "own" || !isFirmsAddress || key === null) return [];
  const boxes = spot.postal ?? postalAbove(vocabulary, grid, spot);
  const placed = placeBeside(vocabulary, grid, boxes, key, []);
  const [first] = placed;
  return first
    ? [{ ...address, slot: first.slot, placed, rule: rules.postalRow }]
    : [];
};

/** Keeps the boxes before the first that is none of the sender's. */
const outside = (excluded: readonly Range[], spot: Spot | null) => {
  if (spot === null || spot.side === "own") return spot;
  const end = spot.run.findIndex((slot) => isInside(excluded, slot));
  return end > 0 ? { ...spot, run: spot.run.slice(0, end) } : spot;
};

/** A longer text is a sentence, and what is printed small a remark. */
const MAX_UNKNOWN = 24;

/** The box of a label that we do not know. */
const leaveUnknown = (
  vocabulary: Vocabulary,
  label: Slot,
  spot: Spot,
  { scope }: Owner,
): readonly Found[] => {
  const slot = firstSlotOf(label, spot);
  const words = toLabel(vocabulary, spot.label).main;
  const isAsked =
    spot.certainty >= MIN_BOX_CERTAINTY &&
    isBlank(slot) &&
    words.length <= MAX_UNKNOWN &&
    /\p{Script=Han}|\p{Script=Katakana}/u.test(words);
  const rule = isForeign(scope) ? rules.otherParty : rules.unknownWords;
  return isAsked
    ? [{ slot, label, words: spot.label, placed: [], rule, confidence: 0 }]
    : [];
};

/** 「② 連携先」 over a box of its own says nothing of the labels beside it. */
const headsBox = (
  vocabulary: Vocabulary,
  label: Slot,
  { side }: Spot,
): boolean => side === "above" && isHeading(vocabulary, label);

const PLACING = {
  left: rules.rightOfLabel,
  above: rules.belowLabel,
  own: rules.behindLabel,
} as const;

const ruleFor = (
  spot: Spot,
  meaning: Meaning | Rule,
  placed: readonly Placed[],
): Rule => {
  const hasManyBoxes =
    spot.side === "left" && spot.run.filter(isBlank).length > 1;
  if (placed.length > 0) return PLACING[spot.side];
  if (hasManyBoxes) return rules.manyBoxes;
  return isLeft(meaning) ? meaning : rules.placeDoesNotFit;
};

/** 「担当者」 is the person to call, not 「報告責任者」; 「代表取締役」 may be an example, 創業 comes before 設立. */
const isLesser = ({ text }: Slot): boolean =>
  /責任者|取締役|社長|^(?!.*設立).*(?:創業|開業)/.test(text);

const OF_SOLE_OWNER = /個人(?:事業主|の場合)/;

/** A label for some of the senders gives way to one for all. */
const weightOf = (label: Slot): number =>
  (isLesser(label) ? 0.98 : 1) * (OF_SOLE_OWNER.test(label.text) ? 0.9 : 1);

/** Below this a place is empty paper, not a box. */
const MIN_BOX_CERTAINTY = 0.76;

/** All that a label says by itself, for every sender. */
type Look = {
  readonly spot: Spot | null;
  readonly reading: Reading;
  readonly crossings: () => readonly Crossing[];
};

type Looker = {
  readonly labels: readonly Slot[];
  readonly look: (label: Slot) => Look;
};

/** A sheet is read several times; each label is looked at once. */
const lookerAt = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  excluded: readonly Range[],
): Looker => ({
  labels: labelsIn(grid).flatMap((label) =>
    splitKanaOver(vocabulary, grid, label),
  ),
  look: memoOf((label: Slot): Look => {
    const spot = outside(excluded, findSpot(vocabulary, grid, label));
    const crossings = memo(() => findCrossings(vocabulary, grid, label, spot));
    const reading = readAt(vocabulary, grid, label, spot);
    return { spot, reading, crossings: () => crossings(undefined) };
  }),
});

function* walk(
  vocabulary: Vocabulary,
  grid: SlotGrid,
  excluded: readonly Range[],
  { labels, look }: Looker,
  sheet: SheetSubject,
): Steps<readonly Found[]> {
  const found: Found[] = [];
  let owner = NOBODY;
  // 「取引先一覧」 as the title of the whole does not make its sender a customer.
  const [title] = grid.texts;
  for (const label of labels) {
    yield;
    if (isInside(excluded, label) || isTick(vocabulary, grid, label)) continue;
    if (NO_WORDS.test(label.text)) continue;
    const segments =
      look(label).spot?.side === "left"
        ? null
        : findSegments(vocabulary, label, owner, sheet);
    if (segments) {
      found.push(segments);
      continue;
    }
    if (isChoiceWord(vocabulary, label)) continue;
    const { spot, reading: read, crossings } = look(label);
    const reading =
      sheet.isFirmsOwn === true && !sheet.isReport
        ? byLetter(vocabulary, grid, label, read)
        : read;
    // 「３ 担当者」 over a block has empty paper beside it, but no place for a value.
    const isHead =
      isHeading(vocabulary, label) ||
      (sheet.isFirmsOwn === true && isApplicant(vocabulary, label));
    const isLabel =
      spot !== null &&
      reading.concepts.length > 0 &&
      (spot.certainty >= MIN_BOX_CERTAINTY || !isHead);
    if (!isLabel) {
      found.push(...placeCrossings(vocabulary, label, crossings(), sheet));
      const isUnknown = spot !== null && reading.concepts.length === 0;
      if (isUnknown)
        found.push(...leaveUnknown(vocabulary, label, spot, owner));
      const isTitle =
        label === title && isForeign(scopeOf(vocabulary, label.text));
      const headed = isTitle ? owner : afterHeading(vocabulary, label, owner);
      if (sheet.isFirmsOwn && isApplicant(vocabulary, label)) {
        owner = { scope: "firm", isHeaded: true };
        continue;
      }
      owner =
        isUnknown && !headsBox(vocabulary, label, spot)
          ? afterUnknown(vocabulary, spot.label, headed)
          : headed;
      continue;
    }
    if (isRunningNumber(reading)) continue;
    const slot = firstSlotOf(label, spot);
    if (isInside(excluded, slot)) continue;
    if (spot.side !== "own" && isPostalMarkOnly(vocabulary, grid, label, spot))
      continue;
    const before = owner;
    owner = isOfMember(vocabulary, label, owner)
      ? owner
      : afterLabel(reading, atLabel(vocabulary, label, owner), sheet);
    const whose = byNextLine(vocabulary, grid, label, before, reading);
    const neighboured = byNeighbours(vocabulary, grid, label, whose);
    const meaning = meaningOf(
      vocabulary,
      sheet.isFirmsOwn === true
        ? byApplicant(vocabulary, grid, label, neighboured)
        : neighboured,
      owner,
      {
        ...sheet,
        hasSender:
          sheet.hasSender === true ||
          found.some((one) => namesSender(vocabulary, one)),
        asksForOffice: asksForOffice(vocabulary, grid, label, found),
      },
    );
    const placed = isLeft(meaning)
      ? []
      : placeAtSpot(vocabulary, grid, label, spot, meaning.keys, reading);
    const one: Found = {
      slot,
      label,
      words: spot.label,
      placed,
      rule: ruleFor(spot, meaning, placed),
      confidence: isLeft(meaning)
        ? 0
        : meaning.certainty * spot.certainty * weightOf(label),
      mayBeKana: reading.mayBeKana,
    };
    found.push(...findPostal(vocabulary, grid, one, spot), one);
  }
  return withPostalOwners(vocabulary, found);
}

const keysIn = (found: readonly Found[]): string[] =>
  found.flatMap(({ placed }) => placed.map(({ key }) => key));

/** 「企業名（カナ）」 beside 「企業名」 asks for the reading only. */
const settleKana = (
  vocabulary: Vocabulary,
  found: readonly Found[],
): readonly Found[] => {
  const others = keysIn(found.filter(({ mayBeKana }) => !mayBeKana));
  return found.map((one) =>
    one.mayBeKana
      ? {
          ...one,
          placed: one.placed.map((placed) => ({
            ...placed,
            key: asKana(vocabulary, placed.key, others) ?? placed.key,
          })),
        }
      : one,
  );
};

const namesFirm = (vocabulary: Vocabulary, { placed }: Found): boolean =>
  placed.some(({ key }) => hasRole(vocabulary, key, "firm.name"));

/** The name comes by a formula from another sheet: the firm is named all the same. */
const computesName = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  excluded: readonly Range[],
): boolean =>
  labelsIn(grid).some(
    (label) =>
      label.right < grid.right &&
      grid.at(label.top, label.right + 1).kind === "formula" &&
      !isInside(excluded, label) &&
      conceptsOf(vocabulary, toLabel(vocabulary, label.text).main).includes(
        "firm.name",
      ),
  );

/** All labels outside tables and office boxes, in reading order, with what they ask for. */
export function* cellSteps(
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { excluded, ...subject }: Surroundings,
): Steps<readonly Found[]> {
  const look = lookerAt(vocabulary, grid, excluded);
  if (!subject.hasList) {
    const isOwn = yield* isFirmsOwn(vocabulary, grid, subject.isReport);
    const ofFirm: SheetSubject = {
      ...subject,
      isSingleFirm: true,
      isFirmsOwn: isOwn,
      isPersons: asksPerson(grid),
      takesEither: isOwn && !subject.isReport && asksEither(grid),
    };
    const found = yield* walk(vocabulary, grid, excluded, look, ofFirm);
    // The sender's contact may stand below: a 担当者 in the firm's block is then the firm's.
    const isDecided =
      !found.some((one) => namesSender(vocabulary, one)) ||
      !found.some(({ rule }) => rule === rules.otherParty);
    if (
      found.some((one) => namesFirm(vocabulary, one)) ||
      (!subject.isReport && describesFirm(vocabulary, keysIn(found))) ||
      computesName(vocabulary, grid, excluded)
    )
      return settleKana(
        vocabulary,
        isDecided
          ? found
          : yield* walk(vocabulary, grid, excluded, look, {
              ...ofFirm,
              hasSender: true,
            }),
      );
    const takesEither =
      ofFirm.isFirmsOwn === true &&
      !subject.isReport &&
      speaksOfCompanies(grid);
    const either = takesEither
      ? yield* walk(vocabulary, grid, excluded, look, {
          ...ofFirm,
          takesEither,
        })
      : [];
    if (either.some((one) => namesFirm(vocabulary, one)))
      return settleKana(vocabulary, either);
  }
  return settleKana(
    vocabulary,
    yield* walk(vocabulary, grid, excluded, look, {
      ...subject,
      isSingleFirm: false,
    }),
  );
}
