import type { Vocabulary } from "excel-form";

/** Words by which forms name the federation, its societies and the nominated firms, as patterns. */
export const PARTIES: Vocabulary["parties"] = {
  act: "推薦",
  sender: "(?:商工会)?連合会|県連",
  member: "商工会|単会",
  firm: "(?:登録|宣言)(?:した|する)?(?:企業|事業所|事業者)",
  office: "全国連",
  senderNameEnds: ["商工会連合会", "県連"],
  memberNameEnds: ["商工会"],
  ownFirm: "推薦企業",
};

/** Words that tell a report of nominations from any other form, as patterns. */
export const PURPOSE: Vocabulary["purpose"] = {
  title:
    "推薦|他薦|自薦|自己宣言|候補|表彰|顕彰|大賞|アワード|コンテスト|グランプリ|(?:優良|優秀|好)事例",
  subject: String.raw`推薦|他薦|自薦|自己宣言|候補|表彰|顕彰|大賞|選考|応募|コンテスト|グランプリ|受賞|実践|クラウド|SECURITY\s*ACTION|宣言企業|対象(?:企業|事業者|事業所)|登録(?:状況|報告)|(?:回答|報告)(?:シート|票|書|用紙|様式)`,
  // クラウド and 応募 are spoken of on the forms of any programme; who reports is not.
  reporter:
    "推薦|他薦|候補|商工会|連合会|県連|団体名|宣言企業|自己(?:採点|診断)チェック",
  otherBusiness:
    "出欠|出席|欠席|参加申込|委任状|研究会|研修|講習|巡回|相談|融資|保険|共済|検定|試験|補助金|助成金|会費|会計|事業計画|実施報告|出張|勤務|休暇|備品|在庫|棚卸|異動|役員|講師|派遣|アンケート|承継|(?:実態|意識|景況|動向|ニーズ|満足度|(?:対応|利用)状況)調査",
  foreign: [
    {
      words:
        "アンケート|(?:実態|意識|景況|動向|ニーズ|満足度|(?:対応|利用)状況)(?:に関する)?調査",
      is: { ja: "調査やアンケート", en: "a survey" },
      mayBeOurs: true,
    },
    {
      words: "(?:変更|廃止|休止|承継|移転)(?:承認)?(?:届|申請)|実績報告",
      is: { ja: "変更や実績の届け出", en: "a change or an account" },
      mayBeOurs: true,
    },
    {
      words: "(?:役員|会員|職員|社員|従業員|組合員|部員)(?:名簿|一覧)",
      is: { ja: "人の名簿", en: "a roster of persons" },
      mayBeOurs: true,
    },
    {
      words:
        "予算|決算|請求書|領収|見積|発注(?!者)|注文書|旅費|議事録|納品|振込|収支|精算|総代|選挙|選任|加入|脱退|入会|退会|後継者|商談|出展",
      is: {
        ja: "会計や役員、入退会などの手続き",
        en: "accounts, offices or membership",
      },
    },
    {
      words:
        "(?:説明会|研修会?|セミナー|講習会?|総会|会議|懇親会|交流会|見学会|視察).{0,12}(?:参加|出席|出欠|申込|受講)",
      is: { ja: "会議や研修会への参加", en: "taking part in a meeting" },
    },
    {
      words:
        "(?:委員(?![会長])|役員|理事|講師|青年部|女性部|叙勲|褒章).{0,12}(?:表彰|顕彰|推薦|候補|推挙)",
      is: {
        ja: "個人の表彰や役職への推薦",
        en: "an award or an office for a person",
      },
    },
  ],
};
