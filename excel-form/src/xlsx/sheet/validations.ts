import type { XmlElement } from "../xml/element.ts";
import type { Range } from "../formula/address.ts";
import { parseRange } from "../formula/address.ts";
import type { Validation } from "./form-model.ts";
import { isOn } from "../xml/is-on.ts";

/** Reads the texts of the cells that a formula points to; null when it cannot be known. */
export type ListLookup = (formula: string) => string[] | null;

export const parseAreas = (sqref: string): Range[] =>
  sqref
    .split(/\s+/)
    .map((text) => parseRange(text))
    .filter((range) => range !== null);

const TYPES: ReadonlyArray<Validation["type"]> = [
  "whole",
  "decimal",
  "list",
  "date",
  "time",
  "textLength",
  "custom",
];
const OPERATORS: ReadonlyArray<Validation["operator"]> = [
  "notBetween",
  "equal",
  "notEqual",
  "lessThan",
  "lessThanOrEqual",
  "greaterThan",
  "greaterThanOrEqual",
];

/** Formulas stand in the element itself or, in the newer spelling, one level down. */
const readFormula = (element: XmlElement, name: string): string =>
  element.child(name)?.text.trim() ?? "";

const readChoices = (
  formula: string,
  lookup: ListLookup,
): string[] | undefined => {
  const literal = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (literal === undefined) return lookup(formula) ?? undefined;
  return literal
    .replace(/""/g, '"')
    .split(",")
    .map((choice) => choice.trim());
};

const readValidation = (
  element: XmlElement,
  lookup: ListLookup,
): Validation => {
  const formula1 = readFormula(element, "formula1");
  const type = TYPES.find((known) => known === element.get("type")) ?? "none";
  const list = type === "list" ? readChoices(formula1, lookup) : undefined;
  const sqref =
    element.get("sqref") ?? element.child("sqref", "xm")?.text ?? "";
  return {
    ranges: parseAreas(sqref),
    type,
    operator:
      OPERATORS.find((known) => known === element.get("operator")) ?? "between",
    formula1,
    formula2: readFormula(element, "formula2"),
    allowBlank: isOn(element.get("allowBlank")),
    ...(list && { list }),
    promptTitle: element.get("promptTitle") ?? "",
    prompt: element.get("prompt") ?? "",
  };
};

/** Both spellings: the plain one and the one for lists on other sheets (`extLst`). */
export const readValidations = (
  root: XmlElement,
  lookup: ListLookup,
): Validation[] =>
  ["dataValidations", "extLst"]
    .flatMap((name) => root.child(name)?.withDescendants() ?? [])
    .filter((element) => element.local === "dataValidation")
    .map((element) => readValidation(element, lookup));
