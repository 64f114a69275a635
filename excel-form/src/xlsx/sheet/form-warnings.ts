import type { PlainToken, Token } from "../formula/tokenize.ts";
import { tokenize } from "../formula/tokenize.ts";
import type { FormWarning } from "./form-model.ts";

const AGGREGATES = /^(SUM|COUNT|COUNTA|COUNTIF|SUMIF|AVERAGE|MAX|MIN)$/i;
const INDIRECT = /^(INDIRECT|OFFSET)$/i;

const isOperator = (token: Token | undefined, text: string): boolean =>
  token?.kind === "operator" && token.text === text;

/** `SUM(H11)`: one cell alone, which cannot grow with the list. */
const findSingleCellTotals = (tokens: readonly Token[]): Token[] =>
  tokens.filter((token, index) => {
    const before = tokens[index - 2];
    const isAggregate =
      before?.kind === "function" && AGGREGATES.test(before.text);
    return (
      isAggregate &&
      isOperator(tokens[index - 1], "(") &&
      token.kind === "reference" &&
      token.last === null &&
      (isOperator(tokens[index + 1], ")") || isOperator(tokens[index + 1], ","))
    );
  });

const findIndirect = (tokens: readonly Token[]): PlainToken | undefined =>
  tokens.find(
    (token): token is PlainToken =>
      token.kind === "function" && INDIRECT.test(token.text),
  );

/** Warns of references in this formula that inserting rows cannot adjust. */
export const findFormulaWarnings = (
  formula: string,
  place: { sheet: string; address: string },
): FormWarning[] => {
  const tokens = tokenize(formula).filter((token) => token.kind !== "space");
  const warn = (
    code: string,
    params: FormWarning["params"] = {},
  ): FormWarning => ({ code, ...place, params });
  const warnings = findSingleCellTotals(tokens).map((token) =>
    warn("report/warn-single-cell-total", { reference: token.text }),
  );
  const indirect = findIndirect(tokens);
  if (indirect) {
    warnings.push(
      warn("report/warn-indirect", { function: indirect.text.toUpperCase() }),
    );
  }
  const foreign = tokens.find(
    (token) => token.kind === "reference" && token.isForeign,
  );
  if (foreign) {
    const isBook = foreign.text.includes("[");
    warnings.push(
      warn(isBook ? "report/warn-other-book" : "report/warn-sheet-span", {
        reference: foreign.text,
      }),
    );
  }
  return warnings;
};
