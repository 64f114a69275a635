import { html, svg } from "lit";
import type { TemplateResult } from "lit";
import { c } from "../boot.ts";
import { t } from "../words.ts";
import { toPercent } from "./series.ts";
import type { Series } from "./series.ts";
import type { Report } from "./graph.ts";

const COLOURS = [
  "#1a6aa0",
  "#b45309",
  "#17713f",
  "#a8211a",
  "#6d4aa3",
  "#0f766e",
  "#7a4f00",
  "#5b686b",
];
const colour = (i: number): string => COLOURS[i % COLOURS.length] ?? "";
const WIDTH = 640;
const HEIGHT = 280;

const legend = ({ series }: Series): TemplateResult =>
  html`<ul class=${c("legend")}>
    ${series.map(
      ({ name }, i) =>
        html`<li>
          <span class=${c("swatch")} style=${`background:${colour(i)}`}></span>
          ${name === "" ? t("noGroup") : name}
        </li>`,
    )}
  </ul>`;

/** The highest point: of one figure, or of all that are stacked on each other. */
const peakOf = ({ categories, series }: Series, isStacked: boolean): number => {
  const heights = categories.map((_, i) => {
    const figures = series.map(({ figures: all }) => Math.max(0, all[i] ?? 0));
    return isStacked
      ? figures.reduce((sum, it) => sum + it, 0)
      : Math.max(0, ...figures);
  });
  return Math.max(0, ...heights) || 1;
};

type Box = { x: number; y: number; width: number; height: number };

/**
 * Rectangles of the bars, with categories along the axis and figures up from
 * it.
 */
const boxesOf = (data: Series, isStacked: boolean): Box[][] => {
  const peak = peakOf(data, isStacked);
  const step = WIDTH / Math.max(1, data.categories.length);
  const lanes = isStacked ? 1 : data.series.length;
  const width = (step * 0.8) / lanes;
  const tops = data.categories.map(() => 0);
  return data.series.map(({ figures }, lane) =>
    figures.map((figure, i) => {
      const height = (Math.max(0, figure ?? 0) / peak) * HEIGHT;
      const base = isStacked ? (tops[i] ?? 0) : 0;
      tops[i] = base + height;
      const x = i * step + step * 0.1 + (isStacked ? 0 : lane * width);
      return { x, y: HEIGHT - base - height, width, height };
    }),
  );
};

const bars = (data: Series, isStacked: boolean, isLying: boolean) =>
  boxesOf(data, isStacked).map((boxes, s) =>
    boxes.map(({ x, y, width, height }) =>
      isLying
        ? svg`<rect x="0" transform="translate(${((HEIGHT - y - height) * WIDTH) / HEIGHT} 0)" y=${(x * HEIGHT) / WIDTH} width=${(height * WIDTH) / HEIGHT} height=${(width * HEIGHT) / WIDTH} fill=${colour(s)}></rect>`
        : svg`<rect x=${x} y=${y} width=${width} height=${height} fill=${colour(s)}></rect>`,
    ),
  );

const lines = (data: Series, isStacked: boolean, isFilled: boolean) =>
  boxesOf(data, isStacked).map((boxes, s) => {
    const step = WIDTH / Math.max(1, data.categories.length);
    const points = boxes.map(({ y }, i) => `${(i + 0.5) * step},${y}`);
    const floor = [
      `${(boxes.length - 0.5) * step},${HEIGHT}`,
      `${step / 2},${HEIGHT}`,
    ];
    return isFilled
      ? svg`<polygon points=${[...points, ...floor].join(" ")} fill=${colour(s)} fill-opacity="0.4"></polygon>`
      : svg`<polyline points=${points.join(" ")} fill="none" stroke=${colour(s)} stroke-width="2"></polyline>`;
  });

const canvas = (name: string, drawing: unknown): TemplateResult =>
  html`<svg
    class=${c("chart")}
    viewBox=${`0 0 ${WIDTH} ${HEIGHT}`}
    role="img"
    aria-label=${name}
  >
    ${drawing}
  </svg>`;

const pie = (name: string, { categories, series }: Series): TemplateResult => {
  const figures = categories.map((_, i) =>
    Math.max(0, series[0]?.figures[i] ?? 0),
  );
  const sum = figures.reduce((all, it) => all + it, 0) || 1;
  let at = 0;
  const parts = figures.map((it, i) => {
    const from = at;
    at += (it / sum) * 100;
    return `${colour(i)} ${from}% ${at}%`;
  });
  return html`<div
      class=${c("pie")}
      role="img"
      aria-label=${name}
      style=${`background:conic-gradient(${parts.join(",")})`}
    ></div>
    ${legend({ categories, series: categories.map((it) => ({ name: it, figures: [] })) })}`;
};

const LINES = new Set(["LINE", "SPLINE"]);
const AREAS = new Set(["AREA", "SPLINE_AREA"]);

/** The drawing of a graph; tables have none. Curves are drawn straight. */
export const chart = (report: Report, given: Series): TemplateResult => {
  const { chartType, chartMode, name } = report;
  const data = chartMode === "PERCENTAGE" ? toPercent(given) : given;
  const isStacked = chartMode === "STACKED" || chartMode === "PERCENTAGE";
  if (chartType === "PIE") return pie(name, data);
  if (LINES.has(chartType) || AREAS.has(chartType)) {
    const drawing = lines(data, isStacked, AREAS.has(chartType));
    return html`${canvas(name, drawing)}${legend(data)}`;
  }
  const drawing = bars(data, isStacked, chartType === "BAR");
  return html`${canvas(name, drawing)}${legend(data)}`;
};
