import type { IsoDate } from "excel-form";

/** The way to SECURITY ACTION: a form of some minutes, or one that asks for a GビズID first. */
type SecurityActionWay = "shortForm" | "gBizId";

/** @see https://www.ipa.go.jp/security/security-action/ */
const G_BIZ_ID_SINCE: IsoDate = "2026-04-01";

/** @param due - of the step that asks for it */
export const securityActionWay = (due: IsoDate | null): SecurityActionWay =>
  due !== null && due < G_BIZ_ID_SINCE ? "shortForm" : "gBizId";
