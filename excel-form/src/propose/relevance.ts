import type { Message } from "../words/message.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";

const SUBJECT =
  /推薦|他薦|自薦|自己宣言|候補|表彰|顕彰|大賞|選考|応募|コンテスト|グランプリ|受賞|実践|クラウド|SECURITY\s*ACTION|宣言企業|対象(?:企業|事業者|事業所)|登録(?:状況|報告)|(?:回答|報告)(?:シート|票|書|用紙|様式)/i;
/** Who reports: クラウド and 応募 are spoken of on the forms of any programme. */
const ASSOCIATION =
  /推薦|他薦|候補|商工会|連合会|県連|団体名|宣言企業|自己(?:採点|診断)チェック/;
const OTHER_BUSINESS =
  /出欠|出席|欠席|参加申込|委任状|研究会|研修|講習|巡回|相談|融資|保険|共済|検定|試験|補助金|助成金|会費|会計|事業計画|実施報告|出張|勤務|休暇|備品|在庫|棚卸|異動|役員|講師|派遣|アンケート|承継|(?:実態|意識|景況|動向|ニーズ|満足度|(?:対応|利用)状況)調査/;
/** Never asked of the one who nominates: money, elections, membership. */
const FOREIGN =
  /予算|決算|請求書|領収|見積|発注|注文書|旅費|議事録|納品|振込|収支|精算|総代|選挙|選任|加入|脱退|入会|退会|後継者|商談|出展/;
/** Who comes to a meeting is never in our records. */
const MEETING =
  /(?:説明会|研修会?|セミナー|講習会?|総会|会議|懇親会|交流会|見学会|視察).{0,12}(?:参加|出席|出欠|申込|受講)/;
/** What members think or have, and changes and accounts of what was granted before. */
const SURVEY =
  /アンケート|(?:実態|意識|景況|動向|ニーズ|満足度|(?:対応|利用)状況)(?:に関する)?調査/;
const FOLLOW_UP = /(?:変更|廃止|休止|承継|移転)(?:承認)?(?:届|申請)|実績報告/;
const ROSTER = /(?:役員|会員|職員|社員|従業員|組合員|部員)(?:名簿|一覧)/;
/** Awards and offices for persons. */
const PERSONS =
  /(?:委員(?![会長])|役員|理事|講師|青年部|女性部|叙勲|褒章).{0,12}(?:表彰|顕彰|推薦|候補|推挙)/;
const OWN_BUSINESS =
  /推薦|他薦|自薦|自己宣言|候補|表彰|顕彰|大賞|アワード|コンテスト|グランプリ|(?:優良|優秀|好)事例/;

/** How many texts at the top are taken for the title. */
const TITLE_TEXTS = 6;

/** In a row of several texts stand labels. */
const MAX_IN_ROW = 2;

const isInLine = (grid: SlotGrid, { top }: Slot): boolean =>
  grid.texts.filter((text) => text.top === top).length > MAX_IN_ROW;

const titlesOf = (grids: readonly SlotGrid[]): readonly string[] =>
  grids
    .flatMap((grid) =>
      grid.texts
        .slice(0, TITLE_TEXTS)
        .filter((slot, i) => i === 0 || !isInLine(grid, slot)),
    )
    .map(({ text }) => text.normalize("NFKC").replace(/\s+/g, ""));

/** The title says that firms are nominated. */
export const hasOwnTitle = (grids: readonly SlotGrid[]): boolean =>
  titlesOf(grids).some((title) => OWN_BUSINESS.test(title));

const PURPOSES: ReadonlyArray<readonly [RegExp, Message]> = [
  [SURVEY, { ja: "調査やアンケート", en: "a survey" }],
  [FOLLOW_UP, { ja: "変更や実績の届け出", en: "a change or an account" }],
  [ROSTER, { ja: "人の名簿", en: "a roster of persons" }],
  [
    FOREIGN,
    {
      ja: "会計や役員、入退会などの手続き",
      en: "accounts, offices or membership",
    },
  ],
  [MEETING, { ja: "会議や研修会への参加", en: "taking part in a meeting" }],
  [
    PERSONS,
    {
      ja: "個人の表彰や役職への推薦",
      en: "an award or an office for a person",
    },
  ],
];

/** 「決算書より入力してください」 asks for something and is no title. */
const SENTENCE = /ください|下さい|ます|です|。/;

const MAY_BE_OURS: ReadonlyArray<RegExp | undefined> = [
  SURVEY,
  FOLLOW_UP,
  ROSTER,
];

/** What the title says the form is for, where nothing of ours belongs into it. */
export const foreignPurpose = (grids: readonly SlotGrid[]): Message | null => {
  const isOwn = hasOwnTitle(grids);
  for (const title of titlesOf(grids)) {
    if (SENTENCE.test(title)) continue;
    const [words, purpose] =
      PURPOSES.find(([pattern]) => pattern.test(title)) ?? [];
    // 「推薦に関する調査票」 is ours; a budget stays one whatever it is for.
    if (!purpose || (isOwn && MAY_BE_OURS.includes(words))) continue;
    return {
      ja: `「${title}」とあり、${purpose.ja}の様式と思われます。`,
      en: `The title 「${title}」 speaks of ${purpose.en}.`,
    };
  }
  return null;
};

/** The form reports or makes nominations; any other is a form by which a firm asks for something. */
export const isReportForm = (grids: readonly SlotGrid[]): boolean => {
  if (hasOwnTitle(grids)) return true;
  if (titlesOf(grids).some((title) => OTHER_BUSINESS.test(title))) return false;
  const texts = grids.flatMap((grid) =>
    grid.texts.map(({ text }) => text.normalize("NFKC")),
  );
  return [SUBJECT, ASSOCIATION].every((words) =>
    texts.some((text) => words.test(text)),
  );
};

const EXAMPLE_NAME =
  /(?:記入|記載|作成|入力|応募|提出|募集)(?:要領|要項|方法|説明|上の注意|の手引き?)|^(?:注意|留意)事項|手引|マニュアル|^(?:はじめに|説明|使い方|参考|q&a|faq)|(?:コード|選択肢|プルダウン|マスター?)(?:表|一覧|リスト)?$|記入例|記載例|入力例|作成例|回答例|見本|サンプル|控え?$|^例|[^事]例$|[（(【]例/i;
const EXAMPLE_TEXT =
  /^[\s（(【〔《<＜]*(?:記入例|記載例|入力例|作成例|見本)[\s）)】〕》>＞0-9０-９]*$/;

/** Papers that the firm itself signs. */
const SIGNED = /(?:同意書|承諾書|誓約書|宣誓書|委任状)(?:\(.*\))?$/;

/** Rows at the top in which a sheet says what it is. */
const HEAD_ROWS = 3;

/** Sheets that show how a form is filled in, and copies to be kept. */
export const isAside = (grid: SlotGrid): boolean =>
  EXAMPLE_NAME.test(grid.sheet.name.normalize("NFKC")) ||
  titlesOf([grid]).some((title) => SIGNED.test(title)) ||
  grid.texts.some(
    ({ top, text, edges }) =>
      top <= HEAD_ROWS && EXAMPLE_TEXT.test(text) && !edges.left,
  );
