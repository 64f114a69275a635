import type { ApiContext } from "../../model/endpoint.ts";
import {
  boolean,
  id,
  object,
  optional,
  parseShape,
  text,
} from "../../ground/shape.ts";
import type { JsonObject } from "../../model/model.ts";
import {
  openForReading,
  openForWriting,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";

export const getAdminNotes = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context, { liveNeedsAdmin: true });
  return { ...copy.settings.adminNotes, revision: String(copy.revision) };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-app-admin-notes/ */
export const putAdminNotes = (context: ApiContext): JsonObject => {
  const shape = object({
    app: id(),
    content: optional(text({ max: 10_000 })),
    includeInTemplateAndDuplicates: optional(boolean()),
    revision: revisionShape,
  });
  const { app: appId, revision, ...given } = parseShape(shape, context.params);
  const app = openForWriting(context, { app: appId, revision });
  const { settings } = app.preview;
  const adminNotes: JsonObject = {
    ...settings.adminNotes,
    ...(given as JsonObject),
  };
  return savePreview(context, app, { ...settings, adminNotes });
};
