import { randomUUID } from "node:crypto";
import { findReadableFile } from "../files.ts";
import type { ApiContext, Endpoint } from "../../../model/endpoint.ts";
import { fileNotFound, illegalRequest } from "../../../ground/errors.ts";
import { dropBlank, object, parseShape, text } from "../../../ground/shape.ts";
import { appRights } from "../../rights/app-rights.ts";
import type { App, JsonObject, StoredFile } from "../../../model/model.ts";
import { findThreadFile } from "../../spaces/threads.ts";

const ANYONE: Endpoint["auth"] = ["password", "session", "token"];

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/files/upload-file/ */
const uploadFile = (context: ApiContext): JsonObject => {
  const { file, site, caller } = context;
  if (!file) throw illegalRequest();
  const key = randomUUID();
  site.store.saveFile({
    key,
    name: file.name,
    contentType: file.contentType,
    bytes: file.bytes,
    uploadedBy: caller.user.code,
    uploadedAt: new Date(site.clock.now()).toISOString(),
    kind: "temporary",
  });
  return { fileKey: key };
};

/** Customisation files and icons: the settings name their keys and nothing else does. */
const isNamedBy = (app: App, key: string): boolean =>
  [app.preview, ...(app.live ? [app.live] : [])].some(({ settings }) =>
    JSON.stringify([settings.customize, settings.general.icon]).includes(
      JSON.stringify(key),
    ),
  );

const findSettingsFile = (
  context: ApiContext,
  key: string,
): StoredFile | null => {
  const { site, caller } = context;
  const app = [...site.store.apps.values()].find((it) => isNamedBy(it, key));
  if (!app) return null;
  if (!appRights(site, app, caller).appEditable) throw fileNotFound(key);
  return site.store.files.get(key) ?? null;
};

/** encodeURIComponent refuses half a surrogate pair. */
const wellFormed = (name: string) =>
  name.replaceAll(/[\ud800-\udfff]/gu, "\ufffd");

/** RFC 6266: a plain name for old readers, the real one in UTF-8. */
const disposition = (name: string): string => {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(wellFormed(name)).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** A header cannot carry what is no media type. */
const safeType = (type: string) =>
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;\s*[\w-]+=[\w."-]+)*$/.test(type)
    ? type
    : "application/octet-stream";

/** The answer that hands out a file. */
const fileResponse = (file: StoredFile): Response =>
  // Bytes were read from a request into a buffer of their own.
  new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": safeType(file.contentType),
      "Content-Disposition": disposition(file.name),
      "Content-Length": String(file.bytes.byteLength),
      "X-Content-Type-Options": "nosniff",
    },
  });

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/files/download-file/ */
const downloadFile = (context: ApiContext): Response => {
  const shape = object({ fileKey: text({ min: 1 }) });
  const { fileKey } = parseShape(shape, dropBlank(context.params));
  const file =
    findSettingsFile(context, fileKey) ??
    findThreadFile(context, fileKey) ??
    findReadableFile(context, fileKey);
  return fileResponse(file);
};

export const fileEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "file", auth: ANYONE, handle: uploadFile },
  { method: "GET", path: "file", auth: ANYONE, handle: downloadFile },
];
