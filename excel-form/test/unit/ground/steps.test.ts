import { describe, expect, test } from "vitest";
import {
  inSlices,
  proposeMap,
  proposalSteps,
  readForm,
} from "../../../src/index.ts";
import { dataTables } from "../../support/xlsx/data-tables.ts";
import { zipParts } from "../../support/xlsx/zip.ts";
import { allBlankForms } from "../../support/forms/blank-forms.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const aClock = (msPerLook: number) => {
  let time = 0;
  return () => (time += msPerLook);
};

const [blank] = await allBlankForms();
if (!blank) throw new Error("no blanks");

describe("inSlices", () => {
  test("ends with the same map as at one go", async () => {
    const form = readForm(blank.bytes);
    const { map } = await inSlices(proposalSteps(VOCABULARY, form), {
      now: aClock(5),
      pause: () => Promise.resolve(),
    });
    expect(map).toEqual(proposeMap(VOCABULARY, readForm(blank.bytes)));
  });

  test("pauses again and again and says how far it is", async () => {
    const seen: number[] = [];
    let pauses = 0;
    await inSlices(proposalSteps(VOCABULARY, readForm(blank.bytes)), {
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
    const run = inSlices(steps, {
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
