import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import type { Value } from "../map/report-data.ts";
import type { Placement } from "../map/schema.ts";
import type { FormCell } from "../xlsx/sheet/form-model.ts";
import { CENTURY, CURRENT_ERA, dateFromParts } from "../values/date-pattern.ts";
import { isCrossMark, isMarked } from "../values/marks.ts";
import { toPart } from "../values/parts.ts";
import { valueFromText } from "../values/read-pattern.ts";

/** A cell that holds a piece of a value. */
export type PartCell = {
  readonly placement: Placement;
  readonly address: string;
  readonly cell: FormCell | undefined;
};

const normalizedTextOf = (cell: FormCell | undefined): string =>
  cell?.value === null || cell === undefined
    ? ""
    : String(cell.value).normalize("NFKC").trim();

const partsOf = (cells: readonly PartCell[]) =>
  cells.map(({ placement, cell }) => ({
    ...toPart(placement.part ?? ""),
    placement,
    text: normalizedTextOf(cell),
  }));

type Parts = ReturnType<typeof partsOf>;

const joinParts = (parts: Parts, separator: string): Value => {
  const texts = [...parts]
    .sort((a, b) => Number(a.which) - Number(b.which))
    .map(({ text }) => text);
  return texts.join("") === "" ? null : texts.join(separator);
};

const POSTAL = /^(\d{3})(\d{4})$/;

const fromDigits = (
  vocabulary: Vocabulary,
  key: ValueKey,
  parts: Parts,
): Value => {
  const digits = joinParts(parts, "");
  return keyInfo(vocabulary, key).shape === "postalCode" &&
    typeof digits === "string"
    ? digits.replace(POSTAL, "$1-$2")
    : valueFromText(
        vocabulary,
        key,
        String(digits ?? ""),
        parts[0]?.placement.per,
      );
};

const fromDate = (parts: Parts): Value => {
  const of = (kind: string) => parts.find((part) => part.kind === kind);
  const year = of("year");
  if (!year || year.text === "") return null;
  const { format = "e", era = CURRENT_ERA } = year.placement;
  const prefix = format === "e" ? (of("era")?.text ?? era) : "";
  const count =
    format === "yy" ? CENTURY + year.text.padStart(2, "0") : year.text;
  return dateFromParts(
    prefix,
    count,
    of("month")?.text ?? "",
    of("day")?.text ?? "",
  );
};

/** The value of which these cells hold the pieces; null when they are empty. */
export const readParts = (
  vocabulary: Vocabulary,
  key: ValueKey,
  cells: readonly PartCell[],
): Value => {
  const parts = partsOf(cells);
  switch (parts[0]?.kind) {
    case "digit":
      return fromDigits(vocabulary, key, parts);
    case "phone":
    case "postal":
      return joinParts(parts, "-");
    case "○-beside":
      return (
        parts
          .find(({ text }) => isMarked(text) && !isCrossMark(text))
          ?.which.replace(/\s/g, "") ?? null
      );
    default:
      return fromDate(parts);
  }
};
