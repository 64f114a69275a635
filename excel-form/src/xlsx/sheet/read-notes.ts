import { toAddress } from "../formula/address.ts";
import type { XmlElement } from "../xml/element.ts";
import { readRichText } from "./cell-text.ts";
import type { CellNote, FormSheet } from "./form-model.ts";
import type { SheetEntry, Workbook } from "./workbook.ts";

const readThreads = (root: XmlElement): CellNote[] =>
  root.childrenNamed("threadedComment").map((comment) => ({
    kind: "comment",
    cell: comment.get("ref") ?? "",
    text: comment.child("text")?.text ?? "",
  }));

const readComments = (root: XmlElement): CellNote[] =>
  (root.child("commentList")?.childrenNamed("comment") ?? []).map(
    (comment) => ({
      kind: "comment",
      cell: comment.get("ref") ?? "",
      text: readRichText(comment.child("text") ?? comment),
    }),
  );

const cornerOf = (anchor: XmlElement): string => {
  const from = anchor.elements.find(({ local }) => local === "from");
  const read = (name: string): number =>
    Number(from?.elements.find(({ local }) => local === name)?.text ?? 0) + 1;
  return toAddress(read("row"), read("col"));
};

/** Texts of drawn boxes; one that shows a cell says nothing of its own. */
const readShapes = (root: XmlElement): CellNote[] =>
  root.elements.flatMap((anchor) => {
    const all = anchor.withDescendants();
    if (all.some((element) => element.get("textlink"))) return [];
    const text = all
      .filter((element) => element.is("t", "a"))
      .map((element) => element.text)
      .join("");
    return text.trim() === ""
      ? []
      : { kind: "shape" as const, cell: cornerOf(anchor), text };
  });

const readLinks = (root: XmlElement, { pack }: Workbook, part: string) => {
  const targets = new Map(
    pack.relationships(part).map(({ id, element }) => [id, element]),
  );
  const links = root.child("hyperlinks")?.childrenNamed("hyperlink") ?? [];
  return links.flatMap((link): CellNote[] => {
    const id = link.getNamespaced("id", "r") ?? "";
    const text = targets.get(id)?.get("Target");
    const cell = (link.get("ref") ?? "").replace(/:.*$/, "");
    return text ? [{ kind: "link", cell, text }] : [];
  });
};

/** Comments, texts of drawn boxes and addresses of links, which are on a sheet but in none of its cells. */
export const readNotes = (
  workbook: Workbook,
  { part }: SheetEntry,
): FormSheet["notes"] => {
  const { pack } = workbook;
  const partsOf = (type: RegExp, read: (root: XmlElement) => CellNote[]) =>
    pack.partsOf(part, type).flatMap((one) => read(pack.xml(one)));
  const threads = partsOf(/^threadedComment$/, readThreads);
  const threaded = new Set(threads.map(({ cell }) => cell));
  return [
    ...threads,
    // A copy of the thread for older Excels is in the same cell.
    ...partsOf(/^comments$/, readComments).filter(
      ({ cell }) => !threaded.has(cell),
    ),
    ...partsOf(/^drawing$/, readShapes),
    ...readLinks(pack.xml(part), workbook, part),
  ];
};
