import type { TestProject } from "vitest/node";
import { buildPlugin } from "../../scripts/build-plugin.ts";
import type { BuiltPlugin } from "../../scripts/build-plugin.ts";

declare module "vitest" {
  interface ProvidedContext {
    plugin: BuiltPlugin;
  }
}

/** One build for all end-to-end files; each of them starts its own demo. */
export default async ({ provide }: TestProject): Promise<void> => {
  provide("plugin", await buildPlugin());
};
