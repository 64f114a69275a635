import { AppError } from "../../errors/app-error.ts";

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((value, index) => bytes[index] === value);

/** Stream names of a compound file are UTF-16; ASCII is enough for ours. */
const hasStream = (bytes: Uint8Array, name: string): boolean => {
  const first = name.charCodeAt(0);
  for (
    let at = bytes.indexOf(first);
    at >= 0;
    at = bytes.indexOf(first, at + 1)
  ) {
    let length = 0;
    while (
      length < name.length &&
      bytes[at + 2 * length] === name.charCodeAt(length) &&
      bytes[at + 2 * length + 1] === 0
    ) {
      length += 1;
    }
    if (length === name.length) return true;
  }
  return false;
};

const compoundFileCode = (bytes: Uint8Array): string => {
  if (hasStream(bytes, "EncryptedPackage")) return "report/file-encrypted";
  if (hasStream(bytes, "WordDocument")) return "report/file-is-word";
  if (hasStream(bytes, "PowerPoint Document")) return "report/file-is-slides";
  return "report/file-is-xls";
};

const textCode = (bytes: Uint8Array): string | null => {
  // Latin-1 is enough to see markup or separators whatever the encoding.
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart()
    .toLowerCase();
  if (head.startsWith("<?xml") || head.startsWith("<workbook")) {
    return head.includes("<html")
      ? "report/file-is-html"
      : "report/file-is-xml";
  }
  if (/^<(!doctype|!--|html|head|body|table|meta|style|div)/.test(head)) {
    return "report/file-is-html";
  }
  // eslint-disable-next-line no-control-regex -- binary files are told by them
  if (/[\x00-\x08\x0e-\x1a]/.test(head)) return null;
  return /[,\t;]|[\r\n]/.test(head) ? "report/file-is-csv" : null;
};

/**
 * Refuses what is no ZIP at all, each kind with its own advice.
 *
 * @throws AppError `report/file-…`
 */
export const refuseForeignFile = (bytes: Uint8Array): void => {
  if (bytes.length === 0) throw new AppError("report/file-empty");
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return;
  if (startsWith(bytes, 0x50, 0x4b, 5, 6)) {
    throw new AppError("report/file-is-other-zip");
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new AppError(compoundFileCode(bytes));
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw new AppError("report/file-is-pdf");
  }
  // BIFF 2 to 5 came without a compound file around them.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1)) {
    throw new AppError("report/file-is-xls");
  }
  throw new AppError(textCode(bytes) ?? "report/file-unknown");
};
