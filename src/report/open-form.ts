import { finish, parseMapText, readFormSteps } from "excel-form";
import type { Form, Progress, ReportMap, Steps } from "excel-form";
import { AppError } from "../errors/app-error.ts";
import type { Programme } from "../programmes/index.ts";
import { sampleForm } from "./sample/sample-form.ts";
import { CATALOGUE } from "../domain/value-catalogue.ts";

/** A form that is ready to be checked and filled. */
export type OpenedForm = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly form: Form;
  readonly map: ReportMap;
  /** True when our own sample replaces the edition's missing form. */
  readonly isSample: boolean;
};

export type FormSource = {
  readonly programme: Pick<Programme, "id" | "name">;
  /** The edition's blank; null when none was uploaded. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** The edition's map as JSON; blank when none was saved. */
  readonly mapText: string;
};

/**
 * The edition's form with its map; our sample when there is no form.
 *
 * @throws AppError `report/form-missing`, `report/map-missing` for a form without a map, and those of
 *   `readForm` and `parseMapText`
 */
export const openReportForm = (source: FormSource): OpenedForm =>
  finish(openFormSteps(source));

/** The same in steps, for a page that must not stand still meanwhile. */
export function* openFormSteps({
  programme,
  file,
  mapText,
}: FormSource): Steps<OpenedForm, Progress> {
  if (!file) {
    const { name, bytes, mapOf } = sampleForm(programme);
    const form = yield* readFormSteps(bytes);
    return { name, bytes, form, map: mapOf(form), isSample: true };
  }
  // A proposal is a guess: somebody has to look it over before it is filled.
  if (mapText.trim() === "") {
    throw new AppError("report/map-missing", { form: file.name });
  }
  return {
    ...file,
    form: yield* readFormSteps(file.bytes),
    map: parseMapText(CATALOGUE, mapText),
    isSample: false,
  };
}
