import { describe, expect, test } from "vitest";
import { fillPlan } from "../../../../src/fill/fill-plan.ts";
import {
  aBlock,
  cellOf,
  cellsPlan,
  number,
  text,
} from "../../../support/xlsx/plans.ts";
import { simpleForm } from "../../../support/xlsx/simple-form.ts";
import { escapeText } from "../../../../src/xlsx/xml/entities.ts";

/** A1:C4 hold data, A1 changes from 1 to 10; the formula is in E1. */
const result = (
  formula: string,
  more: Partial<Parameters<typeof simpleForm>[0]> = {},
  kind = "",
) => {
  const form = simpleForm({
    sheets: [
      {
        name: "様式",
        rows: `<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="E1"><f${kind}>${escapeText(formula)}</f><v>0</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2" t="s"><v>0</v></c></row><row r="3"><c r="A3"><v>3.5</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="b"><v>1</v></c></row><row r="4"><c r="A4" t="s"><v>3</v></c><c r="C4" t="e"><v>#N/A</v></c></row>`,
      },
      { name: "別 表", rows: '<row r="1"><c r="A1"><v>100</v></c></row>' },
    ],
    strings: ["○", "那覇市", "－", "7"].map((one) => `<si><t>${one}</t></si>`),
    definedNames: `<definedName name="点">様式!$A$1:$A$3</definedName><definedName name="局所">様式!$A$1</definedName><definedName name="局所" localSheetId="0">様式!$A$2:$A$3</definedName><definedName name="伸びる範囲">OFFSET(様式!$A$1,0,0,COUNTA(様式!$B:$B),1)</definedName>`,
    ...more,
  });
  const { bytes, warnings } = fillPlan(form, cellsPlan({ A1: number(10) }));
  return {
    value: cellOf(bytes, "E1")?.value,
    warnings: warnings.map(({ code }) => code),
  };
};

describe("totals that see a changed cell", () => {
  test.each([
    ["SUM(A1:A4)", 15.5],
    ['SUM(A1,A2,"3",TRUE)', 16],
    ["SUM(A:A)", 15.5],
    ["SUM(2:3)+A1*0", 5.5],
    ["SUMPRODUCT(LEN(B1:B3)*A1)", 30],
    ["SUM(点)", 15.5],
    ["SUM('別 表'!A1,A1)", 110],
    // A name of the sheet hides one of the book.
    ["SUM(局所)+A1*0", 5.5],
    ["COUNT(A1:C4)", 3],
    ["COUNTA(A1:B4)", 7],
    ["COUNTBLANK(A1:B4)", 1],
    ['COUNTIF(B1:B4,"○")+A1*0', 2],
    ['COUNTIF(A1:A4,">=3")', 2],
    ["COUNTIF(A1:A4,7)", 1],
    ['COUNTIF(C1:C1,"*覇?")+A1*0', 1],
    ['COUNTIF(B1:B4,"<>")+A1*0', 3],
    ['COUNTIF(B1:B4,"<>○")+A1*0', 2],
    ['COUNTIFS(B1:B3,"○",A1:A3,">2")', 1],
    ['SUMIF(B1:B3,"○",A1:A3)', 12],
    ['SUMIFS(A1:A3,B1:B3,"○",A1:A3,">2")', 10],
    ["AVERAGE(A1:A3)", 15.5 / 3],
    ["AVERAGE(D1:D4,A4:A4)+0*A1", "#DIV/0!"],
    ["INDEX(A1:C4,3,1)+A1*0", 3.5],
    ["INDEX(A1:A4,1)", 10],
    ["INDEX(A1:C1,2)&A1", "○10"],
    ["MATCH(10,A1:A4,0)", 1],
    ["INDEX(B1:B4,MATCH(A1,A1:A4,0))", "○"],
    ["MATCH(77,A1:A4,0)", "#N/A"],
    ["VLOOKUP(10,A1:B4,2,FALSE())", "○"],
    ["IF(TRUE(),A1,0)", 10],
    ["MAX(A1:A4)", 10],
    ["MIN(A1:A4)", 2],
    ["MAX(D1:D2)+A1", 10],
    ['IF(A1>5,"多い","少ない")', "多い"],
    ["IF(A1=10,,1)", 0],
    ["IF(A1<5,1)", false],
    ['IF(A1=0,"",A1&"件")', "10件"],
    ['IFERROR(A1/0,"－")', "－"],
    ["A1/0", "#DIV/0!"],
    ["SUM(A1:C4)", "#N/A"],
    ["A1+B1", "#VALUE!"],
    ["A1+A4+D1", 17],
    ["-A1^2", 100],
    ["A1*50%", 5],
    ["2+A1*3-4/2", 30],
    ['(A1=10)*(B1="○")', 1],
    ["A1<>10", false],
    ["AND(A1>1,C3)", true],
    ["ROUND(A1/3,2)", 3.33],
    ["ROUND(1.005+A1*0,2)", 1.01],
    ["ROUNDDOWN(-A1/3,0)", -3],
    ["MOD(-A1,3)", 2],
    ["INT(A1/3)", 3],
    ['SUMPRODUCT((B1:B3="○")*(A1:A3))', 12],
    ['SUMPRODUCT((MOD(ROW(A1:A4),2)=1)*(A1:A4<>""))', 2],
    ["SUBTOTAL(109,A1:A3)", 15.5],
    ["A1&LEFT(C1,2)", "10那覇"],
    ["VLOOKUP(A1,A1:C3,3,FALSE)", "那覇市"],
    ["ROW()+A1", 11],
    ["A1+0.1+0.2", 10.3],
  ])("%s is %j", (formula, expected) => {
    expect(result(formula)).toEqual({ value: expected, warnings: [] });
  });

  test.each([
    "VLOOKUP(A1,A1:C3,3)",
    "MATCH(A1,A1:A4)",
    "INDEX(A1:C4,0,1)",
    "SUBTOTAL(7,A1:A3)",
    "DATE(2025,13,1)+A1*0",
    "XIRR(A1:A3,B1:B3)",
    "A1+{1,2}",
    "E1+A1",
    "A1:A3",
    "SUMPRODUCT(1/COUNTIF(B1:B3,B1:B3))+A1",
    "LEN(A1:A2)",
    // Excel takes the cell in the formula's own row, which no array formula does.
    "SUM(A1:A3*2)",
    'AND(点<>0,B1="○")',
    "MAX(点-1)",
    // The inputs of these cannot be resolved.
    'INDIRECT("A1")',
    "COUNT(OFFSET(A2,-1,0))",
    "SUM(伸びる範囲)",
    "GETPIVOTDATA(B1,B2)",
    "誰も知らない名前+1",
    // Another book is none of ours, the cell beside it is.
    "[1]様式!A1+A1",
  ])("%s is left to Excel, without its old result", (formula) => {
    expect(result(formula)).toEqual({
      value: null,
      warnings: ["report/warn-not-computed"],
    });
  });

  test.each([
    ["SUM(A1:A3*2)", 31],
    ["MAX(点-1)", 9],
    ["AND(点<>0)", true],
  ])("%s as an array formula is %j", (formula, expected) => {
    expect(result(formula, {}, ' t="array" ref="E1"')).toEqual({
      value: expected,
      warnings: [],
    });
  });

  test.each(["XIRR(A2:A3,B2:B3)", "[1]様式!A1*2", "[1]!単価*2", "TODAY()"])(
    "%s sees no change and keeps its result",
    (formula) => {
      expect(result(formula)).toEqual({ value: 0, warnings: [] });
    },
  );

  test("what an array formula or a table operation wrote into other cells goes with it", () => {
    const form = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `<row r="1"><c r="A1"><v>3</v></c><c r="B1"><f t="array" ref="B1:B2">SORT(A1:A2)</f><v>2</v></c><c r="C1"><f>B2*2</f><v>6</v></c><c r="D1"><f t="dataTable" ref="D1:D2" dt2D="0" dtr="0" r1="A1"/><v>6</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c><c r="D2"><v>7</v></c></row>`,
        },
      ],
    });
    const { bytes, proof, warnings } = fillPlan(
      form,
      cellsPlan({ A1: number(1) }),
    );
    const lost = ["B1", "B2", "C1", "D1", "D2"];
    for (const address of lost) {
      expect(cellOf(bytes, address)?.value ?? null).toBeNull();
    }
    expect(proof.computed.map(({ address }) => address).sort()).toEqual(lost);
    expect(warnings.map(({ params }) => params.formula)).toEqual([
      "SORT(A1:A2)",
      "B2*2",
      "",
    ]);
  });

  test("subtotals over hidden rows are left to Excel", () => {
    const form = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f>SUBTOTAL(109,A1:A2)</f><v>1</v></c><c r="B3"><f>SUM(A1:A2)</f><v>3</v></c></row>`,
        },
      ],
    });
    const { bytes } = fillPlan(form, cellsPlan({ A1: number(5) }));
    expect(cellOf(bytes, "A3")?.value).toBeNull();
    expect(cellOf(bytes, "B3")?.value).toBe(7);
  });

  test("in a table its columns need no name of the table", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const form = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>[[#This Row],点]*2</f><v>2</v></c></row><row r="3"><c r="A3"><f>SUBTOTAL(109,[点])</f><v>1</v></c><c r="B3"><f>SUM([数])</f><v>2</v></c></row>`,
        },
      ],
      strings: ["<si><t>点</t></si>", "<si><t>数</t></si>"],
      more: {
        "xl/tables/table1.xml": `<table xmlns="${main}" id="1" name="表1" displayName="表1" ref="A1:B3" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="点"/><tableColumn id="2" name="数"/></tableColumns></table>`,
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>`,
      },
    });
    const { bytes, warnings } = fillPlan(form, {
      cells: [],
      blocks: [
        aBlock({
          entries: [4, 5, 6].map((points) => [{ A: number(points) }]),
        }),
      ],
    });
    expect(cellOf(bytes, "B4")?.value).toBe(12);
    expect(cellOf(bytes, "A5")?.value).toBe(15);
    expect(cellOf(bytes, "B5")?.value).toBe(30);
    expect(warnings).toEqual([]);
  });

  test("a balance over ten thousand rows is computed, and what shows it above", () => {
    const form = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `<row r="1"><c r="A1"><v>0</v></c><c r="D1"><f>A3</f><v>0</v></c></row><row r="2"><c r="A2"><f>A1+B2</f><v>0</v></c><c r="B2"/></row><row r="3"><c r="A3"><f>MAX(A2:A2)</f><v>0</v></c></row>`,
        },
      ],
    });
    const { bytes, warnings } = fillPlan(form, {
      cells: [],
      blocks: [
        aBlock({
          firstRow: 2,
          entries: Array.from({ length: 10_000 }, () => [{ B: number(1) }]),
        }),
      ],
    });
    expect(warnings).toEqual([]);
    expect(cellOf(bytes, "A10001")).toMatchObject({
      formula: "A10000+B10001",
      value: 10_000,
    });
    expect(cellOf(bytes, "D1")).toMatchObject({
      formula: "A10002",
      value: 10_000,
    });
  });

  test("subtotals within subtotals do not count twice", () => {
    const form = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f>SUBTOTAL(9,A1:A2)</f></c></row><row r="4"><c r="A4"><f>SUBTOTAL(9,A1:A3)</f></c></row>`,
        },
      ],
    });
    const { bytes } = fillPlan(form, cellsPlan({ A1: number(10) }));
    expect(cellOf(bytes, "A3")?.value).toBe(12);
    expect(cellOf(bytes, "A4")?.value).toBe(12);
  });

  test("a chain that goes down three thousand rows is computed from its end", () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}"><f>A${at + 2}+1</f></c></row>`,
    ).join("");
    const form = simpleForm({
      sheets: [
        { name: "様式", rows: `${rows}<row r="3001"><c r="A3001"/></row>` },
      ],
    });
    const { bytes, warnings } = fillPlan(form, cellsPlan({ A3001: number(5) }));
    expect(warnings).toEqual([]);
    expect(cellOf(bytes, "A1")?.value).toBe(3_005);
  });

  test("a name that means itself is left to Excel", () => {
    const definedNames = '<definedName name="循">循+1</definedName>';
    expect(result("A1+循", { definedNames })).toEqual({
      value: null,
      warnings: ["report/warn-not-computed"],
    });
  });

  test("totals of a table are computed by its columns", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const value = result("SUBTOTAL(109,表1[点])+SUM(表1[[点]:[数]])", {
      more: {
        "xl/tables/table1.xml": `<table xmlns="${main}" id="1" name="表1" displayName="表1" ref="A1:B4" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="点"/><tableColumn id="2" name="数"/></tableColumns></table>`,
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>`,
      },
    });
    // Rows 2 and 3: the first holds the headers, the last the totals.
    expect(value).toEqual({ value: 0, warnings: [] });
  });

  test("text results and marks are stored as results, not as shared text", () => {
    const { bytes } = fillPlan(
      simpleForm({
        sheets: [
          {
            name: "様式",
            rows: '<row r="1"><c r="A1"/><c r="B1"><f>A1&amp;"様"</f></c></row>',
          },
        ],
      }),
      cellsPlan({ A1: text("<沖縄>") }),
    );
    expect(cellOf(bytes, "B1")).toMatchObject({
      value: "<沖縄>様",
      isFormula: true,
    });
  });
});
