import type { ErrorCatalogue, ErrorParams, Message } from "../words/message.ts";
import { checkMessages } from "../preflight/check-messages.ts";
import { mapErrors } from "../map/errors.ts";
import { preflightMessages } from "../preflight/messages.ts";

const AGAIN_JA =
  "受け取ったファイルを保存し直すか、発行元からもう一度もらってから選び直してください。";
const AGAIN_EN =
  "Save the file you received once more, or ask its sender for it again, and choose it again.";
const XLSX_JA =
  "Excelで開き、「名前を付けて保存」で「Excel ブック (*.xlsx)」にしてから選び直してください。";
const XLSX_EN =
  "Open it in Excel, save it as “Excel Workbook (*.xlsx)” and choose that file.";

const broken = (ja: string, en: string): Message => ({
  ja: `${ja}${AGAIN_JA}`,
  en: `${en} ${AGAIN_EN}`,
});

const otherKind = (ja: string, en: string): Message => ({
  ja: `${ja}${XLSX_JA}`,
  en: `${en} ${XLSX_EN}`,
});

/** 「（場所：xl/workbook.xml）」, for a person who has to look closer. */
const inPart = ({ part = "" }: ErrorParams, message: Message): Message =>
  part === ""
    ? message
    : {
        ja: `${message.ja}（場所：${part}）`,
        en: `${message.en} (in ${part})`,
      };

const withPart =
  (message: Message) =>
  (params: ErrorParams): Message =>
    inPart(params, message);

const place = ({ sheet = "", address = "" }: ErrorParams): Message => ({
  ja: `シート「${sheet}」の${address}`,
  en: `${address} on sheet “${sheet}”`,
});

/** As the checks before a fill call it. */
const cellOf = ({ sheet = "", address = "" }: ErrorParams) => ({
  sheet: String(sheet),
  cell: String(address),
});

/** Files that are no Excel form at all. */
const fileErrors = {
  "report/file-empty": {
    ja: "ファイルの中身が空です。受け取ったメールからもう一度保存して、選び直してください。",
    en: "The file is empty. Save it from the mail you received again and choose it again.",
  },
  "report/file-too-large": {
    ja: "ファイルが30 MBを超えています。様式だけのファイルにするか、貼り付けた画像を小さくしてから選び直してください。",
    en: "The file is larger than 30 MB. Keep only the form in it, or make its pictures smaller, and choose it again.",
  },
  "report/file-encrypted": {
    ja: "パスワードで保護されたファイルです。Excelで開き、「ファイル」→「情報」→「ブックの保護」でパスワードを外して保存してから選び直してください。",
    en: "The file is protected by a password. Open it in Excel, remove the password under File → Info → Protect Workbook, save it and choose it again.",
  },
  "report/file-is-xls": otherKind(
    "古い形式のExcelファイル（.xls）です。",
    "This is an Excel file of the old kind (.xls).",
  ),
  "report/file-is-xlsb": otherKind(
    "Excelバイナリ ブック（.xlsb）です。",
    "This is an Excel binary workbook (.xlsb).",
  ),
  "report/file-is-ods": otherKind(
    "OpenDocument形式の表計算ファイル（.ods）です。",
    "This is an OpenDocument spreadsheet (.ods).",
  ),
  "report/file-is-xml": otherKind(
    "XML形式のファイルです。",
    "This is an XML file.",
  ),
  "report/file-is-addin": {
    ja: "Excelのアドインです。様式のファイル（.xlsx）を選んでください。",
    en: "This is an Excel add-in. Choose the form's own file (.xlsx).",
  },
  "report/file-is-word": {
    ja: "Wordの文書です。Excelの様式（.xlsx）を選んでください。",
    en: "This is a Word document. Choose the form in Excel (.xlsx).",
  },
  "report/file-is-slides": {
    ja: "PowerPointのファイルです。Excelの様式（.xlsx）を選んでください。",
    en: "This is a PowerPoint file. Choose the form in Excel (.xlsx).",
  },
  "report/file-is-pdf": {
    ja: "PDFファイルには記入できません。発行元からExcelの様式（.xlsx）をもらって選んでください。",
    en: "A PDF cannot be filled in. Ask its sender for the form in Excel (.xlsx) and choose that.",
  },
  "report/file-is-html": {
    ja: "Excelではなく、Webページ（HTML）のファイルです。様式をもう一度ダウンロードするか、Excelで開いて「Excel ブック (*.xlsx)」で保存してから選び直してください。",
    en: "This is a web page (HTML), not an Excel file. Download the form again, or open it in Excel, save it as “Excel Workbook (*.xlsx)” and choose that file.",
  },
  "report/file-is-csv": {
    ja: "文字だけのファイル（CSVなど）です。Excelの様式（.xlsx）を選んでください。",
    en: "This is a text file (such as CSV). Choose the form in Excel (.xlsx).",
  },
  "report/file-is-other-zip": {
    ja: "Excelの様式ではないZIPファイルです。ZIPを展開し、中にあるExcelファイル（.xlsx）を選んでください。",
    en: "This is a ZIP file, not an Excel form. Unpack it and choose the Excel file (.xlsx) inside.",
  },
  "report/file-unknown": {
    ja: "中身がExcelではないファイルです（名前が.xlsxでも同じです）。Excelで開けるか確かめ、開ける.xlsxのファイルを選んでください。",
    en: "What is in this file is no Excel form, whatever its name. Choose an .xlsx file that Excel opens.",
  },
} as const satisfies ErrorCatalogue;

/** Excel files that are damaged, or made to do harm. */
const damageErrors = {
  "report/zip-truncated": broken(
    "ファイルが途中で切れています。",
    "The file is cut off.",
  ),
  "report/zip-damaged": withPart(
    broken("ファイルが壊れています。", "The file is damaged."),
  ),
  "report/zip-inconsistent": withPart(
    broken(
      "ファイルの目次と中身が合っていません。",
      "The file's table of contents does not match its content.",
    ),
  ),
  "report/zip-bomb": {
    ja: "展開すると極端に大きくなるファイルなので、安全のため開きません。発行元に確かめてください。",
    en: "The file would unpack to an extreme size, so it is not opened. Check with its sender.",
  },
  "report/zip-too-many-parts": {
    ja: "中の部品が5,000個を超えるファイルなので、安全のため開きません。発行元に確かめてください。",
    en: "The file has more than 5,000 parts, so it is not opened. Check with its sender.",
  },
  "report/zip-duplicate": withPart(
    broken(
      "同じ名前の部品が二つ入っているファイルです。",
      "The file has two parts of the same name.",
    ),
  ),
  "report/zip-hostile-name": {
    ja: "中の部品の名前が正しくないファイルなので、安全のため開きません。発行元に確かめてください。",
    en: "A part of the file has an unsafe name, so it is not opened. Check with its sender.",
  },
  "report/zip-encrypted": {
    ja: "中身が暗号化されたZIPです。暗号を解除したExcelの様式（.xlsx）を選んでください。",
    en: "The ZIP is encrypted. Choose the form in Excel (.xlsx) without encryption.",
  },
  "report/zip-method": withPart(
    otherKind(
      "特殊な方式で圧縮されたファイルです。",
      "The file is compressed in an unusual way.",
    ),
  ),
  "report/part-missing": withPart(
    broken(
      "ファイルの中に必要な部品がありません。",
      "A part that the file needs is missing.",
    ),
  ),
  "report/no-sheets": {
    ja: "ワークシートが一枚もないファイルです。様式のファイルを選んでください。",
    en: "The file has no worksheet. Choose the form's own file.",
  },
  "report/sheet-broken": ({ sheet = "" }: ErrorParams) =>
    broken(
      `シート「${sheet}」の中身が読み取れません。`,
      `The content of sheet “${sheet}” cannot be read.`,
    ),
  "report/xml-broken": withPart(
    broken(
      "ファイルの中のデータが壊れています。",
      "Data inside the file are damaged.",
    ),
  ),
  "report/xml-doctype": withPart({
    ja: "安全でない記述（DOCTYPE）を含むファイルなので開きません。発行元に確かめてください。",
    en: "The file has an unsafe declaration (DOCTYPE), so it is not opened. Check with its sender.",
  }),
  "report/xml-too-deep": withPart({
    ja: "入れ子が深すぎるデータを含むファイルなので、安全のため開きません。発行元に確かめてください。",
    en: "The file's data are nested too deeply, so it is not opened. Check with its sender.",
  }),
  "report/too-many-cells": withPart({
    ja: "行やセルが多すぎるファイルなので開きません。Excelで開き、様式の下や右にある空の行と列を削除して保存してから選び直してください。",
    en: "The file has too many rows and cells, so it is not opened. Open it in Excel, delete the empty rows and columns below and beside the form, save it and choose it again.",
  }),
  "report/xml-encoding": withPart(
    otherKind(
      "文字コードが正しくないファイルです。",
      "The file's characters are wrongly encoded.",
    ),
  ),
  "report/index-out-of-range": (params: ErrorParams) =>
    inPart(
      params,
      broken(
        `ファイルの中の番号「${params.index ?? ""}」が範囲を外れています。`,
        `The number “${params.index ?? ""}” inside the file is out of range.`,
      ),
    ),
} as const satisfies ErrorCatalogue;

/** The map or the data do not go with the form. */
const fillErrors = {
  "report/cancelled": {
    ja: "書き出しを中止しました。ファイルは作られていません。必要なときは、もう一度実行してください。",
    en: "The export was cancelled and no file was made. Run it again when you need it.",
  },
  "report/sheet-missing": (params: ErrorParams) =>
    checkMessages.sheetMissing(cellOf(params)),
  "report/cell-missing": (params: ErrorParams) =>
    checkMessages.cellMissing(cellOf(params)),
  "report/cell-is-formula": (params: ErrorParams) =>
    checkMessages.formula(cellOf(params)),
  "report/cell-written-twice": (params: ErrorParams) =>
    checkMessages.twice(cellOf(params)),
  "report/too-many-records": ({ records, rows }: ErrorParams) =>
    preflightMessages.tooManyRows({
      rows: Number(records),
      room: Number(rows),
    }),
  "report/row-limit": ({ sheet = "", limit = 0 }: ErrorParams) => ({
    ja: `シート「${sheet}」に行を追加すると、Excelの上限（${limit}行）を超えます。件数を減らすか、下のほうの不要な行を削除した様式を使ってください。`,
    en: `With the rows added, sheet “${sheet}” would pass Excel's limit of ${limit} rows. Report fewer, or remove rows that are not needed far below in the form.`,
  }),
  "report/text-too-long": (params: ErrorParams) => ({
    ja: `${place(params).ja}に入れる文が${params.length ?? ""}文字あります。Excelの一つのセルに入るのは${params.limit ?? ""}文字までです。元のレコードの文を短くしてください。`,
    en: `The text for ${place(params).en} has ${params.length ?? ""} characters. A cell holds ${params.limit ?? ""} at most. Shorten the text in the record.`,
  }),
  "report/date-not-in-calendar": (params: ErrorParams) => ({
    ja: `${place(params).ja}に入れる日付「${params.date ?? ""}」は、この様式では扱えません（暦にないか、様式の暦の始まりより前です）。元のレコードの日付を確かめてください。`,
    en: `The date “${params.date ?? ""}” for ${place(params).en} cannot be written: it does not exist or lies before the form's calendar. Check the date in the record.`,
  }),
} as const satisfies ErrorCatalogue;

/** Warnings of an uploaded form or a made file; nothing is refused. */
const warnings = {
  "report/warn-single-cell-total": (params: ErrorParams) => ({
    ja: `${place(params).ja}の集計は${params.reference ?? ""}の一つのセルだけを見ています。行を追加しても範囲は広がりません。様式の計算式を確かめてください。`,
    en: `The total in ${place(params).en} looks at ${params.reference ?? ""} alone and will not grow when rows are inserted. Check the form's formula.`,
  }),
  "report/warn-indirect": (params: ErrorParams) => ({
    ja: `${place(params).ja}の計算式は${params.function ?? ""}を使っています。行を追加すると参照先がずれることがあります。書き出したあとに確かめてください。`,
    en: `The formula in ${place(params).en} uses ${params.function ?? ""}. It may look at the wrong cells once rows are inserted. Check it after the export.`,
  }),
  "report/warn-sheet-span": (params: ErrorParams) => ({
    ja: `${place(params).ja}の計算式は複数のシートをまとめて参照しています（${params.reference ?? ""}）。行を追加しても書き換わりません。書き出したあとに確かめてください。`,
    en: `The formula in ${place(params).en} looks across several sheets (${params.reference ?? ""}) and is not changed when rows are inserted. Check it after the export.`,
  }),
  "report/warn-other-book": (params: ErrorParams) => ({
    ja: `${place(params).ja}の計算式は別のファイルを参照しています（${params.reference ?? ""}）。値は様式に残っているものです。書き出したあとに確かめてください。`,
    en: `The formula in ${place(params).en} looks at another file (${params.reference ?? ""}); its value is the one stored in the form. Check it after the export.`,
  }),
  "report/warn-one-page": ({ sheet = "", rows = 0 }: ErrorParams) => ({
    ja: `シート「${sheet}」は1ページに収めて印刷する設定です。${rows}行を追加したので文字が小さくなります。印刷する前にページ設定を確かめてください。`,
    en: `Sheet “${sheet}” is set to print on one page. With ${rows} rows added the print becomes smaller. Check the page setup before printing.`,
  }),
  "report/warn-hidden-row": (params: ErrorParams) => ({
    ja: `${place(params).ja}の行は様式で非表示になっていて、印刷されません。再表示してから書き出してください。`,
    en: `The row of ${place(params).en} is hidden in the form and will not be printed. Show it and export again.`,
  }),
  "report/warn-pivot": (params: ErrorParams) => ({
    ja: `${place(params).ja}のピボットテーブルは、Excelで開いて「編集を有効にする」を押すと更新されます。送る前に一度Excelで開いて保存してください。`,
    en: `The pivot table over ${place(params).en} is refreshed once the file is opened in Excel with editing enabled. Open and save it in Excel before you send it.`,
  }),
  "report/warn-not-computed": (params: ErrorParams) => ({
    ja: `${place(params).ja}の計算結果は、Excelで開いて「編集を有効にする」を押すと表示されます（計算式：${params.formula ?? ""}）。送る前に一度Excelで開いて保存してください。`,
    en: `The result in ${place(params).en} appears once the file is opened in Excel with editing enabled (formula: ${params.formula ?? ""}). Open and save it in Excel before you send it.`,
  }),
} as const satisfies ErrorCatalogue;

/** Sentences about a form, a file and a fill. */
export const formErrors: ErrorCatalogue = {
  ...fileErrors,
  ...damageErrors,
  ...fillErrors,
  ...mapErrors,
  ...warnings,
};
