import type { Value } from "excel-form";
import type { Nomination } from "./model.ts";
import type { ReportEntry } from "./report-selection.ts";
import { toText } from "./value-source.ts";

const PRIOR = "過去宣言あり";
const PRIOR_DIFFERENT = "過去宣言あり（別内容）";
const LATE = "期限後登録";

const priorRemark = ({
  priorDeclaration,
  priorDifference,
}: Nomination): string => {
  if (priorDeclaration !== "あり") {
    return "";
  }
  return priorDifference.trim() === "" ? PRIOR : PRIOR_DIFFERENT;
};

/** 備考 of the sheet: an earlier declaration, a late registration, then the record's own words. */
export const remarksOf = ({
  nomination,
  isLate,
}: ReportEntry<Nomination>): string =>
  [priorRemark(nomination), isLate ? LATE : "", nomination.remarks.trim()]
    .filter((part) => part !== "")
    .join("、");

/** The record's own words in 備考, without those that the sheet adds by itself. */
export const toRemarks = (value: Value): string | null =>
  toText(
    (toText(value) ?? "")
      .split("、")
      .filter((part) => ![PRIOR, PRIOR_DIFFERENT, LATE].includes(part))
      .join("、"),
  );
