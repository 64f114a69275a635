import { defineProgramme } from "./programme.ts";

/**
 * クラウド実践大賞 as the notice of 2022 describes it. The four dates, the five
 * areas, 12 points and one nomination per federation are the notice's; the
 * checklist's items are ours, because the official ones are not public.
 */
export const cloudPracticeAward = defineProgramme({
  id: "cloud-practice-award",
  name: "クラウド実践大賞",
  milestones: [
    {
      id: "contact",
      label: { ja: "県連への連絡", en: "Contact to the federation" },
      part: "answer",
      actor: "society",
      lateness: "allowed",
      lateNote: {
        ja: "連絡期限後（他薦登録の期限までは間に合います）",
        en: "After the contact date (still in time for the registration)",
      },
      scope: "nomination",
      optional: false,
      remindDaysBefore: 5,
      step: {
        action: "県連へ連絡する",
        state: "県連へ連絡済",
        stateInEnglish: "Federation informed",
        performer: "anyone",
        requires: [],
      },
    },
    {
      id: "register",
      label: { ja: "他薦登録", en: "Registration" },
      part: "registration",
      instruction: {
        ja: "Webフォームで他薦を登録し、「登録済みにする」",
        en: "Register in the web form, then mark as registered",
      },
      actor: "societyOrFederation",
      lateness: "allowedAfterReport",
      lateNote: {
        ja: "報告期限後（登録は可能）",
        en: "After the report date (can still be registered)",
      },
      scope: "nomination",
      optional: false,
      remindDaysBefore: 5,
      step: {
        action: "登録済みにする",
        state: "登録済",
        stateInEnglish: "Registered",
        performer: "anyone",
        requires: ["prerequisites", "score", "nameCheck"],
      },
    },
    {
      id: "report",
      label: { ja: "状況回答シート提出", en: "Status sheet" },
      part: "report",
      instruction: {
        ja: "状況回答シートで全国連へ報告",
        en: "Report to the national federation with the status sheet",
      },
      actor: "federation",
      lateness: "overdue",
      lateNote: {
        ja: "提出期限後（至急提出してください）",
        en: "After the report date (still owed: send it at once)",
      },
      scope: "edition",
      optional: false,
      remindDaysBefore: 5,
      step: {
        action: "報告済みにする",
        state: "報告済",
        stateInEnglish: "Reported",
        performer: "federation",
        requires: [],
      },
    },
    {
      id: "case",
      label: { ja: "実践事例の提出", en: "Practice case" },
      part: "case",
      actor: "business",
      lateness: "closed",
      scope: "nomination",
      optional: true,
      remindDaysBefore: 5,
    },
  ],
  areas: [
    {
      id: "customerSatisfaction",
      asks: ["顧客満足度?(?:の?向上)?(?:点|得点)?"],
      name: { ja: "顧客満足度の向上", en: "Customer satisfaction" },
    },
    {
      id: "employeeSatisfaction",
      asks: ["従業員満足度?(?:の?向上)?(?:点|得点)?"],
      name: { ja: "従業員満足度の向上", en: "Employee satisfaction" },
    },
    {
      id: "operationalEfficiency",
      asks: ["業務(?:の)?効率(?:化|の?改善)?(?:点|得点)?"],
      name: { ja: "業務効率の改善", en: "Operational efficiency" },
    },
    {
      id: "security",
      asks: ["(?:情報)?セキュリティ(?:点|得点)?"],
      name: { ja: "セキュリティ", en: "Security" },
    },
    {
      id: "managementEngagement",
      asks: [
        "マネジメント(?:の?(?:積極的な)?参画)?(?:点|得点)?|経営者の(?:積極的な)?参画",
      ],
      name: {
        ja: "マネジメントの積極的な参画",
        en: "Active engagement of management",
      },
    },
  ],
  threshold: 12,
  target: 1,
  prerequisites: ["consent", "securityAction"],
  words: {
    entry: "他薦",
    earlier: "宣言",
    paper: "実践事例",
    reported: "自己宣言（他薦）の登録",
  },
  sheet: {
    name: "状況回答シート",
    title: "自己宣言の登録（他薦）状況回答シート",
  },
  supporter: "応援団員",
  // The items are in cloud-practice-checklist.ts: set-up needs them, the page does not.
  checklist: { status: "サンプル" },
  editions: [
    {
      name: "クラウド実践大賞 2022",
      fiscalYear: 2022,
      dates: {
        contact: "2022-07-27",
        register: "2022-08-01",
        report: "2022-08-01",
        case: "2022-08-15",
      },
    },
  ],
  invitation: {
    title: "クラウドの活用を応募しませんか",
    text: "クラウドサービスを使って業務や売上をよくした取組を募集しています。",
  },
  // The blocks are the notice's; which prefecture belongs to which is the usual assignment.
  afterSheet: {
    blocks: [
      {
        name: "北海道・東北",
        prefectures: [
          "北海道",
          "青森県",
          "岩手県",
          "宮城県",
          "秋田県",
          "山形県",
          "福島県",
        ],
      },
      {
        name: "関東・甲信越",
        prefectures: [
          "茨城県",
          "栃木県",
          "群馬県",
          "埼玉県",
          "千葉県",
          "東京都",
          "神奈川県",
          "新潟県",
          "山梨県",
          "長野県",
        ],
      },
      {
        name: "東海・北陸",
        prefectures: [
          "富山県",
          "石川県",
          "福井県",
          "岐阜県",
          "静岡県",
          "愛知県",
          "三重県",
        ],
      },
      {
        name: "近畿・中国・四国",
        prefectures: [
          "滋賀県",
          "京都府",
          "大阪府",
          "兵庫県",
          "奈良県",
          "和歌山県",
          "鳥取県",
          "島根県",
          "岡山県",
          "広島県",
          "山口県",
          "徳島県",
          "香川県",
          "愛媛県",
          "高知県",
        ],
      },
      {
        name: "九州・沖縄",
        prefectures: [
          "福岡県",
          "佐賀県",
          "長崎県",
          "熊本県",
          "大分県",
          "宮崎県",
          "鹿児島県",
          "沖縄県",
        ],
      },
    ],
    prizes: ["総務大臣賞", "全国商工会連合会会長賞", "日本商工会議所会頭賞"],
    criteria: [
      { ja: "有用性", en: "usefulness" },
      { ja: "浸透度", en: "penetration" },
      { ja: "意義", en: "significance" },
      { ja: "展開性", en: "scalability" },
    ],
    contestCriteria: [{ ja: "熱意", en: "passion" }],
  },
  appNames: {
    editions: "募集回",
    societies: "商工会",
    nominations: "推薦案件",
    answers: "回答",
    deliveries: "提出台帳",
  },
});
