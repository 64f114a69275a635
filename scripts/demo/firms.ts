/**
 * The firms of the demo. All invented, like their people and addresses; the
 * corporate numbers have a good check digit and are recognisably made up.
 */
import { checkDigitOf } from "../../src/domain/corporate-number.ts";

export type DemoFirm = {
  readonly name: string;
  readonly kana: string;
  readonly industry: string;
  readonly representative: string;
  readonly representativeKana: string;
  /** Blank for sole proprietors. */
  readonly corporateNumber: string;
};

const TWELVE_DIGITS = 12;

export const inventCorporateNumber = (serial: number): string => {
  const digits = String(serial).padStart(TWELVE_DIGITS, "0");
  return `${checkDigitOf(digits)}${digits}`;
};

type Row = readonly [
  name: string,
  kana: string,
  industry: string,
  representative: string,
  representativeKana: string,
];

const toFirm = (
  [name, kana, industry, representative, representativeKana]: Row,
  corporateNumber: string,
): DemoFirm => ({
  name,
  kana,
  industry,
  representative,
  representativeKana,
  corporateNumber,
});

const companyRows: readonly Row[] = [
  [
    "株式会社朝霧ベーカリー",
    "アサギリベーカリー",
    "食料品製造業",
    "松原 健一",
    "マツバラ ケンイチ",
  ],
  [
    "有限会社潮鳴水産加工",
    "シオナリスイサンカコウ",
    "水産食料品製造業",
    "磯貝 修",
    "イソガイ オサム",
  ],
  [
    "合同会社星浦ツーリズム",
    "ホシウラツーリズム",
    "旅行業",
    "星川 美咲",
    "ホシカワ ミサキ",
  ],
  [
    "株式会社月影酒造",
    "ツキカゲシュゾウ",
    "清酒製造業",
    "月岡 宗一郎",
    "ツキオカ ソウイチロウ",
  ],
  [
    "藍染テキスタイル株式会社",
    "アイゾメテキスタイル",
    "染色整理業",
    "藍川 文子",
    "アイカワ フミコ",
  ],
  [
    "株式会社千鳥建設",
    "チドリケンセツ",
    "総合工事業",
    "千葉 隆",
    "チバ タカシ",
  ],
  [
    "カフェ・ド・クモイ合同会社",
    "カフェドクモイ",
    "喫茶店",
    "雲野 彩",
    "クモノ アヤ",
  ],
  [
    "株式会社若汐オートサービス",
    "ワカシオオートサービス",
    "自動車整備業",
    "若林 浩二",
    "ワカバヤシ コウジ",
  ],
  [
    "株式会社鈴振ファーム",
    "スズフリファーム",
    "農業",
    "鈴木 大地",
    "スズキ ダイチ",
  ],
  [
    "有限会社白帆釣具店",
    "シラホツリグテン",
    "スポーツ用品小売業",
    "帆足 明",
    "ホアシ アキラ",
  ],
  [
    "株式会社波越印刷",
    "ナミコシインサツ",
    "印刷業",
    "波多野 恵",
    "ハタノ メグミ",
  ],
  [
    "㈱みなと水産",
    "ミナトスイサン",
    "水産物卸売業",
    "湊 義男",
    "ミナト ヨシオ",
  ],
  [
    "株式会社 海原家具工房",
    "ウナバラカグコウボウ",
    "家具製造業",
    "木村 雅人",
    "キムラ マサト",
  ],
  [
    "株式会社星浦クリーニング",
    "ホシウラクリーニング",
    "洗濯業",
    "清田 洋子",
    "キヨタ ヨウコ",
  ],
  [
    "合同会社しおさい介護",
    "シオサイカイゴ",
    "訪問介護事業",
    "汐見 真由美",
    "シオミ マユミ",
  ],
  [
    "株式会社雲井設計",
    "クモイセッケイ",
    "建築設計業",
    "雲居 正",
    "クモイ タダシ",
  ],
  [
    "若汐物流株式会社",
    "ワカシオブツリュウ",
    "一般貨物自動車運送業",
    "運天 勉",
    "ウンテン ツトム",
  ],
  [
    "株式会社帆立沢製材",
    "ホタテザワセイザイ",
    "製材業",
    "沢田 茂",
    "サワダ シゲル",
  ],
  [
    "有限会社朝霧旅館",
    "アサギリリョカン",
    "旅館業",
    "朝倉 千代",
    "アサクラ チヨ",
  ],
  [
    "株式会社潮鳴電設",
    "シオナリデンセツ",
    "電気工事業",
    "雷田 浩",
    "ライタ ヒロシ",
  ],
  [
    "ABC Foods株式会社",
    "エービーシーフーズ",
    "惣菜製造業",
    "安部 千尋",
    "アベ チヒロ",
  ],
  [
    "株式会社月影ゲストハウス",
    "ツキカゲゲストハウス",
    "簡易宿所",
    "月島 亮",
    "ツキシマ リョウ",
  ],
  [
    "医療法人海風会",
    "カイフウカイ",
    "歯科診療所",
    "風間 良子",
    "カザマ リョウコ",
  ],
  [
    "株式会社白帆マリン",
    "シラホマリン",
    "船舶修理業",
    "白石 剛",
    "シライシ ツヨシ",
  ],
  [
    "波越ガラス工芸株式会社",
    "ナミコシガラスコウゲイ",
    "ガラス製品製造業",
    "玻名 透",
    "ハナ トオル",
  ],
];

const proprietorRows: readonly Row[] = [
  ["美容室なぎさ", "ビヨウシツナギサ", "美容業", "渚 かおり", "ナギサ カオリ"],
  ["手打ちそば 峠", "テウチソバトウゲ", "そば店", "峠 三郎", "トウゲ サブロウ"],
  [
    "写真館ひかり",
    "シャシンカンヒカリ",
    "写真業",
    "光岡 純",
    "ミツオカ ジュン",
  ],
  [
    "学習塾まなびや",
    "ガクシュウジュクマナビヤ",
    "学習塾",
    "学田 育子",
    "マナタ イクコ",
  ],
  ["陶房 土音", "トウボウツチオト", "陶磁器製造業", "土屋 奏", "ツチヤ カナデ"],
];

export const demoCompanies: readonly DemoFirm[] = companyRows.map(
  (row, index) => toFirm(row, inventCorporateNumber(index + 1)),
);

export const demoProprietors: readonly DemoFirm[] = proprietorRows.map((row) =>
  toFirm(row, ""),
);
