import { WAREKI, addSheet } from "../drawing.ts";
import { cells, type DrawnBlank } from "./drawn-blank.ts";

/** Travel expenses sent by mistake. */
export const travelExpenses: DrawnBlank = {
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
export const seminar: DrawnBlank = {
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
export const boardMembers: DrawnBlank = {
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
export const changeNotice: DrawnBlank = {
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
export const checklist: DrawnBlank = {
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
export const preprinted: DrawnBlank = {
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
export const sameLabels: DrawnBlank = {
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
export const sentenceCounts: DrawnBlank = {
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
