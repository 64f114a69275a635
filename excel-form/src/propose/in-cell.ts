import { toBlankText } from "./blank-text.ts";
import type { BlankText } from "./blank-text.ts";
import { toLabel } from "./label.ts";
import { conceptsOf } from "./concepts.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** A label that shares its cell with the value: 「担当者：」, 「回答日：令和 年 月 日」. */
export type InCell = {
  readonly label: string;
  /** Printed text that stays before the value. */
  readonly before: string;
  /** Blank that the rest of the cell holds; null for plain room after a colon. */
  readonly blank: BlankText | null;
  /** Printed text that stays after the value. */
  readonly after?: string;
  readonly hasColon: boolean;
};

const COLON = /^(.{1,40}?[:：])([\s_＿]*)(.*)$/s;
const SPACED = /^(\S.*?)([\s_＿]{3,})$/s;
const SEALED = /^(\S.*?)\s{2,}((?:印|㊞|[（(]印[）)]))\s*$/s;

/** 「団体名（      ）」 */
const BRACKETED = /^([^\s（(][^（(]*)([（(])[\s_＿]{3,}([）)])\s*$/s;
// 氏 and 名 far apart are one word, no count of people.
const COUNTED = /^(\S.*?\S)[\s_＿]{3,}(件|社|人|名|点|事業所|企業)\s*$/s;

/** Null when the cell holds no label of this kind. */
export const readInCell = (
  vocabulary: Vocabulary,
  text: string,
): InCell | null => {
  const colon = COLON.exec(text);
  // 「従業員数（単位：人）」 is a label with a remark.
  if (colon && !/[（(][^）)]*$/.test(colon[1] ?? "")) {
    const [, before = "", , rest = ""] = colon;
    if (rest === "")
      return { label: before, before, blank: null, hasColon: true };
    const blank =
      toBlankText(vocabulary, rest) ?? toBlankText(vocabulary, `\u3000${rest}`);
    return blank && blank.kind !== "choice"
      ? {
          label: before,
          before,
          blank,
          hasColon: true,
        }
      : null;
  }
  const sealed = SEALED.exec(text);
  if (sealed) {
    const [, before = "", seal = ""] = sealed;
    const blank: BlankText = {
      kind: "seal",
      before: "",
      after: `\u3000${seal}`,
    };
    return { label: before, before: `${before}\u3000`, blank, hasColon: false };
  }
  const dated = toBlankText(vocabulary, text);
  if (dated?.kind === "date" && dated.before.trim() !== "") {
    return {
      label: dated.before,
      before: dated.before,
      blank: { ...dated, before: "" },
      hasColon: false,
    };
  }
  const bracketed = BRACKETED.exec(text);
  if (bracketed) {
    const [, before = "", open = "", close = ""] = bracketed;
    return {
      label: before,
      before: before + open,
      blank: null,
      after: close,
      hasColon: false,
    };
  }
  const counted = COUNTED.exec(text);
  if (counted) {
    const [, before = "", unit = ""] = counted;
    const blank: BlankText = { kind: "unit", before: "", after: unit };
    return { label: before, before: `${before}\u3000`, blank, hasColon: false };
  }
  const spaced = SPACED.exec(text);
  return spaced
    ? {
        label: spaced[1] ?? "",
        before: `${spaced[1] ?? ""}\u3000`,
        blank: null,
        hasColon: false,
      }
    : null;
};

/** One of several labels in one cell, with what is printed after its value. */
export type Segment = {
  readonly before: string;
  readonly label: string;
  readonly after: string;
};

const SEGMENT =
  /([^\s:：（）()、，]{2,14})(?:[:：][\s_＿]*|[\s_＿]{2,}|[（(]\s+[）)]|$)(件|社|人|名|点)?[、，\s]*/g;

/** 「TEL：   FAX：   」 → two places; null unless every word of the cell is such a label. */
export const readSegments = (
  vocabulary: Vocabulary,
  text: string,
): readonly Segment[] | null => {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(SEGMENT)) {
    if (text.slice(end, match.index).trim() !== "") return null;
    const [whole, label = "", unit = ""] = match;
    if (conceptsOf(vocabulary, toLabel(vocabulary, label).main).length !== 1)
      return null;
    const separator = /[:：]/.test(whole)
      ? whole.slice(0, whole.search(/[:：]/) + 1)
      : `${label}\u3000`;
    segments.push({ before: separator, label, after: unit });
    end = match.index + whole.length;
  }
  // 「所在地：郵便番号」 has room for neither: the second word says more of the first.
  const hasRoom = /[\s_＿]{2,}|[:：]\s*$/.test(text);
  return segments.length >= 2 && hasRoom && text.slice(end).trim() === ""
    ? segments
    : null;
};
