/** The demo, rebuilt and reloaded whenever a source changes. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { runCommand } from "./command-line/run-command.ts";
import { toSentence } from "./command-line/to-sentence.ts";
import { DEMO_OPTIONS, toDemoOptions } from "./demo-options.ts";
import { startReloadServer } from "./dev/reload-server.ts";
import { watchSources } from "./dev/watch-sources.ts";
import { onEnd } from "./on-end.ts";
import { packLocalPlugin } from "./plugin/build-local-plugin.ts";
import { createDevelopmentBundler } from "./plugin/bundle-for-development.ts";
import { ROOT } from "./plugin/sources.ts";
import { ADMIN, startDemo } from "./start-demo.ts";

const DEFAULT_PORT = 8080;

/** Progress comes with more than its line. */
const printLine = (line: string): void => console.log(line);
/** For a tenant of one's own: the plugin with its source maps. */
const ZIP_PATH = path.join(ROOT, "dist", "dev", "plugin.zip");

const saveZip = async (zip: Uint8Array): Promise<void> => {
  await mkdir(path.dirname(ZIP_PATH), { recursive: true });
  await writeFile(ZIP_PATH, zip);
};

await runCommand({
  name: "npm run dev",
  summary:
    "Starts the demo, rebuilds the plugin when a source changes, and reloads the open pages.",
  options: DEMO_OPTIONS,
  run: async ({ values }) => {
    const reloader = await startReloadServer();
    const bundler = await createDevelopmentBundler({
      hasSourceMaps: true,
      prelude: reloader.snippet,
    });
    const stop = async (): Promise<void> => {
      reloader.close();
      await bundler.dispose();
    };
    try {
      const plugin = await packLocalPlugin(bundler);
      await saveZip(plugin.zip);
      const demo = await startDemo({
        port: DEFAULT_PORT,
        ...toDemoOptions(values),
        plugin,
        onProgress: printLine,
      });
      const client = new KintoneRestAPIClient({
        baseUrl: demo.baseUrl,
        auth: ADMIN,
      });
      const rebuild = async (): Promise<void> => {
        const start = performance.now();
        const { id, zip } = await packLocalPlugin(bundler);
        const { fileKey } = await client.file.uploadFile({
          file: { name: "plugin.zip", data: Buffer.from(zip) },
        });
        await client.plugin.updatePlugin({ id, fileKey });
        await saveZip(zip);
        reloader.reload();
        const ms = Math.round(performance.now() - start);
        console.log(`Rebuilt and installed in ${ms} ms.`);
      };
      // One after the other: a build must not overtake an older one.
      let last = Promise.resolve();
      const unwatch = watchSources(() => {
        last = last
          .then(rebuild)
          .catch((error: unknown) => console.error(toSentence(error)));
      });
      onEnd(async () => {
        unwatch();
        await stop();
        await demo.close();
      });
      console.log(`\n推薦ボード: ${demo.boardUrl}`);
      console.log(
        `Log in as ${demo.users.map(({ code, password }) => `${code} / ${password}`).join(", ")}`,
      );
      console.log("Watching src, plugin and excel-form/src. Ctrl+C ends it.");
    } catch (error) {
      await stop();
      throw error;
    }
  },
});
