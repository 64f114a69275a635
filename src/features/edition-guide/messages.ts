import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "募集回の準備", en: "Editions" },
  first: {
    ja: "最初の募集回を作る",
    en: "最初の募集回を作る (Make the first edition)",
  },
  next: {
    ja: "次の募集回をつくる",
    en: "次の募集回をつくる (Make the next edition)",
  },
  intro: {
    ja: "日程とチェックシートを決めて、準備中の募集回をつくります。前の募集回があれば、連絡先・提出先・様式と対応表・チェックシートを引き継ぎます。",
    en: "Makes an edition in preparation with its dates and checklist. From an earlier edition it takes the sender, the recipient, the form with its map and the checklist.",
  },
  introWithoutScore: {
    ja: "日程を決めて、準備中の募集回をつくります。前の募集回があれば、連絡先・提出先・様式と対応表を引き継ぎます。",
    en: "Makes an edition in preparation with its dates. From an earlier edition it takes the sender, the recipient and the form with its map.",
  },
  reading: { ja: "募集回を読んでいます", en: "Reading the editions" },
  from: { ja: "引き継ぐ募集回", en: "Taken from" },
  name: { ja: "募集回の名前", en: "Name" },
  fiscalYear: { ja: "年度", en: "Fiscal year" },
  dates: { ja: "日程", en: "Dates" },
  datesHint: {
    ja: "前の募集回の日付を、同じ曜日に動かしました。1つずつ要項と見比べて「確認しました」に印を付けてください。印を付けるまで、募集中にはできません。",
    en: "The dates of the earlier edition, moved to the same weekday. Compare each with the notice and tick it. The edition cannot be opened before.",
  },
  confirmed: { ja: "確認しました", en: "Confirmed" },
  milestone: { ja: "期限", en: "Date for" },
  date: { ja: "日付", en: "Date" },
  weekday: { ja: "曜日", en: "Weekday" },
  lastYear: (p: { day: string }) => ({
    ja: `前の募集回は${p.day}`,
    en: `Earlier: ${p.day}`,
  }),
  closed: (p: { day: string; reason: string; before: string }) => ({
    ja: `${p.day}は${p.reason}です。直前の営業日は${p.before}です。`,
    en: `${p.day} is ${p.reason}; the business day before is ${p.before}.`,
  }),
  sameDayClosed: (p: { day: string; reason: string; before: string }) => ({
    ja: `前の募集回と同じ日付にすると${p.day}で、${p.reason}です（直前の営業日は${p.before}）。`,
    en: `The same date would be ${p.day}, ${p.reason} (the business day before is ${p.before}).`,
  }),
  saturday: { ja: "土曜日", en: "a Saturday" },
  sunday: { ja: "日曜日", en: "a Sunday" },
  yearEnd: { ja: "年末年始", en: "the turn of the year" },
  closedDay: { ja: "休業日", en: "a closed day" },
  holiday: (p: { name: string }) => ({
    ja: `祝日（${p.name}）`,
    en: `a holiday (${p.name})`,
  }),
  businessDay: { ja: "営業日", en: "business day" },
  threshold: { ja: "基準点", en: "Threshold" },
  federationName: { ja: "連合会名（差出人）", en: "Federation (sender)" },
  recipientName: { ja: "提出先", en: "Recipient" },
  recipientEmail: { ja: "提出先 E-mail", en: "Recipient's e-mail" },
  checklist: { ja: "チェックシート", en: "Checklist" },
  checklistFor: { ja: "入れる募集回", en: "Edition" },
  checklistTitle: {
    ja: "チェックシートを取り込む",
    en: "Import the checklist",
  },
  checklistIntro: {
    ja: "届いたチェックシートを、Excelのファイルか、Excelからの貼り付けで入れます。ほかの募集回から写すこともできます。",
    en: "Put the checklist in from an Excel file, from cells copied in Excel, or from another edition.",
  },
  file: {
    ja: "チェックシートのファイル（Excel・CSV）",
    en: "Checklist (Excel or CSV)",
  },
  readPasted: { ja: "貼り付けた項目を読む", en: "Read what was pasted" },
  copyFrom: { ja: "または、ほかの募集回から", en: "Or from another edition" },
  choose: { ja: "選んでください", en: "Choose" },
  itemId: { ja: "項目ID", en: "Id" },
  area: { ja: "分野", en: "Area" },
  text: { ja: "項目", en: "Item" },
  points: { ja: "配点", en: "Points" },
  empty: {
    ja: "項目が見つかりません。チェック項目の書かれた表を選んでください。",
    en: "There are no items. Choose a table with the items.",
  },
  isOfficial: {
    ja: "公式のチェックシートです（サンプルではない）",
    en: "It is the official checklist, not a sample",
  },
  items: (p: { count: number; total: number; threshold: string }) => ({
    ja: `${p.count}項目・満点 ${p.total}点（基準点 ${p.threshold}点）`,
    en: `${p.count} items, ${p.total} points at most (threshold ${p.threshold})`,
  }),
  areaSum: (p: { area: string; items: number; points: number }) => ({
    ja: `${p.area}：${p.items}項目 ${p.points}点`,
    en: `${p.area}: ${p.items} items, ${p.points} points`,
  }),
  outOfReach: (p: { total: number; threshold: string }) => ({
    ja: `満点が${p.total}点なので、基準点の${p.threshold}点に届きません。配点か基準点を確かめてください。`,
    en: `At most ${p.total} points can be had, which is below the threshold of ${p.threshold}. Check the points or the threshold.`,
  }),
  problems: (p: { count: number }) => ({
    ja: `取り込めない行が${p.count}件あります。`,
    en: `${p.count} rows are left out.`,
  }),
  allItems: (p: { count: number }) => ({
    ja: `${p.count}項目の内容`,
    en: `The ${p.count} items`,
  }),
  noItems: {
    ja: "チェックシートの項目はまだありません。あとから取り込むこともできます。",
    en: "There are no items yet. They can be imported later.",
  },
  noEdition: {
    ja: "募集回がまだありません。先に募集回をつくってください。",
    en: "There is no edition yet. Make one first.",
  },
  put: (p: { count: number }) => ({
    ja: `${p.count}項目をこの募集回に入れる`,
    en: `Put ${p.count} items into this edition`,
  }),
  replaces: (p: { count: number }) => ({
    ja: `いまの${p.count}項目は置き換わります。募集回を開いて「変更を反映」を押すまで、すでにある案件は変わりません。`,
    en: `The ${p.count} items there are replaced. Nominations stay as they are until 変更を反映 is pressed on the edition.`,
  }),
  putDone: (p: { count: number; name: string }) => ({
    ja: `「${p.name}」に${p.count}項目を入れました。`,
    en: `${p.count} items are in ${p.name} now.`,
  }),
  same: {
    ja: "この募集回のチェックシートは、もうこのとおりです。",
    en: "The edition's checklist is like this already.",
  },
  formFile: {
    ja: "{sheet}の様式（届いた白紙のExcel、あとからでも登録できます）",
    en: "Official form (the blank Excel file; may be added later)",
  },
  newForm: {
    ja: "新しい様式が届いていれば、その白紙のExcel（なければ前の様式を引き継ぎます）",
    en: "A new blank form, if one has come; otherwise the last one is taken over",
  },
  openPoints: { ja: "まだ確認していないこと", en: "Still to confirm" },
  nothingOpen: {
    ja: "確認していないことはありません。",
    en: "Nothing is left to confirm.",
  },
  nameMissing: {
    ja: "募集回の名前を入れてください。",
    en: "Give the edition a name.",
  },
  nameTaken: (p: { name: string }) => ({
    ja: `「${p.name}」という募集回はもうあります。名前を変えてください。`,
    en: `There is an edition ${p.name} already. Choose another name.`,
  }),
  prepare: { ja: "準備中で登録する", en: "Save in preparation" },
  open: { ja: "募集中で登録する", en: "Save and open" },
  openHint: {
    ja: "「まだ確認していないこと」の赤い項目がなくなると、募集中で登録できます。",
    en: "It can be opened once the red points above are done.",
  },
  saving: { ja: "募集回を登録しています", en: "Saving the edition" },
  saved: (p: { name: string; state: string }) => ({
    ja: `「${p.name}」を${p.state}で登録しました。`,
    en: `${p.name} is saved (${p.state}).`,
  }),
  openRecord: { ja: "募集回を開く", en: "Open the edition" },
  close: { ja: "やめる", en: "Cancel" },
} as const satisfies Messages;

export type GuideMessages = typeof messages;
