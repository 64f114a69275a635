/**
 * The whole product on one machine: builds the plugin, starts the local kintone,
 * provisions the apps as on a real tenant, and fills a demo federation.
 */
import { runCommand } from "./command-line/run-command.ts";
import { DEMO_OPTIONS, toDemoOptions } from "./demo-options.ts";
import { onEnd } from "./on-end.ts";
import { startDemo } from "./start-demo.ts";
import type { Demo } from "./start-demo.ts";

const DEFAULT_PORT = 8080;

/** Progress comes with more than its line. */
const printLine = (line: string): void => console.log(line);

/** `awards` is there for several: the number of each app by award. */
const printJson = ({ baseUrl, apps, awards, users, pluginId }: Demo): void =>
  console.log(
    JSON.stringify({
      baseUrl,
      apps,
      ...(awards.length > 1 && {
        awards: Object.fromEntries(
          awards.map(({ programme, apps: own }) => [programme.id, own]),
        ),
      }),
      users,
      pluginId,
    }),
  );

const printAddresses = ({ awards, users }: Demo): void => {
  console.log("");
  for (const { programme, boardUrl } of awards)
    console.log(
      `推薦ボード${awards.length > 1 ? `（${programme.name}）` : ""}: ${boardUrl}`,
    );
  console.log("");
  for (const { code, password, role } of users) {
    console.log(`  ${role.padEnd(20)} ${code} / ${password}`);
  }
  console.log("\nCtrl+C ends it.");
};

await runCommand({
  name: "npm start",
  summary:
    "Starts a local kintone with the five apps, the plugin and a demo federation.",
  options: {
    ...DEMO_OPTIONS,
    json: { kind: "flag", help: "prints one line of JSON when ready" },
  },
  run: async ({ values }) => {
    const demo = await startDemo({
      port: DEFAULT_PORT,
      ...toDemoOptions(values),
      ...(values.json ? {} : { onProgress: printLine }),
    });
    onEnd(() => demo.close());
    if (values.json) printJson(demo);
    else printAddresses(demo);
  },
});
