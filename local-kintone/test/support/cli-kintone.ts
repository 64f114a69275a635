import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { childScript } from "./child-script.ts";

/** The official command line client; `CLI_KINTONE` names another version. */
const CLI =
  process.env.CLI_KINTONE ??
  fileURLToPath(
    new URL("../../../node_modules/@kintone/cli/cli.js", import.meta.url),
  );

/** As outside of a test: with `NODE_ENV=test` the client only says what it would do. */
const env = { ...process.env, NODE_ENV: "production", LANG: "C" };

export type Run = { code: number; out: string; said: string };

export type CliFolder = {
  path: string;
  file(name: string, content: string | Uint8Array): string;
  /** Runs in a process that loads the libraries of the client once. */
  run(...args: string[]): Promise<Run>;
  /** Runs there with a prompt and types an answer, Enter included. */
  answer(typed: string, ...args: string[]): Promise<Run>;
  /** Runs in a process of its own and types an answer. */
  answerAlone(typed: string, ...args: string[]): Promise<Run>;
  remove(): void;
};

type Task = { args: string[]; cwd: string; typed?: string };
type Runner = { run(task: Task): Promise<Run>; stop(): void };

const startRunner = async (): Promise<Runner> => {
  const child = fork(await childScript("run-cli"), [CLI], {
    env,
    execArgv: [],
  });
  const ended = once(child, "exit").then(() => {
    throw new Error("The process of the client has ended");
  });
  ended.catch(() => undefined);
  return {
    run: async (task) => {
      const answer = once(child, "message") as Promise<[Run]>; // as run-cli.ts sends it
      child.send(task);
      const [run] = await Promise.race([answer, ended]);
      return run;
    },
    stop: () => child.kill(),
  };
};

const runAlone = ({ args, cwd, typed = "" }: Task): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env });
    let [out, said] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("close", (code) => resolve({ code: code ?? 1, out, said }));
    child.stdin.end(`${typed}\n`);
  });

/** A working folder in which the unmodified client runs. */
export const cliFolder = (): CliFolder => {
  const path = mkdtempSync(join(tmpdir(), "cli-kintone-"));
  const cwd = path;
  let runner: Promise<Runner> | undefined;
  const run = async (task: Task) => {
    runner ??= startRunner();
    return (await runner).run(task);
  };
  return {
    path,
    file: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      return name;
    },
    run: (...args) => run({ args, cwd }),
    answer: (typed, ...args) => run({ args, cwd, typed }),
    answerAlone: (typed, ...args) => runAlone({ args, cwd, typed }),
    remove: () => {
      void runner?.then((it) => it.stop());
      rmSync(path, { recursive: true, force: true });
    },
  };
};

const cell = (text: string) =>
  text === "" ? "" : `"${text.replaceAll('"', '""')}"`;
export const csv = (...rows: string[][]): string =>
  rows.map((row) => row.map(cell).join(",")).join("\n") + "\n";
