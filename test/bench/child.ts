import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export type BenchChild = {
  /** The next message; rejects when the process ends without one. */
  receive<T>(): Promise<T>;
  send(message: string): void;
  end(): Promise<void>;
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once("exit", () => resolve());
  });

/** A process of its own for a file of `children/`, so that memory is nobody else's. */
export const startChild = (
  name: string,
  args: readonly string[] = [],
): BenchChild => {
  const file = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));
  const child = fork(file, args, {
    execArgv: [
      "--conditions=source",
      "--import",
      "tsx",
      "--expose-gc",
      "--max-old-space-size=6144",
    ],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return {
    receive: <T>() =>
      new Promise<T>((resolve, reject) => {
        const onExit = (code: number | null): void =>
          reject(new Error(`${name} ended with ${code}`));
        child.once("exit", onExit);
        child.once("message", (message) => {
          child.off("exit", onExit);
          resolve(message as T); // our own child's message
        });
      }),
    send: (message) => child.send(message),
    end: async () => {
      child.kill("SIGTERM");
      await ended(child);
    },
  };
};

/** Milliseconds until a command prints its first line; the command is then ended. */
export const timeToFirstLine = async (
  command: string,
  args: readonly string[],
): Promise<number> => {
  const start = performance.now();
  // A group of its own: npm does not pass the signal on to all of its children.
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    return await new Promise<number>((resolve, reject) => {
      createInterface({ input: child.stdout }).once("line", () =>
        resolve(performance.now() - start),
      );
      child.once("error", reject);
      child.once("exit", (code) =>
        reject(new Error(`${command} ${args.join(" ")} ended with ${code}`)),
      );
    });
  } finally {
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, "SIGTERM");
    }
    await ended(child);
  }
};
