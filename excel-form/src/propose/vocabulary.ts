import { byText } from "./by-text.ts";
import { loosely } from "../values/character-forms.ts";

/**
 * What a label asks for. A value key when the words leave no doubt; otherwise
 * `?…`: whose phone or name it is depends on where it stands (`scopes.ts`).
 */
export type Concept = string;

const NAME = "(?:の?(?:名|名称|名前|商号))";
const ORG =
  "(?:小規模)?(?:事業所|事業者|事業体|企業|会社|法人|店舗|商店)(?:等)?";
const CHOSEN =
  "(?:会員|推薦|被推薦|推薦対象|推薦する|候補|候補となる|対象|応募|登録|申請|他薦|当該|参加|該当)?(?:の)?";
const KANA =
  "(?:の?(?:フリガナ|ふりがな|ヨミガナ|よみがな|カナ|かな|よみ|読み|読み方|読み仮名|カナ名))";
const TITLE = "(?:役職名?|職名|職位|職|役名|肩書き?)";
const CONTACT =
  "(?:.{2,16}(?:場合|際)の)?(?:連絡|事務|窓口|実務|推薦|報告|回答|作成|記入|記載)?(?:ご|お問い合わせ|問合せ)?(?:担当者?|担当の方|担当職員|責任者|窓口責任者|連絡先担当者)";
const WRITER =
  "(?:記入|記載|作成|報告|回答|入力|送信|発信|提出)(?:者|担当者|責任者)";
const OF = "の?";
const PHONE = "(?:電話番号|電話no|電話|telno|tel番号|tel|直通電話|直通番号)";
const MAIL =
  "(?:(?:e|電子)?-?(?:mail|メール)(?:アドレス|address|ad)?|アドレス)";
const SA = "(?:(?:ipa)?securityaction|セキュリティアクション|sa宣言|sa)";
const CASE = "(?:クラウド)?(?:活用|実践|取組)?事例";
const SELF = "(?:自己宣言|他薦|推薦|自己宣言\\(他薦\\))";
const POINTS = "(?:結果|合計|得点|点数|点|合計点|総合点|スコア|評点)";
const SCORE = `自[己社](?:採点|評価|診断|チェック)の?${POINTS}*|(?:採点|評価|診断|(?:自己宣言)?チェック(?:シート|リスト)|(?:自己宣言|活用)の?チェック)の?${POINTS}+|クラウド活用の?チェックの?${POINTS}+`;
const FEDERATION =
  "(?:都道府県|道府県|県|各県|各都道府県)?(?:商工会連合会|商工会連|連合会|県連|府連|道連|都連|連)";

/** First match wins, so the narrow stand before the wide. `^` and `$` are implied. */
const TABLE: ReadonlyArray<readonly [Concept, string]> = [
  // the sender
  [
    "federation.name",
    `(?:推薦元?|報告|回答|提出)?の?${FEDERATION}(?:等)?${NAME}?`,
  ],
  [
    "federation.name",
    `会${NAME}|(?:推薦|報告|回答|提出|応募|申請|申込|届出|通知|作成|記入|送付|送信|発信|所属|担当|連絡)?(?:元|者)?の?(?:団体|機関|組織)${NAME}|(?:推薦|報告|回答|提出|届出|申込|作成|送付)(?:団体|機関|元)`,
  ],
  [
    "federation.headName",
    `(?:${FEDERATION}|団体|機関)?(?:会長|理事長|団体長|連合会長)(?:職)?(?:・)?${OF}(?:名|氏名)?|(?:団体|機関)の?代表者?${OF}(?:名|氏名)?`,
  ],
  ["?contactTitle", `(?:${CONTACT}|${WRITER})${OF}${TITLE}`],
  [
    "?contactTitlePerson",
    `(?:${CONTACT}|${WRITER})${OF}(?:役職|職名|職)・?(?:氏名|名)`,
  ],
  ["?contactKana", `(?:${CONTACT}|${WRITER})(?:氏?名)?${KANA}`],
  ["?contactPhone", `(?:${CONTACT}|${WRITER}|事務局)${OF}(?:連絡先)?${PHONE}`],
  ["?contactEmail", `(?:${CONTACT}|${WRITER})${OF}(?:連絡先)?${MAIL}`],
  ["?contactFax", `(?:${CONTACT}|${WRITER})${OF}fax(?:番号)?`],
  [
    "?section",
    "(?:担当|所属|所管|主管|連絡先|事務担当|(?:推薦|事務|連絡)?担当者(?:の?所属)?|担当者所属?)?の?(?:部署|部課|部課室|課|部|課室|係|部門|部局|課所|部・課|部・課・係)名?|所属(?:部署名?)?|担当者?所属",
  ],
  [
    "?contact",
    `${CONTACT}(?:の?(?:お名前|名前|名|氏名)|様)?|${WRITER}(?:の?(?:名|氏名))?`,
  ],
  [
    "report.date",
    "(?:(?:本|この)?(?:リスト|一覧表?|名簿|調書|様式|書類)の?)?(?:報告|回答|作成|提出|記入|送信|発信|送付|返信|返送|記載|届出|回報|調査票記入|報告書作成|申請|申込|応募|届け出)(?:書)?の?(?:年月日|日付|日)",
  ],
  ["?date", "日付|年月日|月日|推薦(?:年月)?日"],
  // counts
  [
    "report.caseCount",
    `(?:うち|内)?、?(?:.{0,6})?(?:${CASE}|事例)(?:を|の|も)?(?:提出|応募|あり|有り?|予定|登録|する|の|見込み?|件数|企業|事業所|事業者|・)*(?:の)?(?:件数|数|企業数|事業所数|事業者数)|(?:うち|内)、?.{0,8}事例.{0,14}`,
  ],
  [
    "report.count",
    `(?:合計|今年度に?|本年度に?)?(?:(?:${SELF}|自薦・他薦|候補|応募|登録|該当|被推薦|申請|報告)(?:${SELF}|候補|登録|申請|した|する|により|による|を|で|の|済み?|者)*)?(?:${ORG})?の?(?:件数|社数|総数|合計数|合計件数|総件数|数)(?:合計|計)?|合計件数|件数(?:合計|計)|(?:あり|有り?|ある|該当あり|候補あり)の?場合(?:は|、|の|その)*(?:件数|社数|数)`,
  ],
  [
    "report.noneReason",
    "(?!.*(?:伸び|増え|進ま|広が|少な|足り|知ら)).*(?:0件|ゼロ|零件|該当なし|該当無し|該当がない|候補なし|推薦なし|(?:推薦|候補|登録|該当|件数)[^、。]{0,12}(?:ない|無い|なかった|0|ゼロ|なし))[^、。]{0,6}(?:場合|とき|時|際)?(?:は|、|の|に|差し支えなければ|その)*(?:理由|事由|わけ).*|(?:該当なし|未推薦|未登録|推薦なし|0件)の?理由|(?:他薦|推薦|登録|候補|該当)(?:者|企業|事業者)?[がの]?(?:ない|無い|なかった)理由|(?:推薦|候補|該当|登録)[^。]{0,12}(?:ない|無い|なし)[^。]{0,20}(?:理由|事由|事情)|(?:なし|無し?|ない|無い)の?場合(?:は|、|の|その)*理由",
  ],
  // the edition
  [
    "edition.name",
    "募集回名?|公募名|表彰名称?|表彰制度名?|募集名|賞の?名称?|制度名|表彰(?:事業|制度)?の名称|応募(?:する)?表彰名?",
  ],
  ["edition.fiscalYear", "(?:実施|対象|募集|推薦|表彰|該当)?年度"],
  [
    "edition.deadline",
    "(?:提出|回答|報告|応募|推薦)?(?:期限|締切|締切日|〆切|期日|締め切り)",
  ],
  // the list
  ["row.no", "no|番号|項番|通番|通し番号|連番|#|№"],
  [
    "society.code",
    "(?:所属|推薦|担当|管轄|会員)?の?(?:商工会|単会)の?(?:コード|番号|no|cd)",
  ],
  [
    "society.name",
    `(?:所属|推薦|担当|管轄|所轄|加入|地元|会員|各|所管|推薦元|登録)?の?(?:商工会|単会|地区商工会|市町村商工会)(?:等)?${NAME}?`,
  ],
  [
    "business.corporateNumber",
    "(?:国税庁)?法人番号(?:13桁)?|法人マイナンバー|企業法人番号",
  ],
  [
    "business.kind",
    "(?:法人|会社).{0,4}個人(?:事業主|事業者)?(?:等)?(?:の)?(?:別|区分|種別)?|個人.{0,4}法人(?:の)?(?:別|区分)?|(?:組織|経営|事業|企業)形態|事業者区分|法人区分|個人法人区分",
  ],
  [
    "business.nameKana",
    `(?:${CHOSEN}(?:${ORG}|商号|屋号|名称|社|企業・団体))(?:名|名称)?(?:(?:[・/]|又は|または|及び)(?:屋号|商号|名称)名?)?${KANA}`,
  ],
  [
    "business.registeredName",
    `${CHOSEN}(?:${ORG})${NAME}|${CHOSEN}(?:${ORG}|団体)(?:[・/]|または|又は)(?:${ORG}|団体|屋号)${NAME}|商号(?:又は|または|及び|・|/|、|名)?(?:屋号|名称)?|(?:商号・)?屋号(?:等|名)?|社名|店名|${ORG}|登記(?:上の|簿上の|された)(?:名称|商号|表記)|(?:推薦|被推薦|候補|推薦する|推薦対象|他薦)の?(?:事業所|事業者|企業|会社|先)|候補者名|被推薦者名?|(?:企業|事業所|会社)・?団体名|名称(?:・|又は)?(?:商号|屋号)`,
  ],
  // Of the one who applies: a firm on any form but our own reports.
  [
    "?applicant",
    "(?:申請|応募|届出|申込)(?:者|事業者|企業|法人)の?(?:名|名称|商号|(?:氏名|商号|名称)(?:又は|または|・|及び)(?:氏名|商号|名称))",
  ],
  ["?headKana", `(?:代表者?|事業主|経営者)(?:の?(?:氏名|名))?${KANA}`],
  ["?headTitle", `現?(?:代表者?)${OF}${TITLE}`],
  [
    "?headTitlePerson",
    `(?:代表者?|事業主|経営者)${OF}(?:役職|職名|職|役)・?(?:氏名|名)`,
  ],
  [
    "?head",
    "現?(?:代表者?|事業主|経営者|代表取締役|代表取締役社長|社長)(?:の?(?:氏名|名|名前))?",
  ],
  [
    "business.industry",
    "(?:主な|主たる|主要)?の?(?:業種・業態|業種|業態|産業分類|事業の種類|事業の業種|営業種目)(?:名|分類|区分|コード・名称)?|日本標準産業分類",
  ],
  [
    "business.employees",
    "(?:常時(?:使用|雇用)する|常用|総|全|現在の)?の?(?:従業員|従業者|社員|雇用者|職員)の?(?:数|人数|総数)",
  ],
  [
    "business.capital",
    "資本金(?:の額|額|等)?(?:・?(?:又は)?出資金?(?:の?総?額)?)?|出資金",
  ],
  [
    "business.foundedOn",
    "(?:会社)?(?:設立|創業|創立|開業|事業開始|営業開始)(?:・(?:設立|創業|開業))?の?(?:年月日|年月|日|時期|年)?|(?:設立|創業)\\/(?:設立|創業)年月日?",
  ],
  [
    "?phone",
    `(?:連絡先|代表|事業所|会社|企業|商工会|本社|勤務先)?の?${PHONE}|連絡先電話`,
  ],
  [
    "?fax",
    "(?:連絡先)?の?(?:fax|ファックス|ファクス|ファクシミリ)(?:番号|no)?",
  ],
  ["?email", `(?:連絡先|代表|担当者?|事業所|会社)?の?${MAIL}`],
  [
    "business.url",
    "(?:企業|会社|事業所|自社|貴社)?の?(?:url|ホームページ|hp|webサイト|ウェブサイト|website|web|サイト)(?:の?(?:url|アドレス))?",
  ],
  [
    "?address",
    "(?:本社|本店|事業所|事業者|会社|企業|事務所|法人|店舗|団体|事業|主たる(?:事業所|事務所)|連絡先)?の?(?:所在地|住所|所在)(?:等)?",
  ],
  ["?postal", "郵便番号|〒|〒番号|郵便no"],
  [
    "securityAction.id",
    `(?:${SA})の?(?:自己宣言|宣言)?(?:id|登録)?(?:番号)|(?:${SA})の?(?:自己宣言|宣言)?id|自己宣言id(?:番号)?|宣言id(?:番号)?`,
  ],
  [
    "securityAction.declaredOn",
    `(?:${SA})の?(?:自己)?宣言(?:年月)?日|(?:${SA})の?(?:年月日|日付|取得日|登録日)`,
  ],
  [
    "securityAction.stars",
    `(?:${SA})(?:自己宣言|宣言|取得|登録|の)*(?:区分|星|★|星の数|星数|★の?数|状況|段階|種別|ランク|の?別|有無|ロゴ)?|星の?数?|★の?数?|(?:一つ星|★).{0,3}(?:二つ星|★★)(?:の別)?`,
  ],
  ["?declaredOn", "(?:自己)?宣言(?:年月)?日"],
  ["score.area1", "顧客満足度?(?:の?向上)?(?:点|得点)?"],
  ["score.area2", "従業員満足度?(?:の?向上)?(?:点|得点)?"],
  ["score.area3", "業務(?:の)?効率(?:化|の?改善)?(?:点|得点)?"],
  ["score.area4", "(?:情報)?セキュリティ(?:点|得点)?"],
  [
    "score.area5",
    "マネジメント(?:の?(?:積極的な)?参画)?(?:点|得点)?|経営者の(?:積極的な)?参画",
  ],
  [
    "score.total",
    `${SCORE}|総?合計点数?|点数の?(?:合計|計)|総?得点|総合点|点数|評価点|採点結果|合計得点|スコア`,
  ],
  [
    "declaration.registeredOn",
    `(?:${SELF})(?:の)?(?:登録|入力)(?:完了)?の?(?:年月日|日付|日)|(?:登録|他薦)(?:完了|実施)?(?:年月)?日`,
  ],
  [
    "declaration.registeredBy",
    `(?:${SELF}の?)?登録(?:した)?(?:者|機関|団体|元|主体|実施者|担当)(?:名|の?区分|の別)?|他薦者`,
  ],
  [
    "case.title",
    `${CASE}(?:の)?(?:題名|タイトル|名|名称|テーマ|表題|件名)|題名|事例名|取り?組み?の?(?:題名|タイトル|テーマ|件名)`,
  ],
  [
    "case.status",
    `${CASE}(?:集)?(?:の)?(?:提出|応募|作成|登録)?(?:の)?(?:有無|状況|予定|可否|の別|・|区分)*`,
  ],
  [
    "consent.status",
    "(?:推薦について)?(?:本人|事業者|事業所|企業|会社|被推薦者|候補者|推薦|本人等|公表|代表者)?(?:の|へ?の)?(?:推薦)?(?:同意|承諾|了解|了承)(?:の|を|書の|書)?(?:有無|状況|取得|確認|取得状況|取得の有無|の有・無|済)?",
  ],
  [
    "nomination.kind",
    "(?:自薦|他薦).{0,3}(?:他薦|自薦)(?:の)?(?:別|区分)?|自他薦(?:の?別|区分)?|推薦(?:の)?(?:区分|種別|の別)",
  ],
  ["remarks", "備考(?:等)?|摘要|その他の?特記事項|特記事項|備考・特記事項"],
  // words that only their place explains
  [
    "?name",
    "(?:正式|登記)?名称?|名称等|氏名(?:又は|または|・)名称|名称(?:又は|または|・)氏名",
  ],
  ["?kana", `(?:同上?)?${KANA}`],
  ["?person", "氏名|お名前|名前"],
  ["?title", TITLE],
  ["?titlePerson", `(?:役職|職名|職)・?(?:氏名|名)|役職(?:及び|と)氏名`],
  ["?kind", "区分|種別|種類|別"],
  ["?reason", "理由|その理由"],
  ["?total", "計|合計|総計|小計|総合計"],
];

const COMPILED = TABLE.map(
  ([concept, source]) => [concept, new RegExp(`^(?:${source})$`)] as const,
);

/** Patterns with room for any character. */
const isWild = ([, source]: (typeof TABLE)[number]): boolean =>
  /(?<!\\)[.]|\[\^|\\[pdws]/.test(source);

const WILD = COMPILED.filter((_, i) => TABLE[i] && isWild(TABLE[i]));

/** Every character of the other patterns: a text with any other matches none of them. */
const ALPHABET = new Set(
  TABLE.filter((entry) => !isWild(entry)).flatMap(([, source]) => [...source]),
);

const lookUp = (words: string): Concept | null => {
  const isOrdinary = [...words].every((char) => ALPHABET.has(char));
  const patterns = isOrdinary ? COMPILED : WILD;
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
};

/** 「代表者 Representative」: the English beside it says the same, unless it says 「TEL」. */
const beforeEnglish = (words: string): Concept | null => {
  const [, japanese = "", english = ""] =
    /^(.*[^!-~])([a-z][a-z\-.'&/]+)$/.exec(words) ?? [];
  const concept = lookUp(japanese);
  const others = english.split("/").map(lookUp);
  return others.every((other) => other === null || other === concept)
    ? concept
    : null;
};

/** 「職・氏名」 asks for two things, 「商号又は名称」 for one. */
const SEPARATOR = /[・/,、&+]|及び|又は|または|並びに|\(|\)/;

/**
 * The concepts of a label's words, in order; empty when one of them is unknown.
 * Words that ask twice for the same count once.
 */
export const conceptsOf = byText((words): readonly Concept[] => {
  const plain = loosely(words).replace(/(?<=.)の?漢字(?:表記)?$/, "");
  const whole = lookUp(plain) ?? beforeEnglish(plain);
  if (whole !== null) return [whole];
  const pieces = plain.split(SEPARATOR).filter((piece) => piece !== "");
  if (pieces.length < 2) return [];
  const found = pieces.map(lookUp);
  const known = found.filter((concept) => concept !== null);
  return known.length === pieces.length ? [...new Set(known)] : [];
});
