import {
  checkMap,
  compareForm,
  fillForm,
  formErrors,
  parseMap,
  parseReportData,
  preflight,
  FormError,
  proposeWithReasons,
  readForm,
  readWithFindings,
} from "excel-form";
import type { Form, FormWarning, ReadFinding, ReportMap } from "excel-form";
import { requireProgramme } from "../../src/provision/command.ts";
import { toMessage } from "../../src/errors/to-message.ts";
import type {
  CheckCommand,
  FillCommand,
  ProposeCommand,
  ReadCommand,
} from "./options.ts";
import { readBytes, readJson, refuseSameFiles, writeAll } from "./files.ts";
import { VOCABULARY, vocabularyOf } from "../../src/domain/vocabulary.ts";

const ANYWAY =
  "すべての欄を空けてあります。このまま提案を出すには --anyway を付けてください。";

type FormAndMap = { readonly form: string; readonly map: string };

const open = async ({ form, map }: FormAndMap) => {
  const bytes = await readBytes(form);
  return {
    bytes,
    form: readForm(bytes),
    map: parseMap(VOCABULARY, await readJson(map)),
  };
};

/** Findings about rows added to a list, such as a total over its only row. */
const listWarnings = (
  { warnings }: Form,
  { lists }: ReportMap,
): readonly FormWarning[] =>
  warnings.filter(({ code, params }) => {
    const row = Number(/\d+$/.exec(String(params.reference))?.[0]);
    return lists.some(
      ({ firstRow, rowsAvailable, rowsPerEntry }) =>
        code !== "report/warn-single-cell-total" ||
        (row >= firstRow && row < firstRow + rowsAvailable * rowsPerEntry),
    );
  });

const toFinding = ({ code, params, sheet, address }: FormWarning) => {
  const error = new FormError(code, { ...params, sheet, address });
  const message = {
    ja: toMessage(error, "ja", formErrors),
    en: toMessage(error, "en", formErrors),
  };
  return { severity: "warn", code, message, sheet, cell: address };
};

/** The map that the form's labels suggest, and why the form seems to be for something else. */
export const propose = async ({
  form,
  isAnyway,
  isExplained,
  programme,
}: ProposeCommand) => {
  const proposal = proposeWithReasons(
    vocabularyOf(requireProgramme(programme)),
    readForm(await readBytes(form)),
    {
      isAnyway,
    },
  );
  const { map, foreign, explained } = proposal;
  return {
    answer: isExplained
      ? explained.map(({ reason, ...one }) => ({ ...one, reason: reason.ja }))
      : map,
    note: foreign === null || isAnyway ? "" : `${foreign.ja}${ANYWAY}`,
  };
};

/**
 * Checks form against map, and the values when given; for another year's form
 * also lists the changes.
 */
export const check = async (command: CheckCommand) => {
  const { form, map } = await open(command);
  const { differences } = compareForm(VOCABULARY, form, map);
  const issues =
    command.data === undefined
      ? checkMap(VOCABULARY, form, map)
      : preflight(
          VOCABULARY,
          form,
          map,
          parseReportData(await readJson(command.data)),
        );
  return [
    ...issues,
    ...differences.map((difference) => ({ severity: "warn", ...difference })),
    ...listWarnings(form, map).map(toFinding),
  ];
};

/** Exit code of a reading with findings. */
const HAS_FINDINGS = 2 as const;

const toLine = ({ level, sheet, cell, message }: ReadFinding): string =>
  `${level === "doubt" ? "要確認" : "読み替え"} ${sheet}!${cell} ${message.ja}`;

/** The values of a filled form, and what a person should look at in it. */
export const read = async ({ blank, ...files }: ReadCommand) => {
  const { form, map } = await open(files);
  const before = blank === undefined ? undefined : await readBytes(blank);
  const { data, findings } = readWithFindings(
    VOCABULARY,
    form,
    map,
    before && readForm(before),
  );
  return findings.length === 0
    ? { answer: data }
    : {
        answer: { ...data, findings },
        note: findings.map(toLine).join("\n"),
        code: HAS_FINDINGS,
      };
};

/** Fills the form and writes it; what was done is the answer. */
export const fill = async (command: FillCommand) => {
  const { data: dataPath, out, proof: proofPath } = command;
  await refuseSameFiles(
    [command.form, command.map, dataPath],
    [out, ...(proofPath === undefined ? [] : [proofPath])],
  );
  const { bytes, form, map } = await open(command);
  const data = parseReportData(await readJson(dataPath));
  const issues = preflight(VOCABULARY, form, map, data);
  const filled = fillForm(VOCABULARY, bytes, map, data, { form });
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
    changedCells: filled.proof.cellCount,
    resultHash: filled.proof.resultHash,
    issues,
    warnings: [
      ...filled.warnings,
      ...(filled.proof.insertedRows.length > 0 ? listWarnings(form, map) : []),
    ],
  };
};
