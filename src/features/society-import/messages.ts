import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "商工会", en: "Societies" },
  start: { ja: "商工会を取り込む", en: "Import societies" },
  intro: {
    ja: "お手元の商工会名簿（ExcelまたはCSV）を、このアプリにまとめて登録します。2回目からは、変わったところだけを直します。",
    en: "Enters your list of societies (Excel or CSV) all at once. A second run changes only what differs.",
  },
  file: { ja: "名簿のファイル（Excel・CSV）", en: "List (Excel or CSV)" },
  paste: {
    ja: "または、Excelからコピーして貼り付け",
    en: "Or paste cells copied from Excel",
  },
  readPasted: { ja: "貼り付けた名簿を読む", en: "Read what was pasted" },
  fromSite: { ja: "cybozu.comの組織から", en: "From the site's organisations" },
  fromSiteName: { ja: "cybozu.comの組織", en: "Organisations of the site" },
  pasted: { ja: "貼り付けた名簿", en: "Pasted list" },
  close: { ja: "やめる", en: "Cancel" },
  reading: { ja: "読み取っています", en: "Reading" },
  empty: {
    ja: "名簿に行がありません。商工会の書かれたファイルを選んでください。",
    en: "The list has no rows. Choose a file with societies in it.",
  },
  noOrganizations: {
    ja: "cybozu.comに組織がありません。商工会ごとに組織をつくり、職員を入れてから取り込んでください。組織で、見られる人が決まります。",
    en: "The site has no organisations. Make one for each society, with its staff: they decide who sees what.",
  },
  cannotSee: {
    ja: "いまのログインでは、登録済みの商工会がすべては見えません。県連のグループ（商工会アプリを見られるグループ）に自分を加えてから、この画面を開き直してください。",
    en: "You do not see every society. Add yourself to the federation's group and open this page again.",
  },
  sheet: { ja: "シート", en: "Sheet" },
  headRows: { ja: "見出しの行数", en: "Heading rows" },
  columns: {
    ja: "どの列を使うかを確かめてください。",
    en: "Check which column is which.",
  },
  noColumn: { ja: "（使わない）", en: "(none)" },
  nameNeeded: {
    ja: "商工会名の列を選んでください。",
    en: "Choose the column of the names.",
  },
  column: (p: { letters: string; label: string; sample: string }) => ({
    ja: `${p.letters}列${p.label === "" ? "" : ` ${p.label}`}${p.sample === "" ? "" : `（例：${p.sample}）`}`,
    en: `${p.letters}${p.label === "" ? "" : ` ${p.label}`}${p.sample === "" ? "" : ` (e.g. ${p.sample})`}`,
  }),
  name: { ja: "商工会名", en: "Name" },
  code: { ja: "コード", en: "Code" },
  kana: { ja: "フリガナ", en: "Kana" },
  sortOrder: { ja: "並び順", en: "Order" },
  organization: { ja: "組織", en: "Organisation" },
  contactUsers: { ja: "担当者", en: "Contacts" },
  active: { ja: "状態", en: "State" },
  summary: (p: { add: number; update: number; same: number; bad: number }) => ({
    ja: `追加 ${p.add}件・変更 ${p.update}件・変更なし ${p.same}件・取り込めない行 ${p.bad}件`,
    en: `${p.add} new, ${p.update} changed, ${p.same} as they are, ${p.bad} rows left out`,
  }),
  problems: (p: { count: number }) => ({
    ja: `取り込めない行が${p.count}件あります。ほかの行は取り込めます。`,
    en: `${p.count} rows are left out. The others can be imported.`,
  }),
  notes: (p: { count: number }) => ({
    ja: `担当者が分からない行が${p.count}件あります。担当者なしで取り込みます。`,
    en: `${p.count} contacts are unknown and are left out.`,
  }),
  more: (p: { count: number }) => ({
    ja: `ほか${p.count}件`,
    en: `${p.count} more`,
  }),
  unnamed: (p: { count: number; names: string }) => ({
    ja: `名簿にない登録済みの商工会（${p.count}件、そのまま残します）：${p.names}`,
    en: `Not in the list, left as they are (${p.count}): ${p.names}`,
  }),
  nothing: {
    ja: "登録済みの商工会は名簿のとおりです。変えるところはありません。",
    en: "The societies are as the list says. There is nothing to change.",
  },
  row: { ja: "行", en: "Row" },
  kind: { ja: "内容", en: "What" },
  add: { ja: "追加", en: "New" },
  update: { ja: "変更", en: "Change" },
  values: { ja: "値", en: "Values" },
  change: (p: { label: string; from: string; to: string }) => ({
    ja: `${p.label}：${p.from === "" ? "（空）" : p.from} → ${p.to}`,
    en: `${p.label}: ${p.from === "" ? "(blank)" : p.from} → ${p.to}`,
  }),
  apply: (p: { add: number; update: number }) => ({
    ja: `${[p.add === 0 ? "" : `${p.add}件を追加`, p.update === 0 ? "" : `${p.update}件を変更`].filter(Boolean).join("・")}する`,
    en: `Add ${p.add} and change ${p.update}`,
  }),
  applying: (p: { done: number; total: number; name: string }) => ({
    ja: `${p.done} / ${p.total}件を保存しました（次：${p.name}）`,
    en: `${p.done} of ${p.total} saved (next: ${p.name})`,
  }),
  stop: { ja: "ここで止める", en: "Stop here" },
  stopped: (p: { done: number; total: number }) => ({
    ja: `${p.total}件のうち${p.done}件を保存したところで止まりました。続けると、残りだけを保存します。`,
    en: `Stopped after ${p.done} of ${p.total}. Going on saves the rest only.`,
  }),
  goOn: { ja: "続きを取り込む", en: "Go on" },
  finished: (p: { total: number; present: number }) => ({
    ja: `${p.total}件を保存しました。登録済みの商工会は${p.present}件です。`,
    en: `${p.total} saved. There are ${p.present} societies now.`,
  }),
  again: { ja: "別の名簿を取り込む", en: "Import another list" },
} as const satisfies Messages;

export type SocietyImportMessages = typeof messages;
