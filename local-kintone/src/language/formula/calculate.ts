import { formOf } from "../../model/form.ts";
import type { Form, FormField } from "../../model/form.ts";
import { parseMoment } from "../query/dates.ts";
import { rowsOf, textOf, textsOf } from "../query/values.ts";
import type { MaybeValue } from "../query/values.ts";
import { own, putOwn } from "../../ground/own.ts";
import type { AppSettings, FieldValue, TableRow } from "../../model/model.ts";
import { fromNumber } from "../../ground/decimal.ts";
import type { Rounding } from "../../ground/decimal.ts";
import { evaluate } from "./evaluate.ts";
import type { Precision } from "./evaluate.ts";
import { formulasOf } from "./formulas.ts";
import type { Formula } from "./formulas.ts";
import { toOutcome } from "./result.ts";
import { BLANK, FAILED, numberOrBlank } from "./value.ts";
import type { Scalar, Value } from "./value.ts";

/** Inputs of a formula beside the record's values. */
export type CalculationInput = {
  values: Record<string, FieldValue>;
  createdAt: string;
  updatedAt: string;
  creatorName: string;
  modifierName: string;
};

const ROUNDINGS: readonly Rounding[] = ["HALF_EVEN", "UP", "DOWN"];

/** `numberPrecision` of the app, by default 16 digits with 4 decimals (KS:evidence/b29). */
export const precisionOf = (settings: AppSettings): Precision => {
  const { numberPrecision } = settings.general;
  const given =
    typeof numberPrecision === "object" && !Array.isArray(numberPrecision)
      ? numberPrecision
      : null;
  const rounding = ROUNDINGS.find((it) => it === given?.roundingMode);
  return {
    digits: Number(given?.digits ?? 16),
    decimalPlaces: Number(given?.decimalPlaces ?? 4),
    rounding: rounding ?? "HALF_EVEN",
  };
};

const secondsOfTime = (text: string): Scalar => {
  const [hours = "", minutes = ""] = text.split(":");
  return fromNumber(Number(hours) * 3600 + Number(minutes) * 60);
};

const secondsOfMoment = (text: string): Scalar => {
  const moment = parseMoment(text);
  return moment === null
    ? FAILED
    : fromNumber(Math.floor(moment / 60_000) * 60);
};

/** A stored value as formulas see it: moments as seconds since the epoch, days as UTC midnight. */
const toValue = (type: string, value: MaybeValue): Value => {
  if (type === "CHECK_BOX" || type === "MULTI_SELECT") return textsOf(value);
  const text = textOf(value);
  if (type === "NUMBER") return numberOrBlank(text);
  const isTime = type === "DATE" || type === "TIME" || type === "DATETIME";
  if (!isTime) return text;
  if (text === "") return BLANK;
  if (type === "TIME") return secondsOfTime(text);
  return secondsOfMoment(type === "DATE" ? `${text}T00:00Z` : text);
};

const systemValue = (type: string, input: CalculationInput): Value | null => {
  if (type === "CREATED_TIME") return secondsOfMoment(input.createdAt);
  if (type === "UPDATED_TIME") return secondsOfMoment(input.updatedAt);
  if (type === "CREATOR") return input.creatorName;
  return type === "MODIFIER" ? input.modifierName : null;
};

/** One run over a record: results are read by later formulas, rows are new objects. */
class Calculation {
  readonly #form: Form;
  readonly #input: CalculationInput;
  readonly #precision: Precision;
  readonly #values: Record<string, FieldValue>;
  /** Results by field code; for columns by row. */
  readonly #results = new Map<string, Value>();
  readonly #rowResults = new Map<string, Scalar[]>();

  constructor(settings: AppSettings, input: CalculationInput) {
    this.#form = formOf(settings);
    this.#precision = precisionOf(settings);
    this.#input = input;
    this.#values = { ...input.values };
  }

  run(formulas: Formula[]): Record<string, FieldValue> {
    for (const formula of formulas) {
      const { table } = formula.field;
      if (table === null) this.#calculate(formula);
      else this.#calculateRows(formula, table);
    }
    return this.#values;
  }

  #rows(table: string): TableRow[] {
    return rowsOf(own(this.#values, table));
  }

  #calculate({ field, expression }: Formula): void {
    const value = expression
      ? evaluate(expression, {
          read: (code) => this.#read(code, null, 0),
          precision: this.#precision,
        })
      : FAILED;
    const outcome = toOutcome(field, value, this.#precision);
    this.#results.set(field.code, outcome.value);
    putOwn(this.#values, field.code, outcome.text);
  }

  #calculateRows({ field, expression }: Formula, table: string): void {
    const results: Scalar[] = [];
    const rows = this.#rows(table).map((row, i): TableRow => {
      const value = expression
        ? evaluate(expression, {
            read: (code) => this.#read(code, table, i),
            precision: this.#precision,
          })
        : FAILED;
      const outcome = toOutcome(field, value, this.#precision);
      results.push(outcome.value);
      return { ...row, value: { ...row.value, [field.code]: outcome.text } };
    });
    this.#rowResults.set(field.code, results);
    if (rows.length > 0) putOwn(this.#values, table, rows);
  }

  /** A field as seen from a formula in that row, or from outside of tables. */
  #read(code: string, table: string | null, index: number): Value {
    const field = this.#form.byCode.get(code);
    if (!field) return FAILED;
    if (field.table === null) return this.#readTop(field);
    const column = this.#readColumn(field);
    return field.table === table ? (column[index] ?? FAILED) : column.flat();
  }

  #readTop(field: FormField): Value {
    return (
      this.#results.get(field.code) ??
      systemValue(field.type, this.#input) ??
      toValue(field.type, own(this.#values, field.code))
    );
  }

  #readColumn(field: FormField): Value[] {
    const results = this.#rowResults.get(field.code);
    if (results) return results;
    return this.#rows(field.table ?? "").map((row) =>
      toValue(field.type, own(row.value, field.code)),
    );
  }
}

/** The record's values with every formula calculated anew; the input stays as it is. */
export const calculate = (
  settings: AppSettings,
  input: CalculationInput,
): Record<string, FieldValue> => {
  const formulas = formulasOf(settings);
  if (formulas.length === 0) return input.values;
  return new Calculation(settings, input).run(formulas);
};
