import { memoOf } from "../ground/memo.ts";
import type { Range } from "../xlsx/formula/address.ts";
import type { SlotGrid } from "../near/slot-grid.ts";
import { loosely } from "../values/character-forms.ts";
import { labelsIn } from "./labels-in.ts";
import { isAddressee } from "./scopes.ts";

/** Rows from the addressee in which the sender names himself, where no sentence ends them before. */
const MAX_ROWS = 12;

/** 「みほん市長」 without 殿 */
const OFFICE = /^.{1,16}(?:知事|[市区町村]長|労働局長|署長|大臣)$/;

const SENTENCE = /(?:ます|です)。?\s*$|。\s*$/;

/** A sentence of a letter. */
export const isSentence = (text: string): boolean => SENTENCE.test(text.trim());

/** From 「みほん市長 殿」 to the first sentence: the rows in which the sender of a letter names himself. */
export const letterHead = memoOf((grid: SlotGrid): Range | null => {
  const labels = labelsIn(grid);
  const addressee = labels.find(
    ({ top, text }) =>
      top <= MAX_ROWS && (isAddressee(text) || OFFICE.test(loosely(text))),
  );
  if (!addressee) return null;
  const sentence = labels.find(
    ({ top, text }) => top > addressee.bottom && isSentence(text),
  );
  const last = Math.min(
    addressee.bottom + MAX_ROWS,
    (sentence?.top ?? grid.bottom + 1) - 1,
  );
  return { top: addressee.top, left: 1, bottom: last, right: grid.right };
});
