import type { Message } from "../words/message.ts";

type Place = { readonly sheet: string; readonly cell: string };

const at = ({ sheet, cell }: Place): string => `シート「${sheet}」の${cell}`;
const enAt = ({ sheet, cell }: Place): string => `${cell} on sheet “${sheet}”`;

/** Faults between a map and a form, each with its remedy. */
export const checkMessages = {
  formChanged: {
    ja: "この様式は、セルの対応を決めたときの様式と違います。違いを確かめて、対応を保存し直してください。",
    en: "This form is not the one the map was made for. Look at the differences and save the map again.",
  },
  sheetMissing: ({ sheet }: { readonly sheet: string }): Message => ({
    ja: `シート「${sheet}」が様式にありません。シート名が変わっていないか確かめ、対応を決め直してください。`,
    en: `The form has no sheet “${sheet}”. See whether it was renamed and map it again.`,
  }),
  cellMissing: (place: Place): Message => ({
    ja: `${at(place)}は様式の外にあります。セルを選び直してください。`,
    en: `${enAt(place)} lies outside the form. Choose another cell.`,
  }),
  formula: (place: Place): Message => ({
    ja: `${at(place)}には数式が入っています。数式は書き換えません。このセルの対応を外してください。`,
    en: `${enAt(place)} holds a formula, which is never overwritten. Take it out of the map.`,
  }),
  insideMerge: (place: Place & { readonly first: string }): Message => ({
    ja: `${at(place)}は結合されたセルの途中です。左上の${place.first}に対応させてください。`,
    en: `${enAt(place)} is inside a merged cell. Use its top left cell ${place.first}.`,
  }),
  twice: (place: Place): Message => ({
    ja: `${at(place)}に2つの値が対応しています。どちらかを外してください。`,
    en: `Two values are mapped to ${enAt(place)}. Take one of them out.`,
  }),
  locked: (place: Place): Message => ({
    ja: `${at(place)}は保護されたセルです。入力欄かどうか確かめてください。`,
    en: `${enAt(place)} is protected. Check that it is meant to be filled in.`,
  }),
  printed: (place: Place & { readonly text: string }): Message => ({
    ja: `${at(place)}には「${place.text}」と印刷されていて、値で置きかわります。入力欄かどうか確かめてください。`,
    en: `${enAt(place)} already reads “${place.text}”, which the value would replace. Check that it is meant to be filled in.`,
  }),
  otherUnit: (place: Place & { readonly unit: string }): Message => ({
    ja: `${at(place)}は「${place.unit}」の欄ですが、対応の単位（per）が違います。直してください。`,
    en: `${enAt(place)} is in “${place.unit}”, but the map's unit (per) is another. Correct it.`,
  }),
  hidden: ({ sheet }: { readonly sheet: string }): Message => ({
    ja: `シート「${sheet}」は非表示です。提出先には見えません。`,
    en: `Sheet “${sheet}” is hidden; the receiver will not see it.`,
  }),
  twoLists: ({ sheet }: { readonly sheet: string }): Message => ({
    ja: `シート「${sheet}」に一覧が2つあります。一覧は1シートに1つです。`,
    en: `Sheet “${sheet}” has two lists; there can be one on a sheet.`,
  }),
  overlap: (place: Place): Message => ({
    ja: `${at(place)}は一覧の行の中にあります。一覧の列として対応させるか、外してください。`,
    en: `${enAt(place)} lies inside the list. Map it as a column, or take it out.`,
  }),
  subrow: ({
    sheet,
    column,
  }: {
    readonly sheet: string;
    readonly column: string;
  }): Message => ({
    ja: `シート「${sheet}」の一覧の列${column}が、1件の行数の外を指しています。行数か列を直してください。`,
    en: `Column ${column} of the list on “${sheet}” points outside its entry. Correct the rows or the column.`,
  }),
} as const;
