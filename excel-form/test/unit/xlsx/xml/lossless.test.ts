import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeXml,
  encodeInChunks,
  encodeXml,
} from "../../../../src/xlsx/xml/encoding.ts";
import { XmlDocument } from "../../../../src/xlsx/xml/parse-xml.ts";
import { codeOf } from "../../../support/form-error.ts";

const SOURCE = `\ufeff<?xml version='1.0'  encoding="UTF-8" ?>\r\n<!-- a > b --><x:a  xmlns:x = 'urn:x' b='1 > 0'\n c="&lt;&#x3042;&#12354;" ><x:d/><x:d  /><e>t&amp;<![CDATA[<raw>]]><?pi?></e ></x:a>\n<!-- end -->`;

const name = fc.constantFrom("a", "x:b", "日本", "c-d.e");
const space = fc.constantFrom("", " ", "\n", "\r\n\t");
const content: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      "text",
      "&amp;",
      "&#10;",
      "<!-- - -->",
      "<![CDATA[]]]>",
      "",
    ),
    fc
      .tuple(name, space, fc.array(tie("node"), { maxLength: 3 }))
      .map(
        ([tag, gap, inner]) =>
          `<${tag} k="v'>"${gap}>${inner.join("")}</${tag}${gap}>`,
      ),
    fc.tuple(name, space).map(([tag, gap]) => `<${tag}${gap}/>`),
  ),
})).node;

describe("XmlDocument", () => {
  test("gives back an untouched document character by character", () => {
    expect(new XmlDocument(SOURCE).toString()).toBe(SOURCE);
    fc.assert(
      fc.property(content, (inner) => {
        const source = `<root xmlns:x="urn:x">${inner}</root>`;
        expect(new XmlDocument(source).toString()).toBe(source);
      }),
    );
  });

  test("writes a change and leaves everything around it as it was", () => {
    const document = new XmlDocument(SOURCE);
    const [first, second] = document.root.elements;
    second?.set("n", 'a"<\n');
    first?.append(first.create("f", { g: "&" }));
    expect(document.toString()).toBe(
      SOURCE.replace(
        "<x:d/><x:d  />",
        '<x:d><x:f g="&amp;"/></x:d><x:d n="a&quot;&lt;&#10;"/>',
      ),
    );
  });

  test("changes one attribute of many", () => {
    const document = new XmlDocument(SOURCE);
    document.root.set("b", "2");
    document.root.set("c", null);
    expect(document.toString()).toBe(
      SOURCE.replace("b='1 > 0'", 'b="2"').replace(
        '\n c="&lt;&#x3042;&#12354;"',
        "",
      ),
    );
  });

  test("reads values through entities, and any prefix", () => {
    const { root } = new XmlDocument(SOURCE);
    expect(root.get("c")).toBe("<ああ");
    expect(root.is("a", "urn:x")).toBe(true);
    expect(root.elements[2]?.text).toBe("t&<raw>");
  });

  test.each([
    ["<a>", "xml-broken"],
    ["<a></b>", "xml-broken"],
    ["</a>", "xml-broken"],
    ["<a/><b/>", "xml-broken"],
    ["text", "xml-broken"],
    ["", "xml-broken"],
    ["<a", "xml-broken"],
    ['<a b="', "xml-broken"],
    ["<a><b <c/></a>", "xml-broken"],
    ["<a>&nbsp;</a>", "xml-broken"],
    ["<a>&constructor;</a>", "xml-broken"],
    ["<a>& b</a>", "xml-broken"],
    ["<a><!-- ", "xml-broken"],
    ["<a><![CDATA[ </a>", "xml-broken"],
    ["<!DOCTYPE a><a/>", "xml-doctype"],
    ["<!doctype a [<!ENTITY b 'c'>]><a/>", "xml-doctype"],
    ["<a>".repeat(201) + "</a>".repeat(201), "xml-too-deep"],
  ])("refuses %s", (source, code) => {
    expect(codeOf(() => new XmlDocument(source))).toBe(`report/${code}`);
  });
});

describe("decodeXml and encodeXml", () => {
  test.each(["utf-8", "utf-16le", "utf-16be"] as const)(
    "are inverse in %s, with the mark",
    (encoding) => {
      const source = '\ufeff<a b="𠮷あ"/>';
      const bytes = encodeXml(source, encoding);
      expect(decodeXml(bytes)).toEqual({ text: source, encoding });
    },
  );

  test("a part is the same text in pieces, wherever their ends lie", () => {
    // One to four bytes each: the end of a chunk falls into all of them.
    const text = "a\u00e9あ𠮷".repeat(20_011);
    const pieces = [text.slice(0, 3), text.slice(3, 70_000), "", text];
    const chunks = Array.from(encodeInChunks(pieces, "utf-8"), (chunk) =>
      Buffer.from(chunk),
    );
    expect(chunks.length).toBeGreaterThan(3);
    expect(Buffer.concat(chunks).toString()).toBe(pieces.join(""));
  });
});
