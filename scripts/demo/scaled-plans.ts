import { inventCorporateNumber, type DemoFirm } from "./firms.ts";
import type { DemoState, NominationPlan } from "./nomination-plan.ts";

const families = [
  "青山",
  "石川",
  "上原",
  "江口",
  "大城",
  "加藤",
  "木下",
  "久保",
  "小林",
  "佐藤",
  "清水",
  "須藤",
  "瀬戸",
  "曽根",
  "高橋",
  "千田",
  "津田",
  "手塚",
  "遠山",
  "中村",
  "西田",
  "沼田",
  "野口",
  "橋本",
  "平田",
  "藤井",
  "星野",
  "松本",
  "宮城",
  "山田",
];
const trades = [
  "水産",
  "製菓",
  "建設",
  "工務店",
  "電機",
  "印刷",
  "運輸",
  "酒造",
  "農園",
  "木工",
  "観光",
  "商店",
  "製作所",
  "食品",
  "設備",
  "造園",
  "塗装",
  "薬局",
  "書店",
  "整備",
  "縫製",
  "製茶",
  "畜産",
  "陶芸",
  "石材",
  "硝子",
  "住宅",
  "測量",
  "警備",
  "清掃",
];
const forms: ReadonlyArray<(name: string) => string> = [
  (name) => `株式会社${name}`,
  (name) => `${name}株式会社`,
  (name) => `有限会社${name}`,
  (name) => `合同会社${name}`,
];

const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("Nothing to pick from");
  return item;
};

const toFirm = (index: number): DemoFirm => {
  const family = pick(families, index);
  const trade = pick(trades, Math.floor(index / families.length));
  const form = pick(
    forms,
    Math.floor(index / (families.length * trades.length)),
  );
  return {
    name: form(`${family}${trade}`),
    kana: "",
    industry: trade,
    representative: `${family} 太郎`,
    representativeKana: "",
    corporateNumber: inventCorporateNumber(index + 1),
  };
};

/** In the proportions of a busy week; withdrawn ones are few. */
const states: readonly DemoState[] = [
  "準備中",
  "県連へ連絡済",
  "登録済",
  "準備中",
  "報告済",
  "県連へ連絡済",
  "準備中",
  "登録済",
  "差戻し",
  "取下げ",
];

const isReady = (state: DemoState): boolean =>
  state === "登録済" || state === "報告済";

const unreadyScore = (index: number): number | null =>
  index % 11 === 0 ? null : index % 21;

const toPlan = (
  index: number,
  societies: readonly string[],
): NominationPlan => {
  // A step of 7 lets every society meet every state.
  const state = pick(states, index * 7 + Math.floor(index / 10));
  const ready = isReady(state);
  return {
    firm: toFirm(index),
    society: pick(societies, index),
    state,
    score: ready ? 12 + (index % 9) : unreadyScore(index),
    hasConsent: ready || index % 3 !== 0,
    stars: ready || index % 4 !== 0 ? "一つ星" : "未宣言",
    isNameChecked: ready || index % 5 !== 0,
    contest: pick(["未定", "参加する", "参加しない"] as const, index),
    isCaseSubmitted: ready && index % 6 === 1,
    isAgain: false,
    daysLate: index % 17 === 0 ? 2 : 0,
  };
};

/** As many nominations as wanted, the same ones every time. */
export const createScaledPlans = (
  count: number,
  societies: readonly string[],
): NominationPlan[] =>
  Array.from({ length: count }, (_, index) => toPlan(index, societies));
