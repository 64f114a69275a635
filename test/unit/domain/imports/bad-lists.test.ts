import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { parseDelimited } from "../../../../src/domain/imports/parse-delimited.ts";
import type { ListTable } from "../../../../src/domain/imports/list-table.ts";
import { planSocietyImport } from "../../../../src/domain/imports/plan-society-import.ts";
import { proposeColumns } from "../../../../src/domain/imports/propose-columns.ts";
import { readSocietyRows } from "../../../../src/domain/imports/read-society-rows.ts";
import { societyColumns } from "../../../../src/domain/imports/society-columns.ts";
import { readListFile } from "../../../../src/feature-kit/list-import/list-file.ts";

const COUNT = 5_000;

const organizations = Array.from({ length: COUNT }, (_, index) => ({
  code: `S${index + 1}`,
  name: `第${index + 1}区商工会`,
}));

const plan = (table: ListTable) => {
  const { headRows, columns } = proposeColumns(table, societyColumns);
  return planSocietyImport(
    readSocietyRows(table.rows.slice(headRows), columns),
    [],
    { organizations, users: [] },
  );
};

const countBy = (codes: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(codes)].map((code) => [
      code,
      codes.filter((one) => one === code).length,
    ]),
  );

test("5,000 societies with doubled codes, blanks and names of 200 characters: each bad row is named, the others are taken", () => {
  const lines = organizations.map(({ code, name }, index) => {
    if (index % 100 === 1) return `S1,${name}`;
    if (index % 100 === 2) return `${code},`;
    if (index % 100 === 3) return `${code},${"長".repeat(200)}${index}`;
    return index % 100 === 4 ? "," : `${code},${name}`;
  });
  const start = performance.now();
  const { steps, problems } = plan(
    parseDelimited(["コード,商工会名", ...lines].join("\r\n")),
  );
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(countBy(problems.map(({ code }) => code))).toEqual({
    twice: 50,
    nameMissing: 50,
    tooLong: 50,
  });
  expect(problems[0]).toMatchObject({ row: 3, code: "twice", text: "S1" });
  expect(steps).toHaveLength(COUNT - 200);
});

test("merged heading cells over two rows are read as one heading each", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("名簿");
  sheet.addRow(["会員名簿", "", "", ""]);
  sheet.mergeCells("A1:D1");
  sheet.addRow(["商工会", "", "所属", ""]);
  sheet.addRow(["コード", "名称", "組織", "備考"]);
  sheet.mergeCells("A2:B2");
  sheet.mergeCells("C2:D2");
  sheet.addRow(["S1", "第1区商工会", "第1区商工会", ""]);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const [list] = readListFile(
    { name: "名簿.xlsx", bytes },
    { numbers: "shown" },
  );
  const { steps, problems } = plan(list?.table ?? { rows: [] });
  expect(problems).toEqual([]);
  expect(steps.map(({ values }) => values)).toMatchObject([
    { code: "S1", name: "第1区商工会", organization: [{ code: "S1" }] },
  ]);
});

test("a list in Shift_JIS is read like one in UTF-8", () => {
  // 「商工会名」 and 「第1区商工会」 in Windows-31J.
  const bytes = Uint8Array.from(
    Buffer.from("8fa48d4889ef96bc0d0a91e682508be68fa48d4889ef", "hex"),
  );
  const [list] = readListFile({ name: "a.csv", bytes }, { numbers: "shown" });
  expect(list?.table.rows.map(({ cells }) => cells)).toEqual([
    ["商工会名"],
    ["第１区商工会"],
  ]);
});
