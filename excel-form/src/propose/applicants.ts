import type { SlotGrid } from "../near/slot-grid.ts";
import { labelsIn } from "./labels-in.ts";

const says = (grid: SlotGrid, words: RegExp): boolean =>
  labelsIn(grid).some(({ text }) => words.test(text));

const OF_PERSONS =
  /被保険者|被扶養者|世帯主|保護者|学生|生徒|児童|患者|受給者|傷病|療養|続柄|受験|在学/;
const MIN_OF_PERSONS = 3;

/** An employer certifies something, or asks for it. */
const OF_EMPLOYER =
  /^\s*事\s*業\s*主(?:の?(?:氏名|名称?|住所|所在地))?\s*$|適用事業所/;

/** A form that an insured person, a student or a patient hands in. */
export const asksPerson = (grid: SlotGrid): boolean =>
  labelsIn(grid).filter(({ text }) => OF_PERSONS.test(text)).length >=
    MIN_OF_PERSONS && !says(grid, OF_EMPLOYER);

const OF_COMPANIES =
  /法人(?:にあっ|の(?:場合|とき|名称)|は|名)|名称(?:及び|・)?代表者|商号|屋号|事業[主所場]|中小企業|小規模|営業所|使用者/;

/** A form that asks for a 氏名 speaks of companies. */
export const speaksOfCompanies = (grid: SlotGrid): boolean =>
  says(grid, OF_COMPANIES);

const OF_EITHER = /法人.{0,12}名称.{0,20}代表者|名称及び代表者/;

/** 「（法人にあっては、名称及び代表者の氏名）」 below 氏名. */
export const asksEither = (grid: SlotGrid): boolean => says(grid, OF_EITHER);
