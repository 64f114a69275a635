import { FormError } from "../../words/form-error.ts";

export type XmlEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** Pages and Node have these two (https://encoding.spec.whatwg.org/); the language itself has not. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode: (bytes: Uint8Array) => string };
declare const TextEncoder: new () => {
  encode: (text: string) => Uint8Array;
  encodeInto: (text: string, into: Uint8Array) => { written: number };
};

/** Bytes that are not of the encoding become U+FFFD, or an error when that is wanted. */
export const decode = (
  bytes: Uint8Array,
  encoding = "utf-8",
  fatal = false,
): string =>
  new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);

export const encodeUtf8 = (text: string): Uint8Array =>
  new TextEncoder().encode(text);

const detect = ([first, second]: Uint8Array): XmlEncoding => {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) {
    return "utf-16le";
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && second)
    ? "utf-16be"
    : "utf-8";
};

/**
 * OPC allows UTF-8 and UTF-16 only. A byte order mark stays in the text, so
 * that it comes back on writing.
 *
 * @throws FormError `report/xml-encoding`
 */
export const decodeXml = (
  bytes: Uint8Array,
): { text: string; encoding: XmlEncoding } => {
  const encoding = detect(bytes);
  try {
    const text = decode(bytes, encoding, true);
    const declared =
      encoding === "utf-8" &&
      /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(text)?.[1];
    if (!declared || /^(utf-?8|us-ascii|ascii)$/i.test(declared)) {
      return { text, encoding };
    }
  } catch (cause) {
    throw new FormError("report/xml-encoding", {}, { cause });
  }
  throw new FormError("report/xml-encoding");
};

/** Bytes of UTF-8 for a unit of UTF-16, at most. */
const MOST_BYTES = 3;

/** One piece after the other, because a part of 200,000 cells is long as one text. */
const encodePieces = (pieces: readonly string[]): Uint8Array => {
  const encoder = new TextEncoder();
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = new Uint8Array(length * MOST_BYTES);
  let at = 0;
  for (const piece of pieces) {
    at += encoder.encodeInto(piece, bytes.subarray(at)).written;
  }
  return bytes.subarray(0, at);
};

/** Back into the encoding that the part came in. */
export const encodeXml = (
  pieces: readonly string[],
  encoding: XmlEncoding,
): Uint8Array => {
  if (encoding === "utf-8") return encodePieces(pieces);
  const text = pieces.join("");
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === "utf-16le");
  }
  return bytes;
};
