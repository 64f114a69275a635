import { memo } from "../../ground/memo.ts";

/** Short names for what we look at, by what all dialects share of the URI. */
const TOKENS: Readonly<Record<string, string>> = {
  "spreadsheetml/main": "main",
  "officeDocument/relationships": "r",
  "drawingml/main": "a",
  "drawingml/spreadsheetDrawing": "xdr",
  "package/content-types": "ct",
  "package/relationships": "rel",
  "excel/main": "xm",
  "markup-compatibility/2006": "mc",
};

/** Transitional, strict, and Microsoft's own; strict goes without the year. */
const PUBLISHER =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com\/office)\/|\/2006(?=\/)/g;

/** A short token for known namespaces, the URI itself for others. */
export const namespaceToken = memo(
  (uri: string): string => TOKENS[uri.replace(PUBLISHER, "")] ?? uri,
);
