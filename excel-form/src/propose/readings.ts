import { keyInfo, perVocabulary } from "../map/vocabulary.ts";
import { memoOf } from "../ground/memo.ts";
import { isConceptLabel } from "./around.ts";
import { toBlankText } from "./blank-text.ts";
import { toLabel } from "./label.ts";
import { labelsIn } from "./labels-in.ts";
import { isKnownChoice } from "../values/choices.ts";
import { asksOfFirm, headsOf, isHeading } from "./owners.ts";
import { isForeign, scopeOf } from "./scopes.ts";
import { keyOfOptions, readLabels } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import type { Spot } from "./spots.ts";
import { besideKey, conceptsOf } from "./concepts.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

const readingAt = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  text: string,
): Reading =>
  readLabels(vocabulary, [
    ...headsOf(vocabulary, grid, label).map((head) => head.text),
    text,
  ]);

const COUNTED: Readonly<Record<string, string>> = {
  件: "件数",
  社: "数",
  者: "数",
  人: "数",
  名: "数",
  事業所: "数",
  企業: "数",
};

/** The unit printed after the value or in its cell. */
const unitOf = (vocabulary: Vocabulary, spot: Spot): string | undefined => {
  if (spot.side === "own") return spot.inCell.blank?.after;
  return spot.run
    .map(({ text }) => toBlankText(vocabulary, text)?.after ?? text.trim())
    .find((text) => text in COUNTED);
};

/** 「登録 [ ] 件」 asks for 登録件数, 「従業員 [ ] 人」 for 従業員数. */
const readCount = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
  reading: Reading,
): Reading => {
  const unit = spot && unitOf(vocabulary, spot);
  const counted = unit ? COUNTED[unit] : undefined;
  const words = spot ? toLabel(vocabulary, spot.label).main : "";
  const isUnread = reading.concepts.length === 0 && words.length > 1;
  return counted !== undefined && isUnread
    ? readingAt(vocabulary, grid, label, words + counted)
    : reading;
};

const FIRM_OF = /^(.{2,6})(?:企業|事業者|事業所|会社|法人|店舗)(?=.)/;

/** Text before 「企業」 in labels of unknown words; empty for firms of which we hold nothing. */
const subjectOf = (vocabulary: Vocabulary, main: string): string => {
  const [party = "", subject = ""] = FIRM_OF.exec(main) ?? [];
  const rest = main.slice(party.length).replace(/^の/, "");
  const asks =
    conceptsOf(vocabulary, main).length === 0 &&
    conceptsOf(vocabulary, rest).length > 0;
  return asks && !isForeign(scopeOf(vocabulary, main)) ? subject : "";
};

/** The only firm that the labels tell of, under whatever name: 「承継企業の名称」, 「承継企業の所在地」. */
const onlySubject = (vocabulary: Vocabulary, grid: SlotGrid): string => {
  const labels = labelsIn(grid)
    .slice(1)
    .map(({ text }) => toLabel(vocabulary, text).main);
  const concepts = labels.flatMap((one) => conceptsOf(vocabulary, one));
  const [subject = "", ...others] = new Set(
    labels.map((one) => subjectOf(vocabulary, one)).filter(Boolean),
  );
  return others.length === 0 &&
    asksOfFirm(concepts) &&
    !concepts.includes("firm.name")
    ? subject
    : "";
};

const onlySubjects = perVocabulary(() => new WeakMap<SlotGrid, string>());

const isOnlySubject = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  subject: string,
): boolean => {
  const known = onlySubjects(vocabulary);
  const only = known.get(grid) ?? onlySubject(vocabulary, grid);
  known.set(grid, only);
  return only === subject;
};

/** 「承継企業の名称」 on the form of a 承継アワード: the firms that the title speaks of. */
const readTitled = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading => {
  const { main } = toLabel(vocabulary, label.text);
  const subject =
    reading.concepts.length === 0 ? subjectOf(vocabulary, main) : "";
  const [title] = grid.texts;
  const isOurs =
    subject !== "" &&
    title !== undefined &&
    title !== label &&
    (toLabel(vocabulary, title.text).main.includes(subject) ||
      isOnlySubject(vocabulary, grid, subject));
  const party = FIRM_OF.exec(main)?.[0] ?? "";
  return isOurs
    ? readingAt(
        vocabulary,
        grid,
        label,
        vocabulary.parties.ownFirm + main.slice(party.length),
      )
    : reading;
};

const isOfFirm = ({ scope }: Reading): boolean =>
  scope === null || scope === "firm";

/** 「応募区分」 beside 「□新規 □更新」 or boxes with such words: the words to choose from say what it asks for. */
const readChoice = (
  vocabulary: Vocabulary,
  spot: Spot | null,
  reading: Reading,
): Reading => {
  const run = spot?.side === "own" ? [] : (spot?.run ?? []);
  const [box] = run;
  const isOpen = reading.concepts.every((concept) => concept === "?kind");
  if (!box || !isOpen) return reading;
  const beside = run.flatMap(({ kind, text }) =>
    kind === "text" && isKnownChoice(vocabulary, text) ? [text] : [],
  );
  const words =
    beside.length > 1
      ? beside
      : (toBlankText(vocabulary, box.text)?.words ?? box.options);
  const key = keyOfOptions(vocabulary, words);
  return key === null ? reading : { ...reading, concepts: [key] };
};

const NAMED =
  /^firm\.name$|^\?name|^\?head(?:TitlePerson)?$|^\?applicant(?:Person|Head)?$/;

const OF_KANA = /^\?(?:kana|applicantKana)$/;
const OF_HEAD = /^\?(?:head|applicantHead)/;

/** フリガナ is that of the name below, to the left or above. */
const readKana = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading => {
  // 「応募事業者」 heads the whole block: its フリガナ may still be that of the head.
  const [own] = conceptsOf(vocabulary, toLabel(vocabulary, label.text).main);
  if (own !== "?kana" || !isOfFirm(reading)) return reading;
  const below = grid.at(Math.min(label.bottom + 1, grid.bottom), label.left);
  const left = grid
    .inRow(label.top)
    .findLast(
      (slot) => slot.right < label.left && isConceptLabel(vocabulary, slot),
    );
  const over = grid.at(Math.max(label.top - 1, 1), label.left);
  // Labels over their boxes: the name is over the box above.
  const above = isBlank(over)
    ? grid.at(Math.max(over.top - 1, 1), label.left)
    : over;
  const conceptAt = (slot: Slot | undefined): string =>
    slot?.kind === "text" && slot !== label
      ? (readingAt(vocabulary, grid, slot, slot.text).concepts[0] ?? "")
      : "";
  const isSame = /^同/.test(toLabel(vocabulary, label.text).main);
  // 「企業名 [ ] フリガナ [ ]」 in one row belong together.
  const isPaired =
    left?.top === label.top &&
    left.bottom === label.bottom &&
    NAMED.test(conceptAt(left));
  const around = isPaired ? [left] : [below, left, above];
  const places = isSame ? [above] : around;
  const names = places.map(conceptAt).filter((c) => NAMED.test(c));
  const isBetween = [above, below].every((s) => NAMED.test(conceptAt(s)));
  if (
    isBetween &&
    !isSame &&
    !isHeading(vocabulary, above) &&
    left === undefined
  ) {
    // Names on both sides: another フリガナ shows on which side of its name it is.
    const before = grid.at(Math.max(above.top - 1, 1), label.left);
    const after = grid.at(Math.min(below.bottom + 1, grid.bottom), label.left);
    const kana = [before, after].map((slot) => OF_KANA.test(conceptAt(slot)));
    // A single フリガナ after the firm's name is that of the firm.
    const isFirst = !OF_HEAD.test(conceptAt(above));
    if (kana[0] === kana[1] && (kana[0] || !isFirst)) return reading;
    if (!kana[0]) names.reverse();
  }
  const [name] = names;
  if (name === undefined) return reading;
  const concept = OF_HEAD.test(name) ? "?headKana" : "firm.kana";
  return { ...reading, concepts: [concept] };
};

/** 役職 beside, below or above 代表者名 is that of the head. */
const readTitle = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading => {
  if (reading.concepts[0] !== "?title" || !isOfFirm(reading)) {
    return reading;
  }
  const left = grid
    .inRow(label.top)
    .findLast(
      (slot) => slot.right < label.left && isConceptLabel(vocabulary, slot),
    );
  const above = grid.at(Math.max(label.top - 1, 1), label.left);
  const below = grid.at(Math.min(label.bottom + 1, grid.bottom), label.left);
  const places = left
    ? [left]
    : [above, below].filter((one) => isConceptLabel(vocabulary, one));
  const isOfHead = places.some(
    (slot) =>
      readingAt(vocabulary, grid, slot, slot.text).concepts[0] === "?head",
  );
  return isOfHead ? { ...reading, concepts: ["?headTitle"] } : reading;
};

const EMPLOYER = /^事業主の?名$/;

const namesHead = perVocabulary((vocabulary) =>
  memoOf((grid: SlotGrid): boolean =>
    labelsIn(grid).some(
      ({ text }) =>
        /^代表/.test(toLabel(vocabulary, text).main) &&
        conceptsOf(vocabulary, toLabel(vocabulary, text).main).some((one) =>
          OF_HEAD.test(one),
        ),
    ),
  ),
);

/** 「事業主名」 is the head, but the firm itself where the form asks for its 代表者 too. */
const readEmployer = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading =>
  EMPLOYER.test(toLabel(vocabulary, label.text).main) &&
  namesHead(vocabulary)(grid)
    ? { ...reading, concepts: ["firm.name"] }
    : reading;

const OF_PERSON = /^\?(?:person|applicantPerson)$/;

/** Labels between that say no more of the person: 職名, フリガナ. */
const OF_SAME_PERSON = /^\?(?:title|kana|headTitle|headKana)$/;
const MAX_BETWEEN = 3;

/** 「部署」 over 「氏名」: a member of the staff. 「名称」 over it: the head of the firm. */
const readPerson = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading => {
  if (!OF_PERSON.test(reading.concepts.join()) || !isOfFirm(reading))
    return reading;
  let above = label;
  for (let tries = 0; tries < MAX_BETWEEN && above.top > 1; tries += 1) {
    above = grid.at(above.top - 1, label.left);
    if (above.kind !== "text" || above.left !== label.left) return reading;
    const { concepts } = readingAt(vocabulary, grid, above, above.text);
    if (concepts.includes("?section")) {
      return { ...reading, concepts: ["?contact"] };
    }
    if (concepts.some((one) => NAMES_FIRM.test(one))) {
      return { ...reading, concepts: ["?firmPerson"] };
    }
    if (!concepts.every((one) => OF_SAME_PERSON.test(one))) return reading;
  }
  return reading;
};

const NAMES_FIRM = /^firm\.name$|^\?(?:name|applicant)$/;

/** A day below or beside the thing that it is the day of. */
const readBeside = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  reading: Reading,
): Reading => {
  const key = besideKey(reading.concepts[0]);
  if (key === null) return reading;
  const keys = keyInfo(vocabulary, key).beside?.keys ?? [];
  const above = grid.at(Math.max(label.top - 1, 1), label.left);
  const left = grid
    .inRow(label.top)
    .findLast(
      (slot) => slot.right < label.left && isConceptLabel(vocabulary, slot),
    );
  const isBeside = [above, left].some(
    (slot) =>
      slot?.kind === "text" &&
      keys.includes(
        readingAt(vocabulary, grid, slot, slot.text).concepts[0] ?? "",
      ),
  );
  return isBeside ? { ...reading, concepts: [key] } : reading;
};

/** Reads a label together with its headings, the unit after its box and the names around it. */
export const readAt = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
): Reading => {
  const own = readingAt(vocabulary, grid, label, spot?.label ?? label.text);
  const counted = readCount(
    vocabulary,
    grid,
    label,
    spot,
    readChoice(vocabulary, spot, own),
  );
  return [
    readTitled,
    readEmployer,
    readKana,
    readTitle,
    readPerson,
    readBeside,
  ].reduce(
    (reading, refine) => refine(vocabulary, grid, label, reading),
    counted,
  );
};
