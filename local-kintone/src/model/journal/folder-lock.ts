import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs and belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** Null without a lock, and for one that a full disk left empty. */
const ownerOf = (path: string): number | null => {
  try {
    return Number(readFileSync(path, "utf8")) || null;
  } catch {
    return null;
  }
};

/**
 * Keeps two processes from writing to one folder. A lock whose process is gone (it was
 * killed) is taken over.
 *
 * @returns a function that gives the folder back
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
