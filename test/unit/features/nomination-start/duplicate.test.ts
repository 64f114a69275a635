import { describe, expect, test } from "vitest";
import { nominations } from "../../../../src/apps/index.ts";
import { clearDuplicate } from "../../../../src/features/nomination-start/duplicate.ts";
import type { PageRecord } from "../../../../src/kintone/page-api.ts";

const aDuplicate = (): PageRecord => ({
  registeredName: { type: "SINGLE_LINE_TEXT", value: "株式会社青浜商店" },
  securityActionId: { type: "SINGLE_LINE_TEXT", value: "40000000001" },
  contactDone: { type: "DATE", value: "2022-07-20" },
  registerDone: { type: "DATE", value: "2022-07-28" },
  consentNominate: { type: "DROP_DOWN", value: "同意あり" },
  consentDate: { type: "DATE", value: "2022-07-10" },
  nameCheck: { type: "RADIO_BUTTON", value: "確認済" },
  nameCheckedBy: { type: "USER_SELECT", value: [{ code: "k", name: "K" }] },
  result: { type: "DROP_DOWN", value: "受賞" },
  checklist: { type: "SUBTABLE", value: [{ id: "1", value: {} }] },
});

describe("clearDuplicate", () => {
  test("dates done, consent, checks, result and answers are not carried over", () => {
    const record = aDuplicate();
    clearDuplicate(record);
    expect(
      Object.fromEntries(
        Object.entries(record).map(([code, { value }]) => [code, value]),
      ),
    ).toEqual({
      registeredName: "株式会社青浜商店",
      securityActionId: "40000000001",
      contactDone: "",
      registerDone: "",
      consentNominate: "未確認",
      consentDate: "",
      nameCheck: "未確認",
      nameCheckedBy: [],
      result: "未定",
      checklist: [],
    });
  });

  test("it names only fields and choices that the app has", () => {
    const record: PageRecord = Object.fromEntries(
      Object.entries(nominations.fields).map(([code, { type }]) => [
        code,
        { type, value: "as it was" },
      ]),
    );
    clearDuplicate(record);
    const changed = Object.entries(record).filter(
      ([, { value }]) => value !== "as it was",
    );
    expect(changed).toHaveLength(44);
    for (const [code, { value }] of changed) {
      const field = Object.entries(nominations.fields).find(
        ([name]) => name === code,
      )?.[1];
      if (field !== undefined && "options" in field && value !== "") {
        expect(field.options).toContain(value);
      }
    }
  });
});
