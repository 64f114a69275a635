import { parseArgs } from "node:util";
import { buildPlugin } from "./build-plugin.ts";

const { values } = parseArgs({ options: { ppk: { type: "string" } } });

const { id, zipPath, sizes } = await buildPlugin({
  ppkPath: values.ppk ?? process.env.SUISEN_PPK,
});
for (const { name, gzipBytes } of sizes) {
  console.log(`${name}: ${(gzipBytes / 1024).toFixed(1)} KB gzip`);
}
console.log(`${zipPath} (plugin id ${id})`);
