import { invalidInput } from "../../ground/api-error.ts";
import type { Localised } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import { fieldCodeNotFound } from "../../ground/errors.ts";
import {
  boolean,
  dictionary,
  id,
  integer,
  integerText,
  list,
  messages,
  object,
  oneOf,
  optional,
  ourMessages,
  parseShape,
  text,
  variants,
} from "../../ground/shape.ts";
import type { Shape } from "../../ground/shape.ts";
import type { AppSettings, Json, JsonObject } from "../../model/model.ts";
import {
  openForReading,
  openForWriting,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";
import { findField } from "../../model/form-fields.ts";
import { idOf, settleNamedSet } from "../settings/named-set.ts";
import type { Placed } from "../settings/named-set.ts";
import { checkFilter } from "../rights/query-check.ts";
import { plainText } from "../../ground/plain.ts";

const WITH_MODE = ["BAR", "COLUMN", "AREA", "SPLINE_AREA"];
const DAYS = [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
];
const time = text({ min: 5, max: 5 });
const dayOfMonth: Shape<string> = {
  read: (value, path, notes) =>
    value === "END_OF_MONTH"
      ? value
      : integerText({ min: 1, max: 31 }).read(value, path, notes),
};
const minute: Shape<string> = {
  read: (value, path, notes) =>
    oneOf(["0", "10", "20", "30", "40", "50"]).read(
      plainText(value),
      path,
      notes,
    ),
};
const period = variants("every", {
  YEAR: object({ month: integerText({ min: 1, max: 12 }), dayOfMonth, time }),
  QUARTER: object({
    pattern: oneOf(["JAN_APR_JUL_OCT", "FEB_MAY_AUG_NOV", "MAR_JUN_SEP_DEC"]),
    dayOfMonth,
    time,
  }),
  MONTH: object({ dayOfMonth, time }),
  WEEK: object({ dayOfWeek: oneOf(DAYS), time }),
  DAY: object({ time }),
  HOUR: object({ minute }),
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/report/update-graph-settings/ */
const reportShape = object({
  chartType: oneOf([
    "BAR",
    "COLUMN",
    "PIE",
    "LINE",
    "PIVOT_TABLE",
    "TABLE",
    "AREA",
    "SPLINE",
    "SPLINE_AREA",
  ]),
  chartMode: optional(oneOf(["NORMAL", "STACKED", "PERCENTAGE"])),
  index: integer({ min: 0 }),
  name: optional(text({ min: 1, max: 64 })),
  groups: optional(
    list(
      object({
        code: text({ min: 1 }),
        per: optional(
          oneOf(["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE"]),
        ),
      }),
      { max: 3 },
    ),
  ),
  aggregations: optional(
    list(
      object({
        type: oneOf(["COUNT", "SUM", "AVERAGE", "MAX", "MIN"]),
        code: optional(text({ min: 1 })),
      }),
      { max: 10 },
    ),
  ),
  filterCond: optional(text()),
  sorts: optional(
    list(
      object({
        by: oneOf(["TOTAL", "GROUP1", "GROUP2", "GROUP3"]),
        order: oneOf(["ASC", "DESC"]),
      }),
      { max: 3 },
    ),
  ),
  periodicReport: optional(object({ active: optional(boolean()), period })),
});
type GivenReport = ReturnType<typeof reportShape.read>;

const duplicateIndex: Localised = {
  ja: "indexが重複しています。",
  en: "The index is duplicated.",
};
const oneAggregation: Localised = {
  ja: "クロス集計表では、集計方法を1つだけ指定します。",
  en: "A pivot table takes exactly one aggregation.",
};

const invalid = (path: string, message: Localised) =>
  invalidInput({ [path]: { messages: [message] } });

const clean = (value: object): JsonObject =>
  // Members that were left out must not become null in answers.
  Object.fromEntries(
    Object.entries(value).filter(([, it]) => it !== undefined),
  ) as JsonObject;

const requireCodes = (
  settings: AppSettings,
  codes: ReadonlyArray<string | undefined>,
) => {
  for (const code of codes)
    if (code !== undefined && !findField(settings.fields, code))
      throw fieldCodeNotFound(code);
};

const toReport = (
  context: ApiContext,
  settings: AppSettings,
  placed: Placed<GivenReport>,
): JsonObject => {
  const { key, name, given, current } = placed;
  const at = `reports[${key}]`;
  const isNew = current === undefined;
  if (
    WITH_MODE.includes(given.chartType) &&
    !given.chartMode &&
    !current?.chartMode
  )
    throw invalid(`${at}.chartMode`, messages.required);
  if (isNew && !given.aggregations)
    throw invalid(`${at}.aggregations`, messages.required);
  if (isNew && !given.sorts) throw invalid(`${at}.sorts`, messages.required);
  if (given.aggregations?.length === 0)
    throw invalid(`${at}.aggregations`, messages.required);
  const groups =
    given.groups?.map(clean) ?? (current?.groups as Json[] | undefined) ?? [];
  const aggregations =
    given.aggregations?.map(clean) ??
    (current?.aggregations as Json[] | undefined) ??
    [];
  if (given.chartType === "PIVOT_TABLE" && aggregations.length !== 1)
    throw invalid(`${at}.aggregations`, oneAggregation);
  given.aggregations?.forEach((it, i) => {
    if (it.type !== "COUNT" && it.code === undefined)
      throw invalid(`${at}.aggregations[${i}].code`, messages.required);
  });
  requireCodes(settings, [
    ...(given.groups ?? []).map(({ code }) => code),
    ...(given.aggregations ?? []).map(({ code }) => code),
  ]);
  const filterCond =
    given.filterCond ?? (current?.filterCond as string | undefined) ?? "";
  checkFilter(context, settings, filterCond);
  const { periodicReport } = given;
  const known = current?.periodicReport as JsonObject | null | undefined;
  const mode = given.chartMode ?? current?.chartMode;
  return {
    id: idOf(context.site, "report", current),
    name,
    index: String(given.index),
    chartType: given.chartType,
    ...(WITH_MODE.includes(given.chartType) &&
      mode !== undefined && { chartMode: mode }),
    groups,
    aggregations,
    filterCond,
    sorts:
      given.sorts?.map(clean) ?? (current?.sorts as Json[] | undefined) ?? [],
    periodicReport: periodicReport
      ? {
          active: periodicReport.active ?? known?.active ?? true,
          period: periodicReport.period,
        }
      : (known ?? null),
  };
};

export const getReports = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context);
  return { reports: copy.settings.reports, revision: String(copy.revision) };
};

/** @see https://jp.cybozu.help/k/ja/admin/limitation/limit.html */
const MAX_GRAPHS = 1000;

export const putReports = (context: ApiContext): JsonObject => {
  const params = parseShape(
    object({
      app: id(),
      reports: dictionary(reportShape),
      revision: revisionShape,
    }),
    context.params,
  );
  if (Object.keys(params.reports).length > MAX_GRAPHS)
    throw invalid("reports", ourMessages.size(0, MAX_GRAPHS));
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const placed = settleNamedSet(settings.reports, params.reports, "reports");
  if (new Set(placed.map(({ given }) => given.index)).size !== placed.length)
    throw invalid("reports", duplicateIndex);
  const reports = Object.fromEntries(
    placed.map((it) => [it.name, toReport(context, settings, it)]),
  );
  const saved = savePreview(context, app, { ...settings, reports });
  const ids = Object.entries(reports).map(([name, report]) => [
    name,
    { id: report.id ?? null },
  ]);
  return { reports: Object.fromEntries(ids) as JsonObject, ...saved };
};
