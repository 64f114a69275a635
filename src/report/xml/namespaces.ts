const OFFICE = "http://schemas.openxmlformats.org/";
const STRICT = "http://purl.oclc.org/ooxml/";
const MICROSOFT = "http://schemas.microsoft.com/office/";

/** Short names for what we look at; transitional and strict are one. */
const TOKENS = new Map(
  Object.entries({
    [`${OFFICE}spreadsheetml/2006/main`]: "main",
    [`${STRICT}spreadsheetml/main`]: "main",
    [`${OFFICE}officeDocument/2006/relationships`]: "r",
    [`${STRICT}officeDocument/relationships`]: "r",
    [`${OFFICE}drawingml/2006/main`]: "a",
    [`${STRICT}drawingml/main`]: "a",
    [`${OFFICE}drawingml/2006/spreadsheetDrawing`]: "xdr",
    [`${STRICT}drawingml/spreadsheetDrawing`]: "xdr",
    [`${OFFICE}package/2006/content-types`]: "ct",
    [`${OFFICE}package/2006/relationships`]: "rel",
    [`${MICROSOFT}excel/2006/main`]: "xm",
  }),
);

/** A short token for known namespaces, the URI itself for others. */
export const namespaceToken = (uri: string): string => TOKENS.get(uri) ?? uri;
