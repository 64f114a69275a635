import { describe, expect, test } from "vitest";
import { parseQueryString } from "../../../src/http/query-string.ts";

const parse = (text: string) => parseQueryString(new URLSearchParams(text));

describe("parseQueryString", () => {
  test.each([
    ["app=1", { app: "1" }],
    ["ids[0]=1&ids[1]=2", { ids: ["1", "2"] }],
    ["ids%5B0%5D=1&ids%5B1%5D=2", { ids: ["1", "2"] }],
    ["ids[1]=b&ids[0]=a", { ids: ["a", "b"] }],
    [
      "apps[0][app]=3&apps[0][revision]=4",
      { apps: [{ app: "3", revision: "4" }] },
    ],
    ["a[b]=1", { a: { b: "1" } }],
    ["a[=1", { "a[": "1" }],
    ["fields[99]=x", { fields: ["x"] }],
  ])("%s", (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  test("an index over 99 is refused", () => {
    expect(() => parse("fields[100]=x")).toThrow("CB_VA01");
  });

  test("names of the language's own machinery are plain data", () => {
    const params = parse("__proto__[polluted]=1&constructor=2");
    expect(Object.keys(params).sort()).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
