import { invalidInput } from "../server/api-error.ts";
import type { ApiContext } from "../server/endpoint.ts";
import { fileNotFound } from "../server/errors.ts";
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
} from "../server/shape.ts";
import type { Json, JsonObject } from "../site/model.ts";
import type { Site } from "../site/site.ts";
import {
  openForReading,
  openForWriting,
  requireSystemAdmin,
  revisionShape,
  savePreview,
} from "./access.ts";

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

/** An uploaded file as answers show it; a file kept from before is known by the same key. */
const settleItem = (
  site: Site,
  given: JsonObject,
  path: string,
): JsonObject => {
  if (given.type === "URL") return given;
  const { fileKey } = given.file as { fileKey: string };
  const file = site.store.files.get(fileKey);
  if (!file) throw fileNotFound(fileKey);
  if (file.bytes.byteLength === 0)
    throw invalidInput({ [path]: { messages: [ourMessages.wrongType] } });
  if (file.kind === "temporary")
    site.store.saveFile({ ...file, kind: "attached" });
  const { name, contentType, bytes } = file;
  const size = String(bytes.byteLength);
  return { type: "FILE", file: { fileKey, name, contentType, size } };
};

const settleDevice = (
  site: Site,
  current: Json | undefined,
  given:
    | { js?: JsonObject[] | undefined; css?: JsonObject[] | undefined }
    | undefined,
  path: string,
): JsonObject => {
  const known = current as { js: JsonObject[]; css: JsonObject[] };
  const settle = (kind: "js" | "css") =>
    given?.[kind]?.map((it, i) =>
      settleItem(site, it, `${path}.${kind}[${i}]`),
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
      desktop: settleDevice(site, customize.desktop, params.desktop, "desktop"),
      mobile: settleDevice(site, customize.mobile, params.mobile, "mobile"),
    },
  });
};
