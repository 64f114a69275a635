import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { createSite, startServer } from "local-kintone";
import { appKeys, type AppKey } from "../src/apps/index.ts";
import { provision, type Credentials } from "../src/provision/index.ts";

const ADMIN = { username: "Administrator", password: "Administrator" };

const run = promisify(execFile);
const require = createRequire(import.meta.url);
// The package exports neither its command nor its declarations by name.
const dtsGenFolder = dirname(require.resolve("@kintone/dts-gen/package.json"));

/** `editions` → `EditionsFields`, `SavedEditionsFields`. */
const typeNameOf = (key: AppKey): string =>
  `${key[0]?.toUpperCase()}${key.slice(1)}Fields`;

/** Arguments of the official command, a reader of our apps that is not ours. */
const toArguments = (
  { baseUrl, auth }: Credentials,
  key: AppKey,
  appId: string,
  output: string,
): string[] => [
  ...["--base-url", baseUrl],
  ...["--username", auth.username, "--password", auth.password],
  ...["--app-id", appId],
  ...["--namespace", "suisen", "--type-name", typeNameOf(key)],
  ...["--output", output],
];

/** The command reads its arguments when it is loaded; what it needs takes longest, and is kept. */
const RUN_EACH = `
  const [, command, runs] = process.argv;
  for (const run of JSON.parse(runs)) {
    process.argv = [process.execPath, command, ...run];
    delete require.cache[command];
    require(command);
  }
`;

/** One process runs the command for each of the given arguments. */
const runCommand = (runs: readonly string[][]) =>
  run(process.execPath, [
    ...["--eval", RUN_EACH],
    join(dtsGenFolder, "dist/index.js"),
    JSON.stringify(runs),
  ]);

/**
 * The types that the generated files refer to. dts-gen declares them together
 * with the values of its own idea of the page API, which would collide with
 * ours; so only the block of field types is taken over.
 */
const extractFieldTypes = (declarations: string): string => {
  const block = /^ {2}namespace fieldTypes \{\n[\s\S]*?^ {2}\}$/mu.exec(
    declarations,
  );
  if (block === null) throw new Error("dts-gen has no namespace fieldTypes");
  return `declare namespace kintone {\n${block[0]}\n}\n`;
};

/**
 * Provisions the apps on a local kintone and writes what dts-gen reads there,
 * one file per app, into the folder.
 */
export const generateTypes = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const declarations = await readFile(
    join(dtsGenFolder, "kintone.d.ts"),
    "utf8",
  );
  await writeFile(
    join(folder, "field-types.d.ts"),
    extractFieldTypes(declarations),
  );
  const site = createSite({ deployDelayMs: 0 });
  const server = await startServer({ site });
  try {
    const credentials = { baseUrl: server.baseUrl, auth: ADMIN };
    const { apps } = await provision(credentials);
    await runCommand(
      appKeys.map((key) =>
        toArguments(credentials, key, apps[key], join(folder, `${key}.d.ts`)),
      ),
    );
  } finally {
    await server.close();
    site.close();
  }
};
