import { strToU8, unzipSync, zipSync } from "fflate";

/** Part name → content, in the order of the archive. */
export type Parts = Record<string, string | Uint8Array>;

export const zipParts = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
    { mtime: "2024-04-01T00:00:00Z" },
  );

export const unzipParts = (bytes: Uint8Array): Record<string, Uint8Array> =>
  unzipSync(bytes);

export const partText = (bytes: Uint8Array, name: string): string => {
  const part = unzipParts(bytes)[name];
  if (!part) throw new Error(`${name} is not in the package`);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(part);
};
