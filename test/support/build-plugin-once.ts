import type { TestProject } from "vitest/node";
import { buildLocalPlugin } from "../../scripts/plugin/build-local-plugin.ts";
import type { LocalPlugin } from "../../scripts/plugin/build-local-plugin.ts";

declare module "vitest" {
  interface ProvidedContext {
    plugin: LocalPlugin;
  }
}

/** A browser that is watched is there to be debugged. */
const hasSourceMaps = process.env.BROWSER_SLOW_MO_MS !== undefined;

/** Builds the plugin once for all end-to-end files; each of them starts its own demo. */
export default async ({ provide }: TestProject): Promise<void> => {
  provide("plugin", await buildLocalPlugin({ hasSourceMaps }));
};
