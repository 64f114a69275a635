import { zipSync } from "fflate";
import {
  buildReleasePlugin,
  type ReleasePlugin,
} from "../plugin/build-release-plugin.ts";
import type { BundleOptions } from "../plugin/bundle-for-release.ts";
import { collectLicences } from "../plugin/licences.ts";
import { readVersion, type PluginFiles } from "../plugin/sources.ts";
import { collectDocuments } from "./documents.ts";

type Release = {
  /** `suisen-VERSION.zip` */
  readonly name: string;
  readonly zip: Uint8Array;
  readonly plugin: ReleasePlugin;
};

/**
 * Makes what an office downloads, in memory: the plugin, the guide, the licences
 * and the changelog.
 *
 * @param key - RSA key (PKCS#1 PEM); it decides the plugin's id
 */
export const buildRelease = async (
  key: string,
  options: Pick<BundleOptions, "cacheDir"> = {},
): Promise<Release> => {
  const plugin = await buildReleasePlugin(key, options);
  const files: PluginFiles = {
    "plugin.zip": plugin.zip,
    ...(await collectDocuments()),
    "THIRD-PARTY-LICENCES.txt": Buffer.from(await collectLicences()),
  };
  return {
    name: `suisen-${await readVersion()}.zip`,
    zip: zipSync(files),
    plugin,
  };
};
