import { isCalculated } from "../../language/formula/formulas.ts";
import { formOf } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import type {
  App,
  AppSettings,
  StoredRecord,
  User,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { accessOfUser } from "./access.ts";
import type { Access, FieldRights } from "./access.ts";
import type { RecordRights } from "./rows.ts";

export type EvaluatedRights = {
  record: RecordRights;
  fields: Record<string, FieldRights>;
};

/** Fields that the record APIs write: columns stand beside the others, tables do not. */
const writableFields = (settings: AppSettings): FormField[] => {
  const { stored, columns } = formOf(settings);
  return stored
    .flatMap((field) =>
      field.type === "SUBTABLE" ? [...(columns.get(field.code) ?? [])] : field,
    )
    .filter((field) => !isCalculated(field) && field.type !== "CATEGORY");
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/evaluate-record-permissions/ */
export const evaluateAccess = (
  access: Access,
  settings: AppSettings,
  record: StoredRecord,
): EvaluatedRights => {
  const rights = access.recordRights(record);
  const fields = writableFields(settings).map(
    ({ code }): [string, FieldRights] => {
      const own = access.fieldRights(code, record);
      return [
        code,
        {
          viewable: rights.viewable && own.viewable,
          editable: rights.editable && own.editable,
        },
      ];
    },
  );
  return { record: rights, fields: Object.fromEntries(fields) };
};

/** Rights of a user on one record and its fields, app permissions included. */
export const evaluateRecordRights = (
  site: Site,
  user: User,
  app: App,
  record: StoredRecord,
): EvaluatedRights =>
  evaluateAccess(
    accessOfUser(site, app, user),
    (app.live ?? app.preview).settings,
    record,
  );
