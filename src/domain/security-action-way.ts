import type { IsoDate } from "excel-form";

/** The way to SECURITY ACTION: a form of some minutes, or one that asks for a GビズID first. */
type SecurityActionWay = "shortForm" | "gBizId";

/** @see https://www.ipa.go.jp/security/security-action/ */
const G_BIZ_ID_SINCE: IsoDate = "2026-04-01";

/** @param registerDue - of the edition; the firm has to be ready by then */
export const securityActionWay = (
  registerDue: IsoDate | null,
): SecurityActionWay =>
  registerDue !== null && registerDue < G_BIZ_ID_SINCE ? "shortForm" : "gBizId";
