import { behindLabel } from "./behind-label.ts";
import { belowLabel } from "./below-label.ts";
import { circleBesideWord } from "./circle-beside-word.ts";
import { foreignForm } from "./foreign-form.ts";
import { labelsInOneCell } from "./labels-in-one-cell.ts";
import { letterDate } from "./letter-date.ts";
import { listColumn } from "./list-column.ts";
import { manyBoxes } from "./many-boxes.ts";
import { noFirmNamed } from "./no-firm-named.ts";
import { noValueOfOurs } from "./no-value-of-ours.ts";
import { notOnThisForm } from "./not-on-this-form.ts";
import { otherTable } from "./other-table.ts";
import { twinLists } from "./twin-lists.ts";
import { oneOfMany } from "./one-of-many.ts";
import { otherParty } from "./other-party.ts";
import { ownerUnclear } from "./owner-unclear.ts";
import { placeDoesNotFit } from "./place-does-not-fit.ts";
import { placedAlready } from "./placed-already.ts";
import { postalRow } from "./postal-row.ts";
import { rightOfLabel } from "./right-of-label.ts";
import { rowAndColumn } from "./row-and-column.ts";
import { senderLine } from "./sender-line.ts";
import { tickBox } from "./tick-box.ts";
import { unknownWords } from "./unknown-words.ts";
import { unsure } from "./unsure.ts";
import type { Rule } from "./rule.ts";

/** Every rule by its name. */
export const rules = {
  behindLabel,
  belowLabel,
  circleBesideWord,
  foreignForm,
  labelsInOneCell,
  letterDate,
  listColumn,
  manyBoxes,
  noFirmNamed,
  noValueOfOurs,
  notOnThisForm,
  oneOfMany,
  otherTable,
  twinLists,
  otherParty,
  ownerUnclear,
  placeDoesNotFit,
  placedAlready,
  postalRow,
  rightOfLabel,
  rowAndColumn,
  senderLine,
  tickBox,
  unknownWords,
  unsure,
} as const satisfies Record<string, Rule>;
