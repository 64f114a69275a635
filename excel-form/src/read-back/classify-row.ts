import { loosely } from "../values/character-forms.ts";
import type { FindingKind } from "./messages.ts";

const TOTAL =
  /^(?:合計|小計|総計|総合計|累計|計|total|subtotal)[:：]?\d*(?:件|社|名|人|点|円|事業所)?$/;
const END_MARK =
  /^[(（]?(?:以下|以降)(?:余白|空白)[)）]?$|^[-ー―]*以上[-ー―]*$/;
const NOTE =
  /^(?:[※*＊]|[(（]?注[\d)）:：意]|備考[:：]|\(?ご?(?:記入|記載)(?:上の|に当たっ|にあたっ))/;
const EXAMPLE =
  /^[(（【[〔<「]?(?:記入|記載|入力|見本)?例[)）】\]〕>」:：]?\d*$|^[(（【[〔<「](?:記入|記載|入力)?例[)）】\]〕>」:：]|^(?:記入|記載|入力)例/;

/** The texts of a row of a list. */
export type RowTexts = {
  /** Texts of all its cells, from left to right. */
  readonly all: readonly string[];
  /** Text of the cell that is for the entry's name; empty when it is blank or has no column. */
  readonly name: string;
  /** One text over several columns. */
  readonly isAcross: boolean;
};

/** The reason why a row is no entry; null for an entry. */
export const classifyRow = ({
  all,
  name,
  isAcross,
}: RowTexts): FindingKind | null => {
  const [first = "", ...rest] = all.map(loosely);
  const words = [first, ...rest];
  const own = loosely(name);
  if (words.some((text) => EXAMPLE.test(text))) return "exampleRow";
  if ((own === "" || TOTAL.test(own)) && words.some((one) => TOTAL.test(one))) {
    return "totalRow";
  }
  if (words.length === 1 && END_MARK.test(first)) return "endMark";
  if (words.length <= 2 && NOTE.test(first)) return "noteRow";
  if (NOTE.test(own)) return "noteRow";
  return isAcross && words.length === 1 ? "headingRow" : null;
};
