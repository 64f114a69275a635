import { resolve } from "node:path";
import { AppError } from "../../src/errors/app-error.ts";
import {
  checkMap,
  compareForm,
  fillForm,
  parseMap,
  parseReportData,
  preflight,
  proposeMap,
  readFilled,
  readForm,
} from "../../src/report/index.ts";
import type { FillCommand } from "./options.ts";
import { readBytes, readJson, writeAll } from "./files.ts";

type FormAndMap = { readonly form: string; readonly map: string };

const open = async ({ form, map }: FormAndMap) => {
  const bytes = await readBytes(form);
  return {
    bytes,
    form: readForm(bytes),
    map: parseMap(await readJson(map)),
  };
};

/** The map that the form's labels suggest. */
export const propose = async ({ form }: { readonly form: string }) =>
  proposeMap(readForm(await readBytes(form)));

/** What stands between form and map; for another year's form also what changed. */
export const check = async (files: FormAndMap) => {
  const { form, map } = await open(files);
  const { differences } = compareForm(form, map);
  return [
    ...checkMap(form, map),
    ...differences.map((difference) => ({ severity: "warn", ...difference })),
  ];
};

/** The values of a filled form. */
export const read = async (files: FormAndMap) => {
  const { form, map } = await open(files);
  return readFilled(form, map);
};

/** Fills the form and writes it; what was done is the answer. */
export const fill = async (command: FillCommand) => {
  const { data: dataPath, out, proof: proofPath } = command;
  if (resolve(out) === resolve(command.form)) {
    throw new AppError("report/out-is-form");
  }
  const { bytes, form, map } = await open(command);
  const data = parseReportData(await readJson(dataPath));
  const filled = fillForm(bytes, map, data, { form });
  await writeAll([
    { path: out, content: filled.bytes },
    ...(proofPath === undefined
      ? []
      : [
          {
            path: proofPath,
            content: `${JSON.stringify(filled.proof, null, 2)}\n`,
          },
        ]),
  ]);
  return {
    out,
    changedCells: filled.proof.cells.length,
    resultHash: filled.proof.resultHash,
    issues: preflight(form, map, data),
    warnings: filled.warnings,
  };
};
