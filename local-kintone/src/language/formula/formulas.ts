import { formOf } from "../../model/form.ts";
import type { Form, FormField } from "../../model/form.ts";
import type { AppSettings } from "../../model/model.ts";
import { fieldsIn } from "./ast.ts";
import type { Expression } from "./ast.ts";
import { checkTypes } from "./check-types.ts";
import { circular, FormulaError, invalidFormula } from "./errors.ts";
import { parseFormula } from "./parser.ts";

/** A field with a formula; `expression` is null where the text is wrong. */
export type Formula = { field: FormField; expression: Expression | null };

const formulaText = (field: FormField): string => {
  const { expression } = field.property;
  const hasFormula = field.type === "CALC" || field.type === "SINGLE_LINE_TEXT";
  return hasFormula && typeof expression === "string" ? expression : "";
};

/** CALC fields and texts with a formula; nobody can write to them. */
export const isCalculated = (field: FormField): boolean =>
  field.type === "CALC" || formulaText(field) !== "";

const parse = (field: FormField): Expression | null => {
  try {
    return parseFormula(formulaText(field));
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
};

/** Each formula after those it reads; a circle is left in any order. */
const inOrder = (formulas: Formula[]): Formula[] => {
  const byCode = new Map(formulas.map((it) => [it.field.code, it]));
  const done = new Set<string>();
  const ordered: Formula[] = [];
  const visit = (formula: Formula) => {
    if (done.has(formula.field.code)) return;
    done.add(formula.field.code);
    const codes = formula.expression ? fieldsIn(formula.expression) : [];
    for (const code of codes) {
      const needed = byCode.get(code);
      if (needed) visit(needed);
    }
    ordered.push(formula);
  };
  formulas.forEach(visit);
  return ordered;
};

const calculatedFields = (form: Form): FormField[] =>
  [...form.byCode.values()].filter(isCalculated);

const cache = new WeakMap<AppSettings, Formula[]>();

/** The formulas of an app in the order in which they must be calculated. */
export const formulasOf = (settings: AppSettings): Formula[] => {
  const known = cache.get(settings);
  if (known) return known;
  const formulas = inOrder(
    calculatedFields(formOf(settings)).map((field) => ({
      field,
      expression: parse(field),
    })),
  );
  cache.set(settings, formulas);
  return formulas;
};

const checkCircle = (
  start: string,
  references: ReadonlyMap<string, string[]>,
): void => {
  const seen = new Set<string>();
  const open = [...(references.get(start) ?? [])];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (code === start) throw circular();
    if (seen.has(code)) continue;
    seen.add(code);
    open.push(...(references.get(code) ?? []));
  }
};

/**
 * The check of a deploy: answers the first formula that is wrong.
 *
 * @throws ApiError GAIA_IL01 (SG:doc/kintone-calc-behavior.md §7)
 */
export const validateFormulas = (settings: AppSettings): void => {
  const { byCode } = formOf(settings);
  const find = (code: string) => byCode.get(code);
  const references = new Map<string, string[]>();
  const fields = calculatedFields(formOf(settings));
  const guard = (field: FormField, work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      throw invalidFormula(field.property.label, error);
    }
  };
  for (const field of fields)
    guard(field, () => {
      const expression = parseFormula(formulaText(field));
      references.set(field.code, fieldsIn(expression));
      checkTypes(expression, { find, table: field.table });
    });
  for (const field of fields)
    guard(field, () => checkCircle(field.code, references));
};
