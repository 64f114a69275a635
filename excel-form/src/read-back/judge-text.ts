import { isName } from "./key-traits.ts";
import { isPlaceholder, plainText } from "./judge.ts";
import type { Judge, Judgement, Seen } from "./judge.ts";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
/** A second name, a telephone number or an address in a cell for one name. */
const SEVERAL = /[\n、;；]|\d{7}|0\d{1,4}-\d{1,4}-\d{3,4}|@/;

/** 「（辞退）」, 「※保留」: apart from the name, in brackets or after a blank. */
const WITHDRAWN =
  /[([【〔「<※→■●★\s](?:ご?辞退|取り?消し?|取り?下げ?|撤回|廃業|解散|閉店|倒産|重複|保留|削除|対象外|キャンセル|中止|無効|不要|見送り?|要確認|確認中|未確認|調整中|検討中|辞めま)/;

const judgeEmail = (text: string): Judgement | null => {
  const plain = plainText(text);
  const count = plain.split("@").length - 1;
  if (count > 1) return { kind: "severalValues" };
  if (!EMAIL.test(plain)) return { kind: "notEmail" };
  return plain === text.trim() ? null : { kind: "fullWidth", value: plain };
};

const judgeName = ({ info, text, cell }: Seen): Judgement | null => {
  if (typeof cell.value === "number") return { kind: "numberForText" };
  if (SEVERAL.test(plainText(text))) return { kind: "severalValues" };
  if (WITHDRAWN.test(plainText(text))) return { kind: "withdrawn" };
  if (info.shape === "kana" && /\p{Script=Han}/u.test(text))
    return { kind: "notKana" };
  return null;
};

/** Doubts a text: a sign for nothing, a date that Excel made of it, two names in one. */
export const judgeTextValue: Judge = (seen) => {
  const { info, text, cell } = seen;
  if (typeof cell.value === "number" && cell.isDate) {
    return { kind: "dateInText" };
  }
  // 「なし」 is an answer in a remark, which has no role.
  if (info.role && isPlaceholder(text)) return { kind: "placeholder" };
  if (info.shape === "email") return judgeEmail(text);
  return isName(info) ? judgeName(seen) : null;
};
