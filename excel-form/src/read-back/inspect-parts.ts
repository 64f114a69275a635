import { isIsoDate } from "../calendar/calendar-day.ts";
import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import type { Value } from "../map/report-data.ts";
import { isCrossMark, isMarked } from "../values/marks.ts";
import { toPart } from "../values/parts.ts";
import type { Doubt } from "./finding.ts";
import { digitCounts } from "./key-traits.ts";
import { isUntouched } from "./read-cell.ts";
import { readParts } from "./read-parts.ts";
import type { PartCell } from "./read-parts.ts";

type Piece = {
  readonly kind: string;
  readonly which: string;
  readonly text: string;
  readonly cell: string;
};

const toPieces = (cells: readonly PartCell[]): readonly Piece[] =>
  cells
    .map(({ placement, cell, address }) => ({
      ...toPart(placement.part ?? ""),
      text:
        cell && isUntouched(cell, placement)
          ? ""
          : String(cell?.value ?? "")
              .normalize("NFKC")
              .trim(),
      cell: address,
    }))
    .sort((a, b) => Number(a.which) - Number(b.which));

/** A box left empty between others, and of digits also after them. */
const hasGap = (
  vocabulary: Vocabulary,
  key: ValueKey,
  pieces: readonly Piece[],
): boolean => {
  const filled = pieces.map(({ text }) => text !== "");
  // Numbers are written from the right.
  const from =
    keyInfo(vocabulary, key).type === "number" ? filled.indexOf(true) : 0;
  // A telephone number may leave the last boxes empty.
  const isFixed = digitCounts(vocabulary, key)?.length === 1;
  const to = isFixed ? filled.length : filled.lastIndexOf(true);
  return filled.slice(from, to).includes(false);
};

const judgeDigits = (
  vocabulary: Vocabulary,
  key: ValueKey,
  pieces: readonly Piece[],
): Doubt["kind"] | null => {
  if (pieces.some(({ text }) => [...text].length > 1)) return "severalInBox";
  if (pieces.some(({ text }) => !/^[\d.-]?$/.test(text))) return "notDigits";
  if (hasGap(vocabulary, key, pieces)) return "incompleteParts";
  const digits = pieces.map(({ text }) => text).join("");
  if (digitCounts(vocabulary, key)?.includes(digits.length) === false) {
    return "wrongLength";
  }
  return keyInfo(vocabulary, key).isValid?.(digits) === false
    ? "wrongCheckDigit"
    : null;
};

const judgeGroups = (pieces: readonly Piece[]): Doubt["kind"] | null => {
  if (pieces.some(({ text }) => /[^\d]/.test(text))) return "notDigits";
  return pieces.some(({ text }) => text === "") ? "incompleteParts" : null;
};

const judgeDate = (
  value: Value,
  pieces: readonly Piece[],
): Doubt["kind"] | null => {
  const isLeftOut = (kind: string) =>
    pieces.some((piece) => piece.kind === kind && piece.text === "");
  if (isLeftOut("year")) return "dateWithoutYear";
  if (isLeftOut("month")) return "incompleteParts";
  if (isLeftOut("day")) return "dateWithoutDay";
  return typeof value === "string" && isIsoDate(value)
    ? null
    : "unreadableDate";
};

const judgeCircles = (pieces: readonly Piece[]): Doubt["kind"] | null => {
  const marked = pieces.filter(({ text }) => isMarked(text));
  const crossed = marked.filter(({ text }) => isCrossMark(text));
  if (marked.length - crossed.length > 1) return "severalMarked";
  return crossed.length === marked.length && marked.length > 0
    ? "noneMarked"
    : null;
};

const judge = (
  vocabulary: Vocabulary,
  key: ValueKey,
  value: Value,
  pieces: readonly Piece[],
): Doubt["kind"] | null => {
  switch (pieces[0]?.kind) {
    case "digit":
      return judgeDigits(vocabulary, key, pieces);
    case "phone":
    case "postal":
      return judgeGroups(pieces);
    case "○-beside":
      return judgeCircles(pieces);
    default:
      return judgeDate(value, pieces);
  }
};

/** Era and printed words alone are no answer. */
const isFilled = ({ kind, text }: Piece): boolean =>
  kind === "○-beside" ? isMarked(text) : kind !== "era" && text !== "";

/** Puts a value together from its cells, with what is doubtful about it. */
export const inspectParts = (
  vocabulary: Vocabulary,
  key: ValueKey,
  cells: readonly PartCell[],
): { readonly value: Value; readonly doubts: readonly Doubt[] } => {
  const value = readParts(vocabulary, key, cells);
  const pieces = toPieces(cells);
  const filled = pieces.filter(isFilled);
  const [first] = filled;
  if (!first) return { value, doubts: [] };
  const kind = judge(vocabulary, key, value, pieces);
  const text = filled.map((piece) => piece.text).join(" ");
  return {
    value,
    doubts: kind ? [{ kind, cell: first.cell, text, key, as: value }] : [],
  };
};
