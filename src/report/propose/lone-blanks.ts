import type { Range } from "../sheet/address.ts";
import { toBlankText } from "./blank-text.ts";
import type { Found } from "./find-cells.ts";
import { placeInSlot } from "./place.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";
import { isInside } from "./zones.ts";

/** 「    県商工会連合会」 at the head of a letter: the sender's name goes there. */
const SENDER_BLANK =
  /^(?:[\s_＿○〇◯（）()]{2,}(?:[都道府県・]{1,7})?)(?:商工会連合会|県連)\s*$/;

const asSender = (slot: Slot): Found | null =>
  SENDER_BLANK.test(slot.text)
    ? {
        slot,
        label: slot,
        words: slot.text,
        side: "own",
        placed: [{ slot, key: "federation.name", text: "{federation.name}" }],
        confidence: 0.75,
      }
    : null;

const asBlank = (slot: Slot): Found | null => {
  const blank = toBlankText(slot.text);
  if (!blank || (blank.kind !== "date" && blank.kind !== "year")) return null;
  // 「開催日 令和 年 月 日」 is some other day.
  if (blank.kind === "date" && /\p{L}/u.test(blank.before)) return null;
  const key = blank.kind === "date" ? "report.date" : "edition.fiscalYear";
  const placed = placeInSlot(slot, key, []);
  return placed && blank.format?.includes("d") !== false
    ? {
        slot,
        label: slot,
        words: slot.text,
        side: "own",
        placed: [placed],
        confidence: 0.76,
      }
    : null;
};

/** Printed blanks that no label explains: the date of a letter, the year in a title, the sender's line. */
export const findLoneBlanks = (
  grid: SlotGrid,
  excluded: readonly Range[],
  labelled: readonly Found[],
): readonly Found[] => {
  const taken = new Set(
    labelled.flatMap(({ slot, placed }) => [
      slot.address,
      ...placed.map((one) => one.slot.address),
    ]),
  );
  return grid.texts
    .filter((slot) => !taken.has(slot.address) && !isInside(excluded, slot))
    .map((slot) => asSender(slot) ?? asBlank(slot))
    .filter((found) => found !== null);
};
