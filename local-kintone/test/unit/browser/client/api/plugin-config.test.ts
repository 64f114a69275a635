import { describe, expect, test } from "vitest";
import { parsePluginConfig } from "../../../../../src/browser/client/api/plugin-config.ts";

describe("parsePluginConfig", () => {
  test("takes strings under ASCII keys, empty ones included", () => {
    const config = { "key 1": "値", empty: "" };
    expect(parsePluginConfig(config)).toEqual(config);
  });

  test("takes a list with named members, as old settings pages hand it over", () => {
    const config = Object.assign([], { colour: "赤" });
    expect(parsePluginConfig(config)).toEqual({ colour: "赤" });
  });

  test("a value may have 65,535 characters and not one more", () => {
    expect(parsePluginConfig({ a: "x".repeat(65_535) }).a).toHaveLength(65_535);
    expect(() => parsePluginConfig({ a: "x".repeat(65_536) })).toThrow(
      RangeError,
    );
  });

  test("all of it may have 256 KB as UTF-8", () => {
    const share = "x".repeat(65_535);
    const full = { a: share, b: share, c: share, d: share };
    expect(() => parsePluginConfig(full)).not.toThrow();
    expect(() => parsePluginConfig({ ...full, e: "x" })).toThrow(RangeError);
    expect(() =>
      parsePluginConfig({ a: "値".repeat(60_000), b: "値".repeat(40_000) }),
    ).toThrow(RangeError);
  });

  test.each([
    ["a number", { a: 1 }],
    ["null", { a: null }],
    ["an object", { a: {} }],
    ["a Japanese key", { 鍵: "1" }],
    ["an empty key", { "": "1" }],
    ["nothing", undefined],
  ])("refuses %s", (_name, config) => {
    expect(() => parsePluginConfig(config)).toThrow(TypeError);
  });
});
