import { strFromU8, strToU8 } from "fflate";
import { AppError } from "../../errors/app-error.ts";

export type XmlEncoding = "utf-8" | "utf-16le" | "utf-16be";

const detect = (bytes: Uint8Array): XmlEncoding => {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) {
    return "utf-16le";
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) {
    return "utf-16be";
  }
  return "utf-8";
};

const decodeUtf16 = (bytes: Uint8Array, isLittle: boolean): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  const units: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units.push(view.getUint16(at, isLittle));
    if (units.length === 8192) {
      pieces.push(String.fromCharCode(...units.splice(0)));
    }
  }
  return pieces.join("") + String.fromCharCode(...units);
};

const isUtf8 = (bytes: Uint8Array, text: string): boolean => {
  // Broken bytes are read as U+FFFD, which a form may also really contain.
  if (!text.includes("\ufffd")) return true;
  const again = strToU8(text);
  return (
    again.length === bytes.length &&
    again.every((byte, index) => byte === bytes[index])
  );
};

/**
 * OPC allows UTF-8 and UTF-16 only.
 *
 * @throws AppError `report/xml-encoding`
 */
export const decodeXml = (
  bytes: Uint8Array,
): { text: string; encoding: XmlEncoding } => {
  const encoding = detect(bytes);
  if (encoding !== "utf-8") {
    return { text: decodeUtf16(bytes, encoding === "utf-16le"), encoding };
  }
  // A decoder may swallow the mark; it has to come back on writing.
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const text = strFromU8(body);
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(
    text,
  )?.[1];
  if (declared && !/^(utf-?8|us-ascii|ascii)$/i.test(declared)) {
    throw new AppError("report/xml-encoding");
  }
  if (!isUtf8(body, text)) throw new AppError("report/xml-encoding");
  return { text: hasMark ? `\ufeff${text}` : text, encoding };
};

/** Back into the encoding that the part came in. */
export const encodeXml = (text: string, encoding: XmlEncoding): Uint8Array => {
  if (encoding === "utf-8") return strToU8(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === "utf-16le");
  }
  return bytes;
};
