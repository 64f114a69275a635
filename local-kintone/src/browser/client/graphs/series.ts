import type { Report, ReportRow } from "./graph.ts";

/** Data of a chart: a line of figures per series over the same categories. */
export type Series = {
  categories: string[];
  series: Array<{ name: string; figures: Array<number | null> }>;
};

const unique = (texts: string[]): string[] => [...new Set(texts)];

/** The first group gives the categories; the others, or the aggregations, the series. */
export const toSeries = (
  rows: ReportRow[],
  report: Report,
  figureNames: string[],
): Series => {
  const categories = unique(rows.map(({ keys }) => keys[0] ?? ""));
  const seriesOf = ({ keys }: ReportRow): string => keys.slice(1).join(" / ");
  if (report.groups.length < 2)
    return {
      categories,
      series: figureNames.map((name, i) => ({
        name,
        figures: rows.map(({ figures }) => figures[i] ?? null),
      })),
    };
  const names = unique(rows.map(seriesOf));
  const figureAt = (category: string, name: string): number | null =>
    rows.find((row) => row.keys[0] === category && seriesOf(row) === name)
      ?.figures[0] ?? null;
  return {
    categories,
    series: names.map((name) => ({
      name,
      figures: categories.map((category) => figureAt(category, name)),
    })),
  };
};

/** Each figure as a part of its category's sum, in percent. */
export const toPercent = ({ categories, series }: Series): Series => {
  const sums = categories.map((_, i) =>
    series.reduce((sum, { figures }) => sum + Math.abs(figures[i] ?? 0), 0),
  );
  return {
    categories,
    series: series.map(({ name, figures }) => ({
      name,
      figures: figures.map((it, i) =>
        it === null || !sums[i] ? null : (it / sums[i]) * 100,
      ),
    })),
  };
};
