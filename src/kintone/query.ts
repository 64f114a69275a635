/**
 * Conditions of kintone's query language, built from values so that no value can
 * end a literal.
 *
 * @see https://cybozu.dev/ja/kintone/docs/overview/query/
 */
export type Condition = { readonly text: string };

// A raw tab or line break inside a literal is a syntax error in kintone.
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\t": "\\t",
  "\r": "",
};

export const quote = (value: string): string =>
  `"${value.replace(/[\\"\n\t\r]/g, (character) => escapes[character] ?? "")}"`;

const condition = (text: string): Condition => ({ text });

type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "like";

export const where = (
  code: string,
  operator: Operator,
  value: string | number,
): Condition => condition(`${code} ${operator} ${quote(String(value))}`);

export const isIn = (code: string, values: readonly string[]): Condition =>
  condition(`${code} in (${values.map(quote).join(", ")})`);

export const isNotIn = (code: string, values: readonly string[]): Condition =>
  condition(`${code} not in (${values.map(quote).join(", ")})`);

/** Everything must hold; empty for no condition at all. */
export const allOf = (...conditions: readonly Condition[]): Condition =>
  condition(
    conditions
      .filter(({ text }) => text !== "")
      .map(({ text }) => `(${text})`)
      .join(" and "),
  );

/** One of them must hold. */
export const anyOf = (...conditions: readonly Condition[]): Condition =>
  condition(conditions.map(({ text }) => `(${text})`).join(" or "));

export const everything: Condition = condition("");
