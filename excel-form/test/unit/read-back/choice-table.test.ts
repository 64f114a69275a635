import { describe, expect, test } from "vitest";
import {
  describeMap,
  fillForm,
  preflight,
  readForm,
  readWithFindings,
} from "../../../src/index.ts";
import { simpleForm } from "../../support/xlsx/simple-form.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const text = (at: string, words: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;

const blank = simpleForm({
  sheets: [
    {
      name: "様式",
      before: '<cols><col min="1" max="2" width="40"/></cols>',
      rows: `<row r="1">${text("A1", "業種")}<c r="B1" s="1"/></row>`,
      after: `<dataValidations><dataValidation type="list" sqref="B1"><formula1>"建設業,製造業,卸売・小売業"</formula1></dataValidation></dataValidations>`,
    },
  ],
});
const form = readForm(blank);
const map = describeMap(VOCABULARY, form, {
  version: 1,
  revision: 1,
  form: { fingerprint: form.fingerprint },
  cells: [
    {
      sheet: "様式",
      cell: "B1",
      key: "business.industry",
      marks: {
        海産物加工業: "製造業",
        家具づくり: "製造業",
        食料品店: "卸売・小売業",
      },
    },
  ],
  lists: [],
});

const there = (industry: string) => {
  const data = { scalars: { "business.industry": industry }, rows: [] };
  const { bytes } = fillForm(VOCABULARY, blank, map, data);
  const filled = readForm(bytes);
  const { data: back, findings } = readWithFindings(VOCABULARY, filled, map);
  return {
    warned: preflight(VOCABULARY, form, map, data).map(({ code }) => code),
    written: filled.sheets[0]?.cells.get("B1")?.text,
    read: back.scalars["business.industry"],
    found: findings.map(({ kind, level }) => `${level} ${kind}`),
  };
};

describe("our values beside the choices of the form", () => {
  test("the form's choice is written, and read as the value that it stands for", () => {
    expect(there("食料品店")).toEqual({
      warned: [],
      written: "卸売・小売業",
      read: "食料品店",
      found: [],
    });
  });

  test("a choice that stands for several values changes none of them", () => {
    expect(there("家具づくり")).toEqual({
      warned: [],
      written: "製造業",
      read: undefined,
      found: ["note severalMeanings"],
    });
  });

  test("a choice of the form that is in no table is no mistake", () => {
    expect(there("建設業")).toEqual({
      warned: [],
      written: "建設業",
      read: "建設業",
      found: [],
    });
  });

  test("a value that the form does not offer is told before and after", () => {
    expect(there("清掃業")).toEqual({
      warned: ["not-offered"],
      written: "清掃業",
      read: "清掃業",
      found: ["doubt notAnOption"],
    });
  });
});
