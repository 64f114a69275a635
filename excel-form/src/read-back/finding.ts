import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import type { Value } from "../map/report-data.ts";
import type { Message } from "../words/message.ts";
import { FINDINGS } from "./messages.ts";
import type { FindingKind, Level } from "./messages.ts";

/** Something to look at in a filled form. */
export type ReadFinding = {
  readonly kind: FindingKind;
  readonly level: Level;
  readonly message: Message;
  readonly sheet: string;
  /** A1 address in the filled form. */
  readonly cell: string;
  /** The cell's text; of a row that is no entry, the texts of its cells. */
  readonly text: string;
  readonly key?: ValueKey;
  /** Position among the rows of the data, from 0; absent outside of a list and for rows that were not read. */
  readonly row?: number;
};

/** A finding about a cell of a sheet that is known otherwise. */
export type Doubt = {
  readonly kind: FindingKind;
  readonly cell: string;
  readonly text: string;
  readonly key?: ValueKey;
  readonly as?: Value;
  /** The words in place of the key's label. */
  readonly label?: Message;
};

/** A finding before the position of its row is known. */
export type SheetDoubt = Doubt & { readonly sheet: string };

const ROW: Message = { ja: "行", en: "row" };

const asText = (value: Value | undefined): string =>
  Array.isArray(value) ? value.join("、") : String(value ?? "");

export const toFinding = (
  vocabulary: Vocabulary,
  { sheet, kind, cell, text, key, as, label }: SheetDoubt,
  row?: number,
): ReadFinding => ({
  kind,
  level: FINDINGS[kind].level,
  message: FINDINGS[kind].say({
    label: label ?? (key === undefined ? ROW : keyInfo(vocabulary, key).label),
    text,
    as: asText(as),
  }),
  sheet,
  cell,
  text,
  ...(key !== undefined && { key }),
  ...(row !== undefined && { row }),
});
