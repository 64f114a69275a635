import type { Messages } from "../../i18n/message.ts";

export const messages = {
  otherAwards: { ja: "ほかの制度", en: "Other awards" },
  elsewhere: {
    ja: "ほかの制度にも推薦されている事業者",
    en: "Firms nominated for another award as well",
  },
  title: { ja: "推薦ボード", en: "Deadline board" },
  edition: { ja: "募集回", en: "Edition" },
  asOf: (p: { day: string; time: string }) => ({
    ja: `${p.day} ${p.time}現在`,
    en: `As of ${p.day} ${p.time}`,
  }),
  print: { ja: "印刷", en: "Print" },
  missedReport: (p: { day: string; days: number; count: number }) => ({
    ja: `{sheet}が未送付です — 期限 ${p.day}を${p.days}日過ぎています。{entryState} ${p.count}件を載せられます。`,
    en: `The status sheet was not sent — due ${p.day}, ${p.days} days ago. ${p.count} registered nominations can go on it.`,
  }),
  makeSheet: { ja: "いま作成して送る", en: "Make and send it now" },
  concerns: (p: { count: number }) => ({
    ja: `${p.count}件が対象`,
    en: `${p.count} concerned`,
  }),
  openSocieties: (p: { count: number }) => ({
    ja: `まだの商工会 ${p.count}`,
    en: `${p.count} societies behind`,
  }),
  openSocietiesNone: {
    ja: "商工会の分は済んでいます",
    en: "Nothing is left to the societies",
  },
  openSociety: (p: { name: string; nominations: number }) => ({
    ja: p.nominations === 0 ? p.name : `${p.name} ${p.nominations}件`,
    en: p.nominations === 0 ? p.name : `${p.name} (${p.nominations})`,
  }),
  openSocietyNames: (p: { names: string; others: number }) => ({
    ja: p.others === 0 ? p.names : `${p.names} ほか${p.others}商工会`,
    en: p.others === 0 ? p.names : `${p.names} and ${p.others} more`,
  }),
  unopened: { ja: "未開封", en: "Unopened" },
  opened: { ja: "確認済", en: "Read" },
  chase: { ja: "催促する", en: "Chase" },
  chaseAll: {
    ja: "返事のない商工会すべてに催促する",
    en: "Chase all without an answer",
  },
  chasePicked: (p: { count: number }) => ({
    ja: `選んだ${p.count}商工会に催促する`,
    en: `Chase the ${p.count} picked`,
  }),
  chaseTitle: { ja: "催促する", en: "Chase" },
  chaseTo: (p: { count: number }) => ({
    ja: `${p.count}商工会に、次の内容を知らせます。`,
    en: `${p.count} societies get the following.`,
  }),
  chaseAgain: (p: { count: number; names: string }) => ({
    ja: `本日すでに催促した商工会が${p.count}あります（${p.names}）。`,
    en: `Chased today already: ${p.count} (${p.names}).`,
  }),
  chaseAgainToo: { ja: "もう一度知らせる", en: "Tell them again" },
  chaseUnreachable: (p: { names: string }) => ({
    ja: `周知が届いていないため知らせられません：${p.names}`,
    en: `Not reached by the request yet: ${p.names}`,
  }),
  chaseIdle: (p: { names: string }) => ({
    ja: `いま商工会がすることはありません：${p.names}`,
    en: `Nothing to do for: ${p.names}`,
  }),
  chaseNobody: {
    ja: "催促する相手がありません。",
    en: "There is nobody to chase.",
  },
  chaseWorking: { ja: "知らせています", en: "Telling" },
  chaseDone: (p: { count: number }) => ({
    ja:
      p.count === 0
        ? "どの商工会にも知らせていません。"
        : `${p.count}商工会に知らせました。`,
    en: `${p.count} societies told.`,
  }),
  chaseGone: {
    ja: "回答のレコードが削除されています。募集回の「届いていない商工会に送る」を押してください。",
    en: "Its answer record was deleted. Send the request again from the edition.",
  },
  chased: (p: { times: number; day: string }) => ({
    ja: `催促${p.times}回 ${p.day}`,
    en: `Chased ${p.times}×, ${p.day}`,
  }),
  pick: (p: { name: string }) => ({
    ja: `${p.name}を選ぶ`,
    en: `Pick ${p.name}`,
  }),
  pickAll: { ja: "表示中の案件をすべて選ぶ", en: "Pick all in the list" },
  picked: (p: { count: number }) => ({
    ja: `${p.count}件を選んでいます`,
    en: `${p.count} picked`,
  }),
  unpick: { ja: "選択をやめる", en: "Unpick" },
  bulkNameCheck: { ja: "名称を確認済みにする", en: "Mark names as confirmed" },
  bulkRegister: { ja: "{entryAction}", en: "Mark as registered" },
  bulkTargets: (p: { count: number }) => ({
    ja: `次の${p.count}件を変更します。`,
    en: `These ${p.count} are changed.`,
  }),
  bulkSkipped: (p: { count: number }) => ({
    ja: `次の${p.count}件は変更しません。`,
    en: `These ${p.count} are left alone.`,
  }),
  bulkRegisterNote: {
    ja: "登録日はすべての案件に入ります。登録者{andSupporter}は、案件がまだ空のときに入ります。",
    en: "The date goes into all of them; registrar and supporter where a record has none yet.",
  },
  registeredBy: { ja: "登録者", en: "Registered by" },
  registeredOn: { ja: "登録日", en: "Date of registration" },
  supporterName: { ja: "{supporter}", en: "Supporter" },
  receiptNumber: { ja: "受付番号", en: "Receipt number" },
  registerLater: {
    ja: "登録日に、まだ来ていない日付は使えません。",
    en: "The date of registration cannot be in the future.",
  },
  registerNeeds: (p: { name: string; firm: string }) => ({
    ja: `${p.firm}：「${p.name}」を入力してください。{sheet}に載ります。`,
    en: `${p.firm}: enter “${p.name}”; the sheet lists it.`,
  }),
  bulkNone: {
    ja: "変更できる案件がありません。",
    en: "None of them can be changed.",
  },
  notContacted: {
    ja: "「{contactState}」ではありません",
    en: "Not in the state “federation informed”",
  },
  differs: {
    ja: "確認した内容や募集回と違う点があります。案件を開いて確かめてください",
    en: "It differs from what was confirmed or from the edition; open it and check",
  },
  bulkWorking: { ja: "変更しています", en: "Changing" },
  bulkDone: (p: { count: number; left: number }) => ({
    ja: `${p.count}件を変更しました。${p.left > 0 ? `残り${p.left}件は選んだままです。もう一度押すと続きから行います。` : ""}`,
    en: `${p.count} changed.${p.left > 0 ? ` ${p.left} left; press again to go on.` : ""}`,
  }),
  workProgress: (p: { label: string; done: number; total: number }) => ({
    ja: `${p.label}（${p.done} / ${p.total}）`,
    en: `${p.label} (${p.done} of ${p.total})`,
  }),
  stop: { ja: "止める", en: "Stop" },
  close: { ja: "閉じる", en: "Close" },
  cancel: { ja: "やめる", en: "Cancel" },
  work: { ja: "県連の作業", en: "The federation's work" },
  queueNameCheck: { ja: "名称確認待ち", en: "Names to confirm" },
  queueRegister: { ja: "登録待ち", en: "Ready to register" },
  queueChanged: { ja: "提出後に変更あり", en: "Changed after sending" },
  allLines: { ja: "すべての案件", en: "All nominations" },
  filterStep: { ja: "表示", en: "Show" },
  queueReport: { ja: "報告待ち", en: "To be reported" },
  outdatedCard: (p: { count: number }) => ({
    ja: `古い条件の案件 ${p.count}件`,
    en: `Nominations with old values: ${p.count}`,
  }),
  openEdition: { ja: "募集回で反映する", en: "Apply in the edition" },
  filterSociety: { ja: "商工会", en: "Society" },
  allSocieties: { ja: "すべての商工会", en: "All societies" },
  search: { ja: "検索", en: "Search" },
  searchHint: { ja: "事業者・商工会", en: "Firm or society" },
  sort: { ja: "並び", en: "Order" },
  sortPressing: { ja: "遅れている順", en: "Most pressing first" },
  sortSociety: { ja: "商工会の順", en: "By society" },
  sortFirm: { ja: "事業者の順", en: "By firm" },
  nothingFound: {
    ja: "条件に合う案件はありません。",
    en: "Nothing matches.",
  },
  ownAnswer: { ja: "自会の回答", en: "Your answer" },
  ownAnswerNone: {
    ja: "ご案内はまだ届いていません。",
    en: "The request has not arrived yet.",
  },
  openAnswer: {
    ja: "ご案内を開いて回答する",
    en: "Open the request and answer",
  },
  seeAnswer: { ja: "ご案内を見る", en: "See the request" },
  ownNext: { ja: "次にすること", en: "What to do next" },
  ownNextNone: {
    ja: "いま急ぐことはありません。",
    en: "Nothing is pressing.",
  },
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
    ja: `{entryState} ${p.registered}件 ・ 推薦中の案件 ${p.count}件`,
    en: `${p.registered} registered, ${p.count} in the running`,
  }),

  societies: { ja: "回答", en: "Answers" },
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
    ja: "{sheet}はまだ作成していません",
    en: "The status sheet has not been made yet",
  },
  sheetMade: (p: { at: string }) => ({
    ja: `{sheet}を作成済み（${p.at}）、送付はまだです`,
    en: `Status sheet made (${p.at}), not mailed yet`,
  }),
  sheetMailed: (p: { at: string; unsent: number }) => ({
    ja: `{sheet}を送付済み（${p.at}）${p.unsent ? `、未送付の案件 ${p.unsent}件` : ""}`,
    en: `Status sheet mailed (${p.at})${p.unsent ? `, ${p.unsent} nominations not yet` : ""}`,
  }),

  toDo: { ja: "いま動くべき案件", en: "What to act on now" },
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

  unreadChecklists: {
    ja: "案件が多いため、チェックシートの項目と配点が募集回と同じかは、まだ照らし合わせていません。",
    en: "There are many nominations; their checklists are not compared with the edition's yet.",
  },
  compareChecklists: {
    ja: "チェックシートを照らし合わせる",
    en: "Compare the checklists",
  },
  comparingChecklists: {
    ja: "チェックシートを読み込んでいます",
    en: "Reading the checklists",
  },
  findings: (p: { count: number }) => ({
    ja: `確認した内容や募集回と違う案件（${p.count}件）`,
    en: `Other than confirmed, or than the edition (${p.count})`,
  }),
  confirmedChanged: {
    ja: "確認後に変わった案件",
    en: "Changed after it was confirmed",
  },
  confirmedUnknown: {
    ja: "確認した値の記録がない案件",
    en: "The confirmed values were not kept",
  },
  checklistAltered: {
    ja: "チェックシートが募集回と違う案件",
    en: "The checklist is not the edition's",
  },
  checklistOlder: {
    ja: "前の条件で採点された案件",
    en: "Scored under earlier terms",
  },
  doneDateOdd: {
    ja: "実施日を確かめる案件",
    en: "Dates to look at",
  },
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
  matrix: { ja: "商工会 × 工程", en: "Society × milestone" },
  matrixEmpty: {
    ja: "表示できる商工会がありません。",
    en: "There is no society to show.",
  },
  answerColumn: { ja: "回答", en: "Answer" },

  unanswered: (p: { count: number }) => ({
    ja: `まだ返事のない商工会（${p.count}）`,
    en: `Societies without an answer (${p.count})`,
  }),
  unansweredNone: {
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
  contradiction: {
    ja: "「該当なし」の回答ですが案件があります",
    en: "Answered “none” but has a nomination",
  },

  remindedInVain: (p: { count: number; names: string }) => ({
    ja: `案件があるのに回答が「未開封」「確認済」のままの商工会が${p.count}あります（${p.names}）。このままではお知らせが止まりません。`,
    en: `${p.count} societies have nominated and are still without an answer (${p.names}); kintone goes on reminding them.`,
  }),
  markCandidates: {
    ja: "回答を「候補あり」にする",
    en: "Answer 候補あり for them",
  },
  sendSheet: { ja: "送付済にする", en: "Mark as mailed" },
  sheetSent: {
    ja: "{sheet}を送付済として記録し、載せた{entryState}の案件を{reportState}にしました。取り消すときは、提出台帳で「送付を取り消す」を押します。",
    en: "The status sheet is recorded as mailed, and its registered nominations as reported. To take it back, press 送付を取り消す in the ledger.",
  },
  candidatesDone: (p: { count: number }) => ({
    ja: `${p.count}商工会の回答を「候補あり」にしました。`,
    en: `Answered 候補あり for ${p.count} societies.`,
  }),

  emptyTitle: {
    ja: "この募集回の推薦案件はまだありません。",
    en: "This edition has no nominations yet.",
  },
  addNomination: { ja: "推薦案件を追加", en: "Add a nomination" },
  retry: { ja: "もう一度読み込む", en: "Try again" },
} as const satisfies Messages;
