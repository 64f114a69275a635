import { invalidInput } from "../../../ground/api-error.ts";
import type { Localised } from "../../../ground/api-error.ts";
import type { ApiContext } from "../../../model/endpoint.ts";
import { own } from "../../../ground/own.ts";
import {
  id,
  integerText,
  isObject,
  list,
  messages,
  object,
  optional,
  ourMessages,
  parseShape,
  text,
  withDefault,
} from "../../../ground/shape.ts";
import type { Notes, Shape } from "../../../ground/shape.ts";
import type {
  AppSettings,
  FieldProperty,
  JsonObject,
} from "../../../model/model.ts";
import {
  openForWriting,
  revisionShape,
  savePreview,
} from "../../rights/open-app.ts";
import {
  SYSTEM_TYPES,
  TYPES_WITHOUT_PLACE,
} from "../../../model/field-types.ts";
import { allFields } from "../../../model/form-fields.ts";
import { defaultSize } from "./field-size.ts";
import { plainText } from "../../../ground/plain.ts";

type Given = Record<string, unknown>;
/**
 * Fields that a layout may name here: the form's own, or the columns of one
 * table.
 */
type Level = {
  fields: Record<string, FieldProperty>;
  inGroup: boolean;
  inTable: boolean;
};
type Seen = { codes: Set<string>; elementIds: Set<string> };

const DECORATIONS = new Set(["LABEL", "SPACER", "HR"]);
const ROW_TYPES = ["ROW", "SUBTABLE", "GROUP"];

// English: recorded in kintone-labs/kintone-js-sdk; Japanese ours.
const unknownField = (code: string): Localised => ({
  ja: `フォームの更新に失敗しました。フィールド（code: ${code}）が見つかりません。`,
  en: `Failed to update form. Field (code: ${code}) is not found.`,
});
const otherType = (code: string): Localised => ({
  ja: `フォームの更新に失敗しました。指定したフィールド（code: ${code}）の種類がtypeパラメーターと異なります。`,
  en: `Failed to update form. The type of the field (code: ${code}) does not match the type parameter.`,
});
const badTable = (code: string): Localised => ({
  ja: `フォームの更新に失敗しました。テーブル${code}の形式が正しくありません。フィールドが不足しているか、テーブルにないフィールドが指定されています。`,
  en: `Failed to update form. The format of table ${code} is not valid. Some fields may be missing or the specified fields may not exist in the table.`,
});
const placedTwice: Localised = {
  ja: "フィールドが重複して配置されています。",
  en: "The field is placed more than once.",
};
const notPlaceable: Localised = {
  ja: "ここには配置できません。",
  en: "It cannot be placed here.",
};
const notPlaced: Localised = {
  ja: "すべてのフィールドを配置してください。",
  en: "All fields must be placed.",
};

/** @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java (0 and 10,001 are refused) */
const px = optional(integerText({ min: 1, max: 10_000 }));
const sizeShape = object({ width: px, height: px, innerHeight: px });
const sizeOf = (size: Partial<Record<string, string>>): JsonObject =>
  Object.fromEntries(
    Object.entries(size).flatMap(([side, it]) =>
      it === undefined ? [] : [[side, it]],
    ),
  );

const readSize = (
  given: Given,
  type: string,
  path: string,
  notes: Notes,
): JsonObject => {
  const size = isObject(given.size)
    ? sizeShape.read(given.size, `${path}.size`, notes)
    : null;
  const isUnsized = type === "REFERENCE_TABLE";
  const sized = size ?? (DECORATIONS.has(type) ? {} : defaultSize(type));
  return isUnsized || !sized
    ? {}
    : { size: sizeOf(sized as Partial<Record<string, string>>) };
};

const readDecoration = (
  given: Given,
  type: string,
  path: string,
  notes: Notes,
  seen: Seen,
): JsonObject => {
  const elementId = withDefault(text({ max: 64 }), "");
  const id64 =
    given.elementId === undefined || given.elementId === null
      ? ""
      : elementId.read(given.elementId, `${path}.elementId`, notes);
  if (id64 && seen.elementIds.has(id64))
    notes.add(`${path}.elementId`, ourMessages.duplicate);
  if (id64) seen.elementIds.add(id64);
  const label =
    type === "LABEL"
      ? text().read(given.label ?? "", `${path}.label`, notes)
      : null;
  // Labels and rules carry an id, too, as seen by cy-takeuchi/monosashi (September 2026).
  return {
    type,
    ...(label !== null && { label }),
    elementId: id64,
    ...readSize(given, type, path, notes),
  };
};

const readField = (
  given: unknown,
  path: string,
  notes: Notes,
  level: Level,
  seen: Seen,
): JsonObject => {
  if (!isObject(given)) {
    notes.add(path, ourMessages.wrongType);
    return {};
  }
  const { type, code } = given;
  if (typeof type === "string" && DECORATIONS.has(type)) {
    if (level.inTable) notes.add(path, notPlaceable);
    return readDecoration(given, type, path, notes, seen);
  }
  if (typeof code !== "string" || code === "") {
    notes.add(`${path}.code`, messages.required);
    return {};
  }
  const field = own(level.fields, code);
  if (!field || field.type === "SUBTABLE" || field.type === "GROUP") {
    notes.add(`${path}.code`, unknownField(code));
    return {};
  }
  if (type !== field.type)
    notes.add(
      `${path}.type`,
      type === undefined ? messages.required : otherType(code),
    );
  const isBarred =
    TYPES_WITHOUT_PLACE.has(field.type) ||
    (field.type === "REFERENCE_TABLE" && level.inGroup);
  if (isBarred) notes.add(path, notPlaceable);
  if (seen.codes.has(code)) notes.add(`${path}.code`, placedTwice);
  seen.codes.add(code);
  return {
    type: field.type,
    code,
    ...readSize(given, field.type, path, notes),
  };
};

const readFields = (
  given: Given,
  path: string,
  notes: Notes,
  level: Level,
  seen: Seen,
): JsonObject[] => {
  const item: Shape<JsonObject> = {
    read: (value, at) => readField(value, at, notes, level, seen),
  };
  if (given.fields === undefined) {
    notes.add(`${path}.fields`, messages.required);
    return [];
  }
  return list(item, { min: 1 }).read(given.fields, `${path}.fields`, notes);
};

const readContainer = (
  given: Given,
  type: string,
  path: string,
  notes: Notes,
  level: Level,
  seen: Seen,
): FieldProperty | null => {
  const { code } = given;
  const field = typeof code === "string" ? own(level.fields, code) : undefined;
  if (field?.type !== type) {
    notes.add(
      `${path}.code`,
      typeof code === "string" ? unknownField(code) : messages.required,
    );
    return null;
  }
  if (seen.codes.has(field.code)) notes.add(`${path}.code`, placedTwice);
  seen.codes.add(field.code);
  return field;
};

const readRow = (
  given: unknown,
  path: string,
  notes: Notes,
  level: Level,
  seen: Seen,
): JsonObject => {
  if (!isObject(given)) {
    notes.add(path, ourMessages.wrongType);
    return {};
  }
  const { type } = given;
  if (typeof type !== "string" || !ROW_TYPES.includes(type)) {
    notes.add(
      `${path}.type`,
      type === undefined ? messages.required : messages.enumValue,
    );
    return {};
  }
  if (type === "ROW")
    return { type, fields: readFields(given, path, notes, level, seen) };
  if (level.inGroup) {
    notes.add(path, notPlaceable);
    return {};
  }
  const container = readContainer(given, type, path, notes, level, seen);
  if (!container) return {};
  const { code } = container;
  if (type === "GROUP") {
    const inside = rows({ ...level, inGroup: true }, seen);
    const layout = inside.read(given.layout ?? [], `${path}.layout`, notes);
    return { type, code, layout };
  }
  const columns: Level = {
    fields: container.fields ?? {},
    inGroup: false,
    inTable: true,
  };
  if (!holdsAllColumns(given, columns)) {
    notes.add(`${path}.fields`, badTable(code));
    return {};
  }
  return { type, code, fields: readFields(given, path, notes, columns, seen) };
};

/** A table is laid out with all of its columns and nothing else. */
const holdsAllColumns = (given: Given, { fields }: Level): boolean => {
  if (!Array.isArray(given.fields)) return given.fields === undefined;
  const codes = given.fields.map((it: unknown) =>
    isObject(it) ? plainText(it.code) : "",
  );
  const isKnown = codes.every((code) => Object.hasOwn(fields, code));
  return isKnown && Object.keys(fields).every((code) => codes.includes(code));
};

const rows = (level: Level, seen: Seen): Shape<JsonObject[]> => ({
  read: (value, path, notes) =>
    list<JsonObject>({
      read: (row, at) => readRow(row, at, notes, level, seen),
    }).read(value, path, notes),
});

const requireAllPlaced = (settings: AppSettings, seen: Seen) => {
  const missing = allFields(settings.fields).find(
    ({ field }) => !SYSTEM_TYPES.has(field.type) && !seen.codes.has(field.code),
  );
  if (missing) throw invalidInput({ layout: { messages: [notPlaced] } });
};

/**
 * Replaces the preview layout. Every field of the form must be in it (message unverified).
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/update-form-layout/
 */
export const updateLayout = (context: ApiContext): JsonObject => {
  const head = object({ app: id(), revision: revisionShape });
  const params = parseShape(head, context.params);
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const seen: Seen = { codes: new Set(), elementIds: new Set() };
  const level: Level = {
    fields: settings.fields,
    inGroup: false,
    inTable: false,
  };
  const body = object({ layout: rows(level, seen) });
  const { layout } = parseShape(body, context.params);
  requireAllPlaced(settings, seen);
  return savePreview(context, app, { ...settings, layout });
};
