import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { childScript } from "./child-script.ts";

export type KintoneProcess = {
  baseUrl: string;
  kill(): Promise<void>;
};

const running = new Set<ChildProcess>();

/** Ends what a failed test left running. */
export const killAll = (): void => {
  for (const it of running) it.kill("SIGKILL");
  running.clear();
};

/**
 * A local kintone in a process of its own.
 *
 * @param options.diskKilobytes - no file of the process may grow beyond this: a write
 * then takes a part and the next one fails, as on a full disk
 */
export const startProcess = async (options: {
  dataDir: string;
  compactAboveBytes?: number;
  diskKilobytes?: number;
}): Promise<KintoneProcess> => {
  const { dataDir, compactAboveBytes = 1 << 26, diskKilobytes } = options;
  const limit =
    diskKilobytes === undefined
      ? ""
      : `trap "" XFSZ; ulimit -f ${diskKilobytes}; `;
  const process_ = spawn(
    "bash",
    [
      "-c",
      `${limit}exec "$@"`,
      "bash",
      process.execPath,
      await childScript("serve"),
      dataDir,
      String(compactAboveBytes),
    ],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  running.add(process_);
  const ended = new Promise<void>((resolve) => {
    process_.once("exit", () => {
      running.delete(process_);
      resolve();
    });
  });
  const baseUrl = await new Promise<string>((resolve, reject) => {
    createInterface({ input: process_.stdout }).once("line", resolve);
    void ended.then(() => reject(new Error("ended before it was ready")));
  });
  return {
    baseUrl,
    kill: async () => {
      process_.kill("SIGKILL");
      await ended;
    },
  };
};
