import { isCount } from "./key-traits.ts";
import { isPlaceholder, isWrittenAsText, plainText } from "./judge.ts";
import type { Judge, Judgement, Seen } from "./judge.ts";

const APPROXIMATE =
  /約|およそ|概ね|ほぼ|くらい|ぐらい|程度|前後|以上|以下|以内|未満|[超弱強余]|ほど|[~〜～]$|^[~〜～<>]/;
const SEVERAL = /\d\s*[-~〜～‐－ー―、/・,→＋+]\s*\d|\d\s+\d|\d[^\d]*\n[^\d]*\d/;
/** `1,200` is one number. */
const GROUPED = /\d{1,3}(?:,\d{3})+(?!\d)/g;

/** A slip of the finger: more yen than any firm has. */
const FAR_TOO_MANY = 1e14;

const judgeNumber = ({ info, value, cell }: Seen): Judgement | null => {
  if (cell.isDate) return { kind: "dateInNumber" };
  if (/%/.test(cell.style.numberFormat)) return { kind: "percent" };
  const isOdd =
    typeof value === "number" &&
    (value < 0 ||
      value >= FAR_TOO_MANY ||
      (isCount(info) && !Number.isInteger(value)));
  return isOdd ? { kind: "implausibleNumber" } : null;
};

const judgeText = (seen: Seen): Judgement | null => {
  const { info, value, text } = seen;
  const plain = plainText(text);
  const isNumber = typeof value === "number";
  if (SEVERAL.test(plain.replace(GROUPED, (all) => all.replace(/,/g, "")))) {
    return { kind: "severalValues" };
  }
  if (/\d/.test(plain) && APPROXIMATE.test(plain)) {
    return { kind: "approximate" };
  }
  if (!isNumber) {
    return { kind: isPlaceholder(plain) ? "placeholder" : "notANumber" };
  }
  if (value < 0 || value >= FAR_TOO_MANY) return { kind: "implausibleNumber" };
  if (isWrittenAsText(seen) || info.shape === "fiscalYear") return null;
  if (/[^\d.,\s-]/.test(plain)) return { kind: "numberWithUnit" };
  return { kind: plain === text.trim() ? "numberAsText" : "fullWidth" };
};

/** Doubts a number: 「約18点」, 「15～18」, 「未定」, a date that Excel made of it. */
export const judgeNumberValue: Judge = (seen) => {
  const { cell, text } = seen;
  if (typeof cell.value === "number" && text === "") return null;
  return typeof cell.value === "number" ? judgeNumber(seen) : judgeText(seen);
};
