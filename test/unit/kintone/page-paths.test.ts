import { describe, expect, test } from "vitest";
import {
  parseFormHash,
  parsePlaceHash,
  pathsFrom,
  linkedField,
  toFilteredHref,
  toFormHash,
  toRecordHref,
} from "../../../src/kintone/page-paths.ts";
import { isIn } from "../../../src/kintone/query.ts";

describe("pathsFrom", () => {
  test("addresses stay in the guest space of the page we are at", () => {
    const paths = pathsFrom("/k/guest/7/12/show");
    expect(paths.app("3")).toBe("/k/guest/7/3/");
    expect(paths.record("3", "9")).toBe("/k/guest/7/3/show#record=9");
    expect(pathsFrom("/k/12/show").pluginSettings("3", "abc")).toBe(
      "/k/admin/app/3/plugin/config?pluginId=abc",
    );
  });
});

test("a list is opened with a filter, unless its address would be too long", () => {
  const href = toFilteredHref("/k/5/?view=3", isIn("番号", ["1", "2"]));
  expect(
    new URL(href ?? "", "https://example.com").searchParams.get("query"),
  ).toBe('番号 in ("1", "2")');
  const many = Array.from({ length: 2_000 }, (_none, index) => String(index));
  expect(toFilteredHref("/k/5/?view=3", isIn("番号", many))).toBeNull();
});

test("the settings page learns which edition's form is meant", () => {
  expect(parseFormHash(toFormHash("42"))).toBe("42");
  for (const hash of ["", "#", "#form=", "#form=1x", "#suisen-settings-apps"]) {
    expect(parseFormHash(hash)).toBeNull();
  }
});

test("and which cell, whatever its sheet is called", () => {
  for (const sheet of ["回答シート", "A&B!C #1", "（様式２）名簿 R7"]) {
    const hash = toFormHash("42", { sheet, cell: "AB12" });
    expect(parseFormHash(hash)).toBe("42");
    expect(parsePlaceHash(hash)).toEqual({ sheet, cell: "AB12" });
  }
  for (const hash of ["#form=42", "#form=42&at=", "#form=42&at=%E5!A1"]) {
    expect(parsePlaceHash(hash)).toBeNull();
  }
});

test("a link to a record can mean one of its fields", () => {
  const hrefOf = toRecordHref("https://example.cybozu.com/k/5/show#record=0");
  expect(hrefOf("12")).toBe("https://example.cybozu.com/k/5/show#record=12");
  const href = hrefOf("12", "corporateNumber");
  const { search, hash } = new URL(href);
  expect(hash).toBe("#record=12");
  expect(linkedField(search)).toBe("corporateNumber");
  expect(linkedField("")).toBe("");
});
