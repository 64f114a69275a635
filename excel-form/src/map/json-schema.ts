import { toJsonSchema } from "@valibot/to-json-schema";
import type { Vocabulary } from "./vocabulary.ts";
import { reportMapSchema } from "./schema.ts";

/** Kept apart from the schema: the page has no use for them. */
const descriptionsFor = ({
  keys,
}: Vocabulary): Readonly<Record<string, string>> => ({
  version: "Version of this shape.",
  revision: "Counts the saves of this map.",
  fingerprint:
    "Of the form's sheets, labels, merges and formula places; a map fills no other form.",
  sheets: "Sheets of the form when the map was made.",
  editionTexts:
    "Printed texts with a year in them: another edition's form reads differently there.",
  cells: "Single cells.",
  lists: "Rows that repeat for every entry; at most one list a sheet.",
  open: "Cells that seem to ask for something and were left for a person to decide.",
  cell: "Address in the blank form, e.g. B5; the top left cell of a merge.",
  key: `A value key, or several joined by + when one cell takes them all: ${Object.keys(keys).join(", ")}.`,
  part: "The piece of the value that this cell takes: era, year, month, day, digit n, phone n, postal n, or ○-beside WORD (the cell gets a mark when the value is that word).",
  text: "Words around the value, with keys in braces, a pattern behind a colon: {KEY} or {KEY:ggge年M月d日}.",
  format:
    "A date pattern (ggg gg g era, e its year, yyyy yy, M MM, d dd), or full, half, hiragana, katakana. Without it the cell's own format decides.",
  marks:
    "What is written for a choice, by the choice's word, or by yes and no; on for a ○-beside cell.",
  choose:
    "Words printed in the cell of which the chosen one gets a ○ (or its □ becomes ■).",
  per: "The unit printed on the form, in units of the value: 10000 for 万円.",
  era: "The era printed before the cell of a year.",
  required: "An empty value stops the export.",
  near: "Text printed around the cell when the map was made, without blanks and with every number as #.",
  reason: "Why it was proposed; absent when a person placed it.",
  confidence: "How sure the proposal is, 0 to 1.",
  firstRow: "First row of the first entry.",
  rowsPerEntry: "Sheet rows that one entry takes.",
  rowsAvailable: "Pre-drawn entries.",
  goesOn:
    "The records go on here where the list before it on the sheet is full.",
  onSurplus: "When there are more records than entries: add rows, or refuse.",
  columns: "The list's columns.",
  column: "Column letters, e.g. C.",
  subrow: "Sheet row within the entry, from 0.",
  below: "First printed text below the list; a filled form is read down to it.",
  label: "The words that were not understood.",
});

type Descriptions = ReturnType<typeof descriptionsFor>;

const describe = (texts: Descriptions, schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map((one) => describe(texts, one));
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [
      name,
      name === "properties"
        ? describeProperties(texts, value)
        : describe(texts, value),
    ]),
  );
};

const describeProperties = (
  texts: Descriptions,
  properties: unknown,
): unknown =>
  typeof properties === "object" && properties !== null
    ? Object.fromEntries(
        Object.entries(properties).map(([name, value]: [string, unknown]) => {
          const inner = describe(texts, value);
          const description = texts[name];
          return [
            name,
            description !== undefined && typeof inner === "object"
              ? { description, ...inner }
              : inner,
          ];
        }),
      )
    : properties;

/** The map's shape for others who want to make or read one. */
export const reportMapJsonSchema = (
  vocabulary: Vocabulary,
): Record<string, unknown> => ({
  title: "Form map",
  description:
    "Which cell of an xlsx form gets which value, and which rows repeat for every entry.",
  ...Object(
    describe(
      descriptionsFor(vocabulary),
      toJsonSchema(reportMapSchema, {
        target: "draft-2020-12",
        typeMode: "input",
        // An address beyond the last row or column has the form of one.
        ignoreActions: ["check"],
      }),
    ),
  ),
});

/** The schema as a file to publish. */
export const reportMapJsonSchemaText = (vocabulary: Vocabulary): string =>
  `${JSON.stringify(reportMapJsonSchema(vocabulary), null, 2)}\n`;
