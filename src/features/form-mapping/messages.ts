import type { Messages } from "../../i18n/message.ts";

export const messages = {
  panelTitle: { ja: "様式の対応付け", en: "Mapping of the form" },
  noFile: {
    ja: "まだ様式がありません。届いた白紙のExcelを「{sheet}（白紙のExcel）」に添付して保存すると、ここで値の置き場所を決められます。",
    en: "There is no form yet. Attach the blank Excel file in the field above and save; then you can say here which value goes where.",
  },
  sampleMeanwhile: {
    ja: "それまでは標準サンプルの様式で作成します。",
    en: "Until then the standard sample form is used.",
  },
  reading: { ja: "様式を読み取っています", en: "Reading the form" },
  retry: { ja: "もう一度読み取る", en: "Read again" },
  formName: (p: { name: string }) => ({
    ja: `様式：${p.name}`,
    en: `Form: ${p.name}`,
  }),
  severalFiles: (p: { count: number; name: string }) => ({
    ja: `ファイルが${p.count}個あります。最後に添付した「${p.name}」を使います。`,
    en: `There are ${p.count} files; the one added last, “${p.name}”, is used.`,
  }),
  noMap: {
    ja: "どの値をどのセルに入れるかが、まだ決まっていません。様式の見出しを読み取った案を確かめて、保存してください。",
    en: "It is not yet settled which value goes into which cell. Look over the proposal read from the form's labels and save it.",
  },
  begin: { ja: "対応付けをはじめる", en: "Begin the mapping" },
  mapBroken: {
    ja: "保存されている対応表を読み取れません。対応付けをやり直して保存してください。",
    en: "The stored map cannot be read. Map the form again and save.",
  },
  change: { ja: "対応付けを直す", en: "Change the mapping" },
  toBoard: {
    ja: "推薦案件の一覧で{sheet}を作成",
    en: "Make the status sheet",
  },
  summary: (p: { placed: number; unsure: number; problems: number }) => ({
    ja: `配置 ${p.placed}件 ・ 要確認 ${p.unsure}件 ・ 問題 ${p.problems}件`,
    en: `${p.placed} placed, ${p.unsure} to look at, ${p.problems} problems`,
  }),
  savedRevision: (p: { revision: number }) => ({
    ja: `第${p.revision}版`,
    en: `Version ${p.revision}`,
  }),
  drifted: {
    ja: "この様式は、対応付けを保存したときの様式と違います。違いを確かめて保存し直すまで、{sheet}は作成できません。",
    en: "This form is not the one the map was saved for. No sheet can be made until you have looked at the differences and saved the map again.",
  },
  differences: (p: { count: number }) => ({
    ja: `違い（${p.count}）`,
    en: `Differences (${p.count})`,
  }),
  moreDifferences: (p: { count: number }) => ({
    ja: `ほか${p.count}件`,
    en: `${p.count} more`,
  }),
  resolve: { ja: "違いを見て直す", en: "Look at the differences" },

  title: (p: { name: string }) => ({
    ja: `様式の対応付け「${p.name}」`,
    en: `Mapping of “${p.name}”`,
  }),
  proposalHint: {
    ja: "様式の見出しから作った案です。セルと値を確かめて「対応付けを保存」を押してください。",
    en: "This is a proposal read from the form's labels. Look it over and press “Save the mapping”.",
  },
  proposing: (p: { done: number; total: number }) => ({
    ja: `様式の見出しを読んでいます（${p.done} / ${p.total}）`,
    en: `Reading the form's labels (${p.done} of ${p.total})`,
  }),
  cancelProposal: { ja: "中止", en: "Cancel" },
  foreignHint: {
    ja: "すべての欄を空けてあります。この様式でよければ「このまま提案」を押してください。",
    en: "All cells are left open. If this is the right form, press “Propose anyway”.",
  },
  proposeAnyway: { ja: "このまま提案", en: "Propose anyway" },
  noProposal: {
    ja: "見出しからは値の置き場所が分かりませんでした。左の値を選び、入れるセルを押してください。別のファイルのときは、募集回の添付を確かめてください。",
    en: "The labels did not tell where values belong. Choose a value at the left and press its cell. If this is another file, look at the edition's attachment.",
  },
  driftHint: {
    ja: "保存されている対応付けを、この様式に移した案です。下の違いを確かめて「対応付けを保存」を押してください。",
    en: "The saved map, carried over to this form. Look at the differences below and press “Save the mapping”.",
  },
  howTo: {
    ja: "値を選んでからセルを選ぶか、セルを選んでから値を選びます。矢印キーで移動、Enterで配置、Deleteで取り消しです。",
    en: "Choose a value and then its cell, or a cell and then its value. Arrow keys move, Enter places, Delete frees.",
  },
  values: { ja: "値", en: "Values" },
  cover: { ja: "送り状", en: "Cover" },
  counts: { ja: "件数", en: "Counts" },
  list: { ja: "一覧", en: "List" },
  groupCount: (p: { placed: number; total: number }) => ({
    ja: `${p.placed} / ${p.total}`,
    en: `${p.placed} of ${p.total}`,
  }),
  placed: { ja: "配置済み", en: "Placed" },
  unsure: { ja: "要確認", en: "To look at" },
  notAsked: { ja: "様式に欄がない", en: "Not asked for" },
  undecided: (p: { count: number }) => ({
    ja: `入れる値が決まらない欄（${p.count}）`,
    en: `Cells nobody knows the value of (${p.count})`,
  }),
  leaveUndecided: {
    ja: "どの欄にも入れない",
    en: "Leave all of them alone",
  },
  rowOf: (p: { column: string }) => ({
    ja: `${p.column}列`,
    en: `column ${p.column}`,
  }),

  sheets: { ja: "シート", en: "Sheets" },
  zoomFit: { ja: "幅に合わせる", en: "Fit the width" },
  preview: { ja: "実データで見る", en: "Show real records" },
  previewLoading: {
    ja: "推薦案件を読み込んでいます",
    en: "Reading the nominations",
  },
  previewRecords: (p: { count: number }) => ({
    ja: `{entryState}の案件${p.count}件を入れて表示しています。`,
    en: `Shown with the ${p.count} registered nominations.`,
  }),
  previewUnregistered: (p: { count: number }) => ({
    ja: `{entryState}の案件がまだないため、登録前の${p.count}件を入れて表示しています。`,
    en: `Nothing is registered yet; shown with ${p.count} nominations that are still under way.`,
  }),
  previewNone: {
    ja: "この募集回には案件がまだないため、0件として表示しています。",
    en: "This edition has no nominations yet; shown as a report of none.",
  },
  previewSurplus: (p: { count: number }) => ({
    ja: `一覧に入りきらない${p.count}件は、行を増やして書き込みます。`,
    en: `${p.count} more get rows of their own, added to the list.`,
  }),
  previewOneFirm: {
    ja: "1社分の様式なので、見えているのは最初の1件です。作成するときは、1社につき1つのファイルになります。",
    en: "The form is about one firm: this is the first of them. Each gets a file of its own.",
  },
  previewRefused: (p: { reason: string }) => ({
    ja: `この対応付けのままでは書き込めません。${p.reason}`,
    en: `The form cannot be filled like this. ${p.reason}`,
  }),

  grid: (p: { sheet: string }) => ({
    ja: `シート「${p.sheet}」`,
    en: `Sheet “${p.sheet}”`,
  }),
  emptyCell: { ja: "空のセル", en: "empty cell" },
  formulaCell: { ja: "数式", en: "formula" },
  entryOf: (p: { number: number }) => ({
    ja: `${p.number}件目`,
    en: `entry ${p.number}`,
  }),
  waiting: { ja: "選択中", en: "chosen" },

  cell: (p: { cell: string }) => ({
    ja: `セル ${p.cell}`,
    en: `Cell ${p.cell}`,
  }),
  chooseValue: { ja: "このセルに入れる値", en: "Value of this cell" },
  noValue: { ja: "（入れない）", en: "(none)" },
  free: { ja: "外す", en: "Take out" },
  confirm: { ja: "これでよい", en: "This is right" },
  alsoElsewhere: { ja: "ほかのセルにも入れる", en: "Also in another cell" },
  acceptGuess: (p: { value: string }) => ({
    ja: `「${p.value}」を入れる`,
    en: `Put “${p.value}” here`,
  }),
  leaveOpen: { ja: "この欄には入れない", en: "Leave this cell alone" },
  writing: { ja: "書き方", en: "How it is written" },
  options: {
    ja: "こちらの値 → 様式の選択肢",
    en: "Our values → the form's options",
  },
  optionOf: (p: { value: string }) => ({
    ja: `「${p.value}」にあたる様式の選択肢`,
    en: `Option of the form for “${p.value}”`,
  }),
  optionNone: { ja: "（こちらの言葉のまま）", en: "(in our words)" },
  part: { ja: "入れる部分", en: "Part" },
  partWhole: { ja: "値の全体", en: "The whole value" },
  partEra: { ja: "元号", en: "Era" },
  partYear: { ja: "年", en: "Year" },
  partMonth: { ja: "月", en: "Month" },
  partDay: { ja: "日", en: "Day" },
  partDigit: (p: { number: number }) => ({
    ja: `${p.number}桁目`,
    en: `Digit ${p.number}`,
  }),
  partPhone: (p: { number: number }) => ({
    ja: `電話番号の${p.number}つ目`,
    en: `Phone group ${p.number}`,
  }),
  partPostal: (p: { number: number }) => ({
    ja: `郵便番号の${p.number}つ目`,
    en: `Postal code group ${p.number}`,
  }),
  partBeside: (p: { word: string }) => ({
    ja: `「${p.word}」の○`,
    en: `Mark for “${p.word}”`,
  }),
  pattern: { ja: "文の形", en: "Text pattern" },
  patternHint: {
    ja: "{ } の中が値に置きかわります。空にすると値だけを入れます。",
    en: "What is in { } becomes the value. Blank: the value alone.",
  },
  patternWrong: {
    ja: "{ } の中に値の名前がないため、変更していません。",
    en: "Not changed: there is no value in { }.",
  },
  required: {
    ja: "空のときは作成を止める",
    en: "Stop the export when it is empty",
  },

  listGoesOn: { ja: "一覧の続き", en: "List, continued" },
  listTitle: { ja: "一覧の行", en: "Rows of the list" },
  noListHere: {
    ja: "このシートには一覧がありません。案件を並べる様式なら、一覧の最初の行のセルを選んでボタンを押してください。1件だけを書く様式なら、このままで使えます。",
    en: "There is no list on this sheet. If the form lists firms, choose a cell of the first row and press the button; for a form about one firm this is right.",
  },
  makeList: (p: { row: number }) => ({
    ja: `${p.row}行目から一覧にする`,
    en: `Make a list from row ${p.row}`,
  }),
  removeList: { ja: "一覧をやめる", en: "Not a list" },
  firstRow: { ja: "最初の行", en: "First row" },
  rowsPerEntry: { ja: "1件の行数", en: "Rows per entry" },
  rowsAvailable: { ja: "用意された件数", en: "Entries drawn" },
  lastRow: (p: { row: number }) => ({
    ja: `${p.row}行目まで`,
    en: `up to row ${p.row}`,
  }),
  lastEntry: (p: { count: number; row: number }) => ({
    ja: `一覧の最後：${p.row}行目（${p.count}件目）`,
    en: `End of the list: row ${p.row} (entry ${p.count})`,
  }),
  surplus: { ja: "件数が行より多いとき", en: "More entries than rows" },
  surplusInsert: { ja: "行を増やす", en: "Add rows" },
  surplusRefuse: { ja: "作成を止める", en: "Stop the export" },
  dragHint: {
    ja: "上下にドラッグして一覧の範囲を変えられます",
    en: "Drag up or down to change the range of the list",
  },

  problems: (p: { count: number }) => ({
    ja: `問題（${p.count}）`,
    en: `Problems (${p.count})`,
  }),
  noProblems: { ja: "問題はありません。", en: "No problems." },
  formNotes: (p: { count: number }) => ({
    ja: `様式について（${p.count}）`,
    en: `About the form (${p.count})`,
  }),

  saidArmed: (p: { value: string }) => ({
    ja: `「${p.value}」を入れるセルを選んでください。`,
    en: `Choose the cell for “${p.value}”.`,
  }),
  saidArmedExtra: (p: { value: string }) => ({
    ja: `「${p.value}」をもう一か所入れるセルを選んでください。`,
    en: `Choose one more cell for “${p.value}”.`,
  }),
  saidPicked: (p: { cell: string }) => ({
    ja: `${p.cell}に入れる値を選んでください。`,
    en: `Choose the value for ${p.cell}.`,
  }),
  saidPlaced: (p: { value: string; cells: string }) => ({
    ja: `「${p.value}」を${p.cells}に配置しました。`,
    en: `“${p.value}” is placed in ${p.cells}.`,
  }),
  saidFreed: (p: { cell: string }) => ({
    ja: `${p.cell}には何も入れません。`,
    en: `Nothing goes into ${p.cell}.`,
  }),
  saidNothingThere: (p: { cell: string }) => ({
    ja: `${p.cell}には値が配置されていません。`,
    en: `No value is placed in ${p.cell}.`,
  }),
  saidFormula: (p: { cell: string }) => ({
    ja: `${p.cell}には数式があるため、値は入れられません。`,
    en: `${p.cell} holds a formula and takes no value.`,
  }),
  saidOutsideList: (p: { first: number; last: number }) => ({
    ja: `一覧の値は、一覧の行（${p.first}〜${p.last}行目）に置いてください。行の範囲は変えられます。`,
    en: `Values of the list belong into its rows (${p.first} to ${p.last}). The range can be changed.`,
  }),
  saidUndone: { ja: "1つ前に戻しました。", en: "One step taken back." },

  undo: { ja: "元に戻す", en: "Undo" },
  close: { ja: "閉じる", en: "Close" },
  save: { ja: "対応付けを保存", en: "Save the mapping" },
  saving: { ja: "保存しています", en: "Saving" },
  savedNow: (p: { revision: number }) => ({
    ja: `対応付けを保存しました（第${p.revision}版）。`,
    en: `The mapping is saved (version ${p.revision}).`,
  }),
  savedEmpty: {
    ja: "保存しましたが、値がまだ1つも配置されていません。左の値を選び、入れるセルを押してから、もう一度保存してください。",
    en: "Saved, but no value is placed yet. Choose a value at the left, press its cell, and save again.",
  },
  savedComplete: {
    ja: "この様式で{sheet}を作成できます。",
    en: "The status sheet can be made with this form.",
  },
  savedMissing: (p: { names: string }) => ({
    ja: `まだ確かめていない欄：${p.names}`,
    en: `Still to look at: ${p.names}`,
  }),
  savedBlocked: (p: { count: number }) => ({
    ja: `このままでは作成できない問題が${p.count}件あります。`,
    en: `${p.count} problems stand in the way of making the sheet.`,
  }),
  savedWarned: (p: { count: number }) => ({
    ja: `確かめてほしい点が${p.count}件あります。`,
    en: `${p.count} points are worth a look.`,
  }),
  saveFailed: {
    ja: "対応付けはまだ保存されていません。ここまでの内容は残っています。",
    en: "The mapping is not saved yet. What you did is still here.",
  },
  conflictElsewhere: {
    ja: "この画面を開いたあとに、ほかの人が募集回を更新しました（対応付けは変わっていません）。もう一度「対応付けを保存」を押してください。",
    en: "Somebody changed the edition meanwhile, though not its map. Press “Save the mapping” once more.",
  },
  conflictMap: {
    ja: "この画面を開いたあとに、ほかの人が対応付けを保存しました。もう一度「対応付けを保存」を押すと、この画面の内容で上書きします。",
    en: "Somebody saved another map meanwhile. Pressing “Save the mapping” once more replaces it with what you see here.",
  },
  conflictFile: {
    ja: "この画面を開いたあとに、様式のファイルが差し替えられました。閉じて、新しい様式で対応付けを確かめてください。",
    en: "The form's file was replaced meanwhile. Close this and map the new form.",
  },
  unsaved: {
    ja: "保存していない変更があります。",
    en: "There are changes that were not saved.",
  },
  leave: { ja: "保存せずに閉じる", en: "Close without saving" },
  stay: { ja: "編集に戻る", en: "Go on" },
} as const satisfies Messages;

export type MappingMessages = typeof messages;
