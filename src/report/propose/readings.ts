import { isConceptLabel } from "./around.ts";
import { toBlankText } from "./blank-text.ts";
import { toLabel } from "./label.ts";
import { headsOf } from "./owners.ts";
import { readLabels } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";
import type { Spot } from "./spots.ts";

const readingAt = (grid: SlotGrid, label: Slot, text: string): Reading =>
  readLabels([...headsOf(grid, label).map((head) => head.text), text]);

const COUNTED: Readonly<Record<string, string>> = {
  件: "件数",
  社: "数",
  者: "数",
  人: "数",
  名: "数",
  事業所: "数",
  企業: "数",
};

/** The unit printed behind the value or in its cell. */
const unitOf = (spot: Spot): string | undefined => {
  if (spot.side === "own") return spot.inCell.blank?.after;
  return spot.run
    .map(({ text }) => toBlankText(text)?.after ?? text.trim())
    .find((text) => text in COUNTED);
};

/** 「推薦 [ ] 件」 asks for 推薦件数, 「従業員 [ ] 人」 for 従業員数. */
const readCount = (
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
  reading: Reading,
): Reading => {
  const unit = spot && unitOf(spot);
  const counted = unit ? COUNTED[unit] : undefined;
  return spot && counted !== undefined && reading.concepts.length === 0
    ? readingAt(grid, label, toLabel(spot.label).main + counted)
    : reading;
};

/** フリガナ is that of the name below, to the left or above. */
const readKana = (grid: SlotGrid, label: Slot, reading: Reading): Reading => {
  if (reading.concepts[0] !== "?kana" || reading.scope !== null) return reading;
  const below = grid.at(Math.min(label.bottom + 1, grid.bottom), label.left);
  const left = grid
    .inRow(label.top)
    .findLast((slot) => slot.right < label.left && isConceptLabel(slot));
  const above = grid.at(Math.max(label.top - 1, 1), label.left);
  for (const slot of [below, left, above]) {
    if (slot?.kind !== "text" || slot === label) continue;
    const [concept = ""] = readingAt(grid, slot, slot.text).concepts;
    if (/registeredName|^\?name/.test(concept)) {
      return { ...reading, concepts: ["business.nameKana"] };
    }
    if (/^\?head/.test(concept)) return { ...reading, concepts: ["?headKana"] };
  }
  return reading;
};

/** What a label says together with its headings, the unit behind its box and the names around it. */
export const readAt = (
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
): Reading => {
  const own = readingAt(grid, label, spot?.label ?? label.text);
  return readKana(grid, label, readCount(grid, label, spot, own));
};
