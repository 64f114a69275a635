import { createRequire } from "node:module";
import packerModule from "@kintone/plugin-packer";
import type validateManifestType from "@kintone/plugin-manifest-validator";
import { zipSync } from "fflate";
import type { PluginFiles } from "./sources.ts";

// Both packages are CommonJS; imported, their functions hide one level deeper
// than their types say.
const require = createRequire(import.meta.url);
const { default: validateManifest } =
  require("@kintone/plugin-manifest-validator") as {
    default: typeof validateManifestType;
  };
const { default: pack } = require("@kintone/plugin-packer") as {
  default: typeof packerModule;
};

/** Equal contents give equal bytes, so an unchanged plugin can be recognised. */
const ZIP_TIME = new Date("2000-01-01T00:00:00Z");

/** The packer does not validate, so the manifest is checked here. */
const checkManifest = (files: PluginFiles): void => {
  const manifest = JSON.parse(
    Buffer.from(files["manifest.json"] ?? []).toString("utf8"),
  ) as Record<string, unknown>; // the validator is what checks it
  const result = validateManifest(manifest, {
    fileExists: (file: string) => Object.hasOwn(files, file),
  });
  if (!result.valid) {
    throw new Error(
      `The manifest is refused: ${JSON.stringify(result.errors, null, 2)}`,
    );
  }
};

/**
 * Validates, zips and signs a plugin.
 *
 * @param key - RSA key (PKCS#1 PEM); it decides the plugin's id
 */
export const packPlugin = async (
  files: PluginFiles,
  key: string,
): Promise<{ id: string; zip: Uint8Array }> => {
  checkManifest(files);
  const contents = zipSync(files, { mtime: ZIP_TIME, level: 9 });
  const { plugin, id } = await pack(Buffer.from(contents), key);
  return { id, zip: plugin };
};
