import { KintoneRestAPIError } from "@kintone/rest-api-client";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/errors/app-error.ts";
import { explainError } from "../../../src/provision/apply/explain-error.ts";
import { toProvisionMessage } from "../../../src/provision/errors.ts";
import { SiteError } from "../../../src/provision/connect/site-error.ts";

const step = { ja: "募集回：一覧を設定", en: "募集回: set views" };

const refusal = (status: number, code: string) =>
  new KintoneRestAPIError({
    data: { code, id: "x1", message: "だめです。" },
    status,
    statusText: "",
    headers: {},
  });

const say = (error: unknown) =>
  toProvisionMessage(explainError(error, step, "https://k.test"), "ja");

describe("explainError", () => {
  test.each([
    [refusal(401, "CB_WA01"), "provision/login-refused"],
    [refusal(403, "CB_NO02"), "provision/no-right"],
    [refusal(429, "GAIA_TO04"), "provision/busy"],
    [refusal(409, "GAIA_DA02"), "provision/busy"],
    [new Error("503: Service Unavailable"), "provision/busy"],
    [refusal(400, "CB_VA01"), "provision/refused"],
    [
      SiteError.of(403, '{"code":"CB_NO02","message":"no"}'),
      "provision/no-right",
    ],
    [SiteError.of(502, "<html>"), "provision/busy"],
    [SiteError.of(403, "<html>"), "kintone/restricted"],
    [new Error("403: Forbidden"), "kintone/restricted"],
    [new TypeError("fetch failed"), "provision/unreachable"],
    [new Error("connect ECONNREFUSED 127.0.0.1:1"), "provision/unreachable"],
  ])("%s becomes %s", (error, code) => {
    const explained = explainError(error, step, "https://k.test");
    expect(explained).toMatchObject({ code, cause: error });
  });

  test("the sentence names the step, kintone's words and its error id", () => {
    const sentence = say(refusal(400, "CB_VA01"));
    for (const part of ["募集回：一覧を設定", "だめです。", "x1", "もう一度"])
      expect(sentence).toContain(part);
  });

  test("our own error stays as it is", () => {
    const own = new AppError("provision/publish-slow", { seconds: 180 });
    expect(explainError(own, step, "")).toBe(own);
  });

  test("a bug stays a bug", () => {
    const bug = new Error("App editions has no number yet");
    expect(explainError(bug, step, "")).toBe(bug);
  });
});
