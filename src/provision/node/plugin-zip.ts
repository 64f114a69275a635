import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { AppError } from "../../errors/app-error.ts";
import type { DesiredPlugin } from "../plan/desired.ts";

const HEX_DIGITS = "0123456789abcdef";
const ID_LETTERS = "abcdefghijklmnop";
const ID_LENGTH = 32;

/** kintone names a plugin after its public key. */
const toPluginId = (publicKey: Uint8Array): string =>
  createHash("sha256")
    .update(publicKey)
    .digest("hex")
    .slice(0, ID_LENGTH)
    .replace(/./gu, (digit) => ID_LETTERS[HEX_DIGITS.indexOf(digit)] ?? "");

const unpack = (zip: Uint8Array): Record<string, Uint8Array> => {
  try {
    return unzipSync(zip);
  } catch (cause) {
    throw new AppError("provision/not-a-plugin", {}, { cause });
  }
};

type Manifest = { readonly version: string; readonly names: string[] };

const readManifest = (bytes: Uint8Array): Manifest => {
  const parsed: unknown = JSON.parse(strFromU8(bytes));
  const { version, name } = Object(parsed) as {
    version?: unknown;
    name?: unknown;
  };
  const names = Object.values(Object(name)).filter(
    (text): text is string => typeof text === "string",
  );
  return { version: String(version), names };
};

const HASH_DIGITS = 16;

/** The same for the same files, whenever and with whichever key they were packed. */
const hashOf = (files: Readonly<Record<string, Uint8Array>>): string => {
  const hash = createHash("sha256");
  for (const name of Object.keys(files).sort()) {
    const bytes = files[name] ?? new Uint8Array();
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex").slice(0, HASH_DIGITS);
};

/**
 * Which plugin a zip holds, without sending it.
 *
 * @throws AppError `provision/not-a-plugin`
 * @see https://cybozu.dev/ja/kintone/tips/development/plugins/development-plugin/development-kintone-plugin/
 */
export const readPluginZip = (zip: Uint8Array): DesiredPlugin => {
  const { PUBKEY: publicKey, "contents.zip": contents } = unpack(zip);
  if (publicKey === undefined || contents === undefined)
    throw new AppError("provision/not-a-plugin");
  const files = unpack(contents);
  const { "manifest.json": manifest } = files;
  if (manifest === undefined) throw new AppError("provision/not-a-plugin");
  return {
    id: toPluginId(publicKey),
    hash: hashOf(files),
    ...readManifest(manifest),
  };
};
