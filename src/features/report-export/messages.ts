import type { Messages } from "../../i18n/message.ts";

export const messages = {
  open: { ja: "{sheet}を作成", en: "Make the status sheet" },
  title: { ja: "{sheet}の作成", en: "Status sheet" },
  edition: { ja: "募集回", en: "Edition" },
  stepCheck: { ja: "確認", en: "Check" },
  stepContents: { ja: "内容", en: "Contents" },
  stepMake: { ja: "作成", en: "Make" },
  stepSend: { ja: "送付", en: "Send" },
  steps: { ja: "手順", en: "Steps" },

  loading: {
    ja: "推薦案件を読み込んでいます",
    en: "Reading the nominations",
  },
  retry: { ja: "もう一度読み込む", en: "Try again" },
  checkingForm: {
    ja: "様式に照らして確かめています",
    en: "Checking against the form",
  },
  cancel: { ja: "中止", en: "Cancel" },
  back: { ja: "戻る", en: "Back" },
  close: { ja: "閉じる", en: "Close" },

  kind: { ja: "種別", en: "Kind" },
  kindMain: {
    ja: "本提出（{entryState}・{reportState}の案件すべて）",
    en: "Main report (all registered nominations)",
  },
  kindSupplement: {
    ja: "追加提出（送付後に加わった案件だけ）",
    en: "Supplement (only what came after the last mailing)",
  },
  firms: {
    ja: "作成する事業所（1社につき1つのファイル）",
    en: "Firms (a file for each)",
  },
  allFirms: { ja: "すべて", en: "All" },
  notMade: { ja: "未作成", en: "Not made" },
  firmMade: { ja: "作成済", en: "Made" },
  firmMailed: { ja: "送付済", en: "Mailed" },
  firmChanged: { ja: "・その後に変更あり", en: ", changed since" },
  chooseFirm: {
    ja: "作成する事業所を選んでください。",
    en: "Choose a firm.",
  },
  files: (p: { count: number }) => ({
    ja: `1社につき1つ、合わせて${p.count}個のファイルを作成します。`,
    en: `One file each, ${p.count} in all.`,
  }),
  form: (p: { name: string }) => ({
    ja: `様式：${p.name}`,
    en: `Form: ${p.name}`,
  }),
  unusedForms: (p: { names: string }) => ({
    ja: `（添付が複数あるため、最後に添付したものを使います。使わないもの：${p.names}）`,
    en: `(Several are attached; the one added last is used. Not used: ${p.names})`,
  }),
  sampleForm: {
    ja: "募集回に公式の様式が登録されていないため、標準サンプルの様式で作成します。公式の様式ではありません。",
    en: "The edition has no official form; our own sample is used.",
  },
  mapping: { ja: "様式の対応付け", en: "Mapping of the form" },
  cell: (p: { cell: string }) => ({
    ja: `セル${p.cell}`,
    en: `Cell ${p.cell}`,
  }),
  nothingMapped: {
    ja: "案件の内容を入れるセルが、1つも対応付けられていません。件数だけを答える様式でなければ、対応付けを直してください。",
    en: "No value of a nomination is mapped. Unless only counts are asked for, map it.",
  },
  blocks: (p: { count: number }) => ({
    ja: `このままでは作成できない点（${p.count}）`,
    en: `What stands in the way (${p.count})`,
  }),
  warnings: (p: { count: number }) => ({
    ja: `確かめてほしい点（${p.count}）`,
    en: `What to look at (${p.count})`,
  }),
  clean: {
    ja: "作成を止める点も注意点もありません。",
    en: "Nothing stands in the way.",
  },
  noneReason: {
    ja: "該当なし（0件）の理由",
    en: "Reason for having none",
  },
  noneReasonHint: {
    ja: "0件のまま作成するときは理由を入力してください。シートに記載されます。",
    en: "Needed for a sheet with none; printed on it.",
  },
  warningReason: {
    ja: "警告のまま作成する理由",
    en: "Reason for going on despite the warnings",
  },
  warningReasonHint: {
    ja: "理由を入力すると進めます。提出台帳に残ります。",
    en: "Needed to go on; kept in the ledger.",
  },
  proceed: { ja: "内容を確認する", en: "See the contents" },
  proceedWithWarnings: {
    ja: "警告のまま進む",
    en: "Go on despite the warnings",
  },
  blockedHint: {
    ja: "上の項目を直してから「もう一度読み込む」を押してください。",
    en: "Mend these, then press “Try again”.",
  },
  changesTitle: {
    ja: "前回送付したシートとの違い",
    en: "Changes since the sheet that was mailed",
  },
  added: { ja: "追加", en: "Added" },
  changed: { ja: "変更", en: "Changed" },
  withdrawn: { ja: "取消", en: "Withdrawn" },
  nothingToAdd: {
    ja: "追加する案件はありません。変更や取消を伝えるときは、「本提出」を選んで作り直してください。",
    en: "Nothing to add. Changes go into a main report.",
  },
  changesLine: (p: { added: number; changed: number; withdrawn: number }) => ({
    ja: `追加 ${p.added}件 ・ 変更 ${p.changed}件 ・ 取消 ${p.withdrawn}件`,
    en: `${p.added} added, ${p.changed} changed, ${p.withdrawn} withdrawn`,
  }),

  counts: (p: { count: number }) => ({
    ja: `{entry} ${p.count}件`,
    en: `${p.count} nominations`,
  }),
  personCounts: (p: { count: number }) => ({
    ja: `{entry} ${p.count}人`,
    en: `${p.count} people`,
  }),
  caseCounts: (p: { count: number; cases: number }) => ({
    ja: `{entry} ${p.count}件（うち{paper} ${p.cases}件）`,
    en: `${p.count} nominations (${p.cases} with a practice case)`,
  }),
  none: {
    ja: "該当なしとして作成します。",
    en: "The sheet will say none.",
  },
  rowsTitle: { ja: "シートに載る案件", en: "Nominations on the sheet" },
  moreRows: (p: { count: number }) => ({
    ja: `ほか${p.count}件（ファイルにはすべて載ります）`,
    en: `${p.count} more (all of them go into the file)`,
  }),
  senderTitle: { ja: "送り状の欄", en: "Sender" },
  leftOutTitle: (p: { count: number }) => ({
    ja: `シートに載らない案件（${p.count}）`,
    en: `Not on the sheet (${p.count})`,
  }),
  make: { ja: "作成してダウンロード", en: "Make and download" },
  leavesKintone: {
    ja: "ダウンロードしたファイルはkintoneの外に出ます。推薦の情報は外部秘として扱ってください。",
    en: "The file leaves kintone. Keep it confidential.",
  },

  filling: { ja: "様式に記入しています", en: "Filling the form" },
  checkingAgain: {
    ja: "案件がほかの人に変更されていないか確かめています",
    en: "Checking for changes meanwhile",
  },
  uploading: {
    ja: "ファイルを提出台帳へ送っています",
    en: "Uploading the file",
  },
  recording: { ja: "提出台帳に記録しています", en: "Writing the ledger" },
  sending: {
    ja: "送付を記録し、案件を{reportState}にしています",
    en: "Recording the mailing and reporting the nominations",
  },
  progress: (p: { label: string; done: number; total: number }) => ({
    ja: `${p.label}（${p.done} / ${p.total}）`,
    en: `${p.label} (${p.done} of ${p.total})`,
  }),
  makeFailed: {
    ja: "シートは作成されておらず、提出台帳にも何も記録していません。",
    en: "No sheet was made, nothing recorded.",
  },
  madeSome: (p: { made: number; total: number }) => ({
    ja: `${p.total}個のうち${p.made}個のファイルは作成し、提出台帳に記録しました。残りは、もう一度読み込むと作成できます。`,
    en: `${p.made} of ${p.total} files were made and recorded. Read again for the others.`,
  }),
  editionChanged: {
    ja: "作成中に募集回・提出台帳・日付のどれかが変わりました。読み込み直して、もう一度確認してください。",
    en: "Edition, ledger or day changed meanwhile. Read again.",
  },
  changedMeanwhile: (p: { count: number }) => ({
    ja: `作成中に${p.count}件の案件が変更または登録されました。読み込み直して、もう一度確認してください。`,
    en: `${p.count} nominations were changed or added meanwhile. Read again.`,
  }),

  made: {
    ja: "作成し、提出台帳に記録しました。",
    en: "Made and recorded in the ledger.",
  },
  downloadAgain: { ja: "もう一度ダウンロード", en: "Download again" },
  openLedger: { ja: "提出台帳の記録を開く", en: "Open the ledger record" },
  mailTitle: { ja: "送付メール", en: "Covering mail" },
  mailTo: { ja: "宛先", en: "To" },
  mailSubject: { ja: "件名", en: "Subject" },
  mailBody: { ja: "本文", en: "Text" },
  mailNoRecipient: {
    ja: "募集回に宛先のメールアドレスが登録されていません。",
    en: "The edition has no recipient address.",
  },
  openMail: { ja: "メールソフトで開く", en: "Open in the mail program" },
  copyMail: { ja: "本文をコピー", en: "Copy the text" },
  copied: { ja: "コピーしました。", en: "Copied." },
  copyFailed: {
    ja: "コピーできませんでした。本文を選んでコピーしてください。",
    en: "Could not copy. Select the text.",
  },
  attachHint: {
    ja: "ダウンロードしたファイルを添付してください（自動では添付されません）。",
    en: "Attach the downloaded file yourself.",
  },
  markSent: { ja: "送付済にする", en: "Mark as mailed" },
  markedSent: (p: { at: string }) => ({
    ja: `${p.at}に送付済として記録しました。載せた{entryState}の案件は{reportState}になりました。取り消すときは、提出台帳の「送付を取り消す」を押してください。`,
    en: `Recorded as mailed at ${p.at}; the registered nominations on it are reported. To undo it, open the ledger record.`,
  }),
  markHint: {
    ja: "メールを送ったあとに押してください。載せた{entryState}の案件がすべて{reportState}になり、提出台帳に日時が残ります。",
    en: "Press after mailing. Every registered nomination on it becomes reported, and the ledger keeps the time.",
  },
} as const satisfies Messages;
