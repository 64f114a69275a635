import { describe, expect, test } from "vitest";
import {
  parseFormHash,
  pathsFrom,
  toFormHash,
} from "../../../src/kintone/page-paths.ts";

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

test("the settings page learns which edition's form is meant", () => {
  expect(parseFormHash(toFormHash("42"))).toBe("42");
  for (const hash of ["", "#", "#form=", "#form=1x", "#suisen-settings-apps"]) {
    expect(parseFormHash(hash)).toBeNull();
  }
});
