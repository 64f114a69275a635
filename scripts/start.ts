/**
 * The whole product on one machine: builds the plugin, starts the local kintone,
 * provisions the apps as on a real tenant, and fills a demo federation.
 */
import { parseArgs } from "node:util";
import { startDemo } from "./start-demo.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8080" },
    today: { type: "string" },
    empty: { type: "boolean", default: false },
    scale: { type: "string" },
    data: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const say = (text: string): void => {
  if (!values.json) {
    console.log(text);
  }
};

const toNumber = (name: string, text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new Error(`--${name} takes a whole number, not ${text}`);
  }
  return number;
};

const demo = await startDemo({
  port: toNumber("port", values.port),
  today: values.today,
  isEmpty: values.empty,
  scale:
    values.scale === undefined ? undefined : toNumber("scale", values.scale),
  dataDir: values.data,
  onProgress: say,
});

if (values.json) {
  const { baseUrl, apps, users, pluginId } = demo;
  console.log(JSON.stringify({ baseUrl, apps, users, pluginId }));
} else {
  console.log(`\n推薦ボード: ${demo.boardUrl}\n`);
  for (const { code, password, role } of demo.users) {
    console.log(`  ${role.padEnd(20)} ${code} / ${password}`);
  }
  console.log("\nCtrl+C ends it.");
}

const end = (): void => {
  void demo.close().finally(() => process.exit(0));
};
process.once("SIGINT", end);
process.once("SIGTERM", end);
