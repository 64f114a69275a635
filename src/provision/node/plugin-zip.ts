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

const versionOf = (manifest: Uint8Array): string => {
  const parsed: unknown = JSON.parse(strFromU8(manifest));
  return String(Object(parsed).version);
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
  const { "manifest.json": manifest } = unpack(contents);
  if (manifest === undefined) throw new AppError("provision/not-a-plugin");
  return { id: toPluginId(publicKey), version: versionOf(manifest) };
};
