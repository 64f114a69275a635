import { expect, test } from "vitest";
import { planInsertion } from "../../../../src/xlsx/formula/row-insertion.ts";
import { moveReferences } from "../../../../src/xlsx/insert/move-references.ts";
import { XmlDocument } from "../../../../src/xlsx/xml/parse-xml.ts";

const insertion = planInsertion({
  sheet: "様式",
  firstRow: 10,
  entryRows: 1,
  entries: 5,
  newEntries: 50,
});

const drawing = (from: string, to: string): string =>
  `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from><xdr:row>${from}</xdr:row></xdr:from><xdr:to><xdr:row>${to}</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>`;

const moved = (from: string, to: string): string => {
  const document = new XmlDocument(drawing(from, to));
  moveReferences(document.root, "様式", insertion);
  return document.toString();
};

test("a picture below the list moves down", () => {
  expect(moved("20", "25")).toBe(drawing("70", "75"));
});

test("a picture across the list grows", () => {
  expect(moved("8", "25")).toBe(drawing("8", "75"));
});

test("an anchor that is no number is left as it is", () => {
  expect(moved("x", "25")).toBe(drawing("x", "25"));
  expect(moved("20", "x")).toBe(drawing("70", "x"));
});

test("what is called like something that every object has is left as it is", () => {
  const part = `<a constructor="A20" __proto__="A20"><toString>A20</toString></a>`;
  const document = new XmlDocument(part);
  moveReferences(document.root, "様式", insertion);
  expect(document.toString()).toBe(part);
});
