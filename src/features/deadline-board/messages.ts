import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "推薦ボード", en: "Deadline board" },
  edition: { ja: "募集回", en: "Edition" },
  asOf: (p: { day: string; time: string }) => ({
    ja: `${p.day} ${p.time}現在`,
    en: `As of ${p.day} ${p.time}`,
  }),
  reload: { ja: "読み直す", en: "Reload" },
  loading: (p: { done: number; total: number }) => ({
    ja: `推薦案件を読み込んでいます（${p.done} / ${p.total}件）`,
    en: `Reading nominations (${p.done} of ${p.total})`,
  }),
  loadingFirst: {
    ja: "募集回を読み込んでいます",
    en: "Reading the editions",
  },
  sampleChecklist: {
    ja: "この募集回のチェックシートはサンプルです。公式の様式ではありません。",
    en: "The checklist of this edition is a sample, not the official one.",
  },

  nextDeadline: { ja: "次の期限", en: "Next date" },
  noDeadline: {
    ja: "これから来る期限はありません。",
    en: "No date lies ahead.",
  },
  noDates: {
    ja: "この募集回にはまだ期限が入っていません。募集回のレコードで日付を入力してください。",
    en: "This edition has no dates yet. Enter them in the edition's record.",
  },
  businessDaysLeft: (p: { days: number }) => ({
    ja: `あと${p.days}営業日`,
    en: `${p.days} business ${p.days === 1 ? "day" : "days"} left`,
  }),
  today: { ja: "本日が期限です", en: "Due today" },
  closedDay: (p: { day: string }) => ({
    ja: `期限の日は休業日です。直前の営業日は${p.day}です。`,
    en: `A closed day; the last business day before is ${p.day}.`,
  }),

  target: { ja: "目標", en: "Target" },
  targetReached: { ja: "目標に届いています", en: "Target reached" },
  targetReachedLate: {
    ja: "期限後に目標へ届きました",
    en: "Reached after the date",
  },
  targetOpen: { ja: "登録を進めています", en: "On the way" },
  targetAtRisk: {
    ja: "目標に届くかどうか注意が必要です",
    en: "The target is at risk",
  },
  targetMissed: { ja: "期限までに届きませんでした", en: "Target missed" },
  targetRegistered: (p: { count: number; required: number }) => ({
    ja: `期限内の登録 ${p.count}件（目標 ${p.required}件以上）`,
    en: `${p.count} registered in time (target ${p.required} or more)`,
  }),
  targetExpected: (p: { count: number; registered: number }) => ({
    ja: `登録済 ${p.registered}件 ・ 推薦中の案件 ${p.count}件`,
    en: `${p.registered} registered, ${p.count} in the running`,
  }),

  societies: { ja: "商工会", en: "Societies" },
  societyCount: (p: { count: number; total: number }) => ({
    ja: `回答 ${p.count} / ${p.total}商工会`,
    en: `${p.count} of ${p.total} societies answered`,
  }),

  attention: { ja: "注意", en: "Attention" },
  overdueCount: { ja: "期限超過", en: "Overdue" },
  weekCount: { ja: "今週締切（本日〜土曜）", en: "Due by Saturday" },
  count: (p: { count: number }) => ({
    ja: `${p.count}件`,
    en: `${p.count}`,
  }),

  steps: { ja: "工程ごとの件数", en: "Nominations by step" },
  selfNominated: (p: { count: number }) => ({
    ja: `このほかに自薦 ${p.count}件（件数に含めません）`,
    en: `Besides: ${p.count} self-nominated (not counted)`,
  }),

  sheetNotMade: {
    ja: "状況回答シートはまだ作成していません",
    en: "The status sheet has not been made yet",
  },
  sheetMade: (p: { at: string }) => ({
    ja: `状況回答シートを作成済み（${p.at}）、送付はまだです`,
    en: `Status sheet made (${p.at}), not mailed yet`,
  }),
  sheetMailed: (p: { at: string; unsent: number }) => ({
    ja: `状況回答シートを送付済み（${p.at}）${p.unsent ? `、未送付の案件 ${p.unsent}件` : ""}`,
    en: `Status sheet mailed (${p.at})${p.unsent ? `, ${p.unsent} nominations not yet` : ""}`,
  }),

  toDo: { ja: "いま動くべき案件", en: "What to act on now" },
  toDoOrder: {
    ja: "遅れている順に並べています。",
    en: "Most pressing first.",
  },
  toDoNone: {
    ja: "期限が迫っている案件はありません。",
    en: "Nothing is pressing.",
  },
  showAll: { ja: "すべて表示", en: "Show all" },
  showMore: (p: { count: number }) => ({
    ja: `残り${p.count}件を表示`,
    en: `Show ${p.count} more`,
  }),
  filtered: (p: { name: string; count: number }) => ({
    ja: `「${p.name}」だけを表示しています（${p.count}件）`,
    en: `Showing “${p.name}” only (${p.count})`,
  }),
  daysLate: (p: { days: number }) => ({
    ja: `${p.days}日超過`,
    en: `${p.days} ${p.days === 1 ? "day" : "days"} late`,
  }),
  nothingMissing: {
    ja: "不足はありません",
    en: "Nothing is missing",
  },
  missingPoints: (p: { points: string }) => ({
    ja: `（あと${p.points}点）`,
    en: ` (${p.points} more)`,
  }),
  columnState: { ja: "期限", en: "Deadline" },
  columnSociety: { ja: "商工会", en: "Society" },
  columnFirm: { ja: "事業者", en: "Firm" },
  columnMissing: { ja: "次にすること", en: "What is missing" },
  columnActor: { ja: "動く人", en: "Who acts" },
  nameless: { ja: "（名称未入力）", en: "(no name)" },

  findings: (p: { count: number }) => ({
    ja: `確認した内容や募集回と違う案件（${p.count}件）`,
    en: `Other than confirmed, or than the edition (${p.count})`,
  }),
  block: { ja: "要対応", en: "Blocks the sheet" },
  warning: { ja: "注意", en: "Look at it" },
  returned: { ja: "差戻し中の案件", en: "Sent back" },
  registeredLate: {
    ja: "期限後に登録した案件（追加提出の対象）",
    en: "Registered late (for a supplementary sheet)",
  },
  twins: {
    ja: "同じ事業者と思われる案件",
    en: "Probably the same firm",
  },
  outdatedDates: (p: { count: number }) => ({
    ja: `期限の写しが募集回と異なる案件が${p.count}件あります。ボードは募集回の日付で判定しています。一覧の絞り込みを合わせるには、各案件で募集回を取得し直してください。`,
    en: `${p.count} nominations carry other dates than the edition. Fetch the edition again in them.`,
  }),

  matrix: { ja: "商工会 × 工程", en: "Society × milestone" },
  matrixEmpty: {
    ja: "表示できる商工会がありません。",
    en: "There is no society to show.",
  },
  answerColumn: { ja: "回答", en: "Answer" },

  silent: (p: { count: number }) => ({
    ja: `まだ返事のない商工会（${p.count}）`,
    en: `Societies without an answer (${p.count})`,
  }),
  silentNone: {
    ja: "すべての商工会から返事がありました。",
    en: "Every society has answered.",
  },
  contactName: (p: { name: string }) => ({
    ja: `担当 ${p.name}`,
    en: `Contact: ${p.name}`,
  }),
  noContact: {
    ja: "担当者が登録されていません",
    en: "No contact registered",
  },
  copyRequest: { ja: "文面をコピー", en: "Copy the text" },
  copyRequestAll: {
    ja: "まとめて依頼の文面をコピー",
    en: "Copy one request to all",
  },
  copied: {
    ja: "依頼の文面をコピーしました。メッセージに貼り付けて送ってください。",
    en: "The text is copied. Paste it into a message.",
  },
  copyFailed: {
    ja: "コピーできませんでした。下の文面を選んでコピーしてください。",
    en: "Could not copy. Select the text below and copy it.",
  },
  requestText: (p: { societies: string; edition: string; day: string }) => ({
    ja: `${p.societies}\nご担当者様\n\n「${p.edition}」の推薦候補について、${p.day}までに「候補あり」または「該当なし」を「回答」アプリにご入力ください。候補がある場合は「推薦案件」への登録をお願いいたします。`,
    en: `${p.societies}\n\nPlease answer for “${p.edition}” by ${p.day} in the app 回答, and enter candidates in 推薦案件.`,
  }),
  noDay: { ja: "お早め", en: "soon" },
  contradiction: {
    ja: "「該当なし」の回答ですが案件があります",
    en: "Answered “none” but has a nomination",
  },

  emptyTitle: {
    ja: "この募集回の推薦案件はまだありません。",
    en: "This edition has no nominations yet.",
  },
  addNomination: { ja: "推薦案件を追加", en: "Add a nomination" },
  retry: { ja: "もう一度読み込む", en: "Try again" },
} as const satisfies Messages;
