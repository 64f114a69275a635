import { perVocabulary } from "../map/vocabulary.ts";
import type { Vocabulary } from "../map/vocabulary.ts";
import { byText } from "./by-text.ts";
import { loosely } from "../values/character-forms.ts";

/**
 * Meaning of a label. A role, or a value key without one, when the words
 * leave no doubt; otherwise `?…`: its owner or its neighbour decides (`scopes.ts`).
 */
export type Concept = string;

/** Pieces of labels, as patterns, from which a product composes its own. */
export const labelParts = {
  name: "(?:の?(?:名|名称|名前|商号))",
  organisation:
    "(?:小規模)?(?:事業所|事業場|事業者|事業体|企業|会社|法人|店舗|商店)(?:等)?",
  kana: "(?:の?(?:フリガナ|ふりがな|ヨミガナ|よみがな|カナ|かな|よみ|読み|読み方|読み仮名|カナ名))",
} as const;

const KANA = labelParts.kana;
const TITLE = "(?:役職名?|職名|職位|職|役名|肩書き?)";
const WRITER =
  "(?:記入|記載|作成|報告|回答|入力|送信|発信|提出)(?:者|担当者|責任者)";
const OF = "の?";
const PHONE = "(?:電話番号|電話no|電話|telno|tel番号|tel|直通電話|直通番号)";
const MAIL =
  "(?:(?:e|電子)?-?(?:mail|メール)(?:アドレス|address|ad)?|アドレス)";

/** 「代表者又は個人の氏名」: the head of a company, or who has no company. */
const OR_OWNER = "(?:(?:又は|または|・)(?:個人(?:事業主)?|事業主))?";

const APPLICANT =
  "(?:申請|届出|申込|応募|請求|出展|出品)(?:者|事業者|企業|法人)";

type Row = readonly [Concept, string];

const contactOf = (act: string): string =>
  `(?:.{2,16}(?:場合|際)の)?(?:本件の?)?(?:申請|申込|登録)?(?:連絡|事務|窓口(?:となる)?|実務|${act}|報告|回答|作成|記入|記載|応募|申請|申込|届出|契約)?(?:ご|お問い合わせ|問合せ)?(?:担当者?|担当の方|担当職員|責任者|窓口責任者|連絡先担当者)`;

/** Labels of any business form, the narrow before the wide. */
const rowsOfAnyForm = (
  { act, member }: Vocabulary["parties"],
  contact = contactOf(act),
): readonly Row[] => [
  ["?contactTitle", `(?:${contact}|${WRITER})${OF}${TITLE}`],
  [
    "?contactTitlePerson",
    `(?:${contact}|${WRITER})${OF}(?:役職|職名|職)・?(?:氏名|名)`,
  ],
  ["?contactKana", `(?:${contact}|${WRITER})(?:氏?名)?${KANA}`],
  ["?contactPhone", `(?:${contact}|${WRITER}|事務局)${OF}(?:連絡先)?${PHONE}`],
  ["?contactEmail", `(?:${contact}|${WRITER})${OF}(?:連絡先)?${MAIL}`],
  ["?contactFax", `(?:${contact}|${WRITER})${OF}fax(?:番号)?`],
  [
    "?section",
    `(?:担当|所属|所管|主管|連絡先|事務担当|(?:${act}|事務|連絡)?担当者(?:の?所属)?|担当者所属?)?の?(?:部署|部課|部課室|課|部|課室|係|部門|部局|課所|部・課|部・課・係)名?|所属(?:部署名?)?|担当者?所属`,
  ],
  [
    "?contact",
    `${contact}(?:の?(?:お名前|名前|名|氏名)|様)?|${WRITER}(?:の?(?:名|氏名))?`,
  ],
  ["letter.date", `${act}(?:年月)?日`],
  ["?date", "日付|年月日|月日"],
  [
    "?applicant",
    "(?:(?:申請|応募|届出|申込|請求|出展|出品)(?:者|事業者|事業主|事業所|企業|会社|法人)|営業者|開設者)の?(?:名|名称|商号|(?:氏名|商号|名称)(?:又は|または|・|及び)(?:氏名|商号|名称))|(?:一般)?事業主の?(?:名称|商号|(?:氏名|名称)(?:又は|または|・)(?:氏名|名称))",
  ],
  [
    "?headKana",
    `(?:(?:法人|会社|企業)の?)?(?:代表者?|事業主|経営者)${OR_OWNER}(?:の?(?:氏名|名))?${KANA}`,
  ],
  ["?headTitle", `(?:現?(?:法人|会社|企業)?の?代表者?|使用者)${OF}${TITLE}`],
  [
    "?headTitlePerson",
    `(?:代表者?|事業主|経営者|使用者)${OF}(?:役職名?|職名|職|役)(?:・|及び|と|並びに)?(?:氏名|名)`,
  ],
  [
    "?head",
    `現?(?:(?:法人|会社|企業)?の?代表者?${OR_OWNER}|事業主|経営者|代表取締役|代表取締役社長|社長)(?:の?(?:氏名|名|名前))?`,
  ],
  [
    "?phone",
    `(?:連絡先|代表|事業所|会社|企業|${member}|本社|本店|勤務先)?の?${PHONE}|連絡先電話`,
  ],
  [
    "?fax",
    "(?:連絡先)?の?(?:fax|ファックス|ファクス|ファクシミリ)(?:番号|no)?",
  ],
  ["?email", `(?:連絡先|代表|担当者?|事業所|会社)?の?${MAIL}`],
  [
    "?address",
    "(?:本社|本店)(?:又は|または|・)(?:住所|所在地)|(?:登記(?:上の?)?|本社|本店|事業所|事業場|事業者|事業主|会社|企業|事務所|法人|店舗|団体|事業|主たる(?:事業所|事務所|営業所)|連絡先)?の?(?:所在地|住所|所在)(?:の?住所)?(?:等)?|住所(?:又は|または|・)(?:主たる)?(?:事業所|事務所)の?所在地",
  ],
  [
    "?applicantAddress",
    "(?:(?:申請|応募|届出|申込|請求)(?:者|事業者|企業|法人)|営業者|開設者)の?(?:住所|所在地)(?:(?:又は|または|・)(?:(?:主たる)?(?:事業所|事務所)の?)?所在地)?",
  ],
  ["?applicantPerson", `${APPLICANT}${OF}(?:氏名|お名前|名前)`],
  ["?applicantKana", `${APPLICANT}(?:の?(?:氏名|名称?))?${KANA}`],
  ["?applicantPhone", `${APPLICANT}${OF}${PHONE}`],
  ["?applicantEmail", `${APPLICANT}${OF}${MAIL}`],
  ["?applicantNumber", `${APPLICANT}${OF}法人番号`],
  ["?applicantHead", `${APPLICANT}${OF}代表者の?(?:氏名|名)?`],
  [
    "?postal",
    "(?:(?:本社|本店|事業所|会社|企業|事務所|店舗)?の?(?:所在地|住所)?の?)?郵便番号|〒|〒番号|郵便no",
  ],
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

/** Before a key whose label needs a neighbour to be understood. */
const BESIDE = "?beside ";

/** The key that is meant beside a label of its neighbours; null for any other concept. */
export const besideKey = (concept: Concept | undefined): string | null =>
  concept?.startsWith(BESIDE) === true ? concept.slice(BESIDE.length) : null;

const rowsOf = ({ keys, parties }: Vocabulary): readonly Row[] => {
  const all = Object.entries(keys);
  return [
    ...all.flatMap(([key, { asks = [], role }]) =>
      asks.map((pattern): Row => [role ?? key, pattern]),
    ),
    ...all.flatMap(([key, { beside }]): Row[] =>
      beside ? [[BESIDE + key, beside.words]] : [],
    ),
    ...rowsOfAnyForm(parties),
  ];
};

type Pattern = readonly [Concept, RegExp];

/** First match wins. */
type Table = {
  readonly patterns: readonly Pattern[];
  /** Patterns with room for any character. */
  readonly wild: readonly Pattern[];
  /** Every character of the other patterns: a text with any other matches none of them. */
  readonly alphabet: ReadonlySet<string>;
};

const hasWildcard = ([, source]: Row): boolean =>
  /(?<!\\)[.]|\[\^|\\[pdws]/.test(source);

const compile = ([concept, source]: Row): Pattern => [
  concept,
  new RegExp(`^(?:${source})$`),
];

const tableOf = perVocabulary((vocabulary): Table => {
  const rows = rowsOf(vocabulary);
  const plain = rows.filter((row) => !hasWildcard(row));
  return {
    patterns: rows.map(compile),
    wild: rows.filter(hasWildcard).map(compile),
    alphabet: new Set(plain.flatMap(([, source]) => [...source])),
  };
});

/** No label is longer. */
const MAX_WORDS = 80;

const isOrdinary = (words: string, alphabet: ReadonlySet<string>): boolean => {
  for (const char of words) if (!alphabet.has(char)) return false;
  return true;
};

const lookUp = (vocabulary: Vocabulary, words: string): Concept | null => {
  if (words.length > MAX_WORDS) return null;
  const { patterns, wild, alphabet } = tableOf(vocabulary);
  const candidates = isOrdinary(words, alphabet) ? patterns : wild;
  for (const [concept, pattern] of candidates) {
    if (pattern.test(words)) return concept;
  }
  return null;
};

const LETTERS = /[a-z\-.'&/]$/;

/** 「代表者 Representative」: the English beside it says the same, unless it says 「TEL」. */
const beforeEnglish = (
  vocabulary: Vocabulary,
  words: string,
): Concept | null => {
  // Most labels end otherwise, and the pattern reads to and fro.
  if (words.length > MAX_WORDS || !LETTERS.test(words)) return null;
  const [, japanese = "", english = ""] =
    /^(.*[^!-~])([a-z][a-z\-.'&/]+)$/.exec(words) ?? [];
  const concept = lookUp(vocabulary, japanese);
  const others = english.split("/").map((one) => lookUp(vocabulary, one));
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
export const conceptsOf = byText((vocabulary, words): readonly Concept[] => {
  const plain = loosely(words).replace(
    /(?<=.)の?(?:漢字|和文|日本語)(?:表記)?$/,
    "",
  );
  const whole = lookUp(vocabulary, plain) ?? beforeEnglish(vocabulary, plain);
  if (whole !== null) return [whole];
  const pieces = plain.split(SEPARATOR).filter((piece) => piece !== "");
  if (pieces.length < 2) return [];
  const found = pieces.map((piece) => lookUp(vocabulary, piece));
  const known = found.filter((concept) => concept !== null);
  return known.length === pieces.length ? [...new Set(known)] : [];
});
