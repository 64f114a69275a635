/** In the order of JIS X 0401: the index plus one is the prefecture's code. */
export const PREFECTURES = [
  "北海道",
  ..."青森県 岩手県 宮城県 秋田県 山形県 福島県".split(" "),
  ..."茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県".split(" "),
  ..."新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県".split(
    " ",
  ),
  ..."三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県".split(" "),
  ..."鳥取県 島根県 岡山県 広島県 山口県".split(" "),
  ..."徳島県 香川県 愛媛県 高知県".split(" "),
  ..."福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県".split(" "),
] as const;

const names: ReadonlySet<string> = new Set(PREFECTURES);

/** Every name has three or four characters. */
const prefectureAtHeadOf = (text: string): string | null =>
  [text.slice(0, 3), text.slice(0, 4)].find((head) => names.has(head)) ?? null;

/** The prefecture at the head of an address; null when it does not begin with one. */
export const prefectureOf = (address: string): string | null =>
  // Most of thousands of addresses begin with it.
  prefectureAtHeadOf(address) ??
  prefectureAtHeadOf(address.normalize("NFKC").replace(/^[\s〒\d-]+/u, ""));

/** Both addresses name a prefecture, and not the same one. */
export const isInAnotherPrefecture = (a: string, b: string): boolean => {
  const [first, second] = [prefectureOf(a), prefectureOf(b)];
  return first !== null && second !== null && first !== second;
};
