import { FormError } from "../../words/form-error.ts";

export type XmlEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** Pages and Node have these two (https://encoding.spec.whatwg.org/); the language itself has not. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode: (bytes: Uint8Array) => string };
declare const TextEncoder: new () => {
  encode: (text: string) => Uint8Array;
  encodeInto: (
    text: string,
    into: Uint8Array,
  ) => { read: number; written: number };
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

const CHUNK_BYTES = 65_536;

/** Pieces of UTF-8; each holds until the next one is asked for. */
function* utf8Chunks(pieces: readonly string[]): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(CHUNK_BYTES);
  let at = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length;) {
      const rest = from === 0 ? piece : piece.slice(from);
      const { read, written } = encoder.encodeInto(rest, bytes.subarray(at));
      from += read;
      at += written;
      if (from === piece.length) break;
      yield bytes.subarray(0, at);
      at = 0;
    }
  }
  yield bytes.subarray(0, at);
}

const encodeUtf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittle);
  }
  return bytes;
};

/** Text in the encoding that the part came in. */
export const encodeXml = (text: string, encoding: XmlEncoding): Uint8Array =>
  encoding === "utf-8"
    ? encodeUtf8(text)
    : encodeUtf16(text, encoding === "utf-16le");

/** The same in pieces, each of which holds until the next one is asked for. */
export const encodeInChunks = (
  pieces: readonly string[],
  encoding: XmlEncoding,
): Iterable<Uint8Array> =>
  encoding === "utf-8"
    ? utf8Chunks(pieces)
    : [encodeXml(pieces.join(""), encoding)];
