import { prizeNameOf } from "../domain/after-sheet.ts";
import type { OutcomeFields } from "../domain/after-sheet.ts";
import type { Nomination } from "../domain/model.ts";
import { formatDay } from "../i18n/format-day.ts";

type NotifiedFields = OutcomeFields &
  Pick<
    Nomination,
    "edition" | "registeredName" | "representativeName" | "publishText"
  >;

const line = (label: string, value: string): string[] =>
  value === "" ? [] : [`${label}：${value}`];

const resultText = ({
  result,
  regionBlock,
  regionDate,
}: OutcomeFields): string => {
  if (result === null || result === "未定") return "";
  const regional = [
    regionBlock ?? "",
    regionDate === null ? "" : formatDay(regionDate, "ja"),
  ].filter((part) => part !== "");
  return result === "地方大会" && regional.length > 0
    ? `${result}（${regional.join("、")}）`
    : result;
};

/** Outcomes of a nomination, a line for each; always Japanese, as others read it. */
export const outcomeLines = (nomination: OutcomeFields): string[] => [
  ...line("結果", resultText(nomination)),
  ...line("モデル事例", nomination.modelCase === "選定" ? "選定" : ""),
  ...line("賞", prizeNameOf(nomination)),
  ...line("ロゴマーク", nomination.logoMark === "交付済" ? "交付済" : ""),
];

/** The comment that tells the society. */
export const toSocietyText = (nomination: NotifiedFields): string =>
  [
    `「${nomination.edition}」に推薦された ${nomination.registeredName} の結果をお知らせします。`,
    ...outcomeLines(nomination),
    `事業者へもお伝えください。${nomination.logoMark === "交付済" ? "ロゴマークのファイルは、この案件にあります。" : ""}`,
  ].join("\n");

const addressee = ({
  registeredName,
  representativeName,
}: NotifiedFields): string =>
  [registeredName, representativeName, "様"]
    .filter((part) => part !== "")
    .join(" ");

/** The message to the firm. */
export const toFirmText = (nomination: NotifiedFields): string =>
  [
    addressee(nomination),
    "",
    `「${nomination.edition}」の結果をお知らせします。`,
    ...outcomeLines(nomination),
  ].join("\n");

/** Asks the firm anew: the consent that came with the nomination covers no publication. */
export const toPublicationText = (nomination: NotifiedFields): string =>
  [
    addressee(nomination),
    "",
    `「${nomination.edition}」について、次の文を公表してよいかお知らせください。`,
    "",
    nomination.publishText,
    "",
    "公表してよい場合も、見合わせる場合も、ご返事をお願いします。",
  ].join("\n");
