import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

const ownerOf = (path: string): number | null => {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
};

/**
 * Keeps two processes from writing to one folder. A lock whose process is gone (it was
 * killed) is taken over.
 *
 * @returns what gives the folder back
 */
export const lockFolder = (dir: string): (() => void) => {
  const path = join(dir, "lock");
  const owner = ownerOf(path);
  if (owner !== null && owner !== process.pid && isRunning(owner))
    throw new Error(
      `${dir} is in use by process ${owner} (if it is not, delete ${path})`,
    );
  writeFileSync(path, String(process.pid));
  return () => rmSync(path, { force: true });
};
