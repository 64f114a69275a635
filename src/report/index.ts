/**
 * Filling somebody else's Excel form: read it, propose where the values go,
 * check, fill, prove, read back. Pure: the same in the page and in Node.
 */
export { readForm } from "./sheet/read-form.ts";
export type { Form, FormCell, FormSheet } from "./sheet/form-model.ts";
export { proposeMap } from "./propose/propose-map.ts";
export { checkMap } from "./check-map.ts";
export { preflight } from "./preflight/preflight.ts";
export type { FormIssue } from "./issues.ts";
export { fillForm } from "./fill-form.ts";
export type { FillOptions, FillResult } from "./fill-plan.ts";
export type { Proof } from "./proof.ts";
export { readFilled } from "./read-back/read-filled.ts";
export { compareData, isSameValue } from "./read-back/compare-data.ts";
export type { DataDifference } from "./read-back/compare-data.ts";
export { compareForm } from "./drift/compare-form.ts";
export type { Comparison, Difference } from "./drift/compare-form.ts";
export { describeMap } from "./near.ts";
export { parseMap, parseMapText } from "./map/parse-map.ts";
export type {
  CellEntry,
  ColumnEntry,
  ListBlock,
  OpenCell,
  ReportMap,
} from "./map/schema.ts";
export { parseReportData } from "./map/report-data.ts";
export type { ReportData, Value, Values } from "./map/report-data.ts";
export { VALUE_KEYS, isRowKey, isValueKey, keyInfo } from "./keys.ts";
export type { KeyGroup, KeyInfo, KeyType, ValueKey } from "./keys.ts";
