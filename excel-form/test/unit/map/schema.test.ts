import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { FormError } from "../../../src/words/form-error.ts";
import { sentence } from "../../support/form-error.ts";
import {
  parseMapText,
  parseReportData,
  proposeMap,
  readForm,
} from "../../../src/index.ts";
import {
  reportMapJsonSchema,
  reportMapJsonSchemaText,
} from "../../../src/map/json-schema.ts";
import { storedForm } from "../../support/forms/blank-forms.ts";
import { VOCABULARY as ALL } from "../../../../src/domain/vocabulary.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const map = proposeMap(
  VOCABULARY,
  readForm(storedForm("b01-status-reply.xlsx")),
);

const refusalOf = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(FormError);
    return sentence(error);
  }
  throw new Error("was accepted");
};

const change = (replace: object): string =>
  JSON.stringify({ ...map, ...replace });

describe("the published schema", () => {
  test("docs/report-map.schema.json is current", () => {
    const published = readFileSync(
      new URL("../../../../docs/report-map.schema.json", import.meta.url),
      "utf8",
    );
    expect(published).toBe(reportMapJsonSchemaText(ALL));
  });

  test("accepts a proposed map and refuses a wrong one, as the code does", () => {
    const isValid = new Ajv({ strict: false }).compile(
      reportMapJsonSchema(VOCABULARY),
    );
    expect(isValid(JSON.parse(JSON.stringify(map)))).toBe(true);
    expect(
      isValid({
        ...map,
        cells: [{ sheet: "様式", cell: "5B", key: "report.date" }],
      }),
    ).toBe(false);
    expect(isValid({ ...map, lists: [{ sheet: "様式" }] })).toBe(false);
  });
});

describe("parseMapText", () => {
  test("reads what was saved", () => {
    expect(parseMapText(VOCABULARY, JSON.stringify(map))).toEqual(map);
  });

  test.each([
    ["{", "読み取れません"],
    ["[]", "読み取れません"],
    [change({ version: 2 }), "新しい版"],
    [
      change({ cells: [{ sheet: "様式", cell: "B5", key: "report.dates" }] }),
      "cells.0.key",
    ],
    [
      change({ cells: [{ sheet: "様式", cell: "ZZZZ1", key: "report.date" }] }),
      "cells.0.cell",
    ],
    [
      change({ cells: [{ sheet: "様式", cell: "XFE1", key: "report.date" }] }),
      "cells.0.cell",
    ],
    [
      change({
        cells: [
          { sheet: "様式", cell: "B5", key: "report.date", part: "week" },
        ],
      }),
      "cells.0.part",
    ],
    [change({ lists: [{ ...map.lists[0], firstRow: 0 }] }), "lists.0.firstRow"],
    [
      change({ lists: [{ ...map.lists[0], onSurplus: "drop" }] }),
      "lists.0.onSurplus",
    ],
  ])("%.40s is refused with its place", (text, part) => {
    expect(refusalOf(() => parseMapText(VOCABULARY, text))).toContain(part);
  });
});

describe("parseReportData", () => {
  test("both halves may be missing", () => {
    expect(parseReportData({})).toEqual({ scalars: {}, rows: [] });
  });

  test.each([
    null,
    [],
    { rows: {} },
    { rows: [["x"]] },
    { scalars: [] },
    { scalars: { a: { b: 1 } } },
  ])("%j is refused", (input) => {
    expect(refusalOf(() => parseReportData(input))).toContain("scalars");
  });
});
