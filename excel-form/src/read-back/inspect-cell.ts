import { hasRole, keyInfo } from "../map/vocabulary.ts";
import type {
  KeyInfo,
  KeyType,
  ValueKey,
  Vocabulary,
} from "../map/vocabulary.ts";
import { keysOf } from "../map/key-list.ts";
import { isEmpty } from "../map/is-empty.ts";
import type { Value } from "../map/report-data.ts";
import type { Placement } from "../map/schema.ts";
import { nearWords } from "../near/near.ts";
import { findChosen } from "../values/marks.ts";
import { patternKeys } from "../values/pattern.ts";
import type { FormCell } from "../xlsx/sheet/form-model.ts";
import type { Doubt } from "./finding.ts";
import type { Judge, Judgement } from "./judge.ts";
import { judgeChoiceValue } from "./judge-choice.ts";
import { judgeDateValue } from "./judge-date.ts";
import { judgeDigitsValue } from "./judge-digits.ts";
import { judgeNumberValue } from "./judge-number.ts";
import { judgeTextValue } from "./judge-text.ts";
import {
  cellText,
  isUntouched,
  readCell,
  readsAsPrinted,
} from "./read-cell.ts";

/** Zero-width blanks and direction marks that come along with a copied text. */
const INVISIBLE = /[\u200b\u200e\u200f\u2060\ufeff]/g;

const withoutSpaces = (text: string): string =>
  text.replace(INVISIBLE, "").trim();

/** The values of a cell and all that is doubtful about it. */
export type Inspected = {
  readonly values: ReadonlyMap<ValueKey, Value>;
  readonly doubts: readonly Doubt[];
};

const WHITE = "FFFFFF";
const BLACK = "000000";
/** In points; smaller letters are dots. */
const MIN_FONT_SIZE = 3;
/** The fourth section of a format is for texts; an empty one shows none. */
const HIDES_TEXT = /^[^;]*;[^;]*;[^;]*;\s*$/;

const NOTHING: Inspected = { values: new Map(), doubts: [] };

const ERROR =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/;
const DITTO = /^(?:[〃々仝"″”“]|''|´´|同上|同じ|上に同じ|同左|同前|[↓↑])$/;

const JUDGES: Readonly<Record<KeyType, Judge>> = {
  text: judgeTextValue,
  number: judgeNumberValue,
  date: judgeDateValue,
  digits: judgeDigitsValue,
  choice: judgeChoiceValue,
};

export const isBlankCell = (cell: FormCell | undefined): boolean =>
  !cell ||
  (!cell.isFormula &&
    (cell.value === null || String(cell.value).trim() === ""));

/** Doubts whether the words of a cell still hold, from how they look. */
export const judgeLook = ({
  style,
  text,
  value,
  hasStruckLetters,
}: FormCell): Doubt["kind"] | null => {
  if (style.font.strike) return "struckOut";
  if (hasStruckLetters) return "partlyStruckOut";
  const { font, fill, numberFormat } = style;
  const isUnseen =
    (font.color ?? BLACK) === (fill ?? WHITE) ||
    font.size < MIN_FONT_SIZE ||
    (typeof value === "number" && text === "") ||
    (typeof value === "string" && HIDES_TEXT.test(numberFormat));
  return isUnseen ? "invisible" : null;
};

export const isDitto = (cell: FormCell): boolean =>
  typeof cell.value === "string" && DITTO.test(cell.value.trim());

/** All words of a choice, none of them marked. */
const isUnmarked = (words: string, choose: readonly string[]): boolean =>
  choose.length > 1 &&
  choose.every((word) => words.includes(nearWords(word))) &&
  findChosen(words, choose.map(nearWords)) === null;

/** The printed words of a pattern, or of a choice that nobody made. */
const isPrintAlone = (cell: FormCell, placement: Placement): boolean => {
  if (readsAsPrinted(cell, placement)) return true;
  const { text, choose } = placement;
  const words = nearWords(cellText(cell));
  if (text !== undefined) {
    return words === nearWords(text.replace(/\{[^{}]*\}/g, ""));
  }
  return choose !== undefined && isUnmarked(words, choose);
};

/** Cells without any value that could be read. */
const judgeContent = (cell: FormCell): Doubt["kind"] | null => {
  if (typeof cell.value === "string" && ERROR.test(cell.value)) {
    return "errorValue";
  }
  if (cell.isFormula && cell.value === null) return "formulaWithoutResult";
  return typeof cell.value === "boolean" ? "booleanValue" : null;
};

const judgeFormula = ({ formula }: FormCell): Doubt["kind"] =>
  /\[\d+\]|\[[^\]]+\.xl/i.test(formula ?? "")
    ? "externalFormula"
    : "formulaResult";

const typeOf = (
  { type }: KeyInfo,
  { choose, marks }: Placement,
  options: readonly string[] | undefined,
): KeyType => {
  const isChosen = choose !== undefined || marks !== undefined;
  const isListed = options !== undefined && options.length > 0;
  return isChosen || (isListed && (type === "text" || type === "digits"))
    ? "choice"
    : type;
};

const partText = (cell: FormCell, value: Value, isWhole: boolean): string =>
  isWhole ? cellText(cell) : String(value ?? "");

/** Blanks that nobody sees make another value of the same words. */
const judgeSpaces = (value: Value, isWhole: boolean): Judgement | null => {
  if (!isWhole || typeof value !== "string") return null;
  return withoutSpaces(value) === value ? null : { kind: "spaces" };
};

const judgeValues = (
  vocabulary: Vocabulary,
  cell: FormCell,
  placement: Placement,
  options: readonly string[] | undefined,
): Inspected => {
  const values = new Map(readCell(vocabulary, cell, placement));
  const keys =
    placement.text === undefined
      ? keysOf(vocabulary, placement)
      : patternKeys(vocabulary, placement.text);
  const isWhole = keys.length === 1 && placement.text === undefined;
  const doubts: Doubt[] = [];
  const about = { cell: cell.address, text: cellText(cell) };
  for (const key of new Set(keys)) {
    const value = values.get(key) ?? null;
    const text = partText(cell, value, isWhole);
    // A pattern may leave out each value; the text of a whole cell says something.
    if (text.trim() === "") continue;
    const info = keyInfo(vocabulary, key);
    const type = typeOf(info, placement, options);
    const seen = {
      vocabulary,
      key,
      info,
      value,
      text,
      cell,
      placement,
      options,
    };
    const found = JUDGES[type](seen) ?? judgeSpaces(value, isWhole);
    if (found?.value !== undefined) values.set(key, found.value);
    if (found) {
      const as = values.get(key) ?? null;
      doubts.push({ ...about, kind: found.kind, key, as });
    }
  }
  return { values, doubts };
};

const withFormula = (
  vocabulary: Vocabulary,
  inspected: Inspected,
  cell: FormCell,
  [key]: readonly ValueKey[],
): Inspected => {
  if (!cell.isFormula || key === undefined) return inspected;
  if (hasRole(vocabulary, key, "list.number")) return inspected;
  const [as = null] = inspected.values.values();
  const doubt = { kind: judgeFormula(cell), cell: cell.address, key, as };
  return {
    ...inspected,
    doubts: [...inspected.doubts, { ...doubt, text: cellText(cell) }],
  };
};

/** Reads one cell that takes its values whole. Nothing in it is left out without a doubt. */
export const inspectCell = (
  vocabulary: Vocabulary,
  cell: FormCell | undefined,
  placement: Placement,
  options?: readonly string[],
): Inspected => {
  if (!cell || isBlankCell(cell)) return NOTHING;
  const keys = keysOf(vocabulary, placement);
  const key = keys[0] === undefined ? {} : { key: keys[0] };
  const about = { cell: cell.address, text: cellText(cell), ...key };
  const broken = judgeContent(cell);
  if (broken) {
    return { values: new Map(), doubts: [{ ...about, kind: broken }] };
  }
  if (isUntouched(cell, placement) || isPrintAlone(cell, placement)) {
    return NOTHING;
  }
  const inspected = judgeValues(vocabulary, cell, placement, options);
  const isRead = [...inspected.values.values()].some((one) => !isEmpty(one));
  if (isRead || inspected.doubts.length > 0) {
    return withFormula(vocabulary, inspected, cell, keys);
  }
  return { values: new Map(), doubts: [{ ...about, kind: "unreadable" }] };
};
