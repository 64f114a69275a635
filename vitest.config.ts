import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const project = (
  name: string,
  folder: string,
  options: Record<string, unknown> = {},
) => ({
  // The packages of this repository are read from their sources.
  ssr: { resolve: { conditions: ["source", "node", "import", "default"] } },
  resolve: { conditions: ["source", "node", "import", "default"] },
  test: {
    name,
    include: [`${folder}/**/*.test.ts`],
    environment: "node",
    setupFiles: ["test/support/property-seed.ts"],
    maxWorkers: cores,
    // Modules keep no state, so a worker loads them once for all of its files.
    isolate: false,
    ...options,
  },
});

const cores = availableParallelism();

/** A person can look at one browser at a time. */
const isWatched = process.env.BROWSER_SLOW_MO_MS !== undefined;

const serverTests = { testTimeout: 60_000, hookTimeout: 120_000 };

const browserTests = {
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // A test that waits for its page leaves the processor to another file.
  maxWorkers: isWatched ? 1 : cores + 1,
  sequence: { groupOrder: 1 },
  expect: { poll: { timeout: 15_000 } },
  // A browser on a busy machine may lose one race; the report names who needed a second try.
  retry: process.env.CI === undefined ? 0 : 1,
};

export default defineConfig({
  test: {
    // A file that has not changed is not compiled again by the next run.
    experimental: {
      fsModuleCache: true,
      fsModuleCachePath: "node_modules/.cache/vitest",
    },
    projects: [
      project("unit", "test/unit", { testTimeout: 20_000 }),
      project("excel-form", "excel-form/test", { testTimeout: 20_000 }),
      project("architecture", "test/architecture", { testTimeout: 30_000 }),
      project("local-kintone", "local-kintone/test", {
        ...serverTests,
        exclude: ["local-kintone/test/e2e/**"],
      }),
      project("integration", "test/integration", serverTests),
      project("local-kintone-e2e", "local-kintone/test/e2e", browserTests),
      project("e2e", "test/e2e", {
        ...browserTests,
        globalSetup: ["test/support/build-plugin-once.ts"],
      }),
    ],
  },
});
