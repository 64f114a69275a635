import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/model/language.ts";
import { aUser } from "../../support/app-settings.ts";

const request = (header?: string) =>
  new Request("http://localhost/", {
    headers: header === undefined ? {} : { "Accept-Language": header },
  });

describe("languageOf", () => {
  test.each([
    [undefined, "ja"],
    ["*", "ja"],
    ["", "ja"],
    ["en", "en"],
    ["en-US,en;q=0.9", "en"],
    ["ja", "ja"],
    ["en;q=0.5, ja;q=0.9", "ja"],
    ["fr", "en"],
    ["*;q=0.5, en;q=0.1", "en"],
  ])("header %s without a user is %s", (header, expected) => {
    expect(languageOf(null, request(header), "ja")).toBe(expected);
  });

  test("the user's own language wins over the header", () => {
    const user = aUser("sato", { locale: "en" });
    expect(languageOf(user, request("ja"), "ja")).toBe("en");
  });

  test("a user who follows the browser gets the header's", () => {
    const user = aUser("sato", { locale: "auto" });
    expect(languageOf(user, request("en"), "ja")).toBe("en");
  });
});
