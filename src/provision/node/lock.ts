import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { AppError } from "../../errors/app-error.ts";

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const isAlive = (pid: number): boolean => {
  try {
    // Signal 0 is not sent; it only asks whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
};

/** The process that holds the lock is gone, such as after a kill. */
const isAbandoned = async (path: string): Promise<boolean> => {
  const pid = Number(await readFile(path, "utf8"));
  return pid > 0 && !isAlive(pid);
};

const take = async (path: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "wx");
  await file.writeFile(String(process.pid));
  await file.close();
};

/**
 * Does something that only one process of this computer may do at a time.
 *
 * @throws AppError `provision/running`
 */
export const withLock = async <T>(
  path: string,
  action: () => Promise<T>,
): Promise<T> => {
  try {
    await take(path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    if (!(await isAbandoned(path)))
      throw new AppError("provision/running", { path }, { cause: error });
    await rm(path, { force: true });
    return withLock(path, action);
  }
  try {
    return await action();
  } finally {
    await rm(path, { force: true });
  }
};
