import { FormError } from "../../words/form-error.ts";
import { decode } from "../xml/encoding.ts";

/* eslint-disable no-control-regex -- binary files are recognised by them */
/** Pattern of a text, and the error code that names the kind of file. */
export type Signs = ReadonlyArray<readonly [RegExp, string]>;

/** The code of the first sign that is seen. */
export const readSigns = (
  text: string,
  signs: Signs,
  otherwise: string,
): string => signs.find(([sign]) => sign.test(text))?.[1] ?? otherwise;

const MAGIC: Signs = [
  [/^$/, "report/file-empty"],
  [/^PK\x05\x06/, "report/file-is-other-zip"],
  [/^%PDF/, "report/file-is-pdf"],
  // BIFF 2 to 5 came without a compound file around them.
  [/^\t[\0\x02\x04\x08]/, "report/file-is-xls"],
];

/** Stream names tell the kind of a compound file. */
const STREAMS: Signs = [
  [/EncryptedPackage/, "report/file-encrypted"],
  [/WordDocument/, "report/file-is-word"],
  [/PowerPoint Document/, "report/file-is-slides"],
];

const TEXTS: Signs = [
  [
    /^<(\?xml|workbook)[^]*<html|^<(!doctype|!--|html|head|body|table|meta|style|div)/i,
    "report/file-is-html",
  ],
  [/^<(\?xml|workbook)/i, "report/file-is-xml"],
  [/[\x00-\x08\x0e-\x1a]/, "report/file-unknown"],
  [/[,\t;\r\n]/, "report/file-is-csv"],
];

/**
 * Refuses what is no ZIP at all, each kind with its own advice.
 *
 * @throws FormError `report/file-…`
 */
export const refuseForeignFile = (bytes: Uint8Array): void => {
  // Latin-1 is enough to see markup or separators whatever the encoding.
  const head = decode(bytes.subarray(0, 4096), "latin1");
  if (/^PK\x03\x04/.test(head)) return;
  const text = head.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0/g, "");
  throw new FormError(
    /^\xd0\xcf\x11\xe0/.test(head)
      ? // The names are UTF-16.
        readSigns(decode(bytes, "utf-16le"), STREAMS, "report/file-is-xls")
      : readSigns(
          head,
          MAGIC,
          readSigns(text.trimStart(), TEXTS, "report/file-unknown"),
        ),
  );
};
