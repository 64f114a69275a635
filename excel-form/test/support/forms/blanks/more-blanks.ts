import type { Workbook } from "exceljs";
import { WAREKI, addSheet } from "../drawing.ts";
import type { Truth, TruthCell } from "../truth.ts";

type Blank = {
  readonly draw: (book: Workbook) => void;
  readonly truth: Truth;
};

/** Value, note and other right answers of a cell. */
type Wanted = string | readonly [string, string, (readonly string[])?];

const cells = (
  sheet: string,
  wanted: Readonly<Record<string, Wanted>>,
): TruthCell[] =>
  Object.entries(wanted).map(([cell, what]) => {
    if (typeof what === "string") return { sheet, cell, value: what };
    const [value, note, accept] = what;
    return { sheet, cell, value, note, ...(accept && { accept }) };
  });

/** Two-level header over society and firm, address and phone in one cell, sender below the list. */
export const productContest: Blank = {
  draw: (b) => {
    const d = addSheet(b, "推薦一覧表").widths(5, 14, 22, 18, 24, 14, 12, 20);
    d.text("A1:H1", "むらおこし特産品コンテスト　推薦一覧表", {
      size: 14,
      align: "center",
    });
    d.text("A2:H2", "（令和７年度）", { align: "center" });
    d.label("A4:A5", "番号")
      .label("B4:C4", "出品者")
      .label("B5", "商工会名")
      .label("C5", "事業所名")
      .label("D4:D5", "代表者氏名")
      .label("E4:E5", "所在地・電話番号")
      .label("F4:F5", "出品商品名")
      .label("G4:G5", "価格\n（税込・円）")
      .label("H4:H5", "備考");
    for (let r = 6; r <= 15; r++) {
      d.text(`A${r}`, r - 5, { lines: true });
      for (const c of "BCDEFGH")
        d.field(`${c}${r}`, c === "G" ? { format: "#,##0" } : {});
      d.sheet.getRow(r).height = 36;
    }
    d.text("A16:G16", "合計点数", { lines: true, align: "right" }).field("H16");
    d.text("E18", "商工会連合会名")
      .field("F18:H18", { lines: "B" })
      .text("E19", "担当者職氏名")
      .field("F19:H19", { lines: "B" })
      .text("E20", "電話番号")
      .field("F20:H20", { lines: "B" })
      .text("E21", "作成年月日")
      .text("F21:H21", "令和　　年　　月　　日", { lines: "B" });
  },
  truth: {
    form: "product-contest",
    style:
      "two-level header over society and firm, address and phone in one cell, sender below the list",
    cells: cells("推薦一覧表", {
      F18: "federation.name",
      F19: [
        "federation.contactTitle+federation.contactName",
        "",
        ["federation.contactName"],
      ],
      F20: "federation.phone",
      F21: ["report.date", "pattern:"],
      H16: "none",
    }),
    list: {
      sheet: "推薦一覧表",
      firstRow: 6,
      rowsPerEntry: 1,
      rowsAvailable: 10,
      lastRow: 15,
      columns: {
        B: "society.name",
        C: "business.registeredName",
        D: "business.representativeName",
        E: ["business.address+business.phone", "business.address"],
        H: "remarks",
      },
    },
    mustNotTouch: [
      { sheet: "推薦一覧表", range: "A6:A15", why: "n" },
      { sheet: "推薦一覧表", range: "F6:G15", why: "product" },
      { sheet: "推薦一覧表", range: "A16:H16", why: "total" },
    ],
  },
};

/** Letter for one firm: readings above names, seal, era to choose, split postal code. */
export const goodCompany: Blank = {
  draw: (b) => {
    const S = "推薦書様式";
    const d = addSheet(b, S).widths(14, 8, 8, 6, 6, 6, 6, 6, 6, 12, 18, 14);
    d.text("A1", "〔様式１〕").text("A2:L2", "中小企業優良企業表彰　推薦書", {
      size: 16,
      align: "center",
    });
    d.text("J3", "年");
    d.text("I4:L4", "令和　　　年　　　月　　　日", { align: "right" });
    d.text("A5", "選考委員会　御中");
    d.text("H6:I6", "推薦機関名")
      .field("J6:L6", { lines: "B" })
      .text("H7:I7", "代表者名")
      .text("J7:L7", "　　　　　　　　　　　　　　　　　　㊞", { lines: "B" })
      .text("H8:I8", "担当者名")
      .field("J8:L8", { lines: "B" })
      .text("H9:I9", "ＴＥＬ")
      .field("J9:L9", { lines: "B" });
    d.text("A11", "次の企業を推薦します。");
    d.label("A12:A13", "会社名")
      .label("B12:C12", "フリガナ")
      .field("D12:L12")
      .label("B13:C13", "名　称")
      .field("D13:L13");
    d.label("A14:A15", "代表者")
      .label("B14:C14", "フリガナ")
      .field("D14:I14")
      .label("J14:J15", "役　職")
      .field("K14:L15")
      .label("B15:C15", "氏　名")
      .field("D15:I15");
    d.label("A16", "本社所在地")
      .text("B16", "〒")
      .field("C16:D16")
      .text("E16", "-", { align: "center" })
      .field("F16:G16")
      .field("H16:L16");
    d.label("A17", "設立年月日")
      .text("B17:C17", "昭・平・令", { lines: "TBL" })
      .field("D17")
      .text("E17", "年", { lines: "TB" })
      .field("F17")
      .text("G17", "月", { lines: "TB" })
      .field("H17")
      .text("I17", "日", { lines: "TRB" })
      .label("J17", "資本金")
      .field("K17")
      .text("L17", "百万円", { lines: "TRB" });
    d.label("A18", "従業員数")
      .field("B18:D18")
      .text("E18:F18", "人", { lines: "TRB" })
      .label("J18", "ＵＲＬ")
      .field("K18:L18");
    d.label("A19", "業種")
      .field("B19:I19")
      .label("J19", "法人番号")
      .field("K19:L19", { format: "@" });
    d.label("A20", "推薦の理由").field("B20:L20");
    d.label("A21", "ｾｷｭﾘﾃｨ対策").field("B21:L21");
  },
  truth: {
    form: "good-company",
    style:
      "letter for one firm: readings above names, seal, era to choose, split postal code",
    cells: cells("推薦書様式", {
      I4: ["report.date", "pattern:"],
      J6: "federation.name",
      J7: ["federation.headName", "pattern:"],
      J8: "federation.contactName",
      J9: "federation.phone",
      D12: "business.nameKana",
      D13: "business.registeredName",
      D14: "business.representativeKana",
      K14: "business.representativeTitle",
      D15: "business.representativeName",
      C16: ["business.postalCode", "part: postal 1"],
      F16: ["business.postalCode", "part: postal 2"],
      H16: "business.address",
      D17: ["business.foundedOn", "part: year"],
      F17: ["business.foundedOn", "part: month"],
      H17: ["business.foundedOn", "part: day"],
      K17: ["business.capital", "unit: 百万円"],
      B18: "business.employees",
      K18: "business.url",
      B19: "business.industry",
      K19: "business.corporateNumber",
      B20: "none",
      B21: "none",
    }),
    list: null,
    mustNotTouch: [],
  },
};

/** Counts in a matrix, three-level header, circles for 有 and 無. */
export const threeLevels: Blank = {
  draw: (b) => {
    const S = "報告様式";
    const d = addSheet(b, S).widths(5, 16, 24, 20, 14, 8, 8, 8, 8, 14, 16);
    d.text("K1", "【様式Ａ】", { align: "right" }).text(
      "A2:K2",
      "クラウド実践大賞　自己宣言登録状況報告",
      { size: 14, align: "center" },
    );
    d.label("B4", "連合会名", { fill: "D9E1F2" })
      .field("C4")
      .label("D4", "報告者（職・氏名）", { fill: "D9E1F2" })
      .field("E4:H4")
      .label("I4", "連絡先", { fill: "D9E1F2" })
      .field("J4:K4");
    d.label("B6", "区分")
      .label("C6", "登録件数")
      .label("D6", "実践事例提出件数");
    d.label("B7", "他薦").field("C7").field("D7");
    d.label("B8", "自薦").field("C8").field("D8");
    d.label("B9", "計").formula("C9", "SUM(C7:C8)").formula("D9", "SUM(D7:D8)");
    d.label("A11:A13", "No.")
      .label("B11:B13", "所属商工会")
      .label("C11:E11", "事業者")
      .label("C12:C13", "名称")
      .label("D12:D13", "所在地")
      .label("E12:E13", "電話")
      .label("F11:I11", "確認事項")
      .label("F12:G12", "同意")
      .label("F13", "有")
      .label("G13", "無")
      .label("H12:I12", "事例")
      .label("H13", "提出")
      .label("I13", "なし")
      .label("J11:J13", "登録日")
      .label("K11:K13", "摘要");
    for (let r = 14; r <= 33; r++) {
      d.text(`A${r}`, String(r - 13), { lines: true });
      for (const c of "BCDEFGHIJK")
        d.field(`${c}${r}`, c === "J" ? { format: "m/d" } : {});
    }
  },
  truth: {
    form: "three-levels",
    style: "counts in a matrix, three-level header, circles for 有 and 無",
    cells: cells("報告様式", {
      C4: "federation.name",
      E4: [
        "federation.contactTitle+federation.contactName",
        "",
        ["federation.contactName"],
      ],
      J4: ["federation.phone", "", ["none"]],
      C7: "report.count",
      D7: ["report.caseCount", ""],
      C8: "none",
      D8: "none",
    }),
    list: {
      sheet: "報告様式",
      firstRow: 14,
      rowsPerEntry: 1,
      rowsAvailable: 20,
      lastRow: 33,
      columns: {
        B: "society.name",
        C: "business.registeredName",
        D: "business.address",
        E: "business.phone",
        F: "consent.status",
        G: "consent.status",
        H: "case.status",
        I: "case.status",
        J: "declaration.registeredOn",
        K: "remarks",
      },
      notes: {
        F: "part: ○-beside 有",
        G: "part: ○-beside 無",
        H: "part: ○-beside 提出",
        I: "part: ○-beside なし",
      },
    },
    mustNotTouch: [
      { sheet: "報告様式", range: "C8:D9", why: "own nominations and sums" },
    ],
  },
};

/** Labels with a colon in underlined cells, two to a row. */
export const underlinedSlip: Blank = {
  draw: (b) => {
    const S = "返信票";
    const d = addSheet(b, S).widths(2, 10, 10, 10, 10, 10, 10, 10, 10, 2);
    d.text("B1:I1", "推　薦　回　答　票", {
      size: 16,
      align: "center",
      lines: true,
    });
    d.text("B2:I2", "返信先：みらい支援機構（FAX 000-111-2222）");
    d.text("B4:I4", "団体名　：", { lines: "B" })
      .text("B5:E5", "部署名　：", { lines: "B" })
      .text("F5:I5", "職　名　：", { lines: "B" })
      .text("B6:E6", "氏　名　：", { lines: "B" })
      .text("F6:I6", "電　話　：", { lines: "B" })
      .text("B7:I7", "メール　：", { lines: "B" })
      .text("B8:I8", "記入日　：　　　　年　　　月　　　日", { lines: "B" });
    d.text("B10:I10", "■　推薦企業（１社）");
    d.text("B11:I11", "企業名　：", { lines: "B" })
      .text("B12:I12", "所在地　：〒", { lines: "B" })
      .text("B13:E13", "代表者　：", { lines: "B" })
      .text("F13:I13", "電　話　：", { lines: "B" })
      .text("B14:E14", "業　種　：", { lines: "B" })
      .text("F14:I14", "従業員数：　　　　　　名", { lines: "B" });
  },
  truth: {
    form: "underlined-slip",
    style: "labels with a colon in underlined cells, two to a row",
    cells: cells("返信票", {
      B4: ["federation.name", "label"],
      B5: ["federation.section", "label"],
      F5: ["federation.contactTitle", "label"],
      B6: ["federation.contactName", "label"],
      F6: ["federation.phone", "label"],
      B7: ["federation.email", "label"],
      B8: ["report.date", "label"],
      B11: ["business.registeredName", "label"],
      B12: [
        "business.postalCode+business.address",
        "label",
        ["business.address"],
      ],
      B13: ["business.representativeName", "label"],
      F13: ["business.phone", "label"],
      B14: ["business.industry", "label"],
      F14: ["business.employees", "label"],
    }),
    list: null,
    mustNotTouch: [{ sheet: "返信票", range: "B2", why: "receiver" }],
  },
};

/** Two rows per firm, each named by a line of the header cell. */
export const stackedHeads: Blank = {
  draw: (b) => {
    const S = "一覧";
    const d = addSheet(b, S).widths(5, 28, 34, 20, 14, 14);
    d.text("A1", "優良企業推薦者一覧", { size: 13 });
    d.text("D1", "県連名").field("E1:F1");
    d.text("D2", "提出日").field("E2:F2", { format: WAREKI });
    d.label("A4", "No")
      .label("B4", "フリガナ\n企業名")
      .label("C4", "郵便番号\n所在地")
      .label("D4", "代表者職名\n代表者氏名")
      .label("E4", "電話番号\nＦＡＸ番号")
      .label("F4", "備考");
    for (let i = 0; i < 10; i++) {
      const t = 5 + 2 * i;
      d.field(`A${t}:A${t + 1}`);
      d.sheet.getCell(`A${t}`).value = i + 1;
      for (const c of "BCDE") {
        d.field(`${c}${t}`);
        d.field(`${c}${t + 1}`);
      }
      d.field(`F${t}:F${t + 1}`);
    }
  },
  truth: {
    form: "stacked-heads",
    style: "two rows per firm, each named by a line of the header cell",
    cells: cells("一覧", { E1: "federation.name", E2: "report.date" }),
    list: {
      sheet: "一覧",
      firstRow: 5,
      rowsPerEntry: 2,
      rowsAvailable: 10,
      lastRow: 24,
      columns: {
        B: "business.nameKana",
        C: "business.postalCode",
        D: "business.representativeTitle",
        E: "business.phone",
        F: "remarks",
      },
      subrows: [
        {
          offset: 1,
          columns: {
            B: "business.registeredName",
            C: "business.address",
            D: "business.representativeName",
          },
        },
      ],
    },
    mustNotTouch: [{ sheet: "一覧", range: "A5:A24", why: "n" }],
  },
};

/** Blocks for society, federation and firm, office boxes at the top. */
export const threeParties: Blank = {
  draw: (b) => {
    const S = "申込書";
    const d = addSheet(b, S).widths(14, 18, 14, 18, 12, 14);
    d.label("E1", "受付番号").field("F1").label("E2", "受付日").field("F2");
    d.text("A3:F3", "クラウド活用企業表彰　応募・推薦申込書", {
      size: 14,
      align: "center",
    });
    d.label("A5:F5", "推薦商工会記入欄");
    d.label("A6", "商工会名")
      .field("B6")
      .label("C6", "商工会コード")
      .field("D6")
      .label("E6", "経営指導員")
      .field("F6");
    d.label("A7:F7", "県連記入欄");
    d.label("A8", "県連名")
      .field("B8")
      .label("C8", "担当者")
      .field("D8")
      .label("E8", "電話")
      .field("F8");
    d.label("A9:F9", "応募企業記入欄");
    d.label("A10", "企業名")
      .field("B10:D10")
      .label("E10", "法人・個人")
      .text("F10", "法人・個人", { lines: true, align: "center" });
    d.label("A11", "住所").field("B11:F11");
    d.label("A12", "電話").field("B12").label("C12", "メール").field("D12:F12");
    d.label("A13", "代表者")
      .field("B13")
      .label("C13", "窓口担当者")
      .field("D13")
      .label("E13", "従業員")
      .text("F13", "　　　人", { lines: true, align: "right" });
    d.label("A14", "自己採点")
      .text("B14", "　　　　点", { lines: true, align: "right" })
      .label("C14", "実践事例")
      .text("D14:F14", "□ 提出済　□ 予定　□ なし", { lines: true });
  },
  truth: {
    form: "three-parties",
    style: "blocks for society, federation and firm, office boxes at the top",
    cells: cells("申込書", {
      B6: "society.name",
      D6: "society.code",
      F6: "none",
      B8: "federation.name",
      D8: "federation.contactName",
      F8: "federation.phone",
      B10: "business.registeredName",
      F10: ["business.kind", "pattern:"],
      B11: "business.address",
      B12: "business.phone",
      D12: "business.email",
      B13: "business.representativeName",
      D13: "contact.name",
      F13: ["business.employees", "unit: 人"],
      B14: ["score.total", "unit: 点"],
      D14: ["case.status", "pattern:"],
    }),
    list: null,
    mustNotTouch: [{ sheet: "申込書", range: "E1:F2", why: "office" }],
  },
};

/** Travel expenses sent by mistake. */
export const travelExpenses: Blank = {
  draw: (b) => {
    const d = addSheet(b, "旅費請求書").widths(10, 18, 14, 18, 14, 14);
    d.text("A1:F1", "旅　費　請　求　書", { size: 16, align: "center" });
    d.label("A3", "所属").field("B3:C3").label("D3", "職氏名").field("E3:F3");
    d.label("A4", "用務").field("B4:F4");
    ["月日", "出発地", "到着地", "交通機関", "運賃", "備考"].forEach((h, i) =>
      d.label("ABCDEF"[i] + "6", h),
    );
    for (let r = 7; r <= 14; r++) for (const c of "ABCDEF") d.field(c + r);
    d.label("A15:D15", "合計").formula("E15", "SUM(E7:E14)");
  },
  truth: {
    form: "travel-expenses",
    style: "travel expenses sent by mistake",
    cells: [],
    list: null,
    mustNotTouch: [
      {
        sheet: "旅費請求書",
        range: "A1:AZ80",
        why: "not a report of nominations",
      },
    ],
  },
};

/** An application for a seminar. */
export const seminar: Blank = {
  draw: (b) => {
    const d = addSheet(b, "申込").widths(6, 24, 18, 18, 24);
    d.text("A1:E1", "ＤＸセミナー　参加申込書", { size: 14, align: "center" });
    d.label("A3:B3", "事業所名").field("C3:E3");
    d.label("A4:B4", "所在地").field("C4:E4");
    d.label("A5:B5", "電話番号").field("C5:E5");
    ["No.", "参加者氏名", "役職", "年齢", "E-mail"].forEach((h, i) =>
      d.label("ABCDE"[i] + "7", h),
    );
    for (let r = 8; r <= 12; r++) for (const c of "ABCDE") d.field(c + r);
  },
  truth: {
    form: "seminar",
    style: "an application for a seminar",
    cells: [],
    list: null,
    mustNotTouch: [
      { sheet: "申込", range: "A1:AZ80", why: "not a report of nominations" },
    ],
  },
};

/** A list of board members with 事業所名 and 氏名. */
export const boardMembers: Blank = {
  draw: (b) => {
    const d = addSheet(b, "役員名簿").widths(6, 14, 18, 24, 30, 16);
    d.text("A1:F1", "○○商工会　役員名簿", { size: 14, align: "center" });
    ["番号", "役職名", "氏名", "事業所名", "住所", "電話番号"].forEach((h, i) =>
      d.label("ABCDEF"[i] + "3", h),
    );
    for (let r = 4; r <= 30; r++) {
      d.text("A" + r, r - 3, { lines: true });
      for (const c of "BCDEF") d.field(c + r);
    }
  },
  truth: {
    form: "board-members",
    style: "a list of board members with 事業所名 and 氏名",
    cells: [],
    list: null,
    mustNotTouch: [
      {
        sheet: "役員名簿",
        range: "A1:AZ80",
        why: "not a report of nominations",
      },
    ],
  },
};

/** A notice of changed data. */
export const changeNotice: Blank = {
  draw: (b) => {
    const d = addSheet(b, "変更届").widths(16, 30, 16, 30);
    d.text("A1:D1", "会員情報変更届", { size: 14, align: "center" });
    d.text("C2", "届出日").text("D2", "令和　　年　　月　　日");
    d.label("A4", "事業所名").field("B4:D4");
    d.label("A5", "代表者名").field("B5").label("C5", "電話番号").field("D5");
    d.label("A6", "変更前").field("B6:D6").label("A7", "変更後").field("B7:D7");
  },
  truth: {
    form: "change-notice",
    style: "a notice of changed data",
    cells: [],
    list: null,
    mustNotTouch: [
      { sheet: "変更届", range: "A1:AZ80", why: "not a report of nominations" },
    ],
  },
};

/** The checklist itself: the head is ours, the answers are not. */
export const checklist: Blank = {
  draw: (b) => {
    const S = "チェックシート";
    const d = addSheet(b, S).widths(6, 14, 56, 8, 8, 20);
    d.text("A1:F1", "クラウド実践大賞　自己宣言チェックシート", {
      size: 14,
      align: "center",
    });
    d.label("A3:B3", "企業名")
      .field("C3")
      .label("D3:E3", "記入日")
      .field("F3", { format: WAREKI });
    d.label("A4:B4", "代表者氏名")
      .field("C4")
      .label("D4:E4", "合計点")
      .formula("F4", 'COUNTIF(D7:D26,"○")');
    ["No.", "区分", "項目", "はい", "いいえ", "根拠"].forEach((h, i) =>
      d.label("ABCDEF"[i] + "6", h),
    );
    for (let r = 7; r <= 26; r++) {
      d.text("A" + r, r - 6, { lines: true })
        .text(
          "B" + r,
          [
            "顧客満足度の向上",
            "従業員満足度の向上",
            "業務効率の改善",
            "セキュリティ",
            "マネジメント",
          ][Math.floor((r - 7) / 4)]!,
          { lines: true },
        )
        .text("C" + r, "質問文その" + r + "について取り組んでいる", {
          lines: true,
        });
      for (const c of "DEF") d.field(c + r, { align: "center" });
    }
  },
  truth: {
    form: "checklist",
    style: "the checklist itself: the head is ours, the answers are not",
    cells: cells("チェックシート", {
      C3: "business.registeredName",
      F3: "report.date",
      C4: "business.representativeName",
    }),
    list: null,
    mustNotTouch: [
      { sheet: "チェックシート", range: "A7:F26", why: "checklist" },
      { sheet: "チェックシート", range: "F4", why: "formula" },
    ],
  },
};

/** Societies printed in advance, one row each. */
export const preprinted: Blank = {
  draw: (b) => {
    const S = "状況一覧";
    const d = addSheet(b, S).widths(5, 18, 26, 12, 12, 18);
    d.text("A1:F1", "自己宣言（他薦）登録状況一覧", {
      size: 13,
      align: "center",
    });
    d.text("D2", "報告日").field("E2:F2", { format: WAREKI });
    d.text("A3", "県連名").field("B3");
    ["No", "商工会名", "事業所名", "登録日", "事例", "備考"].forEach((h, i) =>
      d.label("ABCDEF"[i] + "5", h),
    );
    ["那覇", "浦添", "名護", "糸満", "沖縄", "石垣"].forEach((n, i) => {
      const r = 6 + i;
      d.text("A" + r, i + 1, { lines: true }).text("B" + r, n + "商工会", {
        lines: true,
      });
      for (const c of "CDEF") d.field(c + r);
    });
  },
  truth: {
    form: "preprinted",
    style: "societies printed in advance, one row each",
    cells: cells("状況一覧", { E2: "report.date", B3: "federation.name" }),
    list: null,
    mustNotTouch: [
      { sheet: "状況一覧", range: "A6:F11", why: "preprinted societies" },
    ],
  },
};

/** The same eight labels for sender and firm, an office block. */
export const sameLabels: Blank = {
  draw: (b) => {
    const S = "推薦様式";
    const d = addSheet(b, S).widths(14, 26, 14, 26);
    d.text("A1:D1", "地域ＩＴ大賞　推薦様式", { size: 14, align: "center" });
    d.text("A2", "※推薦団体において記入してください");
    d.label("A4:D4", "１　推薦団体");
    d.label("A5", "団体名").field("B5").label("C5", "代表者職氏名").field("D5");
    d.label("A6", "担当部署").field("B6").label("C6", "担当者氏名").field("D6");
    d.label("A7", "TEL").field("B7").label("C7", "FAX").field("D7");
    d.label("A8", "E-mail").field("B8:D8");
    d.label("A9:D9", "２　推薦企業");
    d.label("A10", "企業名")
      .field("B10")
      .label("C10", "代表者職氏名")
      .field("D10");
    d.label("A11", "担当部署")
      .field("B11")
      .label("C11", "担当者氏名")
      .field("D11");
    d.label("A12", "TEL").field("B12").label("C12", "FAX").field("D12");
    d.label("A13", "E-mail").field("B13").label("C13", "URL").field("D13");
    d.label("A14", "業種")
      .field("B14")
      .label("C14", "従業員数")
      .field("D14", { format: '#,##0"人"' });
    d.label("A15:D15", "３　推薦内容");
    d.label("A16", "題名").field("B16:D16");
    d.label("A17", "内容").field("B17:D17");
    d.label("A18:D18", "４　事務局使用欄");
    d.label("A19", "受付日").field("B19").label("C19", "担当者").field("D19");
  },
  truth: {
    form: "same-labels",
    style: "the same eight labels for sender and firm, an office block",
    cells: cells("推薦様式", {
      B5: "federation.name",
      D5: ["federation.headName", ""],
      B6: "federation.section",
      D6: "federation.contactName",
      B7: "federation.phone",
      D7: "federation.fax",
      B8: "federation.email",
      B10: "business.registeredName",
      D10: [
        "business.representativeTitle+business.representativeName",
        "",
        ["business.representativeName"],
      ],
      B11: "none",
      D11: "contact.name",
      B12: "business.phone",
      D12: "none",
      B13: "business.email",
      D13: "business.url",
      B14: "business.industry",
      D14: "business.employees",
      B16: "case.title",
      B17: "none",
    }),
    list: null,
    mustNotTouch: [{ sheet: "推薦様式", range: "A18:D19", why: "office" }],
  },
};

/** Counts inside a sentence, a list that begins in the third column, a hidden column. */
export const sentenceCounts: Blank = {
  draw: (b) => {
    const S = "登録一覧";
    const d = addSheet(b, S).widths(2, 2, 6, 22, 26, 20, 14, 14, 16, 12);
    d.text("C2", "令和７年度　自己宣言登録事業者一覧（他薦分）", { size: 13 });
    d.text("H1", "作成日：").text("I1:J1", "令和　年　月　日");
    d.text("H2", "連合会：").field("I2:J2", { lines: "B" });
    d.text("C4", "登録事業者数")
      .field("D4", { lines: true })
      .text("E4", "件　（うち実践事例提出")
      .field("F4", { lines: true })
      .text("G4", "件）");
    [
      "番号",
      "所属商工会名",
      "登録事業者名\n（商号又は屋号）",
      "代表者\n（役職・氏名）",
      "自己採点\nの合計",
      "ＳＥＣＵＲＩＴＹ\nＡＣＴＩＯＮ",
      "自己宣言\n登録年月日",
      "同意書\n（有・無）",
    ].forEach((h, i) => d.label("CDEFGHIJ"[i] + "6", h));
    for (let r = 7; r <= 21; r++) {
      d.text("C" + r, r - 6, { lines: true });
      for (const c of "DEFGHIJ")
        d.field(c + r, c === "I" ? { format: "[$-411]ge.m.d;@" } : {});
    }
    d.sheet.getColumn("B").hidden = true;
  },
  truth: {
    form: "sentence-counts",
    style:
      "counts inside a sentence, a list that begins in the third column, a hidden column",
    cells: cells("登録一覧", {
      I1: ["report.date", "pattern:"],
      I2: "federation.name",
      D4: "report.count",
      F4: "report.caseCount",
    }),
    list: {
      sheet: "登録一覧",
      firstRow: 7,
      rowsPerEntry: 1,
      rowsAvailable: 15,
      lastRow: 21,
      columns: {
        D: "society.name",
        E: "business.registeredName",
        F: [
          "business.representativeTitle+business.representativeName",
          "business.representativeName",
        ],
        G: "score.total",
        H: "securityAction.stars",
        I: "declaration.registeredOn",
        J: "consent.status",
      },
    },
    mustNotTouch: [{ sheet: "登録一覧", range: "C7:C21", why: "n" }],
  },
};
