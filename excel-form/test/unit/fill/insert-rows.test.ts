import { describe, expect, test } from "vitest";
import { fillPlan } from "../../../src/fill/fill-plan.ts";
import type { PlannedEntry } from "../../../src/plan/plan.ts";
import { readForm } from "../../../src/xlsx/sheet/read-form.ts";
import { codeOf } from "../../support/form-error.ts";
import {
  aBlock,
  blockPlan,
  cellOf,
  columnTexts,
  date,
  number,
  text,
} from "../../support/xlsx/plans.ts";
import {
  RICH_LIST_ROW,
  RICH_SHEET,
  richForm,
} from "../../support/xlsx/rich-form.ts";
import { simpleForm } from "../../support/xlsx/simple-form.ts";
import { partText, unzipParts } from "../../support/xlsx/zip.ts";

const SHEET1 = "xl/worksheets/sheet1.xml";

describe("fillPlan with fifty rows more in a form that has everything", () => {
  const form = richForm();
  const { bytes, proof, warnings } = fillPlan(form, {
    cells: [{ sheet: RICH_SHEET, address: "B3", value: text("沖縄県連") }],
    blocks: [
      aBlock({
        sheet: RICH_SHEET,
        firstRow: RICH_LIST_ROW,
        entries: Array.from({ length: 51 }, (_, index) => [
          {
            B: text(`商工会${index}`),
            C: text(`=事業所${index}`),
            F: date("2022-07-27"),
            G: text(index % 3 === 0 ? "★★" : "★"),
            H: number(index),
          },
        ]),
      }),
    ],
  });
  const result = readForm(bytes);
  const sheet = result.sheets[0];
  const xml = partText(bytes, SHEET1);

  test("loses no part but the order of calculation", () => {
    const before = Object.keys(unzipParts(form));
    const after = Object.keys(unzipParts(bytes));
    expect(before.filter((name) => !after.includes(name))).toEqual([
      "xl/calcChain.xml",
    ]);
    expect(partText(bytes, "[Content_Types].xml")).not.toContain("calcChain");
    expect(partText(bytes, "xl/_rels/workbook.xml.rels")).not.toContain(
      "calcChain",
    );
    expect(partText(bytes, "xl/workbook.xml")).toContain(
      '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
    );
  });

  test("numbers, fills and formats every row alike", () => {
    expect(columnTexts(bytes, "A", 11, 61, RICH_SHEET)).toEqual(
      Array.from({ length: 51 }, (_, index) => String(index + 1)),
    );
    expect(sheet?.cells.get("C61")).toMatchObject({
      value: "=事業所50",
      isFormula: false,
    });
    expect(sheet?.cells.get("F61")?.date).toBe("2022-07-27");
    expect(sheet?.rowHeight(61)).toEqual({ points: 20.25, custom: true });
    expect(sheet?.cells.get("A62")?.text).toBe("合計");
  });

  test("computes the totals, so that nobody has to calculate", () => {
    expect(sheet?.cells.get("H62")).toMatchObject({
      formula: "SUM(H11:H61)",
      value: 1275,
    });
    expect(sheet?.cells.get("D5")).toMatchObject({
      formula: "COUNTA(B11:B61)",
      value: 51,
    });
    expect(sheet?.cells.get("G62")).toMatchObject({ value: 34 });
    expect(sheet?.cells.get("I62")).toMatchObject({ value: 50 });
    expect(sheet?.cells.get("E62")).toMatchObject({ value: "あり" });
    expect(sheet?.cells.get("J61")).toMatchObject({
      formula: "SUM($H$11:H61)",
      value: 1275,
    });
    const other = result.sheets[1];
    expect(other?.cells.get("A1")).toMatchObject({
      formula: `SUM('${RICH_SHEET}'!H11:H61)`,
      value: 1275,
    });
    expect(other?.cells.get("A3")).toMatchObject({
      formula: `A2+'${RICH_SHEET}'!$H$62`,
      value: 3825,
    });
    expect(other?.cells.get("C1")).toMatchObject({ value: 2550 });
  });

  test("keeps what a formula says in quotes", () => {
    expect(sheet?.cells.get("H65")?.formula).toBe(
      `IF(INDIRECT("H11")="","A12 A11:B12",'集計'!A1)`,
    );
  });

  test.each([
    // Moved.
    '<selection pane="bottomLeft" activeCell="A65" sqref="A65:B65"/>',
    '<brk id="66" max="16383" man="1"/>',
    '<brk id="64" max="16383" man="1"/>',
    '<hyperlink ref="A65" r:id="rIdH"/>',
    `location="'${RICH_SHEET}'!A65"`,
    '<cellWatch r="H62"/>',
    '<ignoredError sqref="A11:A61 A69" numberStoredAsText="1"/>',
    'linkedCell="$J$66"',
    "<xdr:row>65</xdr:row>",
    '<mergeCell ref="A65:G65"/>',
    'cfvo type="formula" val="$H$62"',
    "<formula2>$H$62+100</formula2>",
    "<formula>$H$62=0</formula>",
    '<f t="array" ref="H64">SUM(H11:H61*1)</f>',
    "<f>E62+$H$62</f>",
    '<scenarios current="0" sqref="H62">',
    '<inputCells r="B65" val="3"/>',
    '<dataRef ref="A68:B70" sheet="回答 シート"/><dataRef ref="A18:B20" sheet="集計"/>',
    "<xm:f>'回答 シート'!$A$68:$B$70</xm:f>",
    'sourceRef="A1:L70"',
    '<c r="M62" cm="1"><f t="array" ref="M62:M63">_xlfn._xlws.SORT(H63:H64)</f>',
    "<f>SUM(_xlfn.ANCHORARRAY(M62))</f>",
    "<f>_xlfn.LET(_xlpm.x,H62,_xlpm.x+YEN10)</f>",
    "<f>[1]回答シート!$A$15+'[1]回答 シート'!A15+H62</f>",
    'dtr="0" r1="H62"/>',
    '<c r="N62" t="str"><f>H62&amp;""</f>',
    // Grown.
    '<sortState ref="A11:J61"><sortCondition descending="1" ref="H11:H61"/>',
    '<brk id="8" max="69" man="1"/>',
    '<dimension ref="A1:O70"/>',
    '<autoFilter ref="A10:J61"/>',
    '<protectedRange sqref="B11:H61"',
    '<conditionalFormatting sqref="A11:J61">',
    "<formula>$H11&gt;SUM($H$11:$H$61)/2</formula>",
    'sqref="E11:E61"',
    'sqref="H11:H61 B3"',
    "<xm:sqref>C11:D61</xm:sqref>",
    "<xm:sqref>G11:G61</xm:sqref>",
    '<mergeCell ref="K9:K61"/>',
    // Repeated.
    '<mergeCell ref="C61:D61"/>',
    '<mergeCells count="54">',
    `<xm:f>'${RICH_SHEET}'!H61:J61</xm:f><xm:sqref>L61</xm:sqref>`,
    `<xm:f>'${RICH_SHEET}'!A69:A70</xm:f><xm:sqref>L62</xm:sqref>`,
    '<c r="M61" s="1" cm="1"><f t="array" ref="M61">_xlfn.XLOOKUP(H61,$H$11:$H$61,$B$11:$B$61)</f>',
    '<c r="N61" t="str"><f>H61&amp;""</f>',
    // Left alone: the place of an input cell, and an object that keeps its size.
    'dtr="0" r1="H11"/>',
    "<xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>13</xdr:row>",
    "<xm:f>'集計'!$A$1&lt;$H11</xm:f>",
    "<xm:f>'集計'!$D$1:$D$2</xm:f>",
    '<pane ySplit="10" topLeftCell="A11"',
    '<mergeCell ref="A1:H1"/>',
  ])("the sheet reads %s", (expected) => {
    expect(xml).toContain(expected);
  });

  test.each([
    ["xl/workbook.xml", `'${RICH_SHEET}'!$A$10:$J$61<`],
    ["xl/workbook.xml", `'${RICH_SHEET}'!$A$1:$L$70<`],
    ["xl/workbook.xml", `'${RICH_SHEET}'!$9:$10<`],
    ["xl/workbook.xml", `'${RICH_SHEET}'!$H$62<`],
    ["xl/workbook.xml", `'${RICH_SHEET}'!$H$11:$H$61<`],
    ["xl/workbook.xml", ">[1]回答シート!$A$15<"],
    [
      "xl/workbook.xml",
      `>'${RICH_SHEET}'!$A$1:$L$70,'${RICH_SHEET}'!$A$5:$B$9<`,
    ],
    ["xl/pivotCache/pivotCacheDefinition1.xml", 'ref="A10:H61"'],
    [
      "xl/pivotCache/pivotCacheDefinition2.xml",
      `<rangeSet ref="A68:B70" sheet="${RICH_SHEET}"/><rangeSet ref="A18:B20" sheet="集計"/>`,
    ],
    ["xl/pivotTables/pivotTable1.xml", '<location ref="A6:B7"'],
    ["xl/connections.xml", `cell="'${RICH_SHEET}'!$H$62"`],
    ["xl/tables/tableSingleCells1.xml", 'r="C65"'],
    ["xl/drawings/drawing3.xml", `textlink="'${RICH_SHEET}'!$H$62"`],
    [
      "xl/charts/chart1.xml",
      `<c15:sqref>'${RICH_SHEET}'!$H$11:$H$62</c15:sqref>`,
    ],
    ["xl/worksheets/sheet2.xml", `SUM('${RICH_SHEET}'!$H$11:$H$61)</formula>`],
    ["xl/tables/table1.xml", 'ref="A68:B70" totalsRowShown'],
    ["xl/tables/table1.xml", '<autoFilter ref="A68:B70"/>'],
    ["xl/comments1.xml", 'ref="A65"'],
    ["xl/threadedComments/threadedComment1.xml", 'ref="A65"'],
    ["xl/ctrlProps/ctrlProp1.xml", 'fmlaLink="$J$66"'],
    ["xl/charts/chart1.xml", `'${RICH_SHEET}'!$H$10<`],
    ["xl/charts/chart1.xml", `'${RICH_SHEET}'!$C$11:$C$61<`],
    ["xl/charts/chart1.xml", `'${RICH_SHEET}'!$H$11:$H$61<`],
    [
      "xl/charts/chart1.xml",
      '<c:formatCode>General</c:formatCode><c:ptCount val="51"/><c:pt idx="0"><c:v>0</c:v></c:pt><c:pt idx="1"><c:v>1</c:v></c:pt>',
    ],
    [
      "xl/charts/chartEx1.xml",
      `<cx:numDim type="val"><cx:f>'${RICH_SHEET}'!$H$11:$H$61</cx:f></cx:numDim>`,
    ],
    // The text of a shape that shows a cell; one in other words than a number is left to Excel.
    ["xl/drawings/drawing1.xml", "<a:t>1275</a:t>"],
    ["xl/drawings/drawing3.xml", "<a:r><a:t></a:t></a:r>"],
    ["xl/drawings/drawing1.xml", `textlink="'${RICH_SHEET}'!$H$62"`],
    ["xl/drawings/_rels/drawing1.xml.rels", "#'回答%20シート'!A65"],
    ["xl/drawings/vmlDrawing1.vml", "2, 15, 64, 10, 4, 15, 68, 4<"],
    ["xl/drawings/vmlDrawing1.vml", "<x:Row>64</x:Row>"],
    ["xl/drawings/vmlDrawing1.vml", "<x:FmlaLink>$J$66</x:FmlaLink>"],
    ["xl/drawings/vmlDrawing1.vml", "注<br>記"],
  ])("%s reads %s", (part, expected) => {
    expect(partText(bytes, part)).toContain(expected);
  });

  test("moves drawings as their owners asked", () => {
    const rows = [
      ...partText(bytes, "xl/drawings/drawing1.xml").matchAll(
        /<xdr:row>(\d+)/g,
      ),
    ].map((match) => Number(match[1]));
    expect(rows).toEqual([
      // Below the list, across it, fixed on the paper, of fixed size.
      ...[64, 65],
      ...[8, 64],
      ...[14, 16],
      ...[5, 13],
      // The logo and the group below.
      ...[65],
      ...[67, 68],
    ]);
  });

  test("has pivot tables summed up anew and says so, and what else Excel has to do", () => {
    for (const number_ of [1, 2]) {
      const part = `xl/pivotCache/pivotCacheDefinition${number_}.xml`;
      expect(partText(bytes, part)).toContain(' refreshOnLoad="1">');
      expect(proof.changedParts).toContainEqual({
        name: part,
        reasons: ["calculation", "rows-moved"],
      });
    }
    expect(
      warnings.map(({ code, address, params }) =>
        [code.slice(12), address, params.formula ?? ""].join(" ").trim(),
      ),
    ).toEqual([
      "not-computed F5 LOG10(100)+'回答 シート'!H11",
      "not-computed M11 _xlfn.XLOOKUP(H11,$H$11:$H$61,$B$11:$B$61)",
      "not-computed M62 _xlfn._xlws.SORT(H63:H64)",
      "not-computed O62 SUM(_xlfn.ANCHORARRAY(M62))",
      "not-computed O63 _xlfn.LET(_xlpm.x,H62,_xlpm.x+YEN10)",
      "not-computed M64 [1]回答シート!$A$15+'[1]回答 シート'!A15+H62",
      `not-computed H65 IF(INDIRECT("H11")="","A12 A11:B12",'集計'!A1)`,
      "not-computed M65",
      "pivot A10:H61",
      "pivot A68:B70",
    ]);
  });

  test("leaves every other part as it was, as the proof says", () => {
    const before = unzipParts(form);
    const after = unzipParts(bytes);
    const untouched = proof.untouchedParts.map(({ name }) => name);
    expect(untouched).toEqual(
      expect.arrayContaining([
        "xl/theme/theme1.xml",
        "xl/styles.xml",
        "docProps/core.xml",
        "xl/media/image1.png",
        "xl/printerSettings/printerSettings1.bin",
        "xl/drawings/vmlDrawing2.vml",
        "xl/externalLinks/externalLink1.xml",
        "xl/embeddings/oleObject1.bin",
      ]),
    );
    for (const name of untouched) expect(after[name]).toEqual(before[name]);
    expect(
      [...untouched, ...proof.changedParts.map(({ name }) => name)].sort(),
    ).toEqual(Object.keys(after).sort());
  });
});

describe("fillPlan and the rows of a list", () => {
  const row = (number_: number, cells: string) =>
    `<row r="${number_}">${cells}</row>`;
  const numbered = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) =>
      row(
        from + index,
        `<c r="A${from + index}" s="1"><v>${index + 1}</v></c><c r="B${from + index}" s="1"/>`,
      ),
    ).join("");
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      { B: text(`名${index + 1}`) },
    ]);
  const form = simpleForm({
    sheets: [
      {
        name: "様式",
        rows: `${numbered(2, 4)}${row(5, '<c r="B5"><f>COUNTA(B2:B4)</f><v>0</v></c>')}`,
      },
    ],
  });

  test("no record at all leaves the blank rows", () => {
    const { bytes } = fillPlan(form, blockPlan({ entries: [] }));
    expect(Buffer.compare(bytes, form)).toBe(0);
  });

  test("fewer records leave the rest blank and numbered", () => {
    const { bytes } = fillPlan(
      form,
      blockPlan({ entriesAvailable: 3, entries: names(2) }),
    );
    expect(columnTexts(bytes, "A", 2, 5)).toEqual(["1", "2", "3", ""]);
    expect(columnTexts(bytes, "B", 2, 5)).toEqual(["名1", "名2", "", "2"]);
  });

  test("the surplus is inserted and the numbers go on", () => {
    const { bytes, proof } = fillPlan(
      form,
      blockPlan({ entriesAvailable: 3, entries: names(5) }),
    );
    expect(columnTexts(bytes, "A", 2, 7)).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "",
    ]);
    expect(columnTexts(bytes, "B", 2, 7)).toEqual([
      "名1",
      "名2",
      "名3",
      "名4",
      "名5",
      "5",
    ]);
    expect(proof.insertedRows).toEqual([
      { sheet: "様式", firstRow: 4, count: 2 },
    ]);
    expect(proof.computed).toEqual([
      { sheet: "様式", address: "B7", before: 0, after: 5 },
    ]);
  });

  test("a hidden row is told, and what is copied from one is shown", () => {
    const hidden = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `<row r="2" hidden="1"><c r="B2"/></row><row r="3"/>`,
          after: `<hyperlinks><hyperlink ref="A1" location="様式!B3" display="x"/><hyperlink ref="A2" location="ほか!B3"/><hyperlink ref="A3" location="B3"/></hyperlinks>`,
        },
      ],
    });
    const { bytes, warnings } = fillPlan(
      hidden,
      blockPlan({ entries: names(3) }),
    );
    const sheet = readForm(bytes).sheets[0];
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([2]);
    expect(warnings.map(({ code, address }) => `${code} ${address}`)).toEqual([
      "report/warn-hidden-row B2",
    ]);
    expect(
      [...partText(bytes, SHEET1).matchAll(/location="([^"]*)"/g)].map(
        ([, location]) => location,
      ),
    ).toEqual(["様式!B5", "ほか!B3", "B5"]);
  });

  test("the surplus is refused when the map says so", () => {
    expect(
      codeOf(() =>
        fillPlan(
          form,
          blockPlan({
            entriesAvailable: 3,
            onSurplus: "refuse",
            entries: names(4),
          }),
        ),
      ),
    ).toBe("report/too-many-records");
  });

  test("rows that would fall off the sheet are refused", () => {
    const full = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `${numbered(2, 2)}${row(1_048_575, '<c r="A1048575"><v>1</v></c>')}`,
        },
      ],
    });
    const fill = (count: number) => () =>
      fillPlan(full, blockPlan({ entries: names(count) }));
    expect(codeOf(fill(2))).toBe("no error");
    expect(codeOf(fill(3))).toBe("report/row-limit");
  });

  test.each([
    [["１", "２"], "３", "４"],
    [["(1)", "(2)"], "(3)", "(4)"],
    [["No.01", "No.02"], "No.03", "No.04"],
    [["⑲", "⑳"], "㉑", "㉒"],
    [["法人・個人", "法人・個人"], "法人・個人", "法人・個人"],
    [["昭和1年", "平成2年"], "昭和1年", "平成2年"],
  ])("goes on after %j with %s and %s", (given, third, fourth) => {
    const listed = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: given
            .map((_, index) =>
              row(index + 2, `<c r="A${index + 2}" t="s"><v>${index}</v></c>`),
            )
            .join(""),
        },
      ],
      strings: given.map((one) => `<si><t>${one}</t></si>`),
    });
    const { bytes } = fillPlan(
      listed,
      blockPlan({ entriesAvailable: 2, entries: names(4) }),
    );
    expect(columnTexts(bytes, "A", 4, 5)).toEqual([third, fourth]);
  });

  test("entries of two rows keep their merges and their second row", () => {
    const pair = (top: number, index: number) =>
      row(
        top,
        `<c r="A${top}"><v>${index}</v></c><c r="B${top}"/><c r="C${top}"/>`,
      ) + row(top + 1, `<c r="A${top + 1}"/><c r="B${top + 1}"/>`);
    const pairs = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `${pair(2, 1)}${pair(4, 2)}${row(6, '<c r="C6"><f>SUM(C2:C5)</f><v>0</v></c>')}`,
          after: `<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/><mergeCell ref="A4:A5"/><mergeCell ref="C4:C5"/><mergeCell ref="E2:E5"/></mergeCells>`,
        },
      ],
    });
    const { bytes } = fillPlan(
      pairs,
      blockPlan({
        rowsPerEntry: 2,
        entriesAvailable: 2,
        entries: [1, 2, 3, 4].map((index): PlannedEntry => [
          { B: text(`ふり${index}`), C: number(index) },
          { B: text(`名${index}`) },
        ]),
      }),
    );
    expect(columnTexts(bytes, "B", 2, 9)).toEqual([
      ..."ふり1 名1 ふり2 名2 ふり3 名3 ふり4 名4".split(" "),
    ]);
    expect(columnTexts(bytes, "A", 2, 9)).toEqual([
      ..."1, ,2, ,3, ,4, ".split(",").map((one) => one.trim()),
    ]);
    expect(cellOf(bytes, "C10")).toMatchObject({
      formula: "SUM(C2:C9)",
      value: 10,
    });
    const merges = readForm(bytes).sheets[0]?.merges.map(
      ({ top, left, bottom }) => `${left}:${top}-${bottom}`,
    );
    expect(merges?.sort()).toEqual([
      ..."1:2-3 1:4-5 1:6-7 1:8-9 3:2-3 3:4-5 3:6-7 3:8-9 5:2-9".split(" "),
    ]);
  });

  test("two lists on one sheet both grow", () => {
    const two = simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `${numbered(2, 3)}${row(4, '<c r="B4"><f>COUNTA(B2:B3)</f><v>0</v></c>')}${row(6, '<c r="A6"><v>1</v></c><c r="C6"><f>A6*2</f><v>2</v></c>')}${row(7, '<c r="A7"><f>SUM(A6:A6)+B4</f><v>0</v></c>')}`,
        },
      ],
    });
    const { bytes } = fillPlan(two, {
      cells: [],
      blocks: [
        aBlock({ firstRow: 2, entriesAvailable: 2, entries: names(4) }),
        aBlock({
          firstRow: 6,
          entries: [10, 20, 30].map((value) => [{ A: number(value) }]),
        }),
      ],
    });
    expect(columnTexts(bytes, "B", 2, 6)).toEqual([
      "名1",
      "名2",
      "名3",
      "名4",
      "4",
    ]);
    expect(columnTexts(bytes, "A", 8, 11)).toEqual(["10", "20", "30", "64"]);
    expect(columnTexts(bytes, "C", 8, 10)).toEqual(["20", "40", "60"]);
    expect(cellOf(bytes, "A11")?.formula).toBe("SUM(A8:A10)+B6");
  });

  test("a cancelled fill ends at once and says so", () => {
    const seen: number[] = [];
    const fill = () =>
      fillPlan(form, blockPlan({ entriesAvailable: 3, entries: names(1000) }), {
        onProgress: (done) => seen.push(done),
        isCancelled: () => seen.length >= 2,
      });
    expect(codeOf(fill)).toBe("report/cancelled");
    expect(seen).toEqual([100, 200]);
  });
});
