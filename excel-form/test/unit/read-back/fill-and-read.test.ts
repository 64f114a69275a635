import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fillForm,
  isRowKey,
  keyInfo,
  proposeMap,
  readFilled,
  readForm,
} from "../../../src/index.ts";
import type { ReportData, ReportMap, Value } from "../../../src/index.ts";
import type { ValueKey } from "../../support/vocabulary.ts";
import { keysOf } from "../../../src/map/key-list.ts";
import type { Placement } from "../../../src/map/schema.ts";
import { someBlankForms } from "../../support/forms/blank-forms.ts";
import { readSketches } from "../../support/forms/blanks/sketch.ts";
import { newBook, toBytes } from "../../support/forms/drawing.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const forms = (await someBlankForms())
  .filter(({ truth }) => truth.cells.length > 0)
  .map((blank) => {
    const form = readForm(blank.bytes);
    return { ...blank, form, map: proposeMap(VOCABULARY, form) };
  });

const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

// From the first era whose dates Excel knows to the end of forms.
const dates = fc
  .date({
    min: new Date("1950-01-01"),
    max: new Date("2060-12-31"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() !== "")
  // These signs say 「as above」.
  .filter((text) => !/^[\s"”“〃″]+$/.test(text));

const phones = fc
  .tuple(fc.constantFrom("098", "0980", "03", "090"), digits(3), digits(4))
  .map((groups) => groups.join("-"));

const partKinds = (placements: readonly Placement[]): Set<string> =>
  new Set(placements.map(({ part }) => (part ?? "").split(" ")[0] ?? ""));

/** Values that the places of the form can hold: a box for a digit takes no letter. */
const valueFor = (
  key: ValueKey,
  placements: readonly Placement[],
): fc.Arbitrary<Value> => {
  const { type } = keyInfo(VOCABULARY, key);
  const choices = placements.flatMap(({ choose, part }) => [
    // Letters that are spread out are read as the word.
    ...(choose ?? []).map((word) => word.replace(/\s/g, "")),
    ...(part?.startsWith("○") ? [part.slice("○-beside ".length)] : []),
  ]);
  const parts = partKinds(placements);
  if (choices.length > 0) return fc.constantFrom(...choices);
  if (key === "edition.fiscalYear") return fc.integer({ min: 2000, max: 2060 });
  if (type === "date") {
    const inReiwa = placements.some(
      ({ era, format, part }) =>
        era !== undefined ||
        format === "yy" ||
        // Without an era beside it a year is one of this era; 昭60 says its own.
        (part === "year" && format !== "gge"),
    );
    const isMonth = placements.some(
      ({ text }) => text !== undefined && !text.includes("d日"),
    );
    const dated = inReiwa ? dates.filter((day) => day >= "2019-05-01") : dates;
    return isMonth ? dated.map((day) => `${day.slice(0, 8)}01`) : dated;
  }
  if (type === "number") return fc.integer({ min: 0, max: 999_999_999 });
  if (key === "business.postalCode" && parts.size > 0) {
    return fc.tuple(digits(3), digits(4)).map((groups) => groups.join("-"));
  }
  if (parts.has("digit")) {
    return digits(
      placements.filter(({ part }) => part?.startsWith("digit")).length,
    );
  }
  if (parts.has("phone")) return phones;
  if (type === "digits" || type === "choice")
    return words.map((text) => text.trim());
  // Two values in one cell are separated by the blank between them.
  return placements.some((place) => keysOf(VOCABULARY, place).length > 1)
    ? fc.stringMatching(/^[a-zぁ-ん]{1,8}$/)
    : words;
};

const dataFor = (map: ReportMap): fc.Arbitrary<ReportData> => {
  const singles = new Map<ValueKey, Placement[]>();
  const columns = new Map<ValueKey, Placement[]>();
  const note = (to: Map<ValueKey, Placement[]>, place: Placement): void => {
    for (const key of keysOf(VOCABULARY, place))
      to.set(key, [...(to.get(key) ?? []), place]);
  };
  for (const entry of map.cells) note(singles, entry);
  for (const list of map.lists)
    for (const entry of list.columns) note(columns, entry);
  const record = (from: Map<ValueKey, Placement[]>) =>
    Object.fromEntries(
      [...from].map(([key, places]) => [key, valueFor(key, places)]),
    );
  const room = map.lists[0]?.rowsAvailable ?? 0;
  const rows =
    columns.size === 0
      ? fc.constant([])
      : fc.array(fc.record(record(columns)), {
          maxLength: Math.min(room + 4, 14),
        });
  // Dates print 元 and back, so a value stays what it was; null would leave a cell out.
  return fc.record({ scalars: fc.record(record(singles)), rows });
};

describe("fillForm and readFilled", () => {
  test.each(forms)(
    "give back what was put into $name",
    ({ bytes, form, map }) => {
      fc.assert(
        fc.property(dataFor(map), (data) => {
          const filled = fillForm(VOCABULARY, bytes, map, data, { form });
          const read = readFilled(VOCABULARY, readForm(filled.bytes), map);
          expect(read).toEqual(data);
        }),
        { numRuns: 2, interruptAfterTimeLimit: 15_000 },
      );
    },
  );

  test("an empty report reads back empty", () => {
    for (const { bytes, form, map } of forms) {
      const nothing = { scalars: {}, rows: [] };
      const { bytes: filled } = fillForm(VOCABULARY, bytes, map, nothing, {
        form,
      });
      expect(Buffer.compare(filled, bytes)).toBe(0);
      expect(readFilled(VOCABULARY, readForm(filled), map)).toEqual({
        scalars: {},
        rows: [],
      });
    }
  });

  test("a count written over a printed 0 is read back", async () => {
    const [sketch] = readSketches(
      "form zero\nsheet 回答\nA1 T 他薦 登録状況報告\nA2 L 県連名 ; B2 F federation.name\nA3 L 他薦件数 ; B3 P report.count = 0 ; C3 X 件",
    );
    const book = newBook();
    sketch?.draw(book);
    const bytes = await toBytes(book);
    const map = proposeMap(VOCABULARY, readForm(bytes));
    const data = { scalars: { "report.count": 5 }, rows: [] };
    const { bytes: filled } = fillForm(VOCABULARY, bytes, map, data);
    expect(readFilled(VOCABULARY, readForm(filled), map)).toEqual(data);
  });

  test("row keys come back as rows only from lists", () => {
    for (const { map } of forms) {
      const keys = map.lists.flatMap(({ columns }) =>
        columns.flatMap((one) => keysOf(VOCABULARY, one)),
      );
      expect(keys.every((one) => isRowKey(VOCABULARY, one))).toBe(true);
    }
  });
});
