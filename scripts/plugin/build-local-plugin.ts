import { assemblePlugin } from "./assemble.ts";
import {
  createDevelopmentBundler,
  type DevelopmentBundleOptions,
  type DevelopmentBundler,
} from "./bundle-for-development.ts";
import { packPlugin } from "./pack.ts";
import { readMachineKey } from "./signing-key.ts";

export type LocalPlugin = {
  readonly id: string;
  readonly zip: Uint8Array;
};

/** Packs what the bundler gives, under the id of local plugins. */
export const packLocalPlugin = async (
  bundler: DevelopmentBundler,
): Promise<LocalPlugin> => {
  const [scripts, key] = await Promise.all([
    bundler.bundle(),
    readMachineKey("local"),
  ]);
  return packPlugin(await assemblePlugin(scripts), key);
};

/**
 * Builds the plugin for the demo and the tests, in memory: neither the files nor
 * the id of a plugin that is to be released are touched.
 */
export const buildLocalPlugin = async (
  options: DevelopmentBundleOptions = {},
): Promise<LocalPlugin> => {
  const bundler = await createDevelopmentBundler(options);
  try {
    return await packLocalPlugin(bundler);
  } finally {
    await bundler.dispose();
  }
};
