import type { ApiContext } from "../../model/endpoint.ts";
import { fieldCodeNotFound } from "../../ground/errors.ts";
import {
  dictionary,
  id,
  integer,
  list,
  object,
  optional,
  parseShape,
  text,
  variants,
} from "../../ground/shape.ts";
import type { AppSettings, Json, JsonObject } from "../../model/model.ts";
import {
  openForReading,
  openForWriting,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";
import { entityShape, requireKnownEntity, toEntity } from "./entity-shapes.ts";
import {
  findRelatedApp,
  liveFields,
  relatedAppOf,
} from "./fields/related-app.ts";
import type { LiveApp } from "./fields/related-app.ts";
import { findField } from "../../model/form-fields.ts";
import { idOf, settleNamedSet } from "./named-set.ts";
import type { Placed } from "./named-set.ts";
import { checkFilter } from "../rights/query-check.ts";

const destField = text({ min: 1 });
const mapping = variants("srcType", {
  FIELD: object({ srcField: text({ min: 1 }), destField }),
  RECORD_URL: object({ destField }),
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-action-settings/ */
const actionShape = object({
  name: optional(text({ min: 1, max: 32 })),
  index: integer({ min: 0 }),
  destApp: optional(object({ app: optional(id()), code: optional(text()) })),
  mappings: optional(list(mapping)),
  entities: optional(list(entityShape(["USER", "GROUP", "ORGANIZATION"]))),
  filterCond: optional(text()),
});
type GivenAction = ReturnType<typeof actionShape.read>;

const checkMappings = (
  settings: AppSettings,
  dest: LiveApp,
  mappings: readonly JsonObject[],
) => {
  for (const { srcField, destField: target } of mappings) {
    if (typeof srcField === "string" && !findField(settings.fields, srcField))
      throw fieldCodeNotFound(srcField);
    if (!findField(liveFields(dest), String(target)))
      throw fieldCodeNotFound(String(target));
  }
};

const destOf = (current: JsonObject | undefined) => {
  const known = current?.destApp as { app: string; code: string } | undefined;
  return known && { app: Number(known.app), code: known.code };
};

const toAction = (
  context: ApiContext,
  settings: AppSettings,
  placed: Placed<GivenAction>,
  index: number,
): JsonObject => {
  const { name, given, current } = placed;
  const dest = findRelatedApp(context, given.destApp ?? destOf(current) ?? {});
  const mappings =
    given.mappings ?? (current?.mappings as JsonObject[] | undefined) ?? [];
  checkMappings(settings, dest, mappings);
  given.entities?.forEach((entity, i) =>
    requireKnownEntity(
      context.site,
      settings,
      entity,
      `actions[${placed.key}].entities[${i}]`,
    ),
  );
  const filterCond =
    given.filterCond ?? (current?.filterCond as string | undefined) ?? "";
  checkFilter(context, settings, filterCond);
  return {
    id: idOf(context.site, "action", current),
    name,
    index: String(index),
    destApp: relatedAppOf(dest),
    mappings,
    entities:
      given.entities?.map(toEntity) ??
      (current?.entities as Json[] | undefined) ??
      [],
    filterCond,
  };
};

export const getActions = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context);
  return { actions: copy.settings.actions, revision: String(copy.revision) };
};

export const putActions = (context: ApiContext): JsonObject => {
  const params = parseShape(
    object({
      app: id(),
      actions: dictionary(actionShape),
      revision: revisionShape,
    }),
    context.params,
  );
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const placed = settleNamedSet(settings.actions, params.actions, "actions");
  const actions = Object.fromEntries(
    placed.map((it, i) => [it.name, toAction(context, settings, it, i)]),
  );
  const saved = savePreview(context, app, { ...settings, actions });
  const ids = Object.entries(actions).map(([name, action]) => [
    name,
    { id: action.id ?? null },
  ]);
  return { actions: Object.fromEntries(ids) as JsonObject, ...saved };
};
