import type { Workbook } from "exceljs";
import { WAREKI, addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const COVER = "①送付状";
const LIST = "②登録事業者一覧";

/** Cover and list on two protected sheets with unlocked cells, counts by formula, an example sheet, a hidden list of choices. */
export const draw = (book: Workbook): void => {
  const open = { isUnlocked: true, fill: "DDEBF7" };
  const c = addSheet(book, COVER).widths(4, 18, 30, 14, 30, 4);
  c.text(
    "B2:E2",
    "令和７年度クラウド実践大賞　自己宣言（他薦）登録状況　送付状",
    { size: 13, align: "center" },
  );
  c.text("B4", "水色のセルに入力してください。");
  c.label("B6", "送付先").text(
    "C6:E6",
    "全国商工会連合会　経営情報戦略課（jouhou@example.jp）",
    { lines: true },
  );
  c.label("B7", "送付日")
    .field("C7", { ...open, format: WAREKI })
    .label("D7", "提出期限")
    .text("E7", "令和７年８月１日", { lines: true });
  c.label("B9", "都道府県商工会連合会名").field("C9:E9", open);
  c.label("B10", "所属")
    .field("C10", open)
    .label("D10", "職名")
    .field("E10", open);
  c.label("B11", "氏名")
    .field("C11", open)
    .label("D11", "TEL")
    .field("E11", open);
  c.label("B12", "メール")
    .field("C12", open)
    .label("D12", "FAX")
    .field("E12", open);
  c.label("B14", "登録件数")
    .formula("C14", `COUNTA('${LIST}'!C6:C35)`)
    .label("D14", "うち実践事例提出")
    .formula("E14", `COUNTIF('${LIST}'!L6:L35,"有")`);
  c.label("B15", "登録がない場合の理由").field("C15:E15", open);
  c.sheet.protect("", {}).catch(() => undefined);

  const d = addSheet(book, LIST).widths(
    5,
    16,
    26,
    22,
    10,
    16,
    28,
    12,
    18,
    14,
    8,
    10,
    16,
  );
  d.text("A1:M1", "登録事業者一覧", { size: 13, align: "center" });
  d.text("A2", "連合会名").formula("B2:D2", `'${COVER}'!C9`);
  const heads = [
    "No",
    "所属商工会",
    "企業名",
    "企業名フリガナ",
    "法人／個人",
    "法人番号",
    "住所",
    "代表者役職",
    "代表者氏名",
    "ＳＡ宣言\n（★・★★）",
    "点数",
    "実践事例\nの有無",
    "登録日",
  ];
  heads.forEach((head, i) => d.label(`${String.fromCharCode(65 + i)}5`, head));
  for (let row = 6; row <= 35; row += 1) {
    d.text(`A${row}`, row - 5, { lines: true, align: "center" });
    for (const column of "BCDGHIK") d.field(`${column}${row}`, open);
    d.field(`E${row}`, { ...open, choicesFrom: "選択肢!$A$1:$A$2" }).field(
      `F${row}`,
      { ...open, format: "@" },
    );
    d.field(`J${row}`, { ...open, choicesFrom: "選択肢!$B$1:$B$2" }).field(
      `L${row}`,
      { ...open, choicesFrom: "選択肢!$C$1:$C$2" },
    );
    d.field(`M${row}`, { ...open, format: "yyyy/m/d" });
  }
  d.sheet.protect("", {}).catch(() => undefined);

  const example = addSheet(book, "記載例").widths(5, 16, 26);
  example.label("A5", "No").label("B5", "所属商工会").label("C5", "企業名");
  for (let row = 6; row <= 15; row += 1)
    example.field(`A${row}`).field(`B${row}`).field(`C${row}`);

  const choices = addSheet(book, "選択肢");
  ["法人", "個人"].forEach((word, i) => choices.text(`A${i + 1}`, word));
  ["★", "★★"].forEach((word, i) => choices.text(`B${i + 1}`, word));
  ["有", "無"].forEach((word, i) => choices.text(`C${i + 1}`, word));
  choices.sheet.state = "hidden";
};

export const truth: Truth = {
  form: "cover-and-list",
  style:
    "cover and list on two protected sheets, drop-downs from a hidden sheet, counts by formula",
  cells: [
    { sheet: COVER, cell: "C7", value: "report.date" },
    { sheet: COVER, cell: "C9", value: "federation.name" },
    { sheet: COVER, cell: "C10", value: "federation.section" },
    { sheet: COVER, cell: "E10", value: "federation.contactTitle" },
    { sheet: COVER, cell: "C11", value: "federation.contactName" },
    { sheet: COVER, cell: "E11", value: "federation.phone" },
    { sheet: COVER, cell: "C12", value: "federation.email" },
    { sheet: COVER, cell: "E12", value: "federation.fax" },
    { sheet: COVER, cell: "C15", value: "report.noneReason" },
  ],
  list: {
    sheet: LIST,
    firstRow: 6,
    rowsPerEntry: 1,
    rowsAvailable: 30,
    lastRow: 35,
    columns: {
      B: "society.name",
      C: "business.registeredName",
      D: "business.nameKana",
      E: "business.kind",
      F: "business.corporateNumber",
      G: "business.address",
      H: "business.representativeTitle",
      I: "business.representativeName",
      J: "securityAction.stars",
      K: "score.total",
      L: "case.status",
      M: "declaration.registeredOn",
    },
  },
  mustNotTouch: [
    { sheet: COVER, range: "C14:E14", why: "formulas" },
    { sheet: COVER, range: "C6:E6", why: "receiver" },
    { sheet: LIST, range: "A2:D2", why: "formula" },
    { sheet: "記載例", range: "A1:C20", why: "example" },
  ],
};
