import { describe, expect, test } from "vitest";
import {
  defaultStyle,
  mergeStyle,
  reportStyle,
  toCss,
} from "../../../../../src/browser/client/ui/field-style.ts";
import {
  mergeListStyle,
  reportListStyle,
} from "../../../../../src/browser/client/ui/list-style.ts";

const red = { content: { color: "#ff0000", fontWeight: "bold" } };

describe("mergeStyle", () => {
  test("adds to what is there", () => {
    const once = mergeStyle(defaultStyle(), red);
    const twice = mergeStyle(once, {
      content: { color: "#00ff00" },
      label: { textDecoration: "underline" },
    });
    expect(twice).toEqual({
      content: { color: "#00ff00", fontWeight: "bold" },
      background: {},
      label: { textDecoration: "underline" },
    });
  });

  test("DEFAULT clears everything, a part or a member", () => {
    const styled = mergeStyle(defaultStyle(), red);
    expect(mergeStyle(styled, "DEFAULT")).toEqual(defaultStyle());
    expect(mergeStyle(styled, { content: "DEFAULT" }).content).toEqual({});
    expect(
      mergeStyle(styled, { content: { color: "DEFAULT" } }).content,
    ).toEqual({ fontWeight: "bold" });
  });

  test.each([
    ["a colour by name", { content: { color: "red" } }],
    ["a short colour", { content: { color: "#f00" } }],
    ["a weight in figures", { label: { fontWeight: "700" } }],
    ["CSS of another kind", { content: { textDecoration: "url(x)" } }],
    ["no object", "bold"],
  ])("refuses %s", (_name, style) => {
    expect(() => mergeStyle(defaultStyle(), style)).toThrow(TypeError);
  });

  test("members that a part does not have are left out", () => {
    const style = mergeStyle(defaultStyle(), {
      background: { backgroundColor: "#ffffff", color: "#000000" },
    });
    expect(toCss(style.background)).toBe("background-color:#ffffff");
  });

  test("is told with DEFAULT where nothing is set", () => {
    expect(reportStyle(mergeStyle(defaultStyle(), red)).content).toEqual({
      backgroundColor: "DEFAULT",
      color: "#ff0000",
      fontWeight: "bold",
      textDecoration: "DEFAULT",
      borderColor: "DEFAULT",
    });
  });
});

describe("mergeListStyle", () => {
  const none = { header: new Map(), body: new Map() };
  const body = (recordId: string, style: unknown) => ({
    body: [{ recordId, style }],
  });
  const title = { columnType: "FIELD", column: "title" } as const;

  test("keeps other records and columns", () => {
    const one = mergeListStyle(none, body("1", [{ column: "title", ...red }]));
    const two = mergeListStyle(one, body("2", [{ column: "title", ...red }]));
    const told = reportListStyle(two, [title], ["1", "2", "3"]);
    expect(told.body.map(({ style }) => style[0]?.content.color)).toEqual([
      "#ff0000",
      "#ff0000",
      "DEFAULT",
    ]);
  });

  test("DEFAULT clears a row or the whole list", () => {
    const one = mergeListStyle(none, body("1", [{ column: "title", ...red }]));
    const cleared = mergeListStyle(one, body("1", "DEFAULT"));
    expect(
      reportListStyle(cleared, [title], ["1"]).body[0]?.style[0]?.content.color,
    ).toBe("DEFAULT");
    expect(mergeListStyle(one, "DEFAULT")).toEqual(none);
  });

  test("headers have no border and no background of their content", () => {
    const told = reportListStyle(none, [title], []);
    expect(told.header[0]?.content).toEqual({
      color: "DEFAULT",
      fontWeight: "DEFAULT",
      textDecoration: "DEFAULT",
    });
  });

  test.each([
    [
      "an unknown kind of column",
      { header: [{ columnType: "X", column: "a" }] },
    ],
    [
      "an unknown action",
      { header: [{ columnType: "ACTION", column: "title" }] },
    ],
    ["a body that is no list", { body: {} }],
  ])("refuses %s", (_name, style) => {
    expect(() => mergeListStyle(none, style)).toThrow(TypeError);
  });
});
