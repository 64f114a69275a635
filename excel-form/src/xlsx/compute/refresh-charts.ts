import type { Scalar } from "../sheet/scalar.ts";
import { encodeCellText } from "../sheet/cell-text.ts";
import type { XmlElement } from "../xml/element.ts";
import type { Workbook } from "../sheet/workbook.ts";
import type { Matrix } from "./values.ts";
import { toText } from "./values.ts";

/** Current content of a reference: unchanged, unknown, or these values. */
export type Look = (
  formula: string,
  sheet: string,
) => Matrix | null | undefined;

const isPoint = (value: Scalar, isNumeric: boolean): boolean =>
  isNumeric ? typeof value === "number" : value !== null && value !== "";

/** `numCache` and `strCache`: the format, how many, then those that hold something. */
const writePoints = (cache: XmlElement, values: readonly Scalar[]): void => {
  const isNumeric = cache.local === "numCache";
  const points = values.flatMap((value, index) => {
    if (!isPoint(value, isNumeric)) return [];
    const point = cache.create("pt", { idx: String(index) });
    const content = cache.create("v");
    content.text = encodeCellText(toText(value));
    point.append(content);
    return point;
  });
  cache.replaceChildren([
    ...cache.childrenNamed("formatCode"),
    cache.create("ptCount", { val: String(values.length) }),
    ...points,
  ]);
};

const refreshPoints = (root: XmlElement, sheet: string, look: Look): void => {
  for (const element of root.withDescendants()) {
    // `lvl`: of the newer charts.
    const caches = element.elements.filter(({ local }) =>
      /^(num|str|multiLvlStr)Cache$|^lvl$/.test(local),
    );
    const [cache] = caches;
    const values = cache && look(element.child("f")?.text ?? "", sheet);
    if (values === undefined || !cache) continue;
    if (values && /^(num|str)/.test(cache.local)) {
      writePoints(cache, values.flat());
    } else caches.forEach((one) => element.remove(one));
  }
};

/** Shapes that show a cell keep its text. A number is written where a plain one stood. */
const refreshTexts = (root: XmlElement, sheet: string, look: Look): void => {
  for (const shape of root.withDescendants()) {
    const link = shape.get("textlink");
    const values = link ? look(link, sheet) : undefined;
    if (values === undefined) continue;
    const value = values?.[0]?.[0] ?? null;
    const texts = shape
      .withDescendants()
      .filter((element) => element.is("t", "a"));
    const before = texts.map(({ text }) => text).join("");
    const isKnown = typeof value !== "number" || /^[\d.-]*$/.test(before);
    texts.forEach((element, index) => {
      element.text =
        isKnown && index === 0 ? encodeCellText(toText(value)) : "";
    });
  }
};

/**
 * Charts keep a copy of their points and shapes of their text, which is what
 * previews draw. A copy of what we cannot compute goes, so that nothing old is
 * shown.
 */
export const refreshCharts = ({ pack, sheets }: Workbook, look: Look): void => {
  for (const { name, part } of sheets) {
    const partsOf = (sources: readonly string[], type: RegExp) =>
      sources.flatMap((source) => pack.partsOf(source, type));
    const drawings = partsOf([part], /^drawing$/);
    const charts = partsOf(drawings, /^chart(Ex)?$/);
    const shapes = partsOf(charts, /^chartUserShapes$/);
    for (const chart of charts) refreshPoints(pack.xml(chart), name, look);
    for (const drawing of [...drawings, ...shapes]) {
      refreshTexts(pack.xml(drawing), name, look);
    }
  }
};
