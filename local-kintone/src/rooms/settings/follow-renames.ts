import type { App, AppSettings, FieldProperty } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { lookupOf, referenceTableOf } from "../../model/form-fields.ts";
import { renameInText } from "./fields/rename-field.ts";
import type { Renames } from "./fields/rename-field.ts";

const followField = (
  field: FieldProperty,
  appId: string,
  renames: Renames,
): FieldProperty => {
  const name = (code: string) => renames.get(code) ?? code;
  const inText = (text: string) => renameInText(text, renames);
  const lookup = lookupOf(field);
  if (lookup?.relatedApp.app === appId)
    return {
      ...field,
      lookup: {
        ...lookup,
        relatedKeyField: name(lookup.relatedKeyField),
        fieldMappings: lookup.fieldMappings.map((it) => ({
          ...it,
          relatedField: name(it.relatedField),
        })),
        lookupPickerFields: lookup.lookupPickerFields.map(name),
        filterCond: inText(lookup.filterCond),
        sort: inText(lookup.sort),
      },
    };
  const table = referenceTableOf(field);
  if (table?.relatedApp.app === appId)
    return {
      ...field,
      referenceTable: {
        ...table,
        condition: {
          ...table.condition,
          relatedField: name(table.condition.relatedField),
        },
        displayFields: table.displayFields.map(name),
        filterCond: inText(table.filterCond),
        sort: inText(table.sort),
      },
    };
  const { fields } = field;
  return fields
    ? { ...field, fields: followFields(fields, appId, renames) }
    : field;
};

const followFields = (
  fields: Record<string, FieldProperty>,
  appId: string,
  renames: Renames,
): Record<string, FieldProperty> =>
  Object.fromEntries(
    Object.entries(fields).map(([code, field]) => [
      code,
      followField(field, appId, renames),
    ]),
  );

const follow = (
  settings: AppSettings,
  appId: number,
  renames: Renames,
): AppSettings => ({
  ...settings,
  fields: followFields(settings.fields, String(appId), renames),
});

const pointsAt = (app: App, appId: number): boolean =>
  JSON.stringify([
    app.preview.settings.fields,
    app.live?.settings.fields,
  ]).includes(`"app":"${appId}"`);

/** Lookups and related records of other apps go on working when a field they read is renamed. */
export const followRenames = (
  site: Site,
  appId: number,
  renames: Renames,
): void => {
  if (renames.size === 0) return;
  for (const app of [...site.store.apps.values()].filter((it) =>
    pointsAt(it, appId),
  ))
    site.store.saveApp({
      ...app,
      preview: {
        ...app.preview,
        settings: follow(app.preview.settings, appId, renames),
      },
      live: app.live && {
        ...app.live,
        settings: follow(app.live.settings, appId, renames),
      },
    });
};
