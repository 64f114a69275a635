import { invalidInput } from "../../ground/api-error.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import { storeSettingsFile, toFileAnswer } from "../files/temporary-file.ts";
import {
  checked,
  id,
  list,
  object,
  oneOf,
  optional,
  ourMessages,
  parseShape,
  text,
  variants,
} from "../../ground/shape.ts";
import type { App, Json, JsonObject } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import {
  openForReading,
  openForWriting,
  requireSystemAdmin,
  revisionShape,
  savePreview,
} from "../rights/open-app.ts";

const MAX_FILES = 30;

const httpsUrl = checked(text({ min: 1 }), (url) =>
  /^https:\/\/[^\s/]+/i.test(url) ? null : ourMessages.wrongType,
);
const item = variants("type", {
  URL: object({ url: httpsUrl }),
  FILE: object({ file: object({ fileKey: text({ min: 1 }) }) }),
});
const items = optional(list(item, { max: MAX_FILES }));
const device = optional(object({ js: items, css: items }));

/** A file is new, under its temporary key, or kept from before, under the key that GET showed. */
const settleItem = (
  site: Site,
  app: App,
  given: JsonObject,
  path: string,
): JsonObject => {
  if (given.type === "URL") return given;
  // Read by the shape above.
  const { fileKey } = given.file as { fileKey: string };
  const isKept = JSON.stringify(app.preview.settings.customize).includes(
    JSON.stringify(fileKey),
  );
  const known = isKept ? site.store.files.get(fileKey) : undefined;
  const file = known ?? storeSettingsFile(site, app.id, fileKey);
  if (file.bytes.byteLength === 0)
    throw invalidInput({ [path]: { messages: [ourMessages.wrongType] } });
  return { type: "FILE", file: toFileAnswer(file) };
};

const settleDevice = (
  site: Site,
  app: App,
  current: Json | undefined,
  given:
    | { js?: JsonObject[] | undefined; css?: JsonObject[] | undefined }
    | undefined,
  path: string,
): JsonObject => {
  const known = current as { js: JsonObject[]; css: JsonObject[] };
  const settle = (kind: "js" | "css") =>
    given?.[kind]?.map((it, i) =>
      settleItem(site, app, it, `${path}.${kind}[${i}]`),
    ) ?? known[kind];
  return { js: settle("js"), css: settle("css") };
};

export const getCustomize = (context: ApiContext): JsonObject => {
  const { copy } = openForReading(context, { liveNeedsAdmin: true });
  return { ...copy.settings.customize, revision: String(copy.revision) };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/settings/update-customization/ */
export const putCustomize = (context: ApiContext): JsonObject => {
  const shape = object({
    app: id(),
    scope: optional(oneOf(["ALL", "ADMIN", "NONE"])),
    desktop: device,
    mobile: device,
    revision: revisionShape,
  });
  const params = parseShape(shape, context.params);
  const app = openForWriting(context, params);
  requireSystemAdmin(context);
  const { settings } = app.preview;
  const { customize } = settings;
  const { site } = context;
  return savePreview(context, app, {
    ...settings,
    customize: {
      scope: params.scope ?? customize.scope ?? "ALL",
      desktop: settleDevice(
        site,
        app,
        customize.desktop,
        params.desktop,
        "desktop",
      ),
      mobile: settleDevice(
        site,
        app,
        customize.mobile,
        params.mobile,
        "mobile",
      ),
    },
  });
};
