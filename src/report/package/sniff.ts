import { AppError } from "../../errors/app-error.ts";
import { decode } from "../xml/encoding.ts";

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((value, index) => bytes[index] === value);

/** What a compound file holds is told by the names of its streams, which are UTF-16. */
const compoundFileCode = (bytes: Uint8Array): string => {
  const text = decode(bytes, "utf-16le");
  if (text.includes("EncryptedPackage")) return "report/file-encrypted";
  if (text.includes("WordDocument")) return "report/file-is-word";
  return text.includes("PowerPoint Document")
    ? "report/file-is-slides"
    : "report/file-is-xls";
};

const textCode = (bytes: Uint8Array): string | null => {
  // Latin-1 is enough to see markup or separators whatever the encoding.
  const head = decode(bytes.subarray(0, 4096), "latin1")
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
