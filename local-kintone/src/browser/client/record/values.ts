import type { FieldProperty } from "../../../model/model.ts";
import {
  EMPTY_RICH_TEXT,
  isEntityType,
  isListType,
  optionsOf,
} from "./kinds.ts";
import type { CellValue, Entity, Field, FileInfo } from "./types.ts";

const toEntity = (value: unknown): Entity => {
  const given = (value ?? {}) as Partial<Entity>;
  const code = String(given.code ?? "");
  return { code, name: String(given.name ?? code) };
};

const toFile = (value: unknown): FileInfo => {
  const given = (value ?? {}) as Partial<FileInfo>;
  return {
    fileKey: String(given.fileKey ?? ""),
    name: String(given.name ?? ""),
    contentType: String(given.contentType ?? ""),
    size: String(given.size ?? ""),
  };
};

const toList = (type: string, value: unknown): CellValue => {
  const items: unknown[] = Array.isArray(value) ? value : [];
  if (isEntityType(type)) return items.map(toEntity);
  return type === "FILE" ? items.map(toFile) : items.map(String);
};

/**
 * Normalises a field value: REST and customisations use several kinds of blank.
 */
export const toCellValue = (
  property: { type: string },
  value: unknown,
): CellValue => {
  if (isListType(property.type)) return toList(property.type, value);
  const text = value === undefined || value === null ? "" : String(value);
  if (property.type === "RICH_TEXT" && text === EMPTY_RICH_TEXT) return "";
  return text;
};

/**
 * A radio button is never without a choice: "" falls back to the default.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/event-object-actions/
 */
export const radioFallback = (property: FieldProperty): string => {
  const preset = String(property.defaultValue ?? "");
  return preset === "" ? (optionsOf(property)[0] ?? "") : preset;
};

const blankInEditor = (type: string): unknown =>
  type === "RICH_TEXT" ? EMPTY_RICH_TEXT : undefined;

/**
 * A value as change and submit events and `record.get` show it: what nobody filled in is
 * undefined.
 *
 * @see https://github.com/cy-takeuchi/monosashi/blob/main/docs/KINTONE.md (measured August 2026)
 */
export const toEditingValue = (type: string, value: CellValue): unknown => {
  if (type === "FILE") return [];
  if (Array.isArray(value)) return structuredClone(value);
  const isCalculated = type === "CALC";
  return value === "" && !isCalculated ? blankInEditor(type) : value;
};

/** A field as the detail page and success events show it: REST's, but an empty choice is "". */
export const toSavedField = (field: Field): Field => {
  if (field.type === "DROP_DOWN" || field.type === "RADIO_BUTTON")
    return { type: field.type, value: field.value ?? "" };
  return structuredClone(field);
};

export const sameValue = (one: CellValue, other: CellValue): boolean => {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  const identity = (item: string | Entity | FileInfo): string => {
    if (typeof item === "string") return item;
    return "fileKey" in item ? item.fileKey : item.code;
  };
  return (
    one.length === other.length &&
    one.every((item, i) => {
      const twin = other[i];
      return twin !== undefined && identity(item) === identity(twin);
    })
  );
};

export const isBlank = (value: CellValue): boolean => value.length === 0;
