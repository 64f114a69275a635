import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import {
  checkMap,
  fillForm,
  preflight,
  proposeMap,
  readFilled,
  readForm,
} from "excel-form";
import { openReportForm } from "../../../../src/report/open-form.ts";
import { toLedgerFacts } from "../../../../src/report/ledger-facts.ts";
import { drawForm } from "../../../../src/report/sample/draw-form.ts";
import { sampleForm } from "../../../../src/report/sample/sample-form.ts";
import { zipParts } from "../../../../src/report/sample/zip-parts.ts";
import {
  cloudPracticeAward as award,
  findSampleForm,
  programmes,
} from "../../../../src/programmes/index.ts";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";

const { bytes, mapOf } = sampleForm(award);
const form = readForm(bytes);
const map = mapOf(form);
const sheet = form.sheets[0];

const row = {
  "society.name": "北谷町商工会",
  "business.registeredName": "カフェ・ド・ナハ合同会社",
  "business.corporateNumber": "9010005017583",
  "business.representativeTitle": "代表社員",
  "business.representativeName": "山田",
  "securityAction.stars": "★",
  "score.total": 12,
  "declaration.registeredOn": "2022-07-25",
  "declaration.registeredBy": "県連",
  "case.status": "予定",
};

describe("the sample form", () => {
  test.each(
    programmes.map((programme) => [programme.name, programme] as const),
  )(
    "%s: another reader finds each heading, place and drop-down",
    async (_name, programme) => {
      const sample = sampleForm(programme);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(sample.bytes.buffer as ArrayBuffer); // made from an array of its own
      const own = findSampleForm(programme);
      const found = book.getWorksheet(own?.sheet);
      const headings = found?.getRow(12).values as readonly unknown[]; // exceljs counts from 1
      expect(headings.slice(1)).toEqual(
        own?.columns.map(({ heading }) => heading),
      );
      for (const { label, labelArea, area } of own?.fields ?? []) {
        expect(found?.getCell(labelArea.replace(/:.*/u, "")).value).toBe(label);
        expect(found?.getCell(area.replace(/:.*/u, "")).isMerged).toBe(
          area.includes(":"),
        );
      }
      expect(
        found?.getRow(13).values,
        "a row of the list holds its number alone",
      ).toEqual([undefined, 1]);
      expect(sample.bytes.length).toBeLessThan(12 * 1024);
    },
  );

  test("signs of XML and of formulas in a plan harm no form", async () => {
    const name = `A&B's "一覧"`;
    const parts = drawForm({
      sheet: name,
      title: "<題>",
      columns: [
        { heading: "No.", width: 5 },
        { heading: "区分", width: 9, key: "remarks", choices: ["A&B", "<C>"] },
      ],
      fields: [],
      notes: [],
    });
    const drawn = zipParts(parts);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(drawn.buffer as ArrayBuffer); // made from an array of its own
    const found = book.getWorksheet(name);
    expect(found?.getCell("B13").dataValidation.formulae).toEqual([
      '"A&B,<C>"',
    ]);
    expect(String(found?.getCell("A2").value)).toContain("<題>");
    expect(readForm(drawn).sheets[0]?.printTitleRows).toEqual({
      top: 12,
      bottom: 12,
    });
  });

  test("offers the words of its drop-downs, and dates in 和暦", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer); // made from an array of its own
    const found = book.worksheets[0];
    expect(found?.getCell("I32").dataValidation.formulae).toEqual([
      '"★,★★,申請中"',
    ]);
    expect(found?.getCell("K32").numFmt).toBe('[$-411]ggge"年"m"月"d"日"');
    expect(found?.getCell("E32").numFmt).toBe("@");
  });

  test("says that it is a sample, prints on A4 and repeats its header", () => {
    const texts = [...(sheet?.cells.values() ?? [])].map(({ text }) => text);
    expect(
      texts.some((text) => text.startsWith("※本様式は標準サンプルです")),
    ).toBe(true);
    expect(sheet?.printTitleRows).toEqual({ top: 12, bottom: 12 });
    expect(sheet?.printArea).toMatchObject({ left: 1, right: 14 });
  });

  test("has a map without problems that the labels alone would give too", () => {
    expect(checkMap(VOCABULARY, form, map)).toEqual([]);
    const proposed = proposeMap(VOCABULARY, form);
    const keysAt = ({ cells, lists }: typeof map) => [
      ...cells.map(({ cell, key }) => `${cell} ${key}`),
      ...lists.flatMap(({ columns }) =>
        columns.map(({ column, key }) => `${column} ${key}`),
      ),
    ];
    expect(keysAt(proposed)).toEqual(
      keysAt(map).filter((place) => place !== "A2 edition.name"),
    );
  });

  test("takes forty firms and gives them back", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ...row,
      "score.total": 12 + (i % 9),
    }));
    const data = {
      scalars: { "edition.name": "クラウド実践大賞 2022", "report.count": 40 },
      rows,
    };
    const filled = fillForm(VOCABULARY, bytes, map, data);
    const after = readForm(filled.bytes);
    expect(readFilled(VOCABULARY, after, map)).toEqual(data);
    expect(after.sheets[0]?.cells.get("A2")?.text).toBe(
      "クラウド実践大賞 2022　自己宣言の登録（他薦）状況回答シート",
    );
    expect(after.sheets[0]?.cells.get("A52")?.value).toBe(40);
    expect(
      preflight(VOCABULARY, form, map, data).filter(
        ({ severity }) => severity === "block",
      ),
    ).toEqual([]);
  });
});

describe("openReportForm", () => {
  test("opens the sample when the edition has no form", () => {
    expect(
      openReportForm({ programme: award, file: null, mapText: "" }),
    ).toMatchObject({
      isSample: true,
      map,
    });
  });

  test("opens the edition's form with its map, and fills none by a guess", () => {
    const file = { name: "様式.xlsx", bytes };
    const opened = openReportForm({
      programme: award,
      file,
      mapText: JSON.stringify(map),
    });
    expect(opened).toMatchObject({ name: "様式.xlsx", isSample: false, map });
    expect(() =>
      openReportForm({ programme: award, file, mapText: " " }),
    ).toThrow("report/map-missing");
  });

  test("leaves the ledger what was made from what", () => {
    const opened = openReportForm({
      programme: award,
      file: null,
      mapText: "",
    });
    const data = { scalars: {}, rows: [row] };
    const filled = fillForm(VOCABULARY, opened.bytes, opened.map, data);
    const facts = toLedgerFacts({ form: opened, filled, data });
    expect(facts).toMatchObject({
      formHash: filled.proof.formHash,
      resultHash: filled.proof.resultHash,
    });
    expect(facts.mapVersion).toBe(`1（${form.fingerprint.slice(0, 12)}）`);
    expect(facts.proofSummary).toMatchObject({
      changedCells: 9,
      insertedRows: 0,
    });
  });
});
