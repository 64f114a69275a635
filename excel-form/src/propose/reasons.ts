import type { Message } from "../words/message.ts";
import type { Body } from "./body.ts";

type Labelled = { readonly words: string };

const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

const quote = (words: string): string => `「${oneLine(words)}」`;

/** Why a cell was chosen, in a clerk's words. */
export const reasons = {
  left: ({ words }: Labelled): Message => ({
    ja: `左に${quote(words)}とあります`,
    en: `${quote(words)} stands to its left`,
  }),
  above: ({ words }: Labelled): Message => ({
    ja: `上に${quote(words)}とあります`,
    en: `${quote(words)} stands above it`,
  }),
  own: ({ words }: Labelled): Message => ({
    ja: `同じセルに${quote(words)}とあります`,
    en: `${quote(words)} is in the same cell`,
  }),
  header: ({ words }: { readonly words: readonly string[] }): Message => ({
    ja: `見出しが${quote(words.join(" "))}です`,
    en: `Its heading is ${quote(words.join(" "))}`,
  }),
  list: ({ firstRow, rowsPerEntry, entries }: Body): Message => ({
    ja: `${firstRow}行目から${entries}件分（1件${rowsPerEntry}行）の同じ行が並んでいます`,
    en: `${entries} equal entries of ${rowsPerEntry} rows from row ${firstRow}`,
  }),
  twinLists: (): Message => ({
    ja: "同じ見出しの表がほかにもあり、どの事業所をどちらに書くか決められません",
    en: "Another table has the same headings, so it is not clear which firm belongs where",
  }),
  otherTable: (): Message => ({
    ja: "推薦する事業所の一覧とは別の表なので、空けてあります",
    en: "This table is not the list of nominated firms and stays empty",
  }),
  manyBoxes: (words: string): Message => ({
    ja: `${quote(words)}の欄が横に並んでいて、どの欄に何を入れるか決められません`,
    en: `Several boxes belong to ${quote(words)}; it is not clear which takes what`,
  }),
  open: (words: string): Message => ({
    ja: `${quote(words)}に入れる値が決められません`,
    en: `It is not clear what ${quote(words)} asks for`,
  }),
};
