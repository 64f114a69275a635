/**
 * Fills somebody else's Excel form: read it, propose where the values go, check,
 * fill, prove, read back. Pure: the same in the page and in Node.
 */
export { readForm, readFormSteps } from "./xlsx/sheet/read-form.ts";
export type {
  CellStyle,
  Form,
  FormCell,
  FormSheet,
  FormWarning,
} from "./xlsx/sheet/form-model.ts";
export {
  proposalSteps,
  proposeMap,
  proposeWithReasons,
} from "./propose/propose-map.ts";
export type { Proposal, ProposeOptions } from "./propose/propose-map.ts";
export type { Explanation } from "./propose/explain.ts";
export { finish, runInSlices } from "./ground/steps.ts";
export type { Progress, SliceOptions, Steps } from "./ground/steps.ts";
export { checkMap } from "./preflight/check-map.ts";
export { preflight, preflightSteps } from "./preflight/preflight.ts";
export type { FormIssue } from "./preflight/issues.ts";
export { fillForm, fillSteps } from "./fill/fill-form.ts";
export { fillPlan } from "./fill/fill-plan.ts";
export type { FillOptions, FillResult } from "./fill/fill-plan.ts";
export type { Proof } from "./proof/proof.ts";
export {
  readFilled,
  readWithFindings,
  readingSteps,
} from "./read-back/read-filled.ts";
export type { Reading } from "./read-back/read-filled.ts";
export type { ReadFinding } from "./read-back/finding.ts";
export { compareForm } from "./drift/compare-form.ts";
export type { Comparison } from "./drift/compare-form.ts";
export type { Difference } from "./drift/difference.ts";
export {
  chainOf,
  isLastOfChain,
  placeOfRecord,
  recordsBefore,
} from "./map/list-chain.ts";
export { describeMap, lastRowOf } from "./near/near.ts";
export { parseMap, parseMapText } from "./map/parse-map.ts";
export type {
  CellEntry,
  ColumnEntry,
  ListBlock,
  OpenCell,
  Placement,
  ReportMap,
} from "./map/schema.ts";
export { parseReportData, readReportData } from "./map/report-data.ts";
export type { ReportData, Value, Values } from "./map/report-data.ts";
export {
  defineVocabulary,
  isRowKey,
  isValueKey,
  keyInfo,
} from "./map/vocabulary.ts";
export type {
  Choice,
  KeyGroup,
  KeyInfo,
  KeyType,
  Role,
  Vocabulary,
  VocabularyDefinition,
} from "./map/vocabulary.ts";
export { labelParts } from "./propose/concepts.ts";
export { reportMapJsonSchemaText } from "./map/json-schema.ts";
export { isAboutOneFirm } from "./plan/plan-cells.ts";
export {
  addDays,
  compareDays,
  daysFromTo,
  isIsoDate,
  partsOf,
  weekdayOf,
} from "./calendar/calendar-day.ts";
export type { IsoDate } from "./calendar/calendar-day.ts";
export { toWarekiYear, toWarekiYearText } from "./calendar/wareki.ts";
export { formErrors } from "./catalogue/errors.ts";
export {
  parseAddress,
  parseRange,
  toAddress,
  toColumnLetters,
  toColumnNumber,
} from "./xlsx/formula/address.ts";
export type { Range } from "./xlsx/formula/address.ts";
export { keysOf, toKeys } from "./map/key-list.ts";
export {
  isUnsure,
  listPlaced,
  summarize,
  toMissing,
  toValueGroups,
  undecidedCells,
} from "./preflight/map-summary.ts";
export type {
  MapSummary,
  Place,
  ValueGroup,
  ValueLine,
  ValueState,
} from "./preflight/map-summary.ts";
export { mergeAt, optionsAt, sheetNamed } from "./plan/placed-cells.ts";
export { placeByHand, repeatedRowsAt } from "./propose/place-by-hand.ts";
export type { HandPlacement } from "./propose/place-by-hand.ts";
export { parsePattern, patternKeys } from "./values/pattern.ts";
export { toPart } from "./values/parts.ts";
export { loosely, toKatakana } from "./values/character-forms.ts";
export {
  canonicalChoice,
  meaningOf,
  optionFor,
  polarityOf,
} from "./values/choices.ts";
export { isEmpty } from "./map/is-empty.ts";
export { parseDateText } from "./values/date-pattern.ts";
export { valueFromText } from "./values/read-pattern.ts";
export { toNumber } from "./values/numbers.ts";
export { deflateEntry, writeZip } from "./xlsx/package/zip-writer.ts";
export { encodeUtf8 } from "./xlsx/xml/encoding.ts";
export { escapeAttribute, escapeText } from "./xlsx/xml/entities.ts";
export type { CellValue } from "./xlsx/sheet/cell-value.ts";
export { sha256 } from "./xlsx/package/sha256.ts";
export { FormError } from "./words/form-error.ts";
