import type { AppSettings, Json, JsonObject } from "../../model/model.ts";
import type { EntityRow } from "./entities.ts";

const object = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? value
    : {};

const list = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.map(object) : [];

const text = (value: Json | undefined): string =>
  typeof value === "string" ? value : "";

/** `entity` and `includeSubs` of a stored settings row. */
export const toEntityRow = (row: JsonObject): EntityRow => {
  const entity = object(row.entity);
  return {
    entity: {
      type: text(entity.type),
      code: typeof entity.code === "string" ? entity.code : null,
    },
    includeSubs: row.includeSubs === true,
  };
};

export type RecordRights = {
  viewable: boolean;
  editable: boolean;
  deletable: boolean;
};
type RecordAclRow = EntityRow & RecordRights;
export type RecordAclBlock = { filterCond: string; rows: RecordAclRow[] };

/** Stored settings never change, and each request asks about its rights. */
const readOnce = <T extends object>(
  read: (settings: AppSettings) => T,
): ((settings: AppSettings) => T) => {
  const known = new WeakMap<AppSettings, T>();
  return (settings) => {
    const found = known.get(settings) ?? read(settings);
    known.set(settings, found);
    return found;
  };
};

/** `record/acl.json`, in the order of priority. */
export const recordAclOf = readOnce((settings): readonly RecordAclBlock[] =>
  settings.recordAcl.map((block) => ({
    filterCond: text(block.filterCond),
    rows: list(block.entities).map((row) => ({
      ...toEntityRow(row),
      viewable: row.viewable === true,
      editable: row.editable === true,
      deletable: row.deletable === true,
    })),
  })),
);

export type Accessibility = "READ" | "WRITE" | "NONE";
export type FieldAclRow = EntityRow & { accessibility: Accessibility };

const accessibility = (value: Json | undefined): Accessibility =>
  value === "READ" || value === "WRITE" ? value : "NONE";

/** `field/acl.json` by field code. */
export const fieldAclOf = readOnce(
  (settings): ReadonlyMap<string, readonly FieldAclRow[]> =>
    new Map(
      settings.fieldAcl.map((right) => [
        text(right.code),
        list(right.entities).map((row) => ({
          ...toEntityRow(row),
          accessibility: accessibility(row.accessibility),
        })),
      ]),
    ),
);
