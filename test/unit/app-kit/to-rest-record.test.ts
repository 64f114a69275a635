import { expect, test } from "vitest";
import { parseRecord } from "../../../src/app-kit/record-schema.ts";
import { toRestRecord } from "../../../src/app-kit/to-rest-record.ts";
import { nominations } from "../../../src/apps/index.ts";

test("only the fields that are given are written", () => {
  expect(toRestRecord(nominations, { registeredName: "株式会社山田" })).toEqual(
    {
      registeredName: { value: "株式会社山田" },
    },
  );
});

test("blanks are written as kintone clears each type", () => {
  expect(
    toRestRecord(nominations, {
      employees: null,
      contactDone: null,
      consentMethod: null,
      remarks: "",
      nameCheckedBy: [],
    }),
  ).toEqual({
    employees: { value: "" },
    contactDone: { value: null },
    consentMethod: { value: null },
    remarks: { value: "" },
    nameCheckedBy: { value: [] },
  });
});

test("numbers go as text, entities by code, files by key", () => {
  expect(
    toRestRecord(nominations, {
      capital: 1_000_000,
      nameCheckedBy: [{ code: "sato" }],
      caseFile: [{ fileKey: "key" }],
    }),
  ).toEqual({
    capital: { value: "1000000" },
    nameCheckedBy: { value: [{ code: "sato" }] },
    caseFile: { value: [{ fileKey: "key" }] },
  });
});

test("a known row keeps its id and a new one has none", () => {
  expect(
    toRestRecord(nominations, {
      checklist: [
        { id: "5", answer: "はい" },
        { id: null, itemId: "A2", itemPoints: 0.5, answer: null },
      ],
    }),
  ).toEqual({
    checklist: {
      value: [
        { id: "5", value: { answer: { value: "はい" } } },
        {
          value: {
            itemId: { value: "A2" },
            itemPoints: { value: "0.5" },
            answer: { value: null },
          },
        },
      ],
    },
  });
});

test("a parsed record can be written back without what kintone fills itself", () => {
  const record = parseRecord(nominations, {
    $id: { value: "1" },
    organization: { value: [{ code: "s01", name: "甲商工会" }] },
    verdict: { value: "基準以上" },
    checklist: {
      value: [
        { id: "5", value: { itemId: { value: "A1" }, earned: { value: "1" } } },
      ],
    },
  });
  const written = toRestRecord(nominations, record);
  for (const code of [
    "id",
    "revision",
    "status",
    "organization",
    "registerDue",
    "scoreTotal",
    "verdict",
    "sameFirm",
  ]) {
    expect(written).not.toHaveProperty(code);
  }
  expect(written.checklist).toEqual({
    value: [
      {
        id: "5",
        value: {
          itemId: { value: "A1" },
          itemArea: { value: "" },
          itemText: { value: "" },
          itemPoints: { value: "" },
          answer: { value: null },
          evidence: { value: "" },
        },
      },
    ],
  });
});
