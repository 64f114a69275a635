import ExcelJS from "exceljs";

/** Invented society n, as a clerk's list has it. */
export const societyOf = (n: number) => ({
  code: `S${String(n).padStart(2, "0")}`,
  name: `第${n}区商工会`,
  kana: `ダイ${n}ク`,
});

type Row = ReadonlyArray<string | number>;

const listRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => {
    const { code, name, kana } = societyOf(index + 1);
    return [code, name, kana, index + 1, "", "900-0001", "098-000-0000"];
  });

/**
 * A membership list in Excel: a title, a heading of two rows with merged cells,
 * columns that nobody asked for, and a total at the end.
 */
export const makeSocietyWorkbook = async (count: number): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("会員名簿");
  sheet.addRow(["海山県商工会連合会 会員名簿"]);
  sheet.addRow(["コード", "商工会", "", "並び順", "連絡先", "", ""]);
  sheet.addRow([
    "コード",
    "名称",
    "フリガナ",
    "並び順",
    "担当者",
    "郵便番号",
    "電話番号",
  ]);
  sheet.mergeCells("B2:C2");
  sheet.mergeCells("E2:G2");
  sheet.mergeCells("A2:A3");
  sheet.mergeCells("D2:D3");
  sheet.addRows(listRows(count).map((row) => [...row]));
  sheet.addRow(["", "", "", "", "", "計", `${count}`]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

/** The same list as CSV. */
export const makeSocietyCsv = (count: number): string =>
  [
    "コード,商工会名,フリガナ,並び順,担当者,郵便番号,電話番号",
    ...listRows(count).map((row) => row.join(",")),
  ].join("\r\n");
