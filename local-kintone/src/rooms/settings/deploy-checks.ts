import { validateFormulas } from "../../language/formula/formulas.ts";
import { missingParams } from "../plugins/plugin-config.ts";
import { ApiError, invalidInput } from "../../ground/api-error.ts";
import { fieldCodeNotFound } from "../../ground/errors.ts";
import { own } from "../../ground/own.ts";
import type { App, FieldProperty } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { allFields, lookupOf } from "../../model/form-fields.ts";

/** Observed: SonicGarden/kintone-emulator (key field of a lookup is not unique). */
const keyNotUnique = (field: FieldProperty) =>
  new ApiError(400, "GAIA_LO03", {
    ja: `ルックアップフィールド「${field.label}」のコピー元のフィールドには、「値の重複を禁止する」を設定する必要があります。`,
    en: `The key field of the lookup "${field.label}" must prohibit duplicate values.`,
  });

/**
 * A field, by the code that it has live now, as it will be once these apps are deployed:
 * lookups know their sources by live codes, and follow a renaming.
 */
type Future = (appId: number, liveCode: string) => FieldProperty | undefined;

const futureOf = (site: Site, apps: readonly App[]): Future => {
  const deploying = new Map(apps.map((app) => [app.id, app.preview.settings]));
  return (appId, liveCode) => {
    const next = deploying.get(appId);
    if (!next) {
      const live = site.store.apps.get(appId)?.live?.settings.fields;
      return live && own(live, liveCode);
    }
    const renamed = Object.entries(next.origins?.fields ?? {}).find(
      ([, was]) => was === liveCode,
    );
    return own(next.fields, renamed?.[0] ?? liveCode);
  };
};

const checkLookup = (field: FieldProperty, future: Future) => {
  const lookup = lookupOf(field);
  if (!lookup) return;
  const key = future(Number(lookup.relatedApp.app), lookup.relatedKeyField);
  if (!key) throw fieldCodeNotFound(lookup.relatedKeyField);
  const isUnique = key.type === "RECORD_NUMBER" || key.unique === true;
  if (!isUnique) throw keyNotUnique(field);
};

/** Lookups of live apps that read from one that is about to change. */
const lookupsInto = (site: Site, apps: readonly App[]): FieldProperty[] => {
  const ids = new Set(apps.map(({ id }) => String(id)));
  return [...site.store.apps.values()]
    .filter((other) => other.live && !ids.has(String(other.id)))
    .flatMap((other) => allFields(other.live?.settings.fields ?? {}))
    .map(({ field }) => field)
    .filter((field) => ids.has(lookupOf(field)?.relatedApp.app ?? ""));
};

/** A plugin without its required parameters keeps the app from being updated (effect unverified). */
const requireConfigured = (site: Site, app: App) => {
  const isMissing = app.preview.settings.plugins.some(
    (plugin) => plugin.enabled && missingParams(site, plugin).length > 0,
  );
  if (!isMissing) return;
  throw invalidInput({
    apps: {
      messages: [
        {
          ja: "必須の設定が完了していないプラグインがあります。",
          en: "A plug-in has not been configured.",
        },
      ],
    },
  });
};

/**
 * Errors that a deploy answers at once: wrong formulas (GAIA_IL01) and lookups
 * whose key is not unique (GAIA_LO03).
 */
export const checkDeployable = (site: Site, apps: readonly App[]): void => {
  const future = futureOf(site, apps);
  for (const app of apps) {
    requireConfigured(site, app);
    validateFormulas(app.preview.settings);
    for (const { field } of allFields(app.preview.settings.fields))
      checkLookup(field, future);
  }
  for (const field of lookupsInto(site, apps)) checkLookup(field, future);
};
