import { defineConfig } from "vitest/config";

const project = (name: string, options: Record<string, unknown> = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: "node",
    setupFiles: ["test/support/property-seed.ts"],
    ...options,
  },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", { testTimeout: 20_000 }),
      project("architecture"),
      project("integration", { testTimeout: 60_000, hookTimeout: 120_000 }),
      project("e2e", {
        globalSetup: ["test/support/build-plugin-once.ts"],
        testTimeout: 120_000,
        hookTimeout: 240_000,
        fileParallelism: false,
        expect: { poll: { timeout: 15_000 } },
        // A browser on a busy machine may lose one race; the report names who needed a second try.
        retry: process.env.CI === undefined ? 0 : 1,
      }),
    ],
  },
});
