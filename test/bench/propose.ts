import { runInSlices, proposalSteps, readForm } from "excel-form";
import { dataTables } from "../../excel-form/test/support/xlsx/data-tables.ts";
import { zipParts } from "../../excel-form/test/support/xlsx/zip.ts";
import { toFigure } from "./figure.ts";
import type { BenchPart } from "./figure.ts";
import { VOCABULARY } from "../../src/domain/vocabulary.ts";

const LIMIT_MS = 1_000;
const SLICE_LIMIT_MS = 50;

const pause = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 0));

/** CPU time of the whole and the longest slice, of one form that was never read before. */
const measureOnce = async (
  bytes: Uint8Array,
): Promise<{ cpuMs: number; sliceMs: number }> => {
  const form = readForm(bytes);
  const before = process.cpuUsage();
  let sliceMs = 0;
  let start = performance.now();
  const endSlice = (): void => {
    sliceMs = Math.max(sliceMs, performance.now() - start);
  };
  await runInSlices(proposalSteps(VOCABULARY, form), {
    now: () => performance.now(),
    pause: async () => {
      endSlice();
      await pause();
      start = performance.now();
    },
  });
  endSlice();
  return { cpuMs: process.cpuUsage(before).user / 1_000, sliceMs };
};

/** The first look at a workbook of 14,400 cells, as the mapping screen takes it. */
export const measurePropose: BenchPart = async ({ say }) => {
  say("eight tables of data");
  const { cpuMs, sliceMs } = await measureOnce(zipParts(dataTables()));
  return {
    propose: {
      ...toFigure(cpuMs, "ms", LIMIT_MS),
      note: "eight tables of data, 14,400 cells, first run",
    },
    proposeSlice: {
      ...toFigure(sliceMs, "ms", SLICE_LIMIT_MS),
      note: "longest slice of the same",
    },
  };
};
