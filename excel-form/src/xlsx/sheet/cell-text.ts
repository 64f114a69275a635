import type { XmlElement } from "../xml/element.ts";
import { isOn } from "../xml/is-on.ts";
import { escapeText } from "../xml/entities.ts";

/** @see https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const MAX_CELL_TEXT = 32_767;

const toEscape = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

// Characters that XML 1.0 cannot hold: controls, lone surrogates, two
// non-characters.
const UNSPEAKABLE =
  // eslint-disable-next-line no-control-regex -- that is what is escaped
  /[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Most texts hold none of these. */
// eslint-disable-next-line no-control-regex -- that is what is escaped
const NEEDS_ESCAPE = /[_\x00-\x1f\ud800-\udfff\ufffe\uffff]/;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text as a person means it → as a cell stores it (`_x000D_`), not yet XML-escaped. */
export const encodeCellText = (text: string): string =>
  NEEDS_ESCAPE.test(text)
    ? text.replace(LOOKS_ESCAPED, "_x005F_").replace(UNSPEAKABLE, toEscape)
    : text;

/** The other way round. */
export const decodeCellText = (stored: string): string =>
  stored.includes("_x")
    ? stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : stored;

/** Excel drops spaces at the ends without `xml:space`. */
export const needsPreserve = (text: string): boolean => /^\s|\s$|\n/.test(text);

/** An `si` or `is` with that text, encoded already, as it is written. */
export const writeRichText = (
  stored: string,
  name: string,
  prefix: string,
): string => {
  const space = needsPreserve(stored) ? ' xml:space="preserve"' : "";
  const item = prefix + name;
  return `<${item}><${prefix}t${space}>${escapeText(stored)}</${prefix}t></${item}>`;
};

/** Text of an `si` or `is`: runs joined, ruby (`rPh`) left out. */
export const readRichText = (element: XmlElement): string => {
  let text = "";
  for (const child of element.elements) {
    if (child.is("t")) text += child.text;
    else if (child.is("r")) text += child.child("t")?.text ?? "";
  }
  return decodeCellText(text);
};

/** Some run of an `si` or `is` is struck out. */
export const hasStruckRun = (element: XmlElement): boolean =>
  element.elements.some((run) => {
    const strike = run.child("rPr")?.child("strike");
    return strike !== undefined && isOn(strike.get("val") ?? "1");
  });
