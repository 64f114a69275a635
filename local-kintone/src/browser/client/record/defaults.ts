import type { FieldProperty } from "../../../model/model.ts";
import { boot } from "../boot.ts";
import { timeNow, today } from "../times.ts";
import { isCalculated, isEntityType, lookupOf } from "./kinds.ts";
import type { CellValue, Entity } from "./types.ts";
import { radioFallback, toCellValue } from "./values.ts";

type Preset = { type: string; code: string };
/** Names for the codes of defaults, and who the functions mean. */
export type DefaultNames = {
  names: Record<string, string>;
  primaryOrganization: Entity | null;
};

const toMinute = (moment: number): string =>
  new Date(Math.floor(moment / 60_000) * 60_000)
    .toISOString()
    .replace(/\.\d{3}Z$/, "Z");

const nowOf: Record<string, () => string> = {
  DATE: today,
  TIME: timeNow,
  DATETIME: () => toMinute(Date.now()),
};

const entityOf = (preset: Preset, known: DefaultNames): Entity[] => {
  if (preset.code === "LOGINUSER()")
    return [{ code: boot.user.code, name: boot.user.name }];
  if (preset.code === "PRIMARY_ORGANIZATION()")
    return known.primaryOrganization ? [known.primaryOrganization] : [];
  const name = known.names[`${preset.type}:${preset.code}`] ?? preset.code;
  return [{ code: preset.code, name }];
};

/**
 * Default value of a field of a new record. The day is in the user's time zone,
 * not the browser's.
 */
export const defaultValue = (
  property: FieldProperty,
  known: DefaultNames,
): CellValue => {
  const { type } = property;
  if (isCalculated(property) || lookupOf(property)) return "";
  if (property.defaultNowValue === true) return nowOf[type]?.() ?? "";
  if (type === "RADIO_BUTTON") return radioFallback(property);
  if (isEntityType(type)) {
    const presets = (property.defaultValue ?? []) as Preset[];
    return presets.flatMap((preset) => entityOf(preset, known));
  }
  return toCellValue(property, type === "FILE" ? [] : property.defaultValue);
};

/** For records that exist: everything blank until it is loaded. */
export const blankValue = (property: FieldProperty): CellValue =>
  toCellValue(property, undefined);
