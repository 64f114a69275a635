import type { XmlElement } from "../xml/element.ts";
import type { Workbook } from "../sheet/workbook.ts";
import type { Matrix, Scalar } from "./values.ts";
import { toText } from "./values.ts";

/** What a reference shows now: nothing new, unknown, or these values. */
export type Look = (
  formula: string,
  sheet: string,
) => Matrix | null | undefined;

/** The parts that hang on others by relationships of that type. */
const partsOf = (
  { pack }: Workbook,
  sources: readonly string[],
  type: RegExp,
): string[] =>
  sources
    .flatMap((source) => pack.relationships(source))
    .filter((relationship) => type.test(relationship.type))
    .map(({ target }) => target)
    .filter((target) => target !== null)
    .filter((target) => pack.has(target));

const isPoint = (value: Scalar, isNumeric: boolean): boolean =>
  isNumeric ? typeof value === "number" : value !== null && value !== "";

/** `numCache` and `strCache`: the format, how many, then those that hold something. */
const writePoints = (cache: XmlElement, values: readonly Scalar[]): void => {
  const isNumeric = cache.local === "numCache";
  const points = values.flatMap((value, index) => {
    if (!isPoint(value, isNumeric)) return [];
    const point = cache.create("pt", { idx: String(index) });
    const content = cache.create("v");
    content.text = toText(value);
    point.append(content);
    return point;
  });
  cache.replaceChildren([
    ...cache.childrenNamed("formatCode"),
    cache.create("ptCount", { val: String(values.length) }),
    ...points,
  ]);
};

/**
 * Charts keep a copy of their points, which is what previews draw. A copy of
 * what we cannot compute goes, so that nothing old is shown.
 */
export const refreshCharts = (workbook: Workbook, look: Look): void => {
  for (const { name, part } of workbook.sheets) {
    const drawings = partsOf(workbook, [part], /^drawing$/);
    for (const chart of partsOf(workbook, drawings, /^chart$/)) {
      for (const element of workbook.pack.xml(chart).walk()) {
        const cache = element.elements.find(({ local }) =>
          /^(num|str|multiLvlStr)Cache$/.test(local),
        );
        const values = cache && look(element.child("f")?.text ?? "", name);
        if (values === undefined || !cache) continue;
        const isList = values && cache.local !== "multiLvlStrCache";
        if (isList) writePoints(cache, values.flat());
        else element.remove(cache);
      }
    }
  }
};
