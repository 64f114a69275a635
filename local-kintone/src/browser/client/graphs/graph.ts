/** A graph as its settings describe it (rest-api: app/reports). */
export type Report = {
  id: string;
  name: string;
  chartType: string;
  chartMode?: "NORMAL" | "STACKED" | "PERCENTAGE";
  groups: Array<{ code: string; per?: Per }>;
  aggregations: Array<{ type: AggregationType; code?: string }>;
  filterCond: string;
  sorts: Array<{ by: string; order: "ASC" | "DESC" }>;
};
export type Per =
  | "YEAR"
  | "QUARTER"
  | "MONTH"
  | "WEEK"
  | "DAY"
  | "HOUR"
  | "MINUTE";
export type AggregationType = "COUNT" | "SUM" | "AVERAGE" | "MAX" | "MIN";

/** One line of a graph: what its records have in common, and what was found about them. */
export type ReportRow = { keys: string[]; figures: Array<number | null> };
