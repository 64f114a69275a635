import { parseMapText } from "excel-form";
import type { ReportMap } from "excel-form";
import { AppError } from "../../errors/app-error.ts";
import { findSampleForm, type Programme } from "../../programmes/index.ts";
import { growRows } from "./list-rows.ts";
import { zipParts } from "./zip-parts.ts";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

export type SampleForm = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly map: ReportMap;
};

/**
 * Our own form of the programme, for as long as the official one has not arrived;
 * it says on itself that it is a sample. Made by `scripts/sample-form.ts`.
 *
 * @throws AppError `report/form-missing` for a programme without one
 */
export const sampleForm = (
  programme: Pick<Programme, "id" | "name">,
): SampleForm => {
  const asset = findSampleForm(programme);
  if (asset === undefined)
    throw new AppError("report/form-missing", { programme: programme.name });
  return {
    name: asset.name,
    bytes: zipParts(
      Object.fromEntries(
        Object.entries(asset.parts).map(([name, xml]) => [name, growRows(xml)]),
      ),
    ),
    map: parseMapText(CATALOGUE, asset.mapJson),
  };
};
