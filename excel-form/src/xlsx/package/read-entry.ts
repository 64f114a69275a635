import { FormError } from "../../words/form-error.ts";
import type { ZipEntry } from "./central-directory.ts";
import { crc32 } from "./crc32.ts";
import { inflate } from "./inflate.ts";

/**
 * The entry's content, with length and CRC checked.
 *
 * @throws FormError `report/zip-inconsistent`, `report/zip-damaged`
 */
export const readEntry = ({
  name,
  method,
  compressed,
  size,
  crc,
}: ZipEntry): Uint8Array => {
  let content = compressed;
  let length = compressed.length;
  try {
    // Some writers deflate an empty file into nothing at all.
    if (method !== 0 && compressed.length > 0) {
      content = new Uint8Array(size);
      length = inflate(compressed, content);
    }
  } catch (cause) {
    throw new FormError("report/zip-damaged", { part: name }, { cause });
  }
  if (length !== size) {
    throw new FormError("report/zip-inconsistent", { part: name });
  }
  if (crc32(content) !== crc) {
    throw new FormError("report/zip-damaged", { part: name });
  }
  return content;
};
