import type { Message } from "../words/message.ts";

type About = { readonly label: Message; readonly value?: string };

const shortened = (text = ""): string =>
  (text.length > 30 ? `${text.slice(0, 30)}…` : text)
    .replace(/\s+/g, " ")
    // Invisible characters are shown as □; direction marks would reverse the
    // sentence.
    .replace(/[\p{Cc}\p{Cf}]/gu, "□");

const ja = ({ label, value }: About): string =>
  value === undefined
    ? `「${label.ja}」`
    : `「${label.ja}」の「${shortened(value)}」`;
const en = ({ label, value }: About): string =>
  value === undefined
    ? `“${label.en}”`
    : `“${shortened(value)}” for “${label.en}”`;

/** A sentence about a value, in both languages. */
const says =
  (jaTail: string, enTail: string) =>
  (about: About): Message => ({
    ja: ja(about) + jaTail,
    en: en(about) + enTail,
  });

/** Findings before the form is filled, each with its remedy. */
export const preflightMessages = {
  empty: says(
    "が空です。値を入れるか、このまま空欄で出してよいか確かめてください。",
    " is empty. Fill it in, or make sure that it may stay blank.",
  ),
  requiredEmpty: says(
    "が空です。値を入れてください。",
    " is empty. Fill it in.",
  ),
  notOffered: says(
    "は、様式の選択肢にありません。値か様式の選択肢を確かめてください。",
    " is none of the form's choices. Check the value and the choices.",
  ),
  outsideRule: (about: About & { readonly prompt?: string }): Message => ({
    ja: `${ja(about)}は、様式の入力規則に合いません。値を確かめてください。${about.prompt ?? ""}`,
    en: `${en(about)} breaks the form's own rule. Check the value. ${about.prompt ?? ""}`.trim(),
  }),
  tooWide: (
    about: About & { readonly room: number; readonly needed: number },
  ): Message => ({
    ja: `${ja(about)}は欄に入りきりません（半角${about.room}文字分の所に${about.needed}文字分）。印刷して確かめ、短くするか文字を小さくしてください。`,
    en: `${en(about)} does not fit (room for ${about.room} half-width characters, ${about.needed} needed). Look at a print; shorten it or make it smaller.`,
  }),
  tooTall: (
    about: About & { readonly lines: number; readonly room: number },
  ): Message => ({
    ja: `${ja(about)}は折り返すと${about.lines}行になり、欄の高さ（${about.room}行分）に入りきりません。短くするか行の高さを広げてください。`,
    en: `${en(about)} wraps to ${about.lines} lines, but the cell shows ${about.room}. Shorten it or make the row higher.`,
  }),
  tooLong: (about: About & { readonly length: number }): Message => ({
    ja: `${ja(about)}は${about.length}文字あります。Excelのセルに入るのは32,767文字までです。短くしてください。`,
    en: `${en(about)} has ${about.length} characters; an Excel cell holds 32,767. Shorten it.`,
  }),
  noDate: says(
    "は日付として読めません。YYYY-MM-DD の形の日付にしてください。",
    " is no date. Use the form YYYY-MM-DD.",
  ),
  noNumber: says(
    "は数値ではありません。数字だけにしてください。",
    " is no number. Use digits only.",
  ),
  beforeCalendar: (about: About & { readonly first: string }): Message => ({
    ja: `${ja(about)}は、様式の日付の始まり（${about.first}）より前です。日付を確かめ、必要なら手で書き入れてください。`,
    en: `${en(about)} is before the form's calendar (from ${about.first}). Check it; if it is right, write it by hand.`,
  }),
  otherDigits: (about: About & { readonly boxes: number }): Message => ({
    ja: `${ja(about)}は、様式の欄の桁数（${about.boxes}桁）と合いません。値と欄を確かめてください。`,
    en: `${en(about)} does not have the form's ${about.boxes} digits. Check the value and the boxes.`,
  }),
  otherEra: (about: About & { readonly era: string }): Message => ({
    ja: `${ja(about)}は「${about.era}」の日付ではなく、この年の欄に合いません。日付を確かめ、必要なら対応を外して手で書き入れてください。`,
    en: `${en(about)} is not in the era “${about.era}” of this cell. Check it; if it is right, write it by hand.`,
  }),
  noGroups: says(
    "を欄に分けられません。ハイフンで区切ってください（例：098-000-0000）。",
    " cannot be spread over the cells. Put hyphens into it (098-000-0000).",
  ),
  notWhole: says(
    "は、様式の単位では整数になりません。値と単位を確かめてください。",
    " is no whole number in the form's unit. Check value and unit.",
  ),
  rareCharacters: (
    about: About & { readonly characters: string },
  ): Message => ({
    ja: `${ja(about)}に、古いシステムや印刷で化けやすい文字があります（${about.characters}）。提出先に確かめるか、置きかえてください。`,
    en: `${en(about)} has characters that older systems may not show (${about.characters}). Ask the receiver, or replace them.`,
  }),
  controlCharacters: says(
    "に、目に見えない制御文字があります。値を入力し直して取り除いてください。",
    " has invisible control characters. Type it again to remove them.",
  ),
  tooManyRows: (p: {
    readonly rows: number;
    readonly room: number;
  }): Message => ({
    ja: `${p.rows}件ありますが、様式の一覧は${p.room}件分です。件数を減らすか、対応の設定で行の追加を許してください。`,
    en: `There are ${p.rows} records and room for ${p.room}. Report fewer, or allow added rows in the map.`,
  }),
  rowsAdded: (p: {
    readonly rows: number;
    readonly room: number;
  }): Message => ({
    ja: `${p.rows}件ありますが、様式の一覧は${p.room}件分です。${p.rows - p.room}件分の行を追加します。`,
    en: `There are ${p.rows} records and room for ${p.room}. Rows for ${p.rows - p.room} will be added.`,
  }),
  oneFirmOnly: ({ rows }: { readonly rows: number }): Message => ({
    ja: `${rows}件ありますが、この様式は1社分です。1件ずつ作成してください。`,
    en: `There are ${rows} records, but this form is about one firm. Make one form for each.`,
  }),
  unknownKey: ({ key }: { readonly key: string }): Message => ({
    ja: `「${key}」という値の名前はありません。名前を確かめてください。`,
    en: `There is no value named “${key}”. Check the name.`,
  }),
} as const;
