import { describe, expect, test } from "vitest";
import { fillPlan } from "../../../src/fill/fill-plan.ts";
import { readForm } from "../../../src/xlsx/sheet/read-form.ts";
import { codeOf } from "../../support/form-error.ts";
import {
  aBlock,
  blockPlan,
  cellsPlan,
  number,
  text,
} from "../../support/xlsx/plans.ts";
import { rawZip } from "../../support/xlsx/raw-zip.ts";
import type { RawEntry } from "../../support/xlsx/raw-zip.ts";
import { simpleForm, simpleParts } from "../../support/xlsx/simple-form.ts";
import type { Parts } from "../../support/xlsx/zip.ts";
import { partText, unzipParts, zipParts } from "../../support/xlsx/zip.ts";

const SHEET1 = "xl/worksheets/sheet1.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

const replaceIn = (parts: Parts, part: string, from: string, to: string) => {
  const written = String(parts[part]);
  expect(written).toContain(from);
  return { ...parts, [part]: written.replace(from, to) };
};

const named = (rename: (name: string) => string): RawEntry[] =>
  Object.entries(simpleParts()).map(([name, content]) => ({
    name: rename(name),
    content,
  }));

const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => [{ B: text(`社${index}`) }]);

describe("a package from an old .NET writer", () => {
  test("opens when backslashes part its folders", () => {
    const form = rawZip(named((name) => name.replaceAll("/", "\\")));
    expect(readForm(form).sheets.map(({ name }) => name)).toEqual(["様式"]);
    const { bytes } = fillPlan(form, cellsPlan({ A1: text("甲") }));
    expect(Object.keys(unzipParts(bytes))).toContain(SHEET1);
  });

  test("is refused when a part climbs out of the package", () => {
    const climbing = [...named((name) => name), { name: "..\\evil.xml" }];
    expect(codeOf(() => readForm(rawZip(climbing)))).toBe(
      "report/zip-hostile-name",
    );
  });
});

describe("an empty file that was deflated into nothing", () => {
  const nothing = { name: "docProps/thumbnail.wmf", content: "" };

  test("is an empty part", () => {
    const empty = { ...nothing, data: new Uint8Array() };
    const form = rawZip([...named((name) => name), empty]);
    expect(readForm(form).sheets).toHaveLength(1);
  });

  test("is damage when the directory promises content", () => {
    const short = { ...nothing, data: new Uint8Array(), size: 7 };
    const form = rawZip([...named((name) => name), short]);
    expect(codeOf(() => readForm(form))).toBe("report/zip-inconsistent");
  });
});

describe("a sheet without a part", () => {
  const withModule = (id: string): Uint8Array =>
    zipParts(
      replaceIn(
        simpleParts({
          sheets: [{ name: "様式", rows: "" }],
          definedNames:
            '<definedName name="範囲" localSheetId="1">様式!$A$5</definedName>',
        }),
        "xl/workbook.xml",
        "<sheets>",
        `<sheets><sheet name="Module1" sheetId="9" r:id="${id}"/>`,
      ),
    );

  test("is left alone when it is a macro module of Excel 5", () => {
    const form = withModule("");
    expect(readForm(form).sheets.map(({ name }) => name)).toEqual(["様式"]);
    const { bytes } = fillPlan(
      form,
      blockPlan(aBlock({ entries: entriesOf(3) })),
    );
    const workbook = partText(bytes, "xl/workbook.xml");
    expect(workbook).toContain('<sheet name="Module1" sheetId="9" r:id=""/>');
    expect(workbook).toContain(">様式!$A$7<");
  });

  test("is damage when its relationship is missing", () => {
    expect(codeOf(() => readForm(withModule("rId99")))).toBe(
      "report/part-missing",
    );
  });
});

describe("alternative content in a list of styles", () => {
  const FONT = '<font><sz val="9"/><name val="代替"/></font>';
  const alternatives = (requires: string, uri: string): string =>
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:own="${uri}" Requires="${requires}"><font><sz val="7"/><name val="選択"/></font></mc:Choice><mc:Fallback>${FONT}</mc:Fallback></mc:AlternateContent>`;
  const fontOf = (uri: string): string | undefined => {
    const parts = simpleParts({
      sheets: [{ name: "様式", rows: '<row r="1"><c r="A1" s="1"/></row>' }],
    });
    const styles = "xl/styles.xml";
    const more = replaceIn(
      replaceIn(
        parts,
        styles,
        "</fonts>",
        `${alternatives("own", uri)}</fonts>`,
      ),
      styles,
      'fontId="0" fillId="0" borderId="1"',
      'fontId="1" fillId="0" borderId="1"',
    );
    const [sheet] = readForm(zipParts(more)).sheets;
    return sheet?.cells.get("A1")?.style.font.name;
  };

  test("counts as one font: the fallback of a foreign extension", () => {
    expect(fontOf("http://schemas.haansoft.com/office/spreadsheet/8.0")).toBe(
      "代替",
    );
  });

  test("counts as one font: the choice that Excel understands", () => {
    expect(
      fontOf("http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"),
    ).toBe("選択");
  });
});

test("a calculation chain that leads nowhere goes when the form is filled", () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>';
  const parts = simpleParts({ sheets: [{ name: "様式", rows }] });
  const dangling = replaceIn(
    parts,
    RELATIONS,
    "</Relationships>",
    '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
  );
  const { bytes, proof } = fillPlan(
    zipParts(dangling),
    cellsPlan({ A1: number(4) }),
  );
  expect(partText(bytes, RELATIONS)).not.toContain("calcChain");
  expect(proof.computed.map(({ after }) => after)).toEqual([8]);
});

test("a workbook whose theme was left out opens and is filled", () => {
  const bare = replaceIn(
    simpleParts(),
    RELATIONS,
    "</Relationships>",
    '<Relationship Id="rIdH" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>',
  );
  const form = zipParts(bare);
  expect(readForm(form).sheets.map(({ name }) => name)).toEqual(["様式"]);
  const { bytes } = fillPlan(form, cellsPlan({ A1: text("甲") }));
  expect(readForm(bytes).sheets[0]?.cells.get("A1")?.text).toBe("甲");
});

describe("a data table", () => {
  // B1 is the input cell, C3 the formula, B4:B5 its values, C4:C5 the results.
  const rows =
    '<row r="1"><c r="B1"><v>1</v></c><c r="E1"/></row>' +
    '<row r="3"><c r="C3"><f>B1*10</f><v>10</v></c></row>' +
    '<row r="4"><c r="B4"><v>2</v></c><c r="C4"><f t="dataTable" ref="C4:C5" dt2D="0" dtr="0" r1="B1"/><v>20</v></c></row>' +
    '<row r="5"><c r="B5"><v>3</v></c><c r="C5"><v>30</v></c></row>';
  const form = simpleForm({ sheets: [{ name: "様式", rows }] });
  const resultsAfter = (address: string) => {
    const { bytes, warnings } = fillPlan(
      form,
      cellsPlan({ [address]: number(7) }),
    );
    const sheet = partText(bytes, SHEET1);
    const kept = [...sheet.matchAll(/<v>(\d+)<\/v>/g)].map(([, v]) => v);
    return { kept, warnings: warnings.map(({ code }) => code) };
  };

  test("keeps its results when a cell elsewhere is filled", () => {
    const { kept, warnings } = resultsAfter("E1");
    expect(kept).toEqual(expect.arrayContaining(["20", "30"]));
    expect(warnings).toEqual([]);
  });

  test.each(["B1", "B4"])("loses its results when %s changes", (address) => {
    const { kept, warnings } = resultsAfter(address);
    expect(kept).not.toContain("20");
    expect(kept).not.toContain("30");
    expect(warnings).toContain("report/warn-not-computed");
  });
});

test("references to another book in a list row move with each copy", () => {
  const rows =
    '<row r="2"><c r="A2"><f>[1]台帳!A2+\'[1]控え 帳\'!$B2</f><v>5</v></c><c r="B2"/></row>' +
    '<row r="3"><c r="A3"><f>[1]台帳!A3</f><v>6</v></c></row>';
  const form = simpleForm({ sheets: [{ name: "様式", rows }] });
  const { bytes } = fillPlan(
    form,
    blockPlan(aBlock({ entries: entriesOf(3) })),
  );
  const formulas = partText(bytes, SHEET1).matchAll(/<f>([^<]*)<\/f>/g);
  expect([...formulas].map(([, formula]) => formula)).toEqual([
    "[1]台帳!A2+'[1]控え 帳'!$B2",
    "[1]台帳!A3+'[1]控え 帳'!$B3",
    "[1]台帳!A4+'[1]控え 帳'!$B4",
    "[1]台帳!A3",
  ]);
});

describe("rows at the very end of a sheet", () => {
  const formWith = (cells: string, after = ""): Uint8Array =>
    simpleForm({
      sheets: [
        {
          name: "様式",
          rows: `<row r="2"><c r="B2" s="1"/></row><row r="1048570" ht="12.8" customHeight="1"/><row r="1048576" ht="12.8" customHeight="1">${cells}</row>`,
          after,
        },
      ],
    });
  const fillTen = (form: Uint8Array) =>
    fillPlan(form, blockPlan(aBlock({ entries: entriesOf(10) })));

  test("fall off when they have no content", () => {
    const { bytes } = fillTen(
      formWith(
        '<c r="A1048576" s="1"/>',
        '<mergeCells count="2"><mergeCell ref="A1048575:B1048575"/><mergeCell ref="D4:E4"/></mergeCells>',
      ),
    );
    const sheet = partText(bytes, SHEET1);
    const rows = [...sheet.matchAll(/<row r="(\d+)"/g)].map(([, r]) => r);
    expect(rows).toEqual(["2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
    expect(sheet).toContain(
      '<mergeCells count="1"><mergeCell ref="D13:E13"/></mergeCells>',
    );
    expect(readForm(bytes).sheets[0]?.cells.get("B11")?.text).toBe("社9");
  });

  test("stop the insertion when one holds a value", () => {
    const form = formWith('<c r="A1048576"><v>1</v></c>');
    expect(codeOf(() => fillTen(form))).toBe("report/row-limit");
  });
});

describe("a workbook without formats", () => {
  const noFormats = zipParts({
    ...simpleParts(),
    "xl/styles.xml":
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
  });

  test("shows a day as a day and not as 46356", () => {
    const { bytes } = fillPlan(
      noFormats,
      cellsPlan({
        A1: { kind: "date", iso: "2026-11-30" },
      }),
    );
    const { cells } = readForm(bytes).sheets[0] ?? { cells: new Map() };
    expect(cells.get("A1")?.text).toBe("2026/11/30");
  });
});

describe("a chart of texts with control characters", () => {
  const RELATION =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/${type}" Target="${target}"/></Relationships>`;
  const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  const form = simpleForm({
    sheets: [
      {
        name: "様式",
        rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>_x001B_乙</t></is></c></row>',
        after: '<drawing r:id="rId1"/>',
      },
    ],
    more: {
      "xl/worksheets/_rels/sheet1.xml.rels": relations(
        "drawing",
        "../drawings/drawing1.xml",
      ),
      "xl/drawings/drawing1.xml":
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
      "xl/drawings/_rels/drawing1.xml.rels": relations(
        "chart",
        "../charts/chart1.xml",
      ),
      "xl/charts/chart1.xml": `<c:chartSpace xmlns:c="${CHART}"><c:chart><c:strRef><c:f>様式!$A$1:$A$2</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>甲</c:v></c:pt><c:pt idx="1"><c:v>_x001B_乙</c:v></c:pt></c:strCache></c:strRef></c:chart></c:chartSpace>`,
    },
  });

  test("can be opened again after a value in it was filled", () => {
    const { bytes } = fillPlan(form, cellsPlan({ A1: text("丙") }));
    expect(partText(bytes, "xl/charts/chart1.xml")).toContain(
      '<c:pt idx="0"><c:v>丙</c:v></c:pt><c:pt idx="1"><c:v>_x001B_乙</c:v></c:pt>',
    );
    expect(() => readForm(bytes)).not.toThrow();
  });
});
