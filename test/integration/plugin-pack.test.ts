import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assemblePlugin } from "../../scripts/plugin/assemble.ts";
import { createDevelopmentBundler } from "../../scripts/plugin/bundle-for-development.ts";
import { packPlugin } from "../../scripts/plugin/pack.ts";
import { readMachineKey } from "../../scripts/plugin/signing-key.ts";
import type { PluginFiles } from "../../scripts/plugin/sources.ts";

/* The packer of the build is no longer maintained; its successor must agree with it. */

const cli = createRequire(import.meta.url).resolve("@kintone/cli/cli.js");
const run = promisify(execFile);

let folder = "";
let files: PluginFiles = {};
let key = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suisen-pack-"));
  const bundler = await createDevelopmentBundler();
  files = await assemblePlugin(await bundler.bundle());
  await bundler.dispose();
  key = await readMachineKey("local");
});
afterAll(() => rm(folder, { recursive: true }));

const packWithCli = async (): Promise<Uint8Array> => {
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(folder, "plugin", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const [manifest, signingKey, output] = [
    path.join(folder, "plugin", "manifest.json"),
    path.join(folder, "key.ppk"),
    path.join(folder, "plugin.zip"),
  ];
  await writeFile(signingKey, key);
  await run(
    process.execPath,
    [
      cli,
      "plugin",
      "pack",
      ...["--input", manifest, "--private-key", signingKey, "--output", output],
    ],
    // Under the name of a test run the client only prints what it would do.
    { env: { ...process.env, NODE_ENV: "production" } },
  );
  return readFile(output);
};

/** Files by their path, and the public key, which decides the id. */
const open = (zip: Uint8Array) => {
  const { "contents.zip": contents, PUBKEY: publicKey } = unzipSync(zip);
  const packed = unzipSync(contents ?? new Uint8Array());
  return {
    publicKey: Buffer.from(publicKey ?? []).toString("hex"),
    files: Object.fromEntries(
      Object.entries(packed)
        .filter(([name]) => !name.endsWith("/"))
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
    ),
  };
};

test("the build and the official command line client pack the same plugin", async () => {
  const { zip } = await packPlugin(files, key);
  const [ours, theirs] = [open(zip), open(await packWithCli())];
  expect(theirs.publicKey).toBe(ours.publicKey);
  expect(ours.publicKey).not.toBe("");
  expect(Object.keys(theirs.files)).toEqual(Object.keys(ours.files));
  const differing = Object.keys(ours.files).filter(
    (name) => ours.files[name] !== theirs.files[name],
  );
  expect(differing).toEqual([]);
});

test("the texts of the licences are in the plugin", async () => {
  const { zip } = await packPlugin(files, key);
  const text = Buffer.from(
    open(zip).files["css/licences.css"] ?? "",
    "base64",
  ).toString("utf8");
  for (const name of ["lit ", "valibot ", "japanese-holidays "])
    expect(text).toContain(name);
  expect(text).toContain("BSD 3-Clause");
  expect(text.match(/Permission is hereby granted/gu)?.length).toBeGreaterThan(
    1,
  );
});
