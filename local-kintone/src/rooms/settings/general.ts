import type { ApiContext } from "../../model/endpoint.ts";
import { ApiError, invalidInput } from "../../ground/api-error.ts";
import { storeSettingsFile, toFileAnswer } from "../files/temporary-file.ts";
import { fieldCodeNotFound } from "../../ground/errors.ts";
import {
  boolean,
  id,
  integerText,
  object,
  oneOf,
  optional,
  parseShape,
  text,
  variants,
} from "../../ground/shape.ts";
import type { App, AppSettings, Json, JsonObject } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { appName } from "./apps.ts";
import { requireIconFile } from "./icon-file.ts";
import {
  openForReading,
  openForWriting,
  requireAppViewer,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";

const presetKeys = Array.from({ length: 90 }, (_, i) => `APP${i + 1}`);

const icon = variants("type", {
  PRESET: object({ key: oneOf(presetKeys) }),
  FILE: object({ file: object({ fileKey: text({ min: 1 }) }) }),
});

const numberPrecision = object({
  digits: optional(integerText({ min: 1, max: 30 })),
  decimalPlaces: optional(integerText({ min: 0, max: 10 })),
  roundingMode: optional(oneOf(["HALF_EVEN", "UP", "DOWN"])),
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-general-settings/ */
const members = {
  name: optional(appName),
  description: optional(text({ max: 10_000 })),
  icon: optional(icon),
  theme: optional(
    oneOf([
      "WHITE",
      "CLIPBOARD",
      "BINDER",
      "PENCIL",
      "CLIPS",
      "RED",
      "GREEN",
      "BLUE",
      "YELLOW",
      "BLACK",
    ]),
  ),
  titleField: optional(
    object({
      selectionMode: oneOf(["AUTO", "MANUAL"]),
      code: optional(text()),
    }),
  ),
  enableThumbnails: optional(boolean()),
  enableBulkDeletion: optional(boolean()),
  enableComments: optional(boolean()),
  enableDuplicateRecord: optional(boolean()),
  enableInlineRecordEditing: optional(boolean()),
  numberPrecision: optional(numberPrecision),
  firstMonthOfFiscalYear: optional(integerText({ min: 1, max: 12 })),
};

/** An uploaded icon; the one in use is known by the key that GET showed. */
const settleIcon = (site: Site, app: App, given: JsonObject): JsonObject => {
  if (given.type !== "FILE") return given;
  // Read by the shape above.
  const { fileKey } = given.file as { fileKey: string };
  const current = app.preview.settings.general.icon ?? null;
  if (JSON.stringify(current).includes(JSON.stringify(fileKey)))
    return current as JsonObject;
  const file = storeSettingsFile(site, app.id, fileKey);
  requireIconFile(file);
  return { type: "FILE", file: toFileAnswer(file) };
};

const settleTitle = (
  settings: AppSettings,
  given: { selectionMode: string; code?: string | undefined },
): JsonObject => {
  if (given.selectionMode === "AUTO")
    return { selectionMode: "AUTO", code: "" };
  const { code = "" } = given;
  if (code === "")
    throw invalidInput({
      "titleField.code": {
        messages: [{ ja: "必須です。", en: "Required field." }],
      },
    });
  if (!Object.hasOwn(settings.fields, code)) throw fieldCodeNotFound(code);
  return { selectionMode: "MANUAL", code };
};

const tooFewDigits = () =>
  new ApiError(400, "CB_VA01", {
    ja: "小数部の桁数は全体の桁数より小さくなければなりません。",
    en: "The number of decimal places must be smaller than the number of digits.",
  });

const settlePrecision = (
  current: Json | undefined,
  given: Record<string, string | undefined>,
): JsonObject => {
  const merged = { ...(current as JsonObject), ...given } as Record<
    string,
    string
  >;
  if (Number(merged.decimalPlaces) >= Number(merged.digits))
    throw tooFewDigits();
  return merged;
};

/**
 * The right to add records is not enough for the live copy, as seen by
 * https://github.com/kintone-labs/kintone-java-sdk (AppTest.java).
 */
export const getGeneral = (context: ApiContext): JsonObject => {
  const { app, copy } = openForReading(context);
  if (!context.preview) requireAppViewer(context, app);
  return { ...copy.settings.general, revision: String(copy.revision) };
};

export const putGeneral = (context: ApiContext): JsonObject => {
  const shape = object({ app: id(), revision: revisionShape, ...members });
  const { app: appId, revision, ...given } = parseShape(shape, context.params);
  const app = openForWriting(context, { app: appId, revision });
  const { settings } = app.preview;
  const {
    icon: newIcon,
    titleField,
    numberPrecision: precision,
    ...plain
  } = given;
  const general: JsonObject = {
    ...settings.general,
    ...(plain as JsonObject),
    ...(newIcon && { icon: settleIcon(context.site, app, newIcon) }),
    ...(titleField && { titleField: settleTitle(settings, titleField) }),
    ...(precision && {
      numberPrecision: settlePrecision(
        settings.general.numberPrecision,
        precision,
      ),
    }),
  };
  return savePreview(context, app, { ...settings, general });
};
