import { expect, test } from "vitest";
import { ownSocietyOf } from "../../../src/domain/own-society.ts";
import { aSociety } from "../../support/domain-records.ts";

const aohama = aSociety("青浜商工会", {
  organization: [{ code: "S01", name: "青浜商工会" }],
});
const midori = aSociety("緑岳商工会", {
  organization: [{ code: "S02", name: "緑岳商工会" }],
});
const closed = aSociety("閉鎖商工会", {
  organization: [{ code: "S01", name: "旧組織" }],
  active: "統合・廃止",
});

test.each([
  [
    "the society of one's organisation",
    [aohama, midori],
    ["S02"],
    "緑岳商工会",
  ],
  ["the only one to be seen", [aohama], [], "青浜商工会"],
  ["the one that is still active", [aohama, closed], ["S01"], "青浜商工会"],
  ["none when there is a choice", [aohama, midori], [], null],
  ["none for somebody of two", [aohama, midori], ["S01", "S02"], null],
  ["none when nothing is to be seen", [], ["S01"], null],
])("%s", (_, visible, organizations, name) => {
  expect(ownSocietyOf(visible, organizations)).toBe(name);
});
