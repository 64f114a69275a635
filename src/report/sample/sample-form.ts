import { parseMap, toColumnLetters } from "excel-form";
import type { Form, ReportMap } from "excel-form";
import { CATALOGUE } from "../../domain/value-catalogue.ts";
import { AppError } from "../../errors/app-error.ts";
import { findSampleForm, type Programme } from "../../programmes/index.ts";
import type { SampleForm } from "../../programmes/programme.ts";
import { drawForm, SAMPLE_LIST } from "./draw-form.ts";
import { zipParts } from "./zip-parts.ts";

export type DrawnForm = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** @param form - what reading `bytes` gives */
  mapOf(form: Pick<Form, "fingerprint">): ReportMap;
};

const toMap = (
  { sheet, title, columns, fields }: SampleForm,
  fingerprint: string,
): ReportMap =>
  parseMap(CATALOGUE, {
    version: 1,
    revision: 1,
    form: { fingerprint },
    cells: [
      {
        sheet,
        cell: "A2",
        key: "edition.name",
        text: `{edition.name}　${title}`,
      },
      ...fields.map(({ area, key }) => ({
        sheet,
        cell: area.replace(/:.*/u, ""),
        key,
      })),
    ],
    lists: [
      {
        sheet,
        firstRow: SAMPLE_LIST.firstRow,
        rowsPerEntry: 1,
        rowsAvailable: SAMPLE_LIST.rows,
        onSurplus: "insert",
        columns: columns.flatMap(({ key, text, required }, index) =>
          key === undefined
            ? []
            : {
                column: toColumnLetters(index + 1),
                subrow: 0,
                key,
                ...(text !== undefined && { text }),
                ...(required && { required }),
              },
        ),
      },
    ],
  });

/**
 * Our own form of the programme, for as long as the official one has not arrived;
 * it says on itself that it is a sample.
 *
 * @throws AppError `report/form-missing` for a programme without one
 */
export const sampleForm = (
  programme: Pick<Programme, "id" | "name">,
): DrawnForm => {
  const form = findSampleForm(programme);
  if (form === undefined)
    throw new AppError("report/form-missing", { programme: programme.name });
  return {
    name: `${form.title}（サンプル）.xlsx`,
    bytes: zipParts(drawForm(form)),
    mapOf: ({ fingerprint }) => toMap(form, fingerprint),
  };
};
