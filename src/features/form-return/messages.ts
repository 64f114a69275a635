import type { Messages } from "../../i18n/message.ts";

export const messages = {
  panelTitle: { ja: "記入済みの様式の取り込み", en: "Forms that came back" },
  panelHint: {
    ja: "kintoneを使わない商工会から届いた記入済みの様式を読み取り、いまの推薦案件との違いを見てから登録します。",
    en: "Reads a filled form from a society that does not use kintone, and shows what differs before anything is written.",
  },
  open: { ja: "記入済みの様式を取り込む", en: "Take in a filled form" },
  title: { ja: "記入済みの様式の取り込み", en: "Take in a filled form" },
  loading: {
    ja: "様式と推薦案件を読み込んでいます",
    en: "Reading the form and the nominations",
  },
  reading: (p: { name: string }) => ({
    ja: `${p.name}を読み取っています`,
    en: `Reading ${p.name}`,
  }),
  cancel: { ja: "中止", en: "Cancel" },
  retry: { ja: "もう一度読み込む", en: "Read again" },
  close: { ja: "閉じる", en: "Close" },
  needsMap: {
    ja: "この募集回の様式は、対応付けがまだ保存されていません。先に「様式の対応付け」で保存してください。",
    en: "The form of this edition has not been mapped yet. Save its mapping first.",
  },
  staleMap: {
    ja: "様式が、対応付けを保存したときのものと違います。先に「様式の対応付け」で違いを確かめて保存してください。",
    en: "The form is not the one the map was saved for. Look at the differences and save the map first.",
  },
  drop: {
    ja: "記入済みの様式（Excel）をここに置くか、ファイルを選んでください。",
    en: "Drop the filled Excel form here, or choose the file.",
  },
  choose: { ja: "ファイルを選ぶ", en: "Choose a file" },
  nothingYet: {
    ja: "読み取っただけでは何も登録されません。",
    en: "Reading it writes nothing.",
  },
  refused: {
    ja: "何も登録していません。",
    en: "Nothing was written.",
  },
  file: (p: { name: string }) => ({
    ja: `読み取ったファイル：${p.name}`,
    en: `Read: ${p.name}`,
  }),
  otherFile: { ja: "別のファイルを選ぶ", en: "Another file" },
  society: { ja: "この様式を出した商工会", en: "Society that sent the form" },
  noSociety: { ja: "（選んでください）", en: "(choose)" },
  counts: (p: { new: number; changed: number; same: number }) => ({
    ja: `新規 ${p.new}件 ・ 変更 ${p.changed}件 ・ 同じ ${p.same}件`,
    en: `${p.new} new, ${p.changed} changed, ${p.same} the same`,
  }),
  empty: {
    ja: "この様式には記入された案件がありません。",
    en: "No firm is filled in on this form.",
  },
  columnChoose: { ja: "登録", en: "Write" },
  columnItem: { ja: "項目", en: "Item" },
  columnBefore: { ja: "いまの値", en: "Now" },
  columnAfter: { ja: "様式の値", en: "On the form" },
  kindNew: { ja: "新規", en: "New" },
  kindChanged: { ja: "変更", en: "Changed" },
  kindSame: { ja: "同じ", en: "Same" },
  written: { ja: "登録しました", en: "Written" },
  openRecord: { ja: "レコードを開く", en: "Open the record" },
  chooseEntry: (p: { name: string }) => ({
    ja: `「${p.name}」を新しく登録する`,
    en: `Add “${p.name}”`,
  }),
  chooseField: (p: { name: string; field: string }) => ({
    ja: `「${p.name}」の${p.field}を登録する`,
    en: `Write ${p.field} of “${p.name}”`,
  }),
  noName: {
    ja: "事業所名がないため登録できません。",
    en: "Without a name it cannot be added.",
  },
  societyMissing: {
    ja: "商工会が分からないため登録できません。上で商工会を選んでください。",
    en: "The society is unknown; choose it above.",
  },
  twice: {
    ja: "同じ案件が様式に2回あります。先の行だけを登録できます。",
    en: "The form has this nomination twice; only the first row can be written.",
  },
  unreadable: (p: { label: string; text: string }) => ({
    ja: `${p.label}「${p.text}」は読み取れませんでした。`,
    en: `${p.label} “${p.text}” could not be read.`,
  }),
  doubts: (p: { count: number }) => ({
    ja: `確かめるところ ${p.count}件`,
    en: `${p.count} to check`,
  }),
  doubtsHint: {
    ja: "値を直すか、このままでよいと決めるまで、その値は登録に選ばれません。様式のファイルは変わりません。",
    en: "Until a value is corrected or confirmed it is not chosen for writing. The file itself is not changed.",
  },
  correctedValue: (p: { cell: string }) => ({
    ja: `${p.cell}の正しい値`,
    en: `Right value of ${p.cell}`,
  }),
  useValue: { ja: "この値に直す", en: "Use this value" },
  wrongValue: {
    ja: "この欄の値として読めません。数は数字だけ、日付は2026/7/25のように入れてください。",
    en: "This is no value for this cell. Enter digits for a number, and a date like 2026/7/25.",
  },
  asRead: { ja: "このままでよい", en: "It is right" },
  seen: { ja: "確かめた", en: "Checked" },
  confirmCell: (p: { cell: string }) => ({
    ja: `${p.cell}はこのままでよい`,
    en: `${p.cell} is right`,
  }),
  notes: (p: { count: number }) => ({
    ja: `書き方と違う形で読んだところ ${p.count}件`,
    en: `${p.count} read otherwise than written`,
  }),
  unnamed: (p: { row: number }) => ({
    ja: `${p.row}件目（事業所名なし）`,
    en: `Row ${p.row} (no name)`,
  }),
  write: (p: { count: number }) => ({
    ja: `選んだ内容を登録する（${p.count}件）`,
    en: `Write what is chosen (${p.count})`,
  }),
  allSame: {
    ja: "違いはありません。登録するものはありません。",
    en: "Nothing differs, so there is nothing to write.",
  },
  nothingChosen: {
    ja: "登録する内容を選んでください。",
    en: "Choose what to write.",
  },
  writing: (p: { done: number; total: number }) => ({
    ja: `登録しています（${p.done} / ${p.total}件）`,
    en: `Writing (${p.done} of ${p.total})`,
  }),
  allWritten: (p: { count: number }) => ({
    ja: `${p.count}件を登録しました。`,
    en: `${p.count} records were written.`,
  }),
  partlyWritten: (p: { written: number; total: number }) => ({
    ja: `${p.total}件のうち${p.written}件を登録しました。残りは理由を確かめて「もう一度読み込む」を押してください。いまの案件と比べ直します。`,
    en: `${p.written} of ${p.total} records were written. See why the others failed, then press “Read again”: they are compared anew.`,
  }),
} as const satisfies Messages;

export type ReturnMessages = typeof messages;
