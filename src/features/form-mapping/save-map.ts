import { hasErrorCode } from "../../errors/user-error.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { describeMap } from "excel-form";
import type { Form, ReportMap } from "excel-form";
import { downloadForm } from "../../kintone/report-records.ts";
import type { MappingMessages } from "./messages.ts";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

type Context = Pick<FeatureContext<MappingMessages>, "gateway">;

/** The edition as it was when the screen was opened. */
export type EditionBase = {
  readonly id: string;
  readonly revision: string;
  readonly mapText: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
};

export type SaveOutcome =
  | { readonly kind: "saved"; readonly base: EditionBase }
  | {
      readonly kind: "conflict";
      readonly with: "elsewhere" | "map" | "file";
      readonly base: EditionBase;
    };

/**
 * The map as it is stored: with the words by which the form is known again, and
 * one revision after the stored one.
 */
export const toSavedMap = (
  form: Form,
  map: ReportMap,
  stored: { readonly revision: number; readonly formName: string },
): ReportMap =>
  describeMap(CATALOGUE, form, {
    ...map,
    revision: stored.revision + 1,
    form: { ...map.form, name: stored.formName },
  });

/** Two forms can share name and size; what is in them decides. */
const isSameFile = (
  { name, bytes }: EditionBase["file"],
  now: EditionBase["file"] | null,
): boolean =>
  now?.name === name &&
  now.bytes.length === bytes.length &&
  now.bytes.every((byte, index) => byte === bytes[index]);

/** The map that another user saved meanwhile, and the one to continue from. */
const findConflict = async (
  { gateway }: Context,
  base: EditionBase,
): Promise<SaveOutcome> => {
  const edition = await gateway.fetchRecord("editions", base.id);
  if (!isSameFile(base.file, await downloadForm(gateway, edition))) {
    return { kind: "conflict", with: "file", base };
  }
  const { revision, formMap } = edition;
  return {
    kind: "conflict",
    with: formMap === base.mapText ? "elsewhere" : "map",
    base: { ...base, revision, mapText: formMap },
  };
};

/** @throws AppError of the gateway, but not for an edition that was changed meanwhile */
export const saveMap = async (
  context: Context,
  base: EditionBase,
  map: ReportMap,
): Promise<SaveOutcome> => {
  const mapText = JSON.stringify(map);
  try {
    const { revision } = await context.gateway.updateRecord(
      "editions",
      base.id,
      { formMap: mapText },
      base.revision,
    );
    return { kind: "saved", base: { ...base, revision, mapText } };
  } catch (error) {
    if (hasErrorCode(error, "kintone/changed-meanwhile")) {
      return findConflict(context, base);
    }
    throw error;
  }
};
