/** The state of each firm of the demo, and its gaps. */
import { demoCompanies, demoProprietors, type DemoFirm } from "./firms.ts";

export type DemoState =
  | "準備中"
  | "県連へ連絡済"
  | "登録済"
  | "報告済"
  | "差戻し"
  | "取下げ";

export type NominationPlan = {
  readonly firm: DemoFirm;
  /** Society code. */
  readonly society: string;
  readonly state: DemoState;
  /** Items answered はい; null when nothing was answered yet. */
  readonly score: number | null;
  readonly hasConsent: boolean;
  readonly stars: "未宣言" | "申請中" | "一つ星" | "二つ星";
  readonly isNameChecked: boolean;
  readonly contest: "未定" | "参加する" | "参加しない";
  readonly isCaseSubmitted: boolean;
  /** Declared in an earlier edition too. */
  readonly isAgain: boolean;
  /** Days after the due date; negative or zero is in time. */
  readonly daysLate: number;
};

const ready = {
  score: 14,
  hasConsent: true,
  stars: "一つ星",
  isNameChecked: true,
  contest: "未定",
  isCaseSubmitted: false,
  isAgain: false,
  daysLate: 0,
} as const;

const firmAt = (list: readonly DemoFirm[], index: number): DemoFirm => {
  const firm = list[index];
  if (firm === undefined) throw new Error(`The demo has no firm ${index}`);
  return firm;
};

const plan = (
  firm: DemoFirm,
  society: string,
  state: DemoState,
  rest: Partial<NominationPlan> = {},
): NominationPlan => ({ ...ready, firm, society, state, ...rest });

const company = (index: number) => firmAt(demoCompanies, index);
const proprietor = (index: number) => firmAt(demoProprietors, index);

/** Firm 1 is nominated by two societies; firm 3 was nominated before. */
export const currentPlans: readonly NominationPlan[] = [
  plan(company(0), "s01", "登録済", { score: 16, contest: "参加する" }),
  plan(company(18), "s01", "準備中", { score: 11 }),
  plan(proprietor(0), "s01", "県連へ連絡済", { isNameChecked: false }),
  plan(company(1), "s02", "県連へ連絡済", { score: 13 }),
  plan(company(19), "s02", "準備中", {
    score: null,
    hasConsent: false,
    stars: "未宣言",
    isNameChecked: false,
  }),
  plan(proprietor(1), "s02", "登録済", { score: 12 }),
  plan(company(2), "s03", "登録済", {
    score: 18,
    stars: "二つ星",
    contest: "参加する",
    isCaseSubmitted: true,
  }),
  plan(company(13), "s03", "差戻し", { score: 9, isNameChecked: false }),
  plan(company(20), "s03", "県連へ連絡済", { score: 15, contest: "参加する" }),
  plan(company(22), "s03", "準備中", { score: 6, stars: "申請中" }),
  plan(company(3), "s04", "登録済", { score: 17, isAgain: true }),
  plan(company(21), "s04", "準備中", {
    score: 12,
    hasConsent: false,
    isNameChecked: false,
  }),
  plan(company(4), "s05", "登録済", { score: 13, contest: "参加しない" }),
  // The same firm as the one of s02.
  plan(company(1), "s05", "準備中", { score: 10, isNameChecked: false }),
  plan(proprietor(4), "s05", "県連へ連絡済", { stars: "申請中" }),
  plan(company(5), "s06", "県連へ連絡済", { score: 12, isNameChecked: false }),
  plan(company(14), "s06", "準備中", { score: 4, stars: "未宣言" }),
  plan(company(6), "s07", "登録済", { score: 15, contest: "参加する" }),
  plan(company(15), "s07", "差戻し", { score: 11, hasConsent: false }),
  plan(company(7), "s08", "県連へ連絡済", { score: 14, daysLate: 2 }),
  plan(company(16), "s08", "準備中", { score: 13, stars: "申請中" }),
  plan(company(11), "s08", "準備中", { score: 12, isNameChecked: false }),
  plan(company(8), "s09", "登録済", { score: 12 }),
  plan(proprietor(2), "s09", "取下げ", { score: 5, hasConsent: false }),
  plan(company(9), "s10", "県連へ連絡済", { score: 13, isNameChecked: false }),
  plan(company(23), "s10", "準備中", {
    score: null,
    hasConsent: false,
    stars: "未宣言",
    isNameChecked: false,
  }),
  plan(company(10), "s11", "登録済", { score: 16, stars: "二つ星" }),
  plan(company(24), "s11", "取下げ", { score: 13 }),
  plan(company(12), "s14", "差戻し", { score: 12, isNameChecked: false }),
  plan(company(17), "s14", "県連へ連絡済", { score: 12 }),
];

/** Nominations of the previous edition; one was registered after the report was mailed. */
export const pastPlans: readonly NominationPlan[] = [
  plan(company(3), "s04", "報告済", { score: 12 }),
  plan(company(0), "s01", "取下げ", { score: 8, hasConsent: false }),
  plan(company(6), "s07", "報告済", {
    score: 14,
    contest: "参加する",
    isCaseSubmitted: true,
  }),
  plan(company(8), "s09", "報告済", { score: 13 }),
  plan(company(16), "s08", "報告済", { score: 15, stars: "二つ星" }),
  plan(proprietor(3), "s12", "報告済", { score: 12 }),
  plan(company(10), "s11", "報告済", { score: 17, contest: "参加しない" }),
  plan(company(5), "s06", "登録済", { score: 12, daysLate: 3 }),
];
