import { keyInfo, parsePattern, toKeys, toPart } from "excel-form";
import type { Placement } from "excel-form";
import type { ValueKey } from "../../domain/value-catalogue.ts";
import { lastRowOf } from "./edit-map.ts";
import type { Said } from "./mapping-state.ts";
import type { MappingPage } from "./mapping-page.ts";
import { CATALOGUE, catalogueOf } from "../../domain/value-catalogue.ts";

type Page = Pick<MappingPage, "programme" | "t">;
type T = Page["t"];

export const labelOf = ({ programme, t }: Page, key: ValueKey): string =>
  keyInfo(catalogueOf(programme), key).label[t.language];

/** 「担当者の職・担当者の氏名」 of a key list. */
export const labelsOf = (page: Page, keyList: string): string =>
  (toKeys(catalogueOf(page.programme), keyList) ?? [])
    .map((key) => labelOf(page, key))
    .join("・");

/** The name of one part of a value; empty for the whole value. */
export const partName = (t: T, part: string | undefined): string => {
  if (part === undefined) return "";
  const { kind, which } = toPart(part);
  const number = Number(which);
  switch (kind) {
    case "era":
      return t("partEra");
    case "year":
      return t("partYear");
    case "month":
      return t("partMonth");
    case "day":
      return t("partDay");
    case "digit":
      return t("partDigit", { number });
    case "phone":
      return t("partPhone", { number });
    case "postal":
      return t("partPostal", { number });
    default:
      return t("partBeside", { word: which });
  }
};

/** A mapped cell in words: the value, and which part of it. */
export const placementName = (page: Page, placement: Placement): string =>
  [labelsOf(page, placement.key), partName(page.t, placement.part)]
    .filter((word) => word !== "")
    .join(" ");

/** The text of a mapped cell in the blank: printed words stay, values appear by name. */
export const placementText = (
  page: Page,
  placement: Placement,
  printed: string,
): string => {
  const { text, choose, part } = placement;
  if (text !== undefined) {
    return parsePattern(catalogueOf(page.programme), text)
      .map((piece) =>
        "key" in piece ? `〔${labelOf(page, piece.key)}〕` : piece.text,
      )
      .join("");
  }
  if (choose !== undefined)
    return `${printed}〔${placementName(page, placement)}〕`;
  const { kind, which } = toPart(part ?? "");
  return kind === "digit" ? which : placementName(page, placement);
};

/** The parts that cells may take of a value of this type. */
export const partsOf = (key: ValueKey): readonly string[] => {
  const { type } = keyInfo(CATALOGUE, key);
  if (type === "date") return ["era", "year", "month", "day"];
  if (type !== "digits") return [];
  if (/phone|fax/.test(key)) return ["phone 1", "phone 2", "phone 3"];
  return key === "business.postalCode" ? ["postal 1", "postal 2"] : [];
};

/** The sentence about the last press; empty when there is nothing to say. */
export const toSentence = (page: Page, said: Said | null): string => {
  const { t } = page;
  if (said === null) return "";
  switch (said.kind) {
    case "armed": {
      const value = labelOf(page, said.key);
      return said.isExtra
        ? t("saidArmedExtra", { value })
        : t("saidArmed", { value });
    }
    case "picked":
      return t("saidPicked", said);
    case "placed":
      return t("saidPlaced", {
        value: labelsOf(page, said.key),
        cells: said.cells.join("・"),
      });
    case "freed":
      return t("saidFreed", said);
    case "nothingThere":
      return t("saidNothingThere", said);
    case "formula":
      return t("saidFormula", said);
    case "outsideList":
      return t("saidOutsideList", {
        first: said.list.firstRow,
        last: lastRowOf(said.list),
      });
    case "undone":
      return t("saidUndone");
    default:
      return said satisfies never;
  }
};
