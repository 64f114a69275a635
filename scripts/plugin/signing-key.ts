import { generateKeyPairSync, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ROOT } from "./sources.ts";

/** `release` signs `dist/plugin.zip` where no key is named; `local` signs the demo and the tests. */
export type KeyPurpose = "release" | "local";

const KEY_FILES: Readonly<Record<KeyPurpose, string>> = {
  release: "development.ppk",
  local: "local.ppk",
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EEXIST";

const generateKey = (): string =>
  // kintone's plugin format takes RSA keys of 1024 bits in PKCS#1.
  generateKeyPairSync("rsa", {
    modulusLength: 1024,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  }).privateKey;

/** Writes the key in one piece; of two processes that try at once the first wins. */
const saveKey = async (file: string): Promise<void> => {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, generateKey(), { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isTaken(error)) throw error;
  } finally {
    await rm(draft);
  }
};

/**
 * Reads the key that decides the plugin's id. It is made once per machine and
 * kept out of the repository.
 */
export const readMachineKey = async (purpose: KeyPurpose): Promise<string> => {
  const file = path.join(ROOT, ".keys", KEY_FILES[purpose]);
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (!isMissing(error)) throw error;
    await saveKey(file);
    return readFile(file, "utf8");
  }
};
