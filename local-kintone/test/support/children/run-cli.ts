/*
 * Runs the command line client many times in one process. Its commands and its parser of options
 * are loaded anew for each run; the libraries below them stay loaded. A run ends as a process
 * does: by `process.exit`, or when the event loop is empty.
 */
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { PassThrough } from "node:stream";

type Run = { code: number; out: string; said: string; hasExited: boolean };

const require = createRequire(import.meta.url);
const main = require.resolve(process.argv[2] ?? "");
const commands = join(dirname(main), "lib", "src", "cli") + sep;
const parser = join("yargs", "index.cjs");

/** Stops the code after `process.exit`. */
class Exited extends Error {}

/** The run that goes on, or null between two. */
let run: Run | null = null;

const end = (code: number, said = "") => {
  if (run === null || run.hasExited) return;
  run.code = code;
  run.said += said;
  run.hasExited = true;
};

const capture = (stream: NodeJS.WriteStream, part: "out" | "said") => {
  stream.write = (
    chunk: string | Uint8Array,
    ...rest: Array<string | (() => void) | undefined>
  ) => {
    const text =
      typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    if (run !== null && !run.hasExited) run[part] += text;
    for (const done of rest) if (typeof done === "function") done();
    return true;
  };
};
capture(process.stdout, "out");
capture(process.stderr, "said");

process.exit = (code = process.exitCode) => {
  end(Number(code ?? 0));
  throw new Exited();
};
const fail = (error: unknown) => {
  if (error instanceof Exited) return;
  end(1, error instanceof Error ? String(error.stack) : String(error));
};
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

const forget = () => {
  for (const path of Object.keys(require.cache))
    if (path === main || path.startsWith(commands) || path.endsWith(parser))
      delete require.cache[path];
};

const type = (text: string) => {
  const stdin = new PassThrough();
  stdin.end(`${text}\n`);
  Object.defineProperty(process, "stdin", { value: stdin, configurable: true });
};

type Task = { args: string[]; cwd: string; typed?: string };
process.on("message", (task: Task) => {
  forget();
  process.chdir(task.cwd);
  if (task.typed !== undefined) type(task.typed);
  process.exitCode = undefined;
  process.argv = [process.execPath, main, ...task.args];
  run = { code: 0, out: "", said: "", hasExited: false };
  process.channel?.unref();
  try {
    require(main);
  } catch (error) {
    fail(error);
  }
});

process.on("beforeExit", () => {
  if (run === null) return;
  const { code, out, said } = run;
  const given = code === 0 ? Number(process.exitCode ?? 0) : code;
  run = null;
  process.channel?.ref();
  process.send?.({ code: given, out, said });
});
