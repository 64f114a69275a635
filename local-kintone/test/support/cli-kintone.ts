import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The official command line client; `CLI_KINTONE` names another version. */
const CLI =
  process.env.CLI_KINTONE ??
  fileURLToPath(
    new URL("../../../node_modules/.bin/cli-kintone", import.meta.url),
  );

/** As outside of a test: with `NODE_ENV=test` the client only says what it would do. */
const env = { ...process.env, NODE_ENV: "production", LANG: "C" };

export type Run = { code: number; out: string; said: string };

export type CliFolder = {
  path: string;
  file(name: string, content: string | Uint8Array): string;
  run(...args: string[]): Promise<Run>;
  /** Runs with a prompt and types an answer, Enter included. */
  answer(typed: string, ...args: string[]): Promise<Run>;
  remove(): void;
};

/** A working folder in which the unmodified client runs. */
export const cliFolder = (): CliFolder => {
  const path = mkdtempSync(join(tmpdir(), "cli-kintone-"));
  return {
    path,
    file: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      return name;
    },
    run: (...args) =>
      new Promise((resolve) => {
        execFile(CLI, args, { cwd: path, env }, (error, out, said) => {
          const code = typeof error?.code === "number" ? error.code : 0;
          resolve({ code: error && code === 0 ? 1 : code, out, said });
        });
      }),
    answer: (typed, ...args) =>
      new Promise((resolve) => {
        const child = spawn(CLI, args, { cwd: path, env });
        let [out, said] = ["", ""];
        child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
        child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
        child.on("close", (code) => resolve({ code: code ?? 1, out, said }));
        child.stdin.end(`${typed}\n`);
      }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};

const cell = (text: string) =>
  text === "" ? "" : `"${text.replaceAll('"', '""')}"`;
export const csv = (...rows: string[][]): string =>
  rows.map((row) => row.map(cell).join(",")).join("\n") + "\n";
