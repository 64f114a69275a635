import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import { fieldCodeNotFound } from "../../ground/errors.ts";
import {
  boolean,
  id,
  list,
  object,
  oneOf,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import type { App, AppSettings, JsonObject } from "../../model/model.ts";
import {
  openForReading,
  openForWriting,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";
import { deployNow } from "./deploy.ts";
import {
  entityShape,
  moveEveryoneLast,
  requireKnownEntity,
  toEntity,
} from "./entity-shapes.ts";
import { findField } from "../../model/form-fields.ts";
import { checkFilter } from "../rights/query-check.ts";

const flag = withDefault(boolean(), false);

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-app-permissions/ */
const appRight = object({
  entity: entityShape(["USER", "ORGANIZATION", "GROUP", "CREATOR"]),
  includeSubs: flag,
  appEditable: flag,
  recordViewable: flag,
  recordAddable: flag,
  recordEditable: flag,
  recordDeletable: flag,
  recordImportable: flag,
  recordExportable: flag,
});
const RECORD_ENTITIES = ["USER", "GROUP", "ORGANIZATION", "FIELD_ENTITY"];
const recordRight = object({
  filterCond: withDefault(text(), ""),
  entities: list(
    object({
      entity: entityShape(RECORD_ENTITIES),
      viewable: flag,
      editable: flag,
      deletable: flag,
      includeSubs: flag,
    }),
    { min: 1 },
  ),
});
const fieldRight = object({
  code: text({ min: 1 }),
  entities: list(
    object({
      entity: entityShape(RECORD_ENTITIES),
      accessibility: oneOf(["READ", "WRITE", "NONE"]),
      includeSubs: flag,
    }),
    { min: 1 },
  ),
});

const nobodyManages = {
  ja: "アプリを管理できるユーザーがいなくなります。",
  en: "At least one entity must be able to manage the app.",
};

const reader =
  (part: "appAcl" | "recordAcl" | "fieldAcl") =>
  (context: ApiContext): JsonObject => {
    const { copy } = openForReading(context, { liveNeedsAdmin: true });
    return { rights: copy.settings[part], revision: String(copy.revision) };
  };

/**
 * Saves permissions: under `/preview/` like other settings, otherwise with a deploy
 * of everything that is pending.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-app-permissions/
 */
const save = (
  context: ApiContext,
  app: App,
  settings: AppSettings,
): JsonObject => {
  const saved = savePreview(context, app, settings);
  if (context.preview) return saved;
  const revision = deployNow(context, app.id);
  return { revision: String(revision) };
};

export const getAppAcl = reader("appAcl");
export const getRecordAcl = reader("recordAcl");
export const getFieldAcl = reader("fieldAcl");

const writing = object({ app: id(), revision: revisionShape });

export const putAppAcl = (context: ApiContext): JsonObject => {
  const params = parseShape(
    object({ app: id(), revision: revisionShape, rights: list(appRight) }),
    context.params,
  );
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  params.rights.forEach(({ entity }, i) =>
    requireKnownEntity(context.site, settings, entity, `rights[${i}].entity`),
  );
  if (!params.rights.some((right) => right.appEditable))
    throw invalidInput({ rights: { messages: [nobodyManages] } });
  const appAcl = moveEveryoneLast(params.rights).map((right) => ({
    ...right,
    entity: toEntity(right.entity),
  }));
  return save(context, app, { ...settings, appAcl });
};

export const putRecordAcl = (context: ApiContext): JsonObject => {
  const params = parseShape(writing, context.params);
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const { rights } = parseShape(
    object({ rights: list(recordRight) }),
    context.params,
  );
  const recordAcl = rights.map(({ filterCond, entities }, i): JsonObject => {
    checkFilter(context, settings, filterCond);
    entities.forEach(({ entity }, j) =>
      requireKnownEntity(
        context.site,
        settings,
        entity,
        `rights[${i}].entities[${j}].entity`,
      ),
    );
    const rows = moveEveryoneLast(entities).map((row) => ({
      ...row,
      entity: toEntity(row.entity),
    }));
    return { filterCond, entities: rows };
  });
  return save(context, app, { ...settings, recordAcl });
};

export const putFieldAcl = (context: ApiContext): JsonObject => {
  const params = parseShape(writing, context.params);
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const { rights } = parseShape(
    object({ rights: list(fieldRight) }),
    context.params,
  );
  const fieldAcl = rights.map(({ code, entities }, i): JsonObject => {
    if (!findField(settings.fields, code)) throw fieldCodeNotFound(code);
    entities.forEach(({ entity }, j) =>
      requireKnownEntity(
        context.site,
        settings,
        entity,
        `rights[${i}].entities[${j}].entity`,
      ),
    );
    const rows = moveEveryoneLast(entities).map((row) => ({
      ...row,
      entity: toEntity(row.entity),
    }));
    return { code, entities: rows };
  });
  return save(context, app, { ...settings, fieldAcl });
};
