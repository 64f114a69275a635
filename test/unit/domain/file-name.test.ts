import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  firmFileName,
  reportFileName,
  toFileNamePart,
} from "../../../src/domain/file-name.ts";

const named = (
  federationName: string,
  formName = "",
  kind: "本提出" | "追加提出" = "本提出",
): string =>
  reportFileName({
    title: "自己宣言の登録（他薦）状況回答シート",
    federationName,
    today: "2022-08-01",
    formName,
    kind,
  });

describe("reportFileName", () => {
  test("is the sheet's title with federation and day where the form has no name", () => {
    expect(named("沖縄県連")).toBe(
      "自己宣言の登録（他薦）状況回答シート_沖縄県連_20220801.xlsx",
    );
    expect(named("")).toBe(
      "自己宣言の登録（他薦）状況回答シート_20220801.xlsx",
    );
  });

  test("begins with the form's own name, and an addition says so", () => {
    expect(named("沖縄県連", "様式第2号.xlsx", "追加提出")).toBe(
      "様式第2号_追加_沖縄県連_20220801.xlsx",
    );
  });

  test.each([
    ["様式.xlsm", "xlsm"],
    ["様式.XLTM", "xlsm"],
    ["様式.xltx", "xlsx"],
    ["様式.xlsx", "xlsx"],
  ])("made from %s ends in %s", (formName, extension) => {
    expect(named("県連", formName)).toMatch(
      new RegExp(`_20220801\\.${extension}$`),
    );
  });

  test("has the firm's name before the day, on a form about one firm", () => {
    const name = named("県連");
    expect(firmFileName(name, "$& 青浜/商店")).toBe(
      "自己宣言の登録（他薦）状況回答シート_県連_$& 青浜商店_20220801.xlsx",
    );
    expect(firmFileName(name, "..")).toBe(
      "自己宣言の登録（他薦）状況回答シート_県連_-_20220801.xlsx",
    );
  });

  test.each([
    ["../../etc/passwd", "etcpasswd"],
    ['a\\b:c*d?e"f<g>h|i', "abcdefghi"],
    ["県連\u202Exslx.exe", "県連xslx.exe"],
    ["県連\u0000\n\t 東", "県連 東"],
    [" . 県連 . ", "県連"],
    ["県\uD800連", "県連"],
    ["....", ""],
  ])("%j becomes %j", (text, part) => {
    expect(toFileNamePart(text)).toBe(part);
  });

  test("is never longer than file systems allow, nor hostile", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        const name = firmFileName(named(text, text, "追加提出"), text);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        // eslint-disable-next-line no-control-regex -- controls are what must not be there
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]/);
      }),
    );
  });
});
