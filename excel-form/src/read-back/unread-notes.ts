import type { ReportMap } from "../map/schema.ts";
import { sheetNamed } from "../plan/placed-cells.ts";
import { loosely } from "../values/character-forms.ts";
import type { CellNote, Form, FormSheet } from "../xlsx/sheet/form-model.ts";
import type { Doubt, SheetDoubt } from "./finding.ts";
import { cellText } from "./read-cell.ts";

const COMMENT = {
  kind: "comment",
  label: { ja: "コメント", en: "Comment" },
} as const;
const SHAPE = {
  kind: "shapeText",
  label: { ja: "図形", en: "Drawn box" },
} as const;
const LINK = {
  kind: "otherLink",
  label: { ja: "リンク", en: "Link" },
} as const;
const SHEET = {
  kind: "hiddenSheet",
  label: { ja: "シート", en: "Sheet" },
} as const;

/** An address without what Excel puts around it. */
const bareAddress = (address: string): string =>
  loosely(address)
    .replace(/^(?:mailto:|tel:|https?:\/\/)/, "")
    .replace(/\?.*$|\/+$/g, "");

const judgeLink = (
  sheet: FormSheet,
  { cell, text: as }: CellNote,
): readonly Doubt[] => {
  const written = sheet.cells.get(cell);
  const text = written ? cellText(written) : "";
  return bareAddress(text) === bareAddress(as)
    ? []
    : [{ ...LINK, cell, text, as }];
};

const judgeNote = (sheet: FormSheet, note: CellNote): readonly Doubt[] => {
  const { kind, cell, text } = note;
  if (kind === "link") return judgeLink(sheet, note);
  return [{ ...(kind === "comment" ? COMMENT : SHAPE), cell, text }];
};

const noteKey = ({ kind, text }: CellNote): string => `${kind} ${text}`;

/** A sheet with places of ours that was visible on the blank. */
const judgeState = (
  { name, state }: FormSheet,
  blank: FormSheet | undefined,
  map: ReportMap,
): readonly Doubt[] => {
  const single = map.cells.find((one) => one.sheet === name);
  const list = map.lists.find((one) => one.sheet === name);
  const cell = single?.cell ?? (list && `A${list.firstRow}`);
  return state === "visible" || blank?.state !== "visible" || !cell
    ? []
    : [{ ...SHEET, cell, text: name }];
};

/** Finds comments, drawn texts and links that the blank does not have, and sheets that were hidden. */
export const findUnreadNotes = (
  form: Form,
  map: ReportMap,
  blank: Form,
): readonly SheetDoubt[] =>
  form.sheets.flatMap((sheet) => {
    const own = sheetNamed(blank, sheet.name);
    const printed = new Set(own?.notes.map(noteKey));
    const doubts = [
      ...judgeState(sheet, own, map),
      ...sheet.notes
        .filter((note) => !printed.has(noteKey(note)))
        .flatMap((note) => judgeNote(sheet, note)),
    ];
    return doubts.map((one) => ({ ...one, sheet: sheet.name }));
  });
