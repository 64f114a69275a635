import { describe, expect, test } from "vitest";
import { ApiError } from "../../../src/ground/api-error.ts";
import {
  boolean,
  dictionary,
  id,
  integer,
  list,
  numericText,
  object,
  oneOf,
  optional,
  parseShape,
  text,
  variants,
  withDefault,
} from "../../../src/ground/shape.ts";
import type { Shape } from "../../../src/ground/shape.ts";

const problems = (shape: Shape<unknown>, value: unknown) => {
  try {
    parseShape(shape, value);
  } catch (error) {
    if (!(error instanceof ApiError) || !error.errors) throw error;
    return Object.fromEntries(
      Object.entries(error.errors).map(([path, { messages }]) => [
        path,
        messages.map(({ ja }) => ja),
      ]),
    );
  }
  return null;
};

describe("parseShape", () => {
  test("reads numbers and booleans from text", () => {
    const shape = object({ app: id(), on: boolean(), n: integer() });
    expect(parseShape(shape, { app: "7", on: "true", n: -3 })).toEqual({
      app: 7,
      on: true,
      n: -3,
    });
  });

  test("tells everything that is wrong at once, by kintone's paths", () => {
    const shape = object({
      app: id(),
      name: text({ min: 1, max: 3 }),
      properties: dictionary(object({ type: oneOf(["A", "B"]) })),
      rows: list(object({ n: integer({ max: 5 }) })),
    });
    expect(
      problems(shape, {
        app: 0,
        properties: { x: { type: "C" }, y: {} },
        rows: [{ n: 9 }, 3],
      }),
    ).toEqual({
      app: ["最小でも1以上です。"],
      name: ["必須です。"],
      "properties[x].type": ["Enum値のいずれかでなければなりません。"],
      "properties[y].type": ["必須です。"],
      "rows[0].n": ["最大でも5以下です。"],
      "rows[1]": ["形式が正しくありません。"],
    });
  });

  test("null counts as left out", () => {
    const shape = object({
      a: optional(text()),
      b: withDefault(integer(), 4),
    });
    expect(parseShape(shape, { a: null, b: null })).toEqual({ b: 4 });
    expect(problems(object({ a: text() }), { a: null })).toEqual({
      a: ["必須です。"],
    });
  });

  test.each([Infinity, "1e400", "0x10", "", true, [], {}, "1.5", 1.5, "١"])(
    "%j is no whole number",
    (value) => {
      expect(problems(object({ n: integer() }), { n: value })).not.toBeNull();
    },
  );

  test.each([
    ["12", "12"],
    [1.5, "1.5"],
    ["", ""],
    [" 3 ", "3"],
    ["-1e3", "-1e3"],
  ])("%j is the number %j", (value, expected) => {
    expect(parseShape(numericText(), value)).toBe(expected);
  });

  test("a variant is read by its kind", () => {
    const shape = variants("type", {
      URL: object({ url: text({ min: 1 }) }),
      FILE: object({ key: integer() }),
    });
    expect(parseShape(shape, { type: "URL", url: "x", key: "y" })).toEqual({
      type: "URL",
      url: "x",
    });
    expect(problems(shape, { type: "constructor" })).toEqual({
      type: ["Enum値のいずれかでなければなりません。"],
    });
    expect(problems(shape, { url: "x" })).toEqual({ type: ["必須です。"] });
  });

  test("inherited members are absent", () => {
    const shape = object({ toString: optional(text()) });
    expect(parseShape(shape, {})).toEqual({});
  });
});
