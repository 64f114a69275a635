import type { Range } from "../xlsx/formula/address.ts";
import { containsCell } from "../xlsx/formula/address.ts";
import { isBlank, looksLikeField } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { isConceptLabel } from "./around.ts";
import { labelsIn } from "./labels-in.ts";
import { scopeOf } from "./scopes.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

const isDrawn = (grid: SlotGrid, slot: Slot): boolean =>
  !isBlank(slot) || looksLikeField(grid, slot);

/** Down to the next row in which nothing is drawn between the columns. */
const endOfBlock = (
  grid: SlotGrid,
  row: number,
  left: number,
  right: number,
): number => {
  let bottom = row;
  const isUsed = (next: number): boolean =>
    grid
      .inRow(next)
      .some(
        (slot) =>
          slot.right >= left && slot.left <= right && isDrawn(grid, slot),
      );
  while (bottom < grid.bottom && isUsed(bottom + 1)) bottom += 1;
  return bottom;
};

/** To the right until the lines end. */
const endOfLines = (grid: SlotGrid, slot: Slot): number => {
  let { right } = slot;
  while (right < grid.right) {
    const next = grid.at(slot.top, right + 1);
    if (!isDrawn(grid, next)) break;
    right = next.right;
  }
  return right;
};

/** Boxes for the office are small; more would be the form itself. */
const MAX_ZONE_ROWS = 6;

/** Its own row, where labels or a box of its own follow it. */
const rowOf = (grid: SlotGrid, slot: Slot): Range | null => {
  const { top, bottom, left, edges } = slot;
  const next = grid.at(top, Math.min(slot.right + 1, grid.right));
  if (next === slot || !edges.left || !edges.bottom) return null;
  if (isBlank(next)) {
    return looksLikeField(grid, next)
      ? { top, bottom, left, right: next.right }
      : null;
  }
  const after = grid.at(top, Math.min(next.right + 1, grid.right));
  const isLabel = after !== next && isBlank(after) && isDrawn(grid, after);
  return isLabel ? { top, bottom, left, right: endOfLines(grid, slot) } : null;
};

/** Boxes of one value and the signs between them. */
const endOfValue = (grid: SlotGrid, slot: Slot): number => {
  let { right } = slot;
  while (right < grid.right) {
    const next = grid.at(slot.top, right + 1);
    if (!isBlank(next) && !OF_VALUE.test(headingTextOf(next))) break;
    right = next.right;
  }
  return right;
};

const OF_VALUE = /^(?:令和|年|月|日|第|号|[-－])$/;

/** 「受付年月日」 asks the office for one value; 「受付欄」 is a box of several. */
const ONE_VALUE = /^※?(?:受付|受理|整理|処理)の?(?:年月日|日|番号|no\.?)$/i;

/** The box that a heading such as 「事務局使用欄」 is the head of. */
const zoneOf = (grid: SlotGrid, slot: Slot): Range => {
  const { top, left, right, bottom, edges } = slot;
  // A heading at the left of several rows: its rows, as far as the lines go.
  if (bottom > top) return { top, left, bottom, right: endOfLines(grid, slot) };
  const row = rowOf(grid, slot);
  if (row) return row;
  if (ONE_VALUE.test(headingTextOf(slot))) {
    return { top, left, bottom, right: endOfValue(grid, slot) };
  }
  // A heading with lines heads its own columns; one without, the whole block below.
  const isBoxHead =
    edges.left &&
    edges.right &&
    edges.bottom &&
    // Alone in its row it heads all that is drawn below.
    grid.inRow(top).some((other) => other !== slot && isDrawn(grid, other));
  const last = isBoxHead ? right : grid.right;
  const end = endOfBlock(grid, bottom, left, last);
  return {
    top,
    left,
    right: last,
    bottom: Math.min(end, bottom + MAX_ZONE_ROWS),
  };
};

const COPY = /(?:^|[（(【\s])\S{0,6}控え?\s*[）)】]?\s*$/;

/** From 「（控）」 down: the same form once more, to be kept. */
const findCopies = (grid: SlotGrid): readonly Range[] => {
  const { bottom, right } = grid;
  const copy = grid.texts.find(
    ({ top, text }) => top > MAX_ZONE_ROWS && COPY.test(text),
  );
  return copy ? [{ top: copy.top, left: 1, bottom, right }] : [];
};

const ASIDE =
  /^(?:記[入載]例|入力例|例|注意(?:事項|点)?|留意(?:事項|点)|(?:記[入載]|入力)(?:要領|方法|上の注意)|(?:補足)?説明|補足)$/;
const ENTRIES =
  /^(?:ご?(?:記[入載]|入力|回答)(?:欄|内容|事項)?|内容|(?:入力)?データ)$/;
const ENTRY_COLUMN = /^ご?(?:記[入載]|入力|回答)欄$/;

/** 「記入例」 and 「注意事項」 beside 「記入欄」: columns in which nothing is written. */
const findAsideColumns = (grid: SlotGrid): readonly Range[] =>
  grid.texts
    .filter((slot) => ASIDE.test(headingTextOf(slot)))
    .filter(({ top }) =>
      grid.inRow(top).some((slot) => ENTRIES.test(headingTextOf(slot))),
    )
    .map(({ top, left, right }) => ({ top, left, right, bottom: grid.bottom }));

const headingTextOf = ({ text }: Slot): string =>
  text.normalize("NFKC").replace(/[\s()【】]/g, "");

/** Right of the only column that is headed 「記入欄」. */
const findBehindEntries = (grid: SlotGrid): readonly Range[] => {
  const [head, ...others] = grid.texts.filter((slot) =>
    ENTRY_COLUMN.test(headingTextOf(slot)),
  );
  if (!head || others.length > 0) return [];
  const { top, left, right, edges } = head;
  const isHeader = left > 1 && edges.left && edges.bottom;
  return isHeader && right < grid.right
    ? [{ top, left: right + 1, right: grid.right, bottom: grid.bottom }]
    : [];
};

const RANK =
  /^(?:担当者?|係|係員|主任|係長|主査|課員|課長(?:補佐)?|室長|次長|部長|局長|事務局長|(?:副|支)?所長|主幹|参事|専務|常務|理事長|会長|決裁者?|合議|起案|検印|承認|照査)$/;
const MIN_RANKS = 2;

const isRank = (grid: SlotGrid, slot: Slot): boolean =>
  RANK.test(headingTextOf(slot)) &&
  slot.edges.bottom &&
  isBlank(grid.at(Math.min(slot.bottom + 1, grid.bottom), slot.left));

/** 「課長」 「係長」 「担当」 side by side over empty boxes, in which seals are put. */
const findStampBoxes = (grid: SlotGrid): readonly Range[] =>
  grid.texts
    .filter((slot) => isRank(grid, slot))
    .filter((slot, _, ranks) => {
      const beside = ranks.filter(({ top }) => top === slot.top);
      const touches = beside.some(
        ({ left, right }) => left === slot.right + 1 || right === slot.left - 1,
      );
      const isOther = beside.some((one) => !/^担当/.test(headingTextOf(one)));
      return touches && isOther && beside.length >= MIN_RANKS;
    })
    .map(({ top, left, right, bottom }) => {
      const box = grid.at(Math.min(bottom + 1, grid.bottom), left);
      return { top, left, right, bottom: box.bottom };
    });

/** Parts of the sheet that nobody fills in who sends it. */
export const findOfficeZones = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
): readonly Range[] => [
  ...findCopies(grid),
  ...findAsideColumns(grid),
  ...findBehindEntries(grid),
  ...findStampBoxes(grid),
  ...labelsIn(grid)
    .filter(
      ({ text }) => text.length <= 30 && scopeOf(vocabulary, text) === "office",
    )
    // 「資本金（個人は記載不要）」 asks for something.
    .filter((slot) => !isConceptLabel(vocabulary, slot))
    // 「※個人事業主の場合は記入不要」 speaks of the box above or beside it.
    .filter(({ text }) => !/場合|とき|[はが].*[。]$/.test(text))
    .map((slot) => zoneOf(grid, slot)),
];

export const isInside = (zones: readonly Range[], slot: Slot): boolean =>
  zones.some((zone) => containsCell(zone, slot.top, slot.left));
