import { describe, expect, test } from "vitest";
import {
  describeMap,
  fillForm,
  fillSteps,
  runInSlices,
  preflight,
  preflightSteps,
  proposeMap,
  proposalSteps,
  readForm,
  readFormSteps,
  readingSteps,
  readWithFindings,
} from "../../../src/index.ts";
import type { Progress, Steps } from "../../../src/index.ts";
import { dataTables } from "../../support/xlsx/data-tables.ts";
import { simpleForm } from "../../support/xlsx/simple-form.ts";
import { zipParts } from "../../support/xlsx/zip.ts";
import { allBlankForms } from "../../support/forms/blank-forms.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const aClock = (msPerLook: number) => {
  let time = 0;
  return () => (time += msPerLook);
};

const [blank] = await allBlankForms();
if (!blank) throw new Error("no blanks");

/** Work that is stopped after its third pause. */
const stopEarly = (steps: Steps<unknown, Progress>): Promise<unknown> => {
  let pauses = 0;
  return runInSlices(steps, {
    now: aClock(5),
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
    isCancelled: () => pauses === 3,
  });
};

/** All of it, with the number of its pauses. */
const goThrough = async <Result>(steps: Steps<Result, Progress>) => {
  let pauses = 0;
  const result = await runInSlices(steps, {
    now: aClock(13),
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
  });
  return { result, pauses };
};

describe("a page that opens, checks, fills and reads a form of 300 records", () => {
  const form = readForm(blank.bytes);
  const map = describeMap(VOCABULARY, form, proposeMap(VOCABULARY, form));
  const rows = Array.from({ length: 300 }, (_, index) => ({
    "business.registeredName": `株式会社${index}商店`,
    "society.name": `第${index % 20}商工会`,
  }));
  const data = { scalars: {}, rows };
  const filled = fillForm(VOCABULARY, blank.bytes, map, data).bytes;

  test("gets what it gets at one go, and may draw in between", async () => {
    const opened = await goThrough(readFormSteps(blank.bytes));
    expect(opened.result.fingerprint).toBe(form.fingerprint);
    expect(opened.pauses).toBeGreaterThan(10);

    const checked = await goThrough(
      preflightSteps(VOCABULARY, form, map, data),
    );
    expect(checked.result).toEqual(preflight(VOCABULARY, form, map, data));
    expect(checked.pauses).toBeGreaterThan(10);

    const made = await goThrough(
      fillSteps(VOCABULARY, blank.bytes, map, data, { form }),
    );
    expect(made.result.bytes).toEqual(filled);
    expect(made.pauses).toBeGreaterThan(300);

    const read = await goThrough(
      readingSteps(VOCABULARY, readForm(filled), map),
    );
    expect(read.result).toEqual(
      readWithFindings(VOCABULARY, readForm(filled), map),
    );
    expect(read.result.data.rows).toHaveLength(300);
  });

  test.each([
    ["opening", () => readFormSteps(filled)],
    ["checking", () => preflightSteps(VOCABULARY, form, map, data)],
    ["filling", () => fillSteps(VOCABULARY, blank.bytes, map, data)],
  ])("stops %s when told to", async (_, begin) => {
    await expect(stopEarly(begin())).rejects.toMatchObject({
      code: "report/cancelled",
    });
  });
});

describe("runInSlices", () => {
  test("ends with the same map as at one go", async () => {
    const form = readForm(blank.bytes);
    const { map } = await runInSlices(proposalSteps(VOCABULARY, form), {
      now: aClock(5),
      pause: () => Promise.resolve(),
    });
    expect(map).toEqual(proposeMap(VOCABULARY, readForm(blank.bytes)));
  });

  test("pauses again and again and says how far it is", async () => {
    const seen: number[] = [];
    let pauses = 0;
    await runInSlices(proposalSteps(VOCABULARY, readForm(blank.bytes)), {
      now: aClock(5),
      pause: () => {
        pauses += 1;
        return Promise.resolve();
      },
      onProgress: ({ done, total }) => seen.push(done / total),
    });
    expect(pauses).toBeGreaterThan(10);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBeLessThan(1);
  });

  test("stops where it is told to", async () => {
    const steps = proposalSteps(VOCABULARY, readForm(blank.bytes));
    let pauses = 0;
    const run = runInSlices(steps, {
      now: aClock(5),
      pause: () => {
        pauses += 1;
        return Promise.resolve();
      },
      isCancelled: () => pauses === 3,
    });
    await expect(run).rejects.toMatchObject({ code: "report/cancelled" });
    expect(pauses).toBe(3);
  });

  test("reads eight tables of data within seconds, not within half a minute", () => {
    const form = readForm(zipParts(dataTables()));
    const before = process.cpuUsage();
    const { open = [] } = proposeMap(VOCABULARY, form);
    // A second on an idle machine; the whole suite runs beside it.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
    // Cells of data are no questions to a clerk.
    expect(open.length).toBeLessThan(10);
  });
});

test("two hundred drop-downs over the whole sheet do not hold up the proposal", () => {
  const lists = Array.from(
    { length: 200 },
    (_, i) =>
      `<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"甲${i},乙"</formula1></dataValidation>`,
  );
  const rows = Array.from({ length: 2_000 }, (_, i) => {
    const cells = [..."ABCDEFGHIJ"].map(
      (column) => `<c r="${column}${i + 1}" s="1"/>`,
    );
    return `<row r="${i + 1}">${cells.join("")}</row>`;
  });
  const form = readForm(
    simpleForm({
      sheets: [
        {
          name: "様式",
          rows: rows.join(""),
          after: `<dataValidations>${lists.join("")}</dataValidations>`,
        },
      ],
    }),
  );
  const before = process.cpuUsage();
  expect(proposeMap(VOCABULARY, form).cells).toEqual([]);
  // A fifth of a second on an idle machine; the whole suite runs beside it.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_500);
});
