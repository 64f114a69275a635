import type { ChecklistItem, ChecklistPreset } from "./programme.ts";

const areaItems = (
  area: string,
  prefix: string,
  texts: readonly string[],
): ChecklistItem[] =>
  texts.map((text, index) => ({
    id: `${prefix}${index + 1}`,
    area,
    text,
    points: 1,
  }));

/**
 * Our own sample: five areas, four items each, one point an item. The official
 * items were never found in public, so this must not pass for them.
 */
export const cloudPracticeChecklist: ChecklistPreset = {
  status: "サンプル",
  items: [
    ...areaItems("customerSatisfaction", "A", [
      "予約・注文・問い合わせのどれかを、オンラインで受け付けている",
      "顧客の情報や対応の履歴を共有し、担当者がいなくても応対できる",
      "電子請求書やキャッシュレス決済など、支払い方法の選択肢を増やした",
      "顧客の声を集めて記録し、改善に使った例がある",
    ]),
    ...areaItems("employeeSatisfaction", "B", [
      "店や事務所の外からでも仕事ができる環境がある",
      "勤怠・休暇・給与明細などを、従業員が画面で確認・申請できる",
      "社内の連絡・予定・お知らせを、一つの場所で共有している",
      "手順書や教材を置き、新しい人が自分で学べるようにしている",
    ]),
    ...areaItems("operationalEfficiency", "C", [
      "会計・請求・経費精算のどれかをクラウドサービスで処理している",
      "サービス同士をつなぎ、二重入力をなくした業務がある",
      "在庫・工程・案件の進み具合を、関係者がいつでも見られる",
      "導入の効果を、時間・費用・売上などの数字で確かめている",
    ]),
    ...areaItems("security", "D", [
      "使っているサービスと、預けている情報の種類を一覧にしている",
      "多要素認証を使い、パスワードを使い回していない",
      "入退社・異動のたびに、利用者と権限を見直している",
      "大事なデータの控えと、事故が起きたときの連絡手順がある",
    ]),
    ...areaItems("managementEngagement", "E", [
      "経営者が、クラウドを使う目的を社内に伝えている",
      "利用料と人材育成の費用を、計画や予算に入れている",
      "推進役を決め、経営者が定期的に進み具合を見ている",
      "取組を、同業者・地域・商工会などに紹介したことがある",
    ]),
  ],
};
