import { createRequire } from "node:module";
import type validateManifest from "@kintone/plugin-manifest-validator";
import { invalidInput } from "../../ground/api-error.ts";
import { isObject } from "../../ground/shape.ts";
import type { JsonObject } from "../../model/model.ts";
import { unpack } from "./plugin-zip.ts";
import type { Entries } from "./plugin-zip.ts";
import { plainText } from "../../ground/plain.ts";

export type PluginContents = {
  version: string;
  manifest: JsonObject;
  /** Path as the manifest names it → bytes; what it does not name is left out. */
  files: Map<string, Uint8Array>;
};

const MAX_CONFIG_HTML_BYTES = 65_535;
type Validate = typeof validateManifest;

/** Loaded with the first plugin: it takes a tenth of the time a server may take to start. */
const loadValidator = (): Validate => {
  const load = createRequire(import.meta.url);
  // A CommonJS module with one function as its default.
  const module = load("@kintone/plugin-manifest-validator") as {
    default: Validate;
  };
  return module.default;
};

const refuse = (ja: string, en: string): Error =>
  invalidInput({ fileKey: { messages: [{ ja, en }] } });

const refuseManifest = (reason: string) =>
  refuse(
    `manifest.jsonが正しくありません。(${reason})`,
    `manifest.json is invalid. (${reason})`,
  );

/** Entries by path relative to the folder of the one manifest.json. */
const fromManifestFolder = (entries: Entries): Entries => {
  const manifests = [...entries.keys()].filter((path) =>
    /(^|\/)manifest\.json$/.test(path),
  );
  const [manifest] = manifests;
  if (manifest === undefined || manifests.length > 1)
    throw refuse(
      "contents.zipには、manifest.jsonが1つだけ必要です。",
      "contents.zip must hold exactly one manifest.json.",
    );
  const folder = manifest.slice(0, -"manifest.json".length);
  return new Map(
    [...entries]
      .filter(([path]) => path.startsWith(folder) && !path.endsWith("/"))
      .map(([path, bytes]) => [path.slice(folder.length), bytes]),
  );
};

const parseManifest = (bytes: Uint8Array | undefined): JsonObject => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    // An object from JSON.parse is a JsonObject.
    if (isObject(value)) return value as JsonObject;
  } catch {
    // Reported below, like any other manifest that cannot be read.
  }
  throw refuseManifest("JSON");
};

const isUrl = (path: string) => /^https?:\/\//i.test(path);

/** Paths are names in a zip here, never places on a disk; a way out of it is refused all the same. */
const isRelative = (path: string) =>
  !path.startsWith("/") &&
  !path.includes("\\") &&
  !path.split("/").includes("..");

const normalise = (path: string) => path.replace(/^(\.\/)+/, "");

const check = (manifest: JsonObject, files: Entries) => {
  const find = (path: string) => files.get(normalise(path));
  const result = loadValidator()(manifest, {
    relativePath: (path) => isRelative(path) && !isUrl(path),
    fileExists: (path) => find(path) !== undefined,
    maxFileSize: (max, path) => (find(path)?.byteLength ?? 0) <= max,
  });
  if (result.valid === true) return;
  const [first] = result.errors ?? [];
  throw refuseManifest(
    `${first?.instancePath ?? ""} ${first?.message ?? ""}`.trim(),
  );
};

const listOf = (part: unknown, name: string): string[] => {
  const list = isObject(part) ? part[name] : undefined;
  return Array.isArray(list) ? list.filter((it) => typeof it === "string") : [];
};

/** Every local file that a manifest names. */
const namedFiles = (manifest: JsonObject): string[] => {
  const { desktop, mobile, config, icon } = manifest;
  const lists = [desktop, mobile, config].flatMap((part) => [
    ...listOf(part, "js"),
    ...listOf(part, "css"),
  ]);
  const html =
    isObject(config) && typeof config.html === "string" ? [config.html] : [];
  const single = [...html, ...(typeof icon === "string" ? [icon] : [])];
  return [...lists, ...single].filter((path) => !isUrl(path));
};

const checkConfigHtml = (manifest: JsonObject, files: Entries) => {
  const { config } = manifest;
  if (!isObject(config) || typeof config.html !== "string") return;
  const html = files.get(normalise(config.html));
  if ((html?.byteLength ?? 0) > MAX_CONFIG_HTML_BYTES)
    throw refuseManifest(`config.html > ${MAX_CONFIG_HTML_BYTES} bytes`);
};

/**
 * Reads `contents.zip`: one manifest that the official validator accepts, with every
 * file it names.
 *
 * @see https://github.com/kintone/js-sdk/tree/main/packages/plugin-manifest-validator
 */
export const readContents = (zip: Uint8Array): PluginContents => {
  const entries = fromManifestFolder(unpack(zip));
  const manifest = parseManifest(entries.get("manifest.json"));
  check(manifest, entries);
  checkConfigHtml(manifest, entries);
  const files = new Map<string, Uint8Array>();
  for (const path of namedFiles(manifest)) {
    const bytes = entries.get(normalise(path));
    if (bytes) files.set(path, bytes);
  }
  return { version: plainText(manifest.version), manifest, files };
};
