import { FormError } from "../../words/form-error.ts";

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

const decodeReference = (_: string, body: string): string => {
  if (!body.startsWith("#")) {
    const named = NAMED[body];
    // Own entities need a DOCTYPE, which is refused.
    // A name such as 「constructor」 finds what every object has.
    if (typeof named !== "string") throw new FormError("report/xml-broken");
    return named;
  }
  const code =
    body[1] === "x" ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10);
  if (!(code >= 0 && code <= 0x10ffff))
    throw new FormError("report/xml-broken");
  return String.fromCodePoint(code);
};

/** Character data or attribute value as written → as meant. */
export const decodeEntities = (raw: string): string =>
  raw.includes("&") ? raw.replace(/&([^;&]*);?/g, decodeReference) : raw;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** For character data. A bare CR would be read back as LF. */
export const escapeText = (text: string): string =>
  /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character)
    : text;

/** For a value between double quotes. Line ends and tabs would be read as spaces. */
export const escapeAttribute = (text: string): string =>
  text.replace(
    /[&<>"\r\n\t]/g,
    (character) => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`,
  );
