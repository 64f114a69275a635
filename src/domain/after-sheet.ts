import type { IsoDate } from "excel-form";
import type { AfterSheet } from "../programmes/index.ts";
import type { Edition, Nomination } from "./model.ts";
import { prefectureOf } from "./prefectures.ts";

export type OutcomeFields = Pick<
  Nomination,
  | "result"
  | "regionBlock"
  | "regionDate"
  | "modelCase"
  | "prize"
  | "prizeName"
  | "logoMark"
>;

/** The block to which an address belongs; null when it names no prefecture of any. */
export const defaultBlock = (
  { blocks }: Pick<AfterSheet, "blocks">,
  address: string,
): string | null => {
  const prefecture = prefectureOf(address);
  return (
    blocks.find(({ prefectures }) =>
      prefectures.some((name) => name === prefecture),
    )?.name ?? null
  );
};

/** The day of a block's regional final, as the edition has it. */
export const regionalDateOf = (
  { regionals }: Pick<Edition, "regionals">,
  block: string,
): IsoDate | null =>
  regionals.find(({ regionalBlock }) => regionalBlock === block)
    ?.regionalDate ?? null;

/** Something has come of the nomination that its society and its firm should hear. */
export const hasOutcome = (nomination: OutcomeFields): boolean =>
  (nomination.result !== null && nomination.result !== "未定") ||
  nomination.modelCase === "選定" ||
  nomination.prize !== null ||
  nomination.logoMark === "交付済";

/** The prize's name: その他 has one of its own. */
export const prizeNameOf = ({
  prize,
  prizeName,
}: Pick<OutcomeFields, "prize" | "prizeName">): string =>
  prize === null || prize === "その他" ? prizeName.trim() : prize;

/**
 * `stale`: the text has changed since the firm was asked, or it never was; only the federation
 * can ask anew.
 */
type PublicationState = "none" | "stale" | "waiting" | "granted" | "refused";

export const publicationOf = ({
  publishText,
  publishAskedText,
  publishAnswer,
}: Pick<
  Nomination,
  "publishText" | "publishAskedText" | "publishAnswer"
>): PublicationState => {
  if (publishText.trim() === "") return "none";
  if (publishText !== publishAskedText) return "stale";
  if (publishAnswer === "可") return "granted";
  return publishAnswer === "不可" || publishAnswer === "撤回"
    ? "refused"
    : "waiting";
};
