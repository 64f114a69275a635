import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { fillPlan } from "../../../../src/fill/fill-plan.ts";
import { readForm } from "../../../../src/xlsx/sheet/read-form.ts";
import { codeOf, sentenceOf } from "../../../support/form-error.ts";
import {
  blockPlan,
  columnTexts,
  text as aText,
} from "../../../support/xlsx/plans.ts";
import { rawZip } from "../../../support/xlsx/raw-zip.ts";
import type { RawEntry } from "../../../support/xlsx/raw-zip.ts";
import { simpleForm, simpleParts } from "../../../support/xlsx/simple-form.ts";
import type { Parts } from "../../../support/xlsx/zip.ts";
import { zipParts } from "../../../support/xlsx/zip.ts";
import { readFormFixture } from "../../../support/forms/fixture.ts";

const utf16 = (text: string): number[] =>
  [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

const compoundFile = (stream: string): Uint8Array =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...new Array<number>(504).fill(0),
    ...utf16(stream),
    ...new Array<number>(64).fill(0),
  ]);

const withParts = (change: (parts: Parts) => void): Uint8Array => {
  const parts = simpleParts({
    sheets: [{ name: "様式", rows: '<row r="1"><c r="A1" s="1"/></row>' }],
    strings: ["<si><t>題</t></si>"],
  });
  change(parts);
  return zipParts(parts);
};

const replaceIn = (part: string, from: string | RegExp, to: string) =>
  withParts((parts) => {
    parts[part] = String(parts[part]).replace(from, to);
  });

const asEntries = (parts: Parts): RawEntry[] =>
  Object.entries(parts).map(([name, content]) => ({ name, content }));

const withEntries = (change: (entries: RawEntry[]) => RawEntry[]): Uint8Array =>
  rawZip(change(asEntries(simpleParts())));

const addEntry = (entry: RawEntry): Uint8Array =>
  withEntries((entries) => [...entries, entry]);

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
const WORD_TYPE =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const FORM = simpleForm();
const NESTED = `${"<a>".repeat(300)}${"</a>".repeat(300)}`;
const ENTITIES = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, index) =>
    `<!ENTITY a${index} "${`&a${index === 0 ? "" : index - 1};`.repeat(10)}">`,
).join("")}]>`;

const CASES: ReadonlyArray<
  readonly [what: string, code: string, make: () => Uint8Array]
> = [
  ["an empty file", "file-empty", () => new Uint8Array()],
  ["an .xls", "file-is-xls", () => compoundFile("Workbook")],
  [
    "an encrypted file",
    "file-encrypted",
    () => compoundFile("EncryptedPackage"),
  ],
  ["a .doc", "file-is-word", () => compoundFile("WordDocument")],
  ["a .docx", "file-is-word", () => simpleForm({ mainType: WORD_TYPE })],
  [
    "an .xlsb",
    "file-is-xlsb",
    () =>
      simpleForm({
        mainType: "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
      }),
  ],
  [
    "an .ods",
    "file-is-ods",
    () =>
      zipParts({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
  ],
  ["a PDF", "file-is-pdf", () => strToU8("%PDF-1.7\n")],
  [
    "HTML in disguise",
    "file-is-html",
    () =>
      strToU8(
        '\ufeff\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">',
      ),
  ],
  [
    "XML of Excel 2003",
    "file-is-xml",
    () => strToU8('<?xml version="1.0"?><Workbook xmlns="urn:x"/>'),
  ],
  [
    "CSV in disguise",
    "file-is-csv",
    () => strToU8("商工会名,事業所名\r\n那覇,あ"),
  ],
  [
    "CSV in Shift_JIS",
    "file-is-csv",
    () => Uint8Array.from([0x8f, 0xa4, 0x8d, 0x48, 0x2c, 0x31, 0x0d, 0x0a]),
  ],
  ["noise", "file-unknown", () => Uint8Array.from([1, 2, 3, 0, 5, 6, 7])],
  ["a ZIP of photos", "file-is-other-zip", () => zipParts({ "a.jpg": "x" })],
  ["an empty ZIP", "file-is-other-zip", () => rawZip([])],
  ["a file cut at half", "zip-truncated", () => FORM.slice(0, FORM.length / 2)],
  ["a file cut at the end", "zip-truncated", () => FORM.slice(0, -10)],
  ["four bytes", "zip-truncated", () => FORM.slice(0, 4)],
  [
    "a file of more than 30 MB",
    "file-too-large",
    () => new Uint8Array(30 * 1024 * 1024 + 1),
  ],
  [
    "a wrong CRC",
    "zip-damaged",
    () => addEntry({ name: "a.xml", content: "<a/>", crc: 1 }),
  ],
  [
    "damaged data",
    "zip-damaged",
    () =>
      addEntry({
        name: "a.bin",
        content: "abc",
        data: Uint8Array.from([0xff, 0xff, 0xff]),
      }),
  ],
  [
    "a size that is too small",
    "zip-inconsistent",
    () => addEntry({ name: "a.xml", content: "x".repeat(5000), size: 10 }),
  ],
  [
    "a size that is too large",
    "zip-inconsistent",
    () => addEntry({ name: "a.xml", content: "x".repeat(50), size: 5000 }),
  ],
  [
    "two names for one entry",
    "zip-inconsistent",
    () => addEntry({ name: "a.xml", localName: "b.xml" }),
  ],
  [
    "a bomb that tells its size",
    "zip-bomb",
    () => addEntry({ name: "a.xml", content: new Uint8Array(20_000_000) }),
  ],
  [
    "more than 200 MB together",
    "zip-bomb",
    () =>
      withEntries((entries) => [
        ...entries,
        ...Array.from({ length: 120 }, (_, index) => ({
          name: `${index}.bin`,
          content: "",
          size: 2_000_000,
        })),
      ]),
  ],
  [
    "entries that share their data",
    "zip-inconsistent",
    () =>
      withEntries((entries) => [
        ...entries,
        { name: "a.xml", content: "<a/>" },
        {
          name: "b.xml",
          localName: "a.xml",
          content: "<a/>",
          sharesDataOf: entries.length,
        },
      ]),
  ],
  [
    "20,000 entries",
    "zip-too-many-parts",
    () =>
      rawZip(
        Array.from({ length: 20_000 }, (_, index) => ({
          name: `${index}`,
          data: new Uint8Array([3, 0]),
        })),
      ),
  ],
  [
    "a name twice",
    "zip-duplicate",
    () => addEntry({ name: "XL/Workbook.xml", content: "<a/>" }),
  ],
  [
    "a path upwards",
    "zip-hostile-name",
    () => addEntry({ name: "xl/../../etc/passwd", content: "x" }),
  ],
  [
    "an absolute path",
    "zip-hostile-name",
    () => addEntry({ name: "/etc/passwd", content: "x" }),
  ],
  [
    "a path upwards with backslashes",
    "zip-hostile-name",
    () => addEntry({ name: "xl\\..\\..\\a.xml", content: "x" }),
  ],
  [
    "a name with a zero",
    "zip-hostile-name",
    () => addEntry({ name: "a\0.xml", content: "x" }),
  ],
  [
    "an encrypted entry",
    "zip-encrypted",
    () => addEntry({ name: "a.xml", content: "x", flags: 1 }),
  ],
  [
    "another compression",
    "zip-method",
    () => addEntry({ name: "a.xml", content: "x", method: 12 }),
  ],
  [
    "no workbook part",
    "part-missing",
    () => withParts((p) => delete p["xl/workbook.xml"]),
  ],
  ["no sheet part", "part-missing", () => withParts((p) => delete p[SHEET])],
  [
    "no strings part",
    "part-missing",
    () => withParts((p) => delete p[STRINGS]),
  ],
  [
    "no styles part",
    "part-missing",
    () => withParts((p) => delete p["xl/styles.xml"]),
  ],
  [
    "no relationships",
    "part-missing",
    () => withParts((p) => delete p["_rels/.rels"]),
  ],
  [
    "no content types",
    "file-is-other-zip",
    () => withParts((p) => delete p["[Content_Types].xml"]),
  ],
  [
    "no sheets",
    "no-sheets",
    () =>
      replaceIn("xl/workbook.xml", /<sheets>.*<\/sheets>/, "<sheets></sheets>"),
  ],
  [
    "no sheetData",
    "sheet-broken",
    () => replaceIn(SHEET, /<sheetData>.*<\/sheetData>/, ""),
  ],
  ["cut XML", "xml-broken", () => replaceIn(SHEET, /<\/sheetData>.*/, "")],
  [
    "a cut tag",
    "xml-broken",
    () => replaceIn(SHEET, /<\/sheetData>.*/, '<a b="'),
  ],
  ["XML with two roots", "xml-broken", () => replaceIn(SHEET, /$/, "<a/>")],
  ["an empty part", "xml-broken", () => replaceIn(SHEET, /^.*$/s, "")],
  ["an unknown entity", "xml-broken", () => replaceIn(STRINGS, "題", "&bomb;")],
  [
    "an entity bomb",
    "xml-doctype",
    () => replaceIn(STRINGS, "<sst", `${ENTITIES}<sst`),
  ],
  [
    "a DOCTYPE in a part that is not filled",
    "xml-doctype",
    () => replaceIn("xl/styles.xml", "<styleSheet", "<!DOCTYPE a><styleSheet"),
  ],
  [
    "deep nesting",
    "xml-too-deep",
    () => replaceIn(SHEET, "<sheetData>", `${NESTED}<sheetData>`),
  ],
  [
    "XML in Shift_JIS",
    "xml-encoding",
    () => replaceIn(SHEET, "UTF-8", "Shift_JIS"),
  ],
  [
    "bytes that are not UTF-8",
    "xml-encoding",
    () =>
      withParts((parts) => {
        parts[SHEET] = Uint8Array.from([
          ...strToU8("<a>"),
          0xff,
          0xfe,
          ...strToU8("</a>"),
        ]);
      }),
  ],
  [
    "a string index out of range",
    "index-out-of-range",
    () =>
      replaceIn(SHEET, '<c r="A1" s="1"/>', '<c r="A1" t="s"><v>99</v></c>'),
  ],
  [
    "a style index out of range",
    "index-out-of-range",
    () => replaceIn(SHEET, 's="1"', 's="77"'),
  ],
  [
    "a style index that is no number",
    "index-out-of-range",
    () => replaceIn(SHEET, 's="1"', 's="x"'),
  ],
  [
    "a negative style index",
    "index-out-of-range",
    () => replaceIn(SHEET, 's="1"', 's="-1"'),
  ],
  [
    "a sheet that names a drawing which nothing leads to",
    "part-missing",
    () =>
      replaceIn(
        SHEET,
        "</sheetData>",
        '</sheetData><drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/>',
      ),
  ],
  [
    "a thousand prefixes",
    "xml-too-deep",
    () =>
      replaceIn(
        SHEET,
        "<sheetData>",
        `<sheetData ${Array.from({ length: 1_001 }, (_, index) => `xmlns:a${index}="a"`).join(" ")}>`,
      ),
  ],
  [
    "many parts that are each just small enough to be dense",
    "zip-bomb",
    () =>
      withEntries((entries) => [
        ...entries,
        ...Array.from({ length: 12 }, (_, index) => ({
          name: `xl/media/${index}.bin`,
          content: new Uint8Array(2_000_000),
        })),
      ]),
  ],
  [
    "a font index out of range",
    "index-out-of-range",
    () => replaceIn("xl/styles.xml", 'fontId="0" fillId="2"', 'fontId="9"'),
  ],
  [
    "a drawing that is not there",
    "part-missing",
    () =>
      withParts((parts) => {
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = String(
          parts["_rels/.rels"],
        )
          .replace('/officeDocument"', '/drawing"')
          .replace("xl/workbook.xml", "../drawings/drawing1.xml");
      }),
  ],
  [
    "a row beyond the last",
    "index-out-of-range",
    () => replaceIn(SHEET, '<row r="1">', '<row r="1048577">'),
  ],
  [
    "a column beyond the last",
    "index-out-of-range",
    () => replaceIn(SHEET, 'r="A1"', 'r="XFE1"'),
  ],
  [
    "rows without end",
    "too-many-cells",
    () =>
      withEntries((entries) =>
        entries.map((entry) =>
          entry.name === SHEET
            ? { name: SHEET, content: "<row/>".repeat(600_001), method: 0 }
            : entry,
        ),
      ),
  ],
  [
    "an attribute given twice",
    "xml-broken",
    () => replaceIn(SHEET, 's="1"', "s='1' t='n' s='2'"),
  ],
  [
    "rows out of order",
    "index-out-of-range",
    () => replaceIn(SHEET, "<sheetData>", '<sheetData><row r="5"/>'),
  ],
];

const files = new Map<string, Uint8Array>();

/** The file of a case; some take a second to make, so each is made once. */
const fileOf = (what: string, make: () => Uint8Array): Uint8Array => {
  const file = files.get(what) ?? make();
  files.set(what, file);
  return file;
};

describe("readForm and fillPlan", () => {
  test.each(CASES)("refuse %s as report/%s", (what, code, make) => {
    const bytes = fileOf(what, make);
    const before = bytes.slice();
    const started = performance.now();

    expect(codeOf(() => readForm(bytes))).toBe(`report/${code}`);
    expect(codeOf(() => fillPlan(bytes, { cells: [], blocks: [] }))).toBe(
      `report/${code}`,
    );

    // A hang is minutes; a machine with other work may well take a second.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(Buffer.compare(bytes, before)).toBe(0);
  });

  test.each(CASES)("say in Japanese what to do about %s", (what, _, make) => {
    const sentence = sentenceOf(() => readForm(fileOf(what, make)));

    expect(sentence).toMatch(/ください。(（.*）)?$/);
    expect(sentence).not.toMatch(/undefined|\[object/);
  });

  test("accept a comment and bytes behind the archive", () => {
    const form = rawZip(asEntries(simpleParts()), { comment: "made by x" });

    expect(readForm(form).kind).toBe("xlsx");
    expect(readForm(Uint8Array.from([...form, 0, 0, 0])).kind).toBe("xlsx");
  });

  test("read names that JavaScript objects are born with as any other", () => {
    const form = withParts((parts) => {
      parts["xl/worksheets/_rels/sheet1.xml.rels"] = String(
        parts["_rels/.rels"],
      )
        .replace('/officeDocument"', '/constructor"')
        .replace("xl/workbook.xml", "/xl/styles.xml");
      parts[SHEET] = String(parts[SHEET])
        .replace("<worksheet ", '<worksheet xmlns:__proto__="constructor" ')
        .replace("<sheetData>", "<__proto__:toString/><sheetData>");
    });
    const plan = blockPlan({
      firstRow: 1,
      entries: [{ A: aText("a") }, { A: aText("b") }].map((row) => [row]),
    });

    expect(columnTexts(fillPlan(form, plan).bytes, "A", 1, 2)).toEqual([
      "a",
      "b",
    ]);
  });

  test("refuse a bomb that lies about its size", () => {
    // 20 MB of zeros in 20 KB, said to be 19 KB.
    const bomb = addEntry({
      name: "a.xml",
      content: new Uint8Array(20_000_000),
      size: 19_000,
    });
    expect(codeOf(() => readForm(bomb))).toBe("report/zip-inconsistent");
  });

  test("survive any single changed byte of a real form", () => {
    const form = readFormFixture("b05-fax-reply.xlsx");
    for (let at = 0; at < form.length; at += 97) {
      const damaged = Uint8Array.from(form);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      // Either it is refused with a code or nothing that matters was hit.
      const code = codeOf(() => readForm(damaged));
      expect(code === "no error" || code.startsWith("report/")).toBe(true);
    }
  });
});
