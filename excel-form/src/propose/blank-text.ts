import { perVocabulary } from "../map/vocabulary.ts";
import type { Vocabulary } from "../map/vocabulary.ts";
import { byText } from "./by-text.ts";
import { isKnownChoice } from "../values/choices.ts";

/**
 * Printed text that waits to be completed: 「令和 年 月 日」, 「  件」, 「〒 －」,
 * 「法人・個人」. `before` and `after` are the words that stay.
 */
export type BlankText = {
  readonly kind:
    | "date"
    | "year"
    | "postal"
    | "phone"
    | "url"
    | "email"
    | "box"
    | "unit"
    | "choice"
    | "seal"
    | "name"
    | "free";
  readonly before: string;
  readonly after: string;
  /** Pattern in which a date is written. */
  readonly format?: string;
  /** Words to choose from. */
  readonly words?: readonly string[];
};

const GAP = "(?:[^\\S\\n]|[_＿…])*";
const ERA =
  "(?:明治|大正|昭和|平成|令和|[明大昭平令MTSHRＭＴＳＨＲ](?=[・･/／\\s]))";
const ERAS = `(?:${ERA}(?:[・･/／\\s]*${ERA})*)`;
const DATE = new RegExp(
  `^(.*?)(西暦|[2２][0０]|${ERAS})?(${GAP}|[0-9０-９元]{1,2})年(${GAP})月(?:(${GAP})日)?([^年月]*)$`,
  "s",
);
const YEAR = new RegExp(`^(.*?)(西暦|${ERAS})(${GAP})年度(.*)$`, "s");
const UNITS = "件|人|名|社|者|円|千円|万円|百万円|点|事業所|事業者|企業|箇所";
const UNIT = new RegExp(`^([（(]?約?)${GAP}[）)]?(${UNITS})([）)]?)${GAP}$`);
const DASH = "[-－―ー‐−–]";
const POSTAL = new RegExp(
  `^[（(]?〒${GAP}[（(]?${GAP}(?:${DASH}${GAP})?[）)]?(?:\\n[^:：]*)?$`,
);
const PHONE = new RegExp(
  `^${GAP}(?:(?:[（(]${GAP}[）)]|${DASH})${GAP}${DASH}|[（(]\\s{2,}[）)])${GAP}$`,
);
const URL_SIGN = /^\s*https?:\/\/[\s_＿]*$/i;
const BOX_SIGN = /^\s*[□☐]\s*$/;
const MAIL_SIGN = /^[\s_＿]*[@＠][\s_＿]*$/;
const SEAL =
  /^(.*?)\s+((?:(?:実|社|公|代表者?)?印|㊞|[（(](?:実|社|公|代表者?)?印[）)]))\s*$/s;
const FREE =
  /^(?:[\s_＿]+|[▼▽]?(?:選択|(?:プルダウン|リスト)(?:から|より)).*)$/s;
const CHOICE_SEPARATOR = /[・･/／、，,|｜\s]+/;
/** Between words whose own characters are spread out. */
const CHOICE_SIGN = /\s*[・･/／、，,|｜]\s*/;
const BOXED = /[□☐]/;

const blank = (
  kind: BlankText["kind"],
  before = "",
  after = "",
  more: Partial<BlankText> = {},
): BlankText => ({ kind, before, after, ...more });

const toDate = (text: string): BlankText | null => {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, before = "", era = "", year = "", month = "", day, after = ""] =
    match;
  // 「設立年月日」 and 「設 立 年 月 日」 are labels: somewhere there must be room to write.
  const isLabel = era === "" && /\p{L}\s*$/u.test(before);
  // 「令和７年 月 日」: the year that is printed is written anew with the rest.
  const isYearPrinted = /[0-9０-９元]/.test(year);
  if (isYearPrinted && (era === "" || month === "" || !day)) return null;
  const gaps = [isYearPrinted ? "" : year, month, day ?? ""];
  if (!gaps.some((gap) => gap.length >= (isLabel ? 2 : 1))) return null;
  const isGregorian = /^(?:西暦|[2２])/.test(era);
  const yearPattern = isGregorian ? "yyyy年" : "ggge年";
  const isApart = year.length > 0 && /\p{L}$/u.test(before);
  const kept =
    era === "西暦" ? `${before}西暦` : before + (isApart ? "\u3000" : "");
  return blank("date", kept.trimStart(), after.trimEnd(), {
    format: `${yearPattern}M月${day === undefined ? "" : "d日"}`,
  });
};

const toYear = (text: string): BlankText | null => {
  const match = YEAR.exec(text);
  const [, before = "", era = "", gap = "", after = ""] = match ?? [];
  if (!match || gap === "") return null;
  return era === "西暦"
    ? blank("year", `${before}西暦`, `年度${after}`, { format: "" })
    : blank("year", before, `度${after}`, { format: "ggge年" });
};

const CHOICE_WORD = /^[^\d。:：]{1,8}$/;

const toChoice = (vocabulary: Vocabulary, text: string): BlankText | null => {
  const plain = text.trim().replace(/^[（(](.*)[）)]$/s, "$1");
  if (BOXED.test(plain)) {
    return choiceOf(
      vocabulary,
      plain.split(BOXED).map((piece) => piece.replace(/[\s・]+$/, "")),
    );
  }
  return (
    choiceOf(vocabulary, plain.split(CHOICE_SEPARATOR)) ??
    choiceOf(vocabulary, plain.split(CHOICE_SIGN))
  );
};

const choiceOf = (
  vocabulary: Vocabulary,
  parts: readonly string[],
): BlankText | null => {
  const pieces = parts
    .map((piece) => piece.trim().replace(/^[0-9０-９][.．、)）]?/, ""))
    .filter((piece) => piece !== "");
  if (pieces.length < 2 || pieces.length > 6) return null;
  const isChoice =
    pieces.every((piece) => CHOICE_WORD.test(piece)) &&
    pieces.filter((one) => isKnownChoice(vocabulary, one)).length >= 2;
  return isChoice ? blank("choice", "", "", { words: pieces }) : null;
};

/** 「   県 団体名」: room for a name of which the end is printed. */
const nameBlanks = perVocabulary(({ parties }) => {
  const { senderNameEnds, memberNameEnds } = parties;
  const [fullEnd = ""] = senderNameEnds;
  const ends = [...senderNameEnds, ...memberNameEnds].join("|");
  return {
    withRoom: new RegExp(
      String.raw`^[\s_＿○〇◯（）()]{2,}[都道府県・]{0,7}(?:${ends})\s*$`,
    ),
    end: new RegExp(String.raw`^\s*[都道府県・]{1,7}(?:${fullEnd})\s*$`),
    ofSender: new RegExp(String.raw`(?:${senderNameEnds.join("|")})\s*$`),
  };
});

/** The end of the sender's name, before which the prefecture is to be written. */
export const isNameEnd = (vocabulary: Vocabulary, text: string): boolean =>
  nameBlanks(vocabulary).end.test(text);

/** The printed end is that of a sender. */
export const isSendersName = (vocabulary: Vocabulary, text: string): boolean =>
  nameBlanks(vocabulary).ofSender.test(text);

/** 「□」 alone, to be marked for the word beside it. */
export const isBox = (text: string): boolean => BOX_SIGN.test(text);

/** 「□法人」 → 法人; null when there is no box, or no choice that we know after it. */
export const tickWord = (
  vocabulary: Vocabulary,
  text: string,
): string | null => {
  const word = /^\s*[□☐]\s*([^\s□☐][^□☐]*)$/.exec(text)?.[1]?.trim();
  return word !== undefined && isKnownChoice(vocabulary, word) ? word : null;
};

/** Reads the blanks of a printed text; null when it is a plain text. */
export const toBlankText = byText((vocabulary, text): BlankText | null => {
  if (text.length > 80) return null;
  if (FREE.test(text)) return blank("free");
  const unit = UNIT.exec(text);
  if (unit) return blank("unit", unit[1], (unit[2] ?? "") + (unit[3] ?? ""));
  if (nameBlanks(vocabulary).withRoom.test(text)) return blank("name");
  if (POSTAL.test(text.trim())) return blank("postal", "〒");
  if (PHONE.test(text)) return blank("phone");
  if (URL_SIGN.test(text)) return blank("url");
  if (MAIL_SIGN.test(text)) return blank("email");
  if (isBox(text) || tickWord(vocabulary, text) !== null) return blank("box");
  const seal = SEAL.exec(text);
  if (seal && seal[1] === "") return blank("seal", "", `\u3000${seal[2]}`);
  return toYear(text) ?? toDate(text) ?? toChoice(vocabulary, text);
});
