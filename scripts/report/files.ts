import { createReadStream } from "node:fs";
import { open, rm, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { AppError } from "../../src/errors/app-error.ts";
import { findJsonError } from "./json-position.ts";

/** Far more than any form or its data: a device such as /dev/zero has no end. */
const MAX_BYTES = 100_000_000;

/** @throws AppError `report/cannot-open` */
export const readBytes = async (path: string): Promise<Uint8Array> => {
  try {
    const stream = createReadStream(path, { end: MAX_BYTES });
    return new Uint8Array(await buffer(stream));
  } catch (cause) {
    throw new AppError("report/cannot-open", { path }, { cause });
  }
};

/** Windows PowerShell writes UTF-16 when a command's output is sent to a file. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
};

/** @throws AppError `report/no-unicode`: in Shift_JIS names would be lost silently */
const decode = (path: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("report/no-unicode", { path }, { cause });
  }
};

/** @throws AppError `report/cannot-open`, `report/no-unicode`, `report/no-json` */
export const readJson = async (path: string): Promise<unknown> => {
  const text = decode(path, await readBytes(path));
  try {
    return JSON.parse(text);
  } catch (cause) {
    const position = findJsonError(text);
    throw new AppError("report/no-json", { path, ...position }, { cause });
  }
};

/** By what the system calls the file, so that a link to it is found too. */
const identify = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => null);
  return found ? `${found.dev}:${found.ino}` : resolve(path);
};

/**
 * No output may take the place of an input or of another output.
 *
 * @throws AppError `report/same-file`
 */
export const refuseSameFiles = async (
  inputs: readonly string[],
  outputs: readonly string[],
): Promise<void> => {
  const taken = new Set(await Promise.all(inputs.map(identify)));
  for (const path of outputs) {
    const name = await identify(path);
    if (taken.has(name)) throw new AppError("report/same-file", { path });
    taken.add(name);
  }
};

type Output = { readonly path: string; readonly content: Uint8Array | string };

type Opened = Output & {
  readonly file: FileHandle;
  /** Not a device. */
  readonly isFile: boolean;
  /** Made by us or emptied by us: nothing is lost when it goes. */
  isOurs: boolean;
};

/** @throws AppError `report/cannot-write` */
const naming = async <T>(path: string, act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (cause) {
    throw new AppError("report/cannot-write", { path }, { cause });
  }
};

const openOutput = async (output: Output): Promise<Opened> => {
  const { path } = output;
  const isThere = await stat(path).catch(() => null);
  // Not emptied yet: the next output may be refused.
  const file = await naming(path, () => open(path, "a"));
  const isFile = isThere?.isFile() ?? true;
  return { ...output, file, isFile, isOurs: isThere === null };
};

const write = async (output: Opened): Promise<void> => {
  const { file, content, isFile } = output;
  output.isOurs = isFile;
  if (isFile) await file.truncate(0);
  await file.writeFile(content);
};

/**
 * Writes all of the files or none.
 *
 * @throws AppError `report/cannot-write`
 */
export const writeAll = async (outputs: readonly Output[]): Promise<void> => {
  const opened: Opened[] = [];
  const close = () => Promise.all(opened.map(({ file }) => file.close()));
  try {
    for (const output of outputs) opened.push(await openOutput(output));
    for (const output of opened) await naming(output.path, () => write(output));
  } catch (error) {
    await close();
    const ours = opened.filter(({ isOurs }) => isOurs);
    await Promise.all(ours.map(({ path }) => rm(path, { force: true })));
    throw error;
  }
  await close();
};
