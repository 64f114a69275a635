import { createHash, createPublicKey, verify } from "node:crypto";
import { unzipSync } from "fflate";
import { invalidInput } from "../../ground/api-error.ts";

/** The three parts of a plugin file, with its signature found right. */
export type SignedPlugin = { id: string; contents: Uint8Array };
export type Entries = Map<string, Uint8Array>;

// A zip can announce far more than it holds; these bounds keep one upload from eating the process.
const MAX_ENTRIES = 1000;
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

const refuse = (ja: string, en: string): Error =>
  invalidInput({ fileKey: { messages: [{ ja, en }] } });

const notAZip = () =>
  refuse(
    "プラグインファイルを展開できません。",
    "The plug-in file cannot be unpacked.",
  );

/**
 * Unpacks a zip that somebody sent us.
 *
 * @throws ApiError CB_VA01 for what is no zip, or too much of one
 */
export const unpack = (zip: Uint8Array): Entries => {
  let entries = 0;
  let bytes = 0;
  try {
    const files = unzipSync(zip, {
      filter: (file) => {
        entries += 1;
        bytes += file.originalSize;
        if (entries > MAX_ENTRIES || bytes > MAX_UNPACKED_BYTES)
          throw new Error("too much");
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch {
    throw notAZip();
  }
};

/**
 * First 32 hexadecimal digits of the SHA-256 of the public key, written a to p.
 *
 * @see https://github.com/kintone/js-sdk/blob/main/packages/plugin-packer/src/uuid.ts
 */
export const pluginIdOf = (publicKey: Uint8Array): string =>
  createHash("sha256")
    .update(publicKey)
    .digest("hex")
    .slice(0, 32)
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));

const isSigned = (
  contents: Uint8Array,
  publicKey: Uint8Array,
  signature: Uint8Array,
): boolean => {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey),
      format: "der",
      type: "spki",
    });
    if (key.asymmetricKeyType !== "rsa") return false;
    return verify("RSA-SHA1", contents, key, signature);
  } catch {
    return false;
  }
};

/**
 * Opens a plugin file: `contents.zip`, `PUBKEY` and `SIGNATURE` (RSA PKCS#1 v1.5 with
 * SHA-1 over the contents).
 *
 * @see https://github.com/kintone/js-sdk/blob/main/packages/plugin-packer/src/sign.ts
 */
export const openPluginZip = (zip: Uint8Array): SignedPlugin => {
  const entries = unpack(zip);
  const contents = entries.get("contents.zip");
  const publicKey = entries.get("PUBKEY");
  const signature = entries.get("SIGNATURE");
  if (!contents || !publicKey || !signature)
    throw refuse(
      "プラグインファイルの構成が正しくありません。",
      "The plug-in file must hold contents.zip, PUBKEY and SIGNATURE.",
    );
  if (!isSigned(contents, publicKey, signature))
    throw refuse(
      "プラグインファイルの署名が正しくありません。",
      "The signature of the plug-in file is wrong.",
    );
  return { id: pluginIdOf(publicKey), contents };
};
