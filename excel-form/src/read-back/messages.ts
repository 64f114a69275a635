import type { Message } from "../words/message.ts";

/** Facts of one cell that a sentence may name. */
type About = {
  /** The value that the cell is for; its row or its place where there is none. */
  readonly label: Message;
  /** The cell's text. */
  readonly text: string;
  /** The value as it was read. */
  readonly as: string;
};

/** `doubt`: a person has to look. `note`: read without a doubt, though not as it is written. */
export type Level = "doubt" | "note";

type Kind = { readonly level: Level; readonly say: (about: About) => Message };

const MAX_TEXT = 40;

const shortened = (text: string): string =>
  (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text)
    .replace(/\s+/g, " ")
    // Direction marks would reverse the sentence.
    .replace(/[\p{Cc}\p{Cf}]/gu, "□");

const subject = ({ label, text }: About): Message =>
  text === ""
    ? { ja: `「${label.ja}」`, en: `“${label.en}”` }
    : {
        ja: `「${label.ja}」の「${shortened(text)}」`,
        en: `“${shortened(text)}” for “${label.en}”`,
      };

/** Fills `{as}` in. */
const withValue = (words: string, { as }: About): string =>
  words.replaceAll("{as}", shortened(as));

const says =
  (level: Level) =>
  (ja: string, en: string): Kind => ({
    level,
    say: (about) => ({
      ja: subject(about).ja + withValue(ja, about),
      en: subject(about).en + withValue(en, about),
    }),
  });

const doubt = says("doubt");
const note = says("note");

/** Every finding about a filled form, with its sentence. */
export const FINDINGS = {
  // Any cell.
  errorValue: doubt(
    "はExcelのエラーです。値を入れてください。",
    " is an Excel error. Enter the value.",
  ),
  formulaWithoutResult: doubt(
    "は計算結果のない数式です。Excelで開いて保存し直すか、値を入れてください。",
    " is a formula without a stored result. Save the file again in Excel, or enter the value.",
  ),
  externalFormula: doubt(
    "は別のファイルを参照する数式です。値が今のものか確かめてください。",
    " is a formula that refers to another file. Check that its value is up to date.",
  ),
  formulaResult: note(
    "は数式なので、計算結果の「{as}」を読みました。",
    " is a formula; its result “{as}” was read.",
  ),
  booleanValue: doubt(
    "は真偽値です。値を入れてください。",
    " is a truth value. Enter the value.",
  ),
  ditto: doubt(
    "は上の行と同じという印なので、「{as}」と読みました。確かめてください。",
    " says the same as above and was read as “{as}”. Check it.",
  ),
  placeholder: doubt(
    "は値ではなく、決まっていないか無いという印のようです。値を入れるか空にしてください。",
    " looks like a sign for nothing or not yet. Enter the value or clear it.",
  ),
  severalValues: doubt(
    "には値が二つ以上あるようです。一つにしてください。",
    " seems to hold several values. Keep one.",
  ),
  struckOut: doubt(
    "には取り消し線が引かれています。生かす値か確かめてください。",
    " is struck out. Check whether it still holds.",
  ),
  partlyStruckOut: doubt(
    "には取り消し線の引かれた文字があります。生かす文字だけにしてください。",
    " has letters that are struck out. Keep those that hold.",
  ),
  unreadable: doubt(
    "は読み取れませんでした。値を入れてください。",
    " could not be read. Enter the value.",
  ),
  fullWidth: note(
    "は全角なので、「{as}」と読みました。",
    " is full-width and was read as “{as}”.",
  ),
  spaces: doubt(
    "には余分な空白や改行、見えない文字があります。取り除いてください。",
    " has needless blanks, line breaks or invisible characters. Remove them.",
  ),
  separators: note(
    "は区切りなどを除いて「{as}」と読みました。",
    " was read as “{as}” without its separators.",
  ),
  invisible: doubt(
    "は白い文字か値を見せない表示形式で、紙に見えません。生かす値か確かめてください。",
    " is white or in a format that shows nothing. Check whether it still holds.",
  ),
  // Numbers.
  notANumber: doubt(
    "は数ではありません。数を入れてください。",
    " is no number. Enter a number.",
  ),
  approximate: doubt(
    "はおおよその数です。「{as}」でよいか確かめてください。",
    " is approximate. Check whether “{as}” is right.",
  ),
  numberWithUnit: note(
    "は単位を除いて「{as}」と読みました。",
    " was read as “{as}” without its unit.",
  ),
  numberAsText: note(
    "は文字として入っています。数の「{as}」と読みました。",
    " is stored as text and was read as the number “{as}”.",
  ),
  implausibleNumber: doubt(
    "はこの欄の数としてはありえません。確かめてください。",
    " cannot be right here. Check it.",
  ),
  dateInNumber: doubt(
    "は日付になっています（数の入力をExcelが日付に変えたのかもしれません）。数を入れてください。",
    " is a date; Excel may have changed a typed number. Enter the number.",
  ),
  percent: doubt(
    "は百分率です。「{as}」でよいか確かめてください。",
    " is a percentage. Check whether “{as}” is right.",
  ),
  // Dates.
  dateWithoutYear: doubt(
    "には年がありません。年月日を入れてください。",
    " has no year. Enter the whole date.",
  ),
  dateWithoutDay: doubt(
    "には日がないので、「{as}」と読みました。確かめてください。",
    " has no day and was read as “{as}”. Check it.",
  ),
  dateAsText: note(
    "は文字として入っています。日付の「{as}」と読みました。",
    " is stored as text and was read as the date “{as}”.",
  ),
  unreadableDate: doubt(
    "は日付として読めません。年月日を入れてください。",
    " is no date. Enter the whole date.",
  ),
  dateAsNumber: doubt(
    "は日付の形になっていない数です。年月日を入れてください。",
    " is a number without a date format. Enter the whole date.",
  ),
  implausibleDate: doubt(
    "は「{as}」になります。年を確かめてください。",
    " means “{as}”. Check the year.",
  ),
  eraEnded: doubt(
    "はもう終わった元号の年なので、「{as}」と読みました。確かめてください。",
    " names an era that had ended and was read as “{as}”. Check it.",
  ),
  weekdayMismatch: doubt(
    "は曜日が合いません。「{as}」と読みました。確かめてください。",
    " names another weekday than “{as}” has. Check it.",
  ),
  // Digits.
  digitsAsNumber: note(
    "は数値として入っています。「{as}」と読みました。",
    " is stored as a number and was read as “{as}”.",
  ),
  digitsLost: doubt(
    "は数値として入っているため、桁が失われているおそれがあります。元の番号を入れてください。",
    " is stored as a number and may have lost digits. Enter the number as it is written.",
  ),
  wrongCheckDigit: doubt(
    "は検査用の数字が合わないので、書き間違いのようです。確かめてください。",
    " has a check digit that does not match; a digit seems to be wrong. Check it.",
  ),
  wrongLength: doubt(
    "は桁数が合いません。確かめてください。",
    " has the wrong number of digits. Check it.",
  ),
  notDigits: doubt(
    "は番号ではありません。番号を入れてください。",
    " is no number of this kind. Enter it.",
  ),
  // Text.
  dateInText: doubt(
    "は日付になっています（文字の入力をExcelが日付に変えたのかもしれません）。元の値を入れてください。",
    " is a date; Excel may have changed the typed text. Enter the value.",
  ),
  numberForText: doubt(
    "は数です。欄がずれていないか確かめてください。",
    " is a number. Check whether it is in the right cell.",
  ),
  notKana: doubt(
    "はかなではありません。読みを入れてください。",
    " is not in kana. Enter the reading.",
  ),
  notEmail: doubt(
    "はメールアドレスの形ではありません。確かめてください。",
    " is no e-mail address. Check it.",
  ),
  withdrawn: doubt(
    "には取りやめや保留の注記があります。生かす案件か確かめてください。",
    " has a remark that it is withdrawn or on hold. Check whether the entry still holds.",
  ),
  // Choices.
  notAnOption: doubt(
    "は選択肢にありません。選び直してください。",
    " is none of the choices. Choose again.",
  ),
  annotatedChoice: doubt(
    "には選択肢のほかにも言葉があり、それは読んでいません。どちらでよいか確かめてください。",
    " says more than the choice, and the rest was not read. Check it.",
  ),
  noneMarked: doubt(
    "は、どれを選んだのか分かりません。選び直してください。",
    " does not tell which one is chosen. Choose again.",
  ),
  severalMarked: doubt(
    "は、二つ以上に印があります。一つにしてください。",
    " has several choices marked. Keep one.",
  ),
  severalMeanings: note(
    "は、登録されている複数の値に当たるので、値としては読みませんでした。",
    " stands for several of the recorded values, so no value was read.",
  ),
  // Values in several cells.
  incompleteParts: doubt(
    "は、分けて書く欄の一部が空です。確かめてください。",
    " lacks some of its boxes. Check it.",
  ),
  severalInBox: doubt(
    "は、一文字の欄に二文字以上あります。確かめてください。",
    " has several characters in one box. Check it.",
  ),
  conflicting: doubt(
    "は、ほかの欄の「{as}」と違います。「{as}」を読みました。確かめてください。",
    " differs from “{as}” in another cell; “{as}” was read. Check it.",
  ),
  // Places.
  merged: doubt(
    "は、ほかの欄と結合されています。欄ごとに値を入れてください。",
    " is in a cell merged with others. Enter each value.",
  ),
  mergedAbove: doubt(
    "は上の行と結合されているので、「{as}」と読みました。確かめてください。",
    " is merged with the row above and was read as “{as}”. Check it.",
  ),
  labelChanged: doubt(
    "の見出しが、対応付けたときと違います。別の欄の値でないか確かめてください。",
    " has another label than when the form was mapped. Check that it is the right cell.",
  ),
  hidden: doubt(
    "は隠れた行か列にあります。生かす値か確かめてください。",
    " is in a hidden row or column. Check whether it still holds.",
  ),
  hiddenSheet: doubt(
    "は隠されたシートです。その値を読みました。生かす値か確かめてください。",
    " is a sheet that was hidden; its values were read. Check whether they still hold.",
  ),
  comment: doubt(
    "は、様式になかったコメントです。読んでいないので、内容を確かめてください。",
    " is a comment that the blank does not have. It was not read; check what it says.",
  ),
  shapeText: doubt(
    "は、様式になかった図形の文字です。読んでいないので、内容を確かめてください。",
    " is in a drawn box that the blank does not have. It was not read; check what it says.",
  ),
  otherLink: doubt(
    "のリンク先は「{as}」で、書かれた文字と違います。どちらが正しいか確かめてください。",
    " links to “{as}”, which is not what is written. Check which one is right.",
  ),
  unmapped: doubt(
    "は、対応付けのない欄に書かれているので読んでいません。",
    " is in a cell without a value and was not read.",
  ),
  // Rows.
  totalRow: note(
    "は合計の行なので、案件として読んでいません。",
    " is a total and was not read as an entry.",
  ),
  noteRow: note(
    "は注記の行なので、案件として読んでいません。",
    " is a remark and was not read as an entry.",
  ),
  exampleRow: note(
    "は記入例の行なので、案件として読んでいません。",
    " is an example and was not read as an entry.",
  ),
  headingRow: doubt(
    "は見出しの行のようなので、案件として読んでいません。",
    " looks like a heading and was not read as an entry.",
  ),
  endMark: note(
    "は一覧の終わりの印なので、案件として読んでいません。",
    " marks the end of the list and was not read as an entry.",
  ),
  blankRow: note(
    "のあいだに空の行があります。続きの行も読みました。",
    " has an empty row in between; the rows after it were read too.",
  ),
  beyondList: doubt(
    "は一覧の欄の外にあるので読んでいません。",
    " is outside the list and was not read.",
  ),
  duplicate: doubt(
    "は前の行にもあります。同じ案件でないか確かめてください。",
    " is in an earlier row too. Check whether it is the same entry.",
  ),
  nameMissing: doubt(
    "がない行です。名称を入れてください。",
    " is missing in this row. Enter the name.",
  ),
  requiredEmpty: doubt(
    "が空です。値を入れてください。",
    " is empty. Enter the value.",
  ),
} as const satisfies Record<string, Kind>;

export type FindingKind = keyof typeof FINDINGS;
