import { readFile, rm, writeFile } from "node:fs/promises";
import { AppError } from "../../src/errors/app-error.ts";

/** @throws AppError `report/cannot-open` */
export const readBytes = async (path: string): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new AppError("report/cannot-open", { path }, { cause });
  }
};

/** @throws AppError `report/cannot-open`, `report/no-json` */
export const readJson = async (path: string): Promise<unknown> => {
  const text = new TextDecoder().decode(await readBytes(path));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("report/no-json", { path }, { cause });
  }
};

type Output = { readonly path: string; readonly content: Uint8Array | string };

/**
 * Writes all of the files or none.
 *
 * @throws AppError `report/cannot-write`
 */
export const writeAll = async (outputs: readonly Output[]): Promise<void> => {
  const written: string[] = [];
  for (const { path, content } of outputs) {
    try {
      await writeFile(path, content);
      written.push(path);
    } catch (cause) {
      await Promise.all(written.map((done) => rm(done, { force: true })));
      throw new AppError("report/cannot-write", { path }, { cause });
    }
  }
};
