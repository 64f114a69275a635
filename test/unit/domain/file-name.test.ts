import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  firmFileName,
  reportFileName,
  toFileNamePart,
} from "../../../src/domain/file-name.ts";

describe("reportFileName", () => {
  test("is the form's name with federation and day", () => {
    expect(reportFileName("沖縄県連", "2022-08-01")).toBe(
      "自己宣言の登録（他薦）状況回答シート_沖縄県連_20220801.xlsx",
    );
    expect(reportFileName("", "2022-08-01")).toBe(
      "自己宣言の登録（他薦）状況回答シート_20220801.xlsx",
    );
  });

  test.each([
    ["様式.xlsm", "xlsm"],
    ["様式.XLTM", "xlsm"],
    ["様式.xltx", "xlsx"],
    ["様式.xlsx", "xlsx"],
  ])("made from %s ends in %s", (formName, extension) => {
    expect(reportFileName("県連", "2022-08-01", formName)).toMatch(
      new RegExp(`_20220801\\.${extension}$`),
    );
  });

  test("has the firm's name before the day, on a form about one firm", () => {
    const name = reportFileName("県連", "2022-08-01");
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
        const name = firmFileName(reportFileName(text, "2022-08-01"), text);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        // eslint-disable-next-line no-control-regex -- controls are what must not be there
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]/);
      }),
    );
  });
});
