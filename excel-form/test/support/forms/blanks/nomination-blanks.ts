import { WAREKI, addSheet } from "../drawing.ts";
import { cells, type DrawnBlank } from "./drawn-blank.ts";

/** Two-level header over society and firm, address and phone in one cell, sender below the list. */
export const productContest: DrawnBlank = {
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
export const goodCompany: DrawnBlank = {
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
export const threeLevels: DrawnBlank = {
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
export const underlinedSlip: DrawnBlank = {
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
export const stackedHeads: DrawnBlank = {
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
export const threeParties: DrawnBlank = {
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
