import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  reportFileName,
  toFileNamePart,
} from "../../../src/domain/file-name.ts";

describe("reportFileName", () => {
  test("is the form's name with federation and day", () => {
    expect(reportFileName("沖縄県連", "2022-08-01")).toBe(
      "自己宣言の登録（他薦）状況回答シート_沖縄県連_20220801.xlsx",
    );
    expect(reportFileName("", "2022-08-01", "xlsm")).toBe(
      "自己宣言の登録（他薦）状況回答シート_20220801.xlsm",
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
        const name = reportFileName(text, "2022-08-01");
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        // eslint-disable-next-line no-control-regex -- controls are what must not be there
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]/);
      }),
    );
  });
});
