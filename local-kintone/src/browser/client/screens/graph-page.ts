import { html, nothing, render } from "lit";
import type { FieldProperty } from "../../../model/model.ts";
import { boot, bootApp, c, root } from "../boot.ts";
import { prepareShow } from "../events/dispatch.ts";
import type { FieldRecord } from "../record/types.ts";
import { aggregate } from "../graphs/aggregate.ts";
import { chart } from "../graphs/charts.ts";
import type { Report, ReportRow } from "../graphs/graph.ts";
import { toSeries } from "../graphs/series.ts";
import { figuresTable, pivotTable } from "../graphs/tables.ts";
import { PageRestError, rest } from "../rest.ts";
import { element } from "../dom.ts";
import { toLocalInput } from "../times.ts";
import { t } from "../words.ts";
import type { Word } from "../words.ts";
import { main, setScreen } from "./current.ts";
import { showRefusal } from "./refused.ts";
import { reportSelector } from "./graph-selector.ts";

const PAGE = 500;

/** Every record of the graph that the user may see, page by page along the ids. */
const loadAll = async (condition: string): Promise<FieldRecord[]> => {
  const found: FieldRecord[] = [];
  for (;;) {
    const last = String(found.at(-1)?.$id?.value ?? 0);
    const given = condition === "" ? "" : `(${condition}) and `;
    const query = `${given}$id > ${last} order by $id asc limit ${PAGE}`;
    const { records } = await rest<{ records: FieldRecord[] }>(
      "GET",
      "/k/v1/records",
      { app: bootApp().id, query },
    );
    found.push(...records);
    if (records.length < PAGE) return found;
  }
};

const findField = (code: string): FieldProperty | undefined => {
  const { fields } = bootApp();
  const inner = Object.values(fields).map((it) => it.fields?.[code]);
  return fields[code] ?? inner.find(Boolean);
};
const labelOf = (code: string): string => findField(code)?.label ?? code;

const figureWords: Record<string, Word> = {
  COUNT: "figureCount",
  SUM: "figureSum",
  AVERAGE: "figureAverage",
  MAX: "figureMax",
  MIN: "figureMin",
};
const figureName = ({ type, code }: Report["aggregations"][number]): string => {
  const word = t(figureWords[type] ?? "figureCount");
  return code === undefined ? word : `${word}（${labelOf(code)}）`;
};

const body = (report: Report, rows: ReportRow[]) => {
  const groups = report.groups.map(({ code }) => labelOf(code));
  const figures = report.aggregations.map(figureName);
  if (rows.length === 0) return html`<p>${t("noRecords")}</p>`;
  if (report.chartType === "PIVOT_TABLE")
    return pivotTable(report, groups, figures, rows);
  const table = figuresTable(report.name, groups, figures, rows);
  if (report.chartType === "TABLE") return table;
  return html`${chart(report, toSeries(rows, report, figures))}${table}`;
};

/** The graph that the address names, or the first one. */
const namedReport = (): Report | undefined => {
  // Written by settings/reports.ts, which checks every member.
  const reports = bootApp().reports as unknown as Report[];
  const id = new URLSearchParams(location.search).get("report");
  return id === null ? reports[0] : reports.find((it) => it.id === id);
};

/** A graph: drawn plainly, with its figures beneath. */
export const startReport = (): void => {
  const report = namedReport();
  if (!report) {
    showRefusal(t("reportMissing"));
    return;
  }
  const shown = prepareShow(`${boot.mobile ? "mobile." : ""}app.report.show`);
  const headerMenuSpace = boot.mobile ? null : element("div", "menu-space");
  const headerSpace = element("div", "header-space");
  const condition = report.filterCond;
  setScreen({ kind: "report", condition, headerMenuSpace, headerSpace });
  const start = async (): Promise<void> => {
    const records = await loadAll(condition);
    const rows = aggregate(records, report, toLocalInput);
    render(
      html`<div class=${c("toolbar")}>
          <a
            class=${c("button", "button-link")}
            href=${`${root}/${bootApp().id}/`}
            >${t("backToList")}</a
          >
          ${reportSelector(report.id)} ${headerMenuSpace ?? nothing}
        </div>
        ${headerSpace}
        <h2 class=${c("title")}>${report.name}</h2>
        ${body(report, rows)}`,
      main(),
    );
    await shown({ appId: bootApp().id });
  };
  start().catch((error: unknown) => {
    if (error instanceof PageRestError) showRefusal(error.body.message);
    else window.reportError(error);
  });
};
