#!/usr/bin/env node
/*
 * Runs the quick tests whose path holds PATH: npm run test:unit -- [PATH …] [options of vitest].
 * Only the projects with such a file are started: each costs a third of a second.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = {
  unit: "test/unit",
  "excel-form": "excel-form/test",
  architecture: "test/architecture",
};

const given = process.argv.slice(2);
const isOption = (text) => text.startsWith("-");
const paths = given.filter((text) => !isOption(text));

const holdsOne = (folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true }).some((name) =>
    paths.some((part) =>
      `${folder}/${name.replaceAll(path.sep, "/")}`.includes(part),
    ),
  );

const all = Object.keys(FOLDERS);
// The value of an option may look like a path, so only a path in front chooses.
const startsWithPath = given.length > 0 && !isOption(given[0]);
const concerned = all.filter(
  (project) => startsWithPath && holdsOne(FOLDERS[project]),
);
const projects = concerned.length === 0 ? all : concerned;

const vitest = path.join(ROOT, "node_modules/vitest/vitest.mjs");
process.argv = [
  process.execPath,
  vitest,
  "run",
  ...projects.flatMap((project) => ["--project", project]),
  ...given,
];
await import(pathToFileURL(vitest).href);
