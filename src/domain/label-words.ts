/** Pieces of the labels by which forms ask for our values, as patterns. */
import { labelParts } from "excel-form";
import type { KeyInfo } from "excel-form";

export const NAME = labelParts.name;
export const ORG = labelParts.organisation;
export const KANA = labelParts.kana;
export const CHOSEN =
  "(?:会員|推薦|被推薦|推薦対象|推薦する|他薦する|候補|候補となる|対象|応募|登録|申請|他薦|当該|参加|該当)?(?:の)?";
export const SA = "(?:(?:ipa)?securityaction|セキュリティアクション|sa宣言|sa)";
export const CASE = "(?:クラウド)?(?:活用|実践|取組)?事例";
export const SELF = "(?:自己宣言|他薦|推薦|自己宣言\\(他薦\\))";
const POINTS = "(?:結果|合計|得点|点数|点|合計点|総合点|スコア|評点)";
export const SCORE = `自[己社](?:採点|評価|診断|チェック)の?${POINTS}*|(?:採点|評価|診断|(?:自己宣言)?チェック(?:シート|リスト)|(?:自己宣言|活用)の?チェック)の?${POINTS}+|クラウド活用の?チェックの?${POINTS}+`;
export const FEDERATION =
  "(?:都道府県|道府県|県|各県|各都道府県)?(?:商工会連合会|商工会連|連合会|県連|府連|道連|都連|連)";

/** Patterns of the labels that ask for each value. */
export type LabelsOf<Key extends string> = Readonly<
  Partial<Record<Key, Pick<KeyInfo, "asks" | "beside">>>
>;
