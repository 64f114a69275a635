import fc from "fast-check";
import type { Workbook } from "exceljs";
import { WAREKI, addSheet, letter } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import type { Truth, TruthCell } from "./truth.ts";

/** Labels that may be printed for a value of the sender. */
const SENDER: Readonly<Record<string, readonly string[]>> = {
  "federation.name": [
    "都道府県連名",
    "県連名",
    "連 合 会 名",
    "商工会連合会名",
    "団体名",
    "推薦団体名",
    "貴会名",
    "報告団体名",
  ],
  "federation.section": [
    "担当部署",
    "部署名",
    "所属部署",
    "担 当 課",
    "担当部課名",
  ],
  "federation.contactTitle": ["役職", "職　名", "担当者役職", "職"],
  "federation.contactName": [
    "担当者",
    "担当者名",
    "ご担当者氏名",
    "記入者",
    "事務担当者名",
  ],
  "federation.phone": [
    "電話番号",
    "ＴＥＬ",
    "電　話",
    "連絡先（電話）",
    "直通電話",
  ],
  "federation.fax": ["ＦＡＸ", "FAX番号", "ファックス番号"],
  "federation.email": ["E-mail", "メールアドレス", "Ｅメール", "電子メール"],
  "report.date": ["報告日", "作成年月日", "記入日", "提出日", "回答年月日"],
  "report.count": [
    "他薦件数",
    "推薦件数",
    "登録件数（他薦）",
    "推薦企業数",
    "候補企業数",
  ],
  "report.caseCount": [
    "うち実践事例",
    "実践事例提出件数",
    "うち実践事例の提出予定",
  ],
  none: ["内線", "都道府県名", "文書番号", "推薦の概要", "支部名"],
};

/** Headings that a list column may have; groups are two-level headings. */
const COLUMNS: Readonly<
  Record<string, ReadonlyArray<string | readonly [string, string]>>
> = {
  "society.name": [
    "商工会名",
    "所属商工会",
    "推薦商工会名",
    ["商工会", "名称"],
  ],
  "business.registeredName": [
    "事業所名\n（登記上の表記）",
    "事業者名",
    "企業名",
    "商号又は名称",
    "会社名",
    "推薦企業名",
    "候補事業所名",
    "名　称",
  ],
  "business.corporateNumber": ["法人番号", "法人番号\n（13桁）"],
  "business.kind": ["法人・個人の別", "法人\n個人", "経営形態"],
  "business.postalCode": ["郵便番号", "〒"],
  "business.address": ["所在地", "住　所", "事業所所在地", "本社所在地"],
  "business.representativeTitle": [
    "代表者職名",
    ["代表者", "役職"],
    ["代表者", "職"],
  ],
  "business.representativeName": ["代表者氏名", "代表者名", ["代表者", "氏名"]],
  "business.industry": ["業種", "主な業種"],
  "business.employees": [
    "従業\n員数",
    "従業員数（人）",
    "常時使用する\n従業員数",
  ],
  "business.foundedOn": ["設立年月日", "創業年月日"],
  "business.phone": ["電話番号", "ＴＥＬ"],
  "business.email": ["E-mail", "メールアドレス"],
  "contact.name": ["窓口責任者", "窓口担当者名"],
  "securityAction.stars": [
    "SECURITY\nACTION",
    ["SECURITY ACTION", "区分"],
    ["SECURITY ACTION", "星"],
  ],
  "securityAction.id": ["自己宣言ID", ["SECURITY ACTION", "自己宣言ID"]],
  "securityAction.declaredOn": [
    "SECURITY ACTION宣言日",
    ["SECURITY ACTION", "宣言日"],
  ],
  "score.total": [
    "自己採点",
    "自己採点\n（合計点）",
    "得点",
    ["自己採点", "合計"],
  ],
  "declaration.registeredOn": [
    "他薦登録日",
    "登録年月日",
    ["他薦登録", "登録日"],
  ],
  "declaration.registeredBy": ["登録者", ["他薦登録", "登録者"]],
  "case.status": ["実践事例", "実践事例の\n提出", ["実践事例", "有無"]],
  "case.title": ["実践事例の題名", ["実践事例", "題名"]],
  "consent.status": ["同意の有無", "本人同意", "推薦同意"],
  "nomination.kind": ["自薦・他薦の別"],
  remarks: ["備考", "備　考", "摘要"],
  none: [
    "推薦理由",
    "推薦順位",
    "売上高",
    "前年度の受賞",
    "審査結果",
    "取組内容",
    "市町村名",
  ],
};

type SenderField = { readonly key: string; readonly label: string };
type ListColumn = {
  readonly key: string;
  readonly head: string | readonly [string, string];
};
type Style = "boxes" | "underlined" | "ownCell" | "above";

export type RandomForm = {
  readonly draw: (book: Workbook) => void;
  /** To be asked once the form has been drawn. */
  readonly truth: () => Truth;
};

const SHEET = "様式";

const pickKeys = (
  table: Readonly<Record<string, unknown>>,
  must: readonly string[],
  min: number,
) =>
  fc
    .subarray(
      Object.keys(table).filter((key) => !must.includes(key)),
      { minLength: min },
    )
    .chain((keys) =>
      fc.shuffledSubarray([...must, ...keys], {
        minLength: must.length + keys.length,
        maxLength: must.length + keys.length,
      }),
    );

const senderFields: fc.Arbitrary<readonly SenderField[]> = pickKeys(
  SENDER,
  ["federation.name"],
  3,
).chain((keys) =>
  fc.tuple(
    ...keys.map((key) =>
      fc.constantFrom(...(SENDER[key] ?? [])).map((label) => ({ key, label })),
    ),
  ),
);

/** Columns of one group stand together under one head. */
const groupsTogether = (
  columns: readonly ListColumn[],
): readonly ListColumn[] => {
  const groupOf = ({ head }: ListColumn): string =>
    typeof head === "string" ? "" : head[0];
  const done = new Set<string>();
  return columns.flatMap((column) => {
    const group = groupOf(column);
    if (group === "") return [column];
    if (done.has(group)) return [];
    done.add(group);
    return columns.filter((other) => groupOf(other) === group);
  });
};

const listColumns: fc.Arbitrary<readonly ListColumn[]> = pickKeys(
  COLUMNS,
  ["business.registeredName"],
  4,
)
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.constantFrom(...(COLUMNS[key] ?? [])).map((head) => ({ key, head })),
      ),
    ),
  )
  .map(groupsTogether);

const drawSender = (
  d: Drawing,
  fields: readonly SenderField[],
  style: Style,
  perRow: number,
): Map<string, string> => {
  const places = new Map<string, string>();
  fields.forEach(({ label }, i) => {
    const row = 4 + Math.floor(i / perRow);
    const first = 1 + (i % perRow) * 5;
    const at = (column: number): string => `${letter(column)}${row}`;
    if (style === "above") {
      const top = 4 + 2 * Math.floor(i / perRow);
      const columns = [letter(first), letter(first + 4)];
      d.label(`${columns[0]}${top}:${columns[1]}${top}`, label).field(
        `${columns[0]}${top + 1}:${columns[1]}${top + 1}`,
      );
      places.set(label, `${columns[0]}${top + 1}`);
    } else if (style === "ownCell") {
      d.text(`${at(first)}:${at(first + 4)}`, `${label}：`, { lines: "B" });
      places.set(label, at(first));
    } else {
      const isBox = style === "boxes";
      if (isBox) d.label(`${at(first)}:${at(first + 1)}`, label);
      else d.text(`${at(first)}:${at(first + 1)}`, label);
      d.field(`${at(first + 2)}:${at(first + 4)}`, {
        lines: isBox ? true : "B",
      });
      places.set(label, at(first + 2));
    }
  });
  return places;
};

const drawHead = (
  d: Drawing,
  columns: readonly ListColumn[],
  top: number,
  isTall: boolean,
): void => {
  columns.forEach(({ head }, i) => {
    const column = letter(i + 2);
    if (typeof head === "string")
      d.label(
        isTall ? `${column}${top}:${column}${top + 1}` : `${column}${top}`,
        head,
      );
    else d.label(`${column}${top + 1}`, head[1]);
  });
  for (let i = 0; i < columns.length;) {
    const head = columns[i]?.head;
    const group = typeof head === "object" ? head[0] : "";
    const next = columns.findIndex(
      ({ head: other }, j) =>
        j > i && (typeof other === "string" || other[0] !== group),
    );
    const end = group === "" ? i : (next < 0 ? columns.length : next) - 1;
    if (group !== "")
      d.label(
        i === end
          ? `${letter(i + 2)}${top}`
          : `${letter(i + 2)}${top}:${letter(end + 2)}${top}`,
        group,
      );
    i = end + 1;
  }
};

/** Forms put together at random from the words and manners that associations use. */
export const randomForm: fc.Arbitrary<RandomForm> = fc
  .record({
    fields: senderFields,
    columns: listColumns,
    style: fc.constantFrom<Style>("boxes", "underlined", "ownCell", "above"),
    perRow: fc.constantFrom(1, 2, 3),
    rows: fc.integer({ min: 5, max: 30 }),
    isNumbered: fc.boolean(),
    hasFills: fc.boolean(),
    hasTotal: fc.boolean(),
    hasExample: fc.boolean(),
    gap: fc.integer({ min: 0, max: 2 }),
  })
  .map(
    ({
      fields,
      columns,
      style,
      perRow,
      rows,
      isNumbered,
      hasFills,
      hasTotal,
      hasExample,
      gap,
    }) => {
      const height =
        Math.ceil(fields.length / perRow) * (style === "above" ? 2 : 1);
      const top = 4 + height + 1 + gap;
      const isTall = columns.some(({ head }) => typeof head !== "string");
      const firstRow = top + (isTall ? 2 : 1) + (hasExample ? 1 : 0);
      const lastRow = firstRow + rows - 1;
      const wanted = new Map<string, string>();
      const draw = (book: Workbook): void => {
        const d = addSheet(book, SHEET);
        for (
          let column = 1;
          column <= Math.max(columns.length + 2, 15);
          column += 1
        )
          d.sheet.getColumn(column).width = 12;
        d.text("A1:H1", "クラウド実践大賞　推薦状況報告書", {
          size: 14,
          align: "center",
        });
        const places = drawSender(d, fields, style, perRow);
        fields.forEach(({ key, label }) =>
          wanted.set(places.get(label) ?? "", key),
        );
        d.label(isTall ? `A${top}:A${top + 1}` : `A${top}`, "No.");
        drawHead(d, columns, top, isTall);
        if (hasExample) {
          d.text(`A${firstRow - 1}`, "例", { lines: true });
          columns.forEach((_, i) =>
            d.text(`${letter(i + 2)}${firstRow - 1}`, `見本${i}`, {
              lines: true,
            }),
          );
        }
        for (let row = firstRow; row <= lastRow; row += 1) {
          if (isNumbered)
            d.text(`A${row}`, row - firstRow + 1, { lines: true });
          else d.field(`A${row}`);
          columns.forEach(({ key }, i) =>
            d.field(`${letter(i + 2)}${row}`, {
              ...(hasFills && { fill: "FFFFCC" }),
              ...(/On$/.test(key) && { format: WAREKI }),
            }),
          );
        }
        if (hasTotal) {
          d.label(`A${lastRow + 1}:B${lastRow + 1}`, "合計");
          columns
            .slice(1)
            .forEach((_, i) =>
              d.formula(
                `${letter(i + 3)}${lastRow + 1}`,
                `COUNTA(${letter(i + 3)}${firstRow}:${letter(i + 3)}${lastRow})`,
              ),
            );
        }
        d.text(`A${lastRow + 2}`, "※１　行が不足する場合は追加してください。");
      };
      const cells = (): TruthCell[] =>
        [...wanted].map(([cell, value]) => ({ sheet: SHEET, cell, value }));
      const truth = (): Truth => ({
        form: "random",
        style,
        cells: cells(),
        list: {
          sheet: SHEET,
          firstRow,
          rowsPerEntry: 1,
          rowsAvailable: rows,
          lastRow,
          columns: {
            ...(!isNumbered && { A: "row.no" }),
            ...Object.fromEntries(
              columns.flatMap(({ key }, i) =>
                key === "none" ? [] : [[letter(i + 2), key]],
              ),
            ),
          },
        },
        mustNotTouch: [
          ...(isNumbered
            ? [
                {
                  sheet: SHEET,
                  range: `A${firstRow}:A${lastRow}`,
                  why: "numbers",
                },
              ]
            : []),
          ...columns.flatMap(({ key }, i) =>
            key === "none"
              ? [
                  {
                    sheet: SHEET,
                    range: `${letter(i + 2)}${firstRow}:${letter(i + 2)}${lastRow}`,
                    why: "not ours",
                  },
                ]
              : [],
          ),
        ],
      });
      return { draw, truth };
    },
  );
