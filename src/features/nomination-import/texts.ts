import type { NominationColumn } from "../../domain/imports/nomination-columns.ts";
import type { ImportKind } from "../../feature-kit/list-import/import-kind.ts";
import type { Message } from "../../i18n/message.ts";

export const obstacles = {
  cannotSee: {
    ja: "いまのログインでは、いまある推薦案件がすべては見えません。県連のグループに自分を加えてから、この画面を開き直してください。",
    en: "You do not see every nomination. Add yourself to the federation's group and open this page again.",
  },
} as const satisfies Record<string, Message>;

export const labels = {
  registeredName: { ja: "事業者名", en: "Firm" },
  edition: { ja: "年度・募集回", en: "Year or edition" },
  society: { ja: "商工会", en: "Society" },
  corporateNumber: { ja: "法人番号", en: "Corporate number" },
  address: { ja: "所在地", en: "Address" },
  registeredOn: { ja: "登録日", en: "Registered on" },
  result: { ja: "結果", en: "Result" },
  summary: { ja: "取組の要約", en: "Summary" },
  remarks: { ja: "備考", en: "Remarks" },
} as const satisfies Record<NominationColumn, Message>;

export const texts: ImportKind<NominationColumn, never, never>["texts"] = {
  title: { ja: "過去の案件", en: "Earlier years" },
  start: { ja: "過去の案件を取り込む", en: "Import earlier years" },
  intro: {
    ja: "過去の年度の名簿から、推薦した事業者を「過去の記録」として登録します。再度の推薦のときに、過去の推薦として表示されます。集計や期限の対象にはなりません。すでにある案件は変えません。",
    en: "Enters firms of earlier years as records of the past. They show when a firm is nominated again, count nowhere and have no deadline. Nominations that exist stay as they are.",
  },
  file: {
    ja: "過去の名簿のファイル（Excel・CSV）",
    en: "List of earlier years (Excel or CSV)",
  },
  empty: {
    ja: "名簿に行がありません。事業者の書かれたファイルを選んでください。",
    en: "The list has no rows. Choose a file with firms in it.",
  },
  neededMissing: {
    ja: "事業者名の列を選んでください。",
    en: "Choose the column of the firms.",
  },
  nothing: {
    ja: "名簿の案件はすべてあります。変えるところはありません。",
    en: "All firms of the list are entered. There is nothing to change.",
  },
  notes: {
    ja: "読み取れない値があります。その値だけを空にして取り込みます。",
    en: "Some values cannot be read and are left blank.",
  },
};
