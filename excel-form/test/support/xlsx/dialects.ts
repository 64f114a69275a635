import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Parts } from "./zip.ts";
import { zipParts } from "./zip.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/";
const STRICT = "http://purl.oclc.org/ooxml/";

const mapText = (
  parts: Parts,
  change: (text: string, name: string) => string | Uint8Array,
): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [
      name,
      typeof content === "string" ? change(content, name) : content,
    ]),
  );

/** Elements of the main namespace get the prefix `x`. */
const withPrefix = (parts: Parts): Parts =>
  mapText(parts, (text) =>
    text.includes(`xmlns="${MAIN}"`)
      ? text
          .replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, "<$1x:$2")
          .replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`)
      : text,
  );

/** ISO/IEC 29500 strict: other namespaces and relationship types. */
const toStrict = (parts: Parts): Parts =>
  mapText(parts, (text, name) =>
    name === "[Content_Types].xml"
      ? text
      : text
          .replaceAll(MAIN, `${STRICT}spreadsheetml/main`)
          .replaceAll(
            `${OFFICE}officeDocument/2006/relationships`,
            `${STRICT}officeDocument/relationships`,
          )
          .replaceAll(`${OFFICE}drawingml/2006/main`, `${STRICT}drawingml/main`)
          .replaceAll(
            `${OFFICE}drawingml/2006/spreadsheetDrawing`,
            `${STRICT}drawingml/spreadsheetDrawing`,
          ),
  );

const toUtf16 = (parts: Parts, isLittle = true): Parts =>
  mapText(parts, (text, name) => {
    if (!name.endsWith(".xml") || name === "[Content_Types].xml") return text;
    const declared = `\ufeff${text.replace("UTF-8", "UTF-16")}`;
    const bytes = new Uint8Array(declared.length * 2);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < declared.length; index += 1) {
      view.setUint16(index * 2, declared.charCodeAt(index), isLittle);
    }
    return bytes;
  });

const withByteOrderMark = (parts: Parts): Parts =>
  mapText(parts, (text, name) =>
    name.endsWith(".xml") ? `\ufeff${text}` : text,
  );

/** Text in the cells, no shared strings at all. */
const withInlineStrings = (parts: Parts): Parts => {
  const strings = [
    ...String(parts["xl/sharedStrings.xml"]).matchAll(/<si>(.*?)<\/si>/gs),
  ].map((match) => match[1] ?? "");
  const changed = mapText(parts, (text) =>
    text
      .replace(
        / t="s"><v>(\d+)<\/v>/g,
        (_, index: string) =>
          ` t="inlineStr"><is>${strings[Number(index)] ?? ""}</is>`,
      )
      .replace(/<Override PartName="\/xl\/sharedStrings.xml"[^>]*>/, "")
      .replace(/<Relationship [^>]*sharedStrings[^>]*>/, ""),
  );
  delete changed["xl/sharedStrings.xml"];
  return changed;
};

/** Rows and cells do not say where they are. */
const withoutAddresses = (parts: Parts): Parts =>
  mapText(parts, (text, name) =>
    name.startsWith("xl/worksheets/")
      ? text.replace(/<(row|c) r="[A-Z]*\d+"/g, "<$1")
      : text,
  );

/** Absolute targets, in another case than the part names. */
const withAbsoluteTargets = (parts: Parts): Parts =>
  mapText(parts, (text, name) =>
    name.endsWith(".rels")
      ? text
          .replace(
            /Target="(worksheets\/[^"]*)"/g,
            (_, target: string) =>
              `Target="/XL/${target.toUpperCase().replace(".XML", ".xml")}"`,
          )
          .replace(/Target="(styles|sharedStrings)/g, 'Target="/xl/$1')
      : text,
  );

/** Sizes after the data, as streaming writers do. */
const zipWithDescriptors = (parts: Parts): Uint8Array => {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, content] of Object.entries(parts)) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(typeof content === "string" ? strToU8(content) : content, true);
  }
  zip.end();
  const whole = new Uint8Array(
    chunks.reduce((sum, chunk) => sum + chunk.length, 0),
  );
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

export const DIALECTS: ReadonlyArray<
  readonly [name: string, make: (parts: Parts) => Uint8Array]
> = [
  ["another prefix", (parts) => zipParts(withPrefix(parts))],
  ["strict", (parts) => zipParts(toStrict(parts))],
  ["UTF-16, little end first", (parts) => zipParts(toUtf16(parts))],
  ["UTF-16, big end first", (parts) => zipParts(toUtf16(parts, false))],
  ["byte order marks", (parts) => zipParts(withByteOrderMark(parts))],
  ["inline strings", (parts) => zipParts(withInlineStrings(parts))],
  ["no addresses", (parts) => zipParts(withoutAddresses(parts))],
  ["absolute targets", (parts) => zipParts(withAbsoluteTargets(parts))],
  ["data descriptors", zipWithDescriptors],
];
