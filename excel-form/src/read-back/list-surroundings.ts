import { loosely } from "../values/character-forms.ts";
import { toAddress } from "../xlsx/formula/address.ts";
import type { FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";
import { classifyRow } from "./classify-row.ts";
import type { Doubt } from "./finding.ts";
import { isBlankCell } from "./inspect-cell.ts";
import { isNumberKey, cellAt, nameColumn } from "./list-context.ts";
import type { ListContext, ReadEntry } from "./list-context.ts";
import { cellText } from "./read-cell.ts";

/** Cells beside the mapped columns that differ from row to row: nothing that the form prints. */
export const unmappedCells = (
  { list, index, columns, before, isElsewhere }: ListContext,
  tops: readonly number[],
  filled: ReadonlySet<number>,
  isMapped: (cell: FormCell) => boolean,
): readonly Doubt[] => {
  const cells = tops.flatMap((top) =>
    Array.from({ length: list.rowsPerEntry }, (_, subrow) => ({
      top,
      subrow,
      inRow: index.cellsIn(top + subrow),
    })).flatMap(({ subrow, inRow }) =>
      inRow
        // Counts may stand beside the first rows of a list.
        .filter((cell) => !isMapped(cell))
        .filter(
          ({ row, column, isFormula }) =>
            !isFormula &&
            !isElsewhere(row, column) &&
            !columns.some(
              (one) => one.at === column && one.subrow === subrow,
            ) &&
            (index.mergeAt(row, column)?.bottom ?? row) - row <
              list.rowsPerEntry,
        )
        .map((cell) => ({ cell, top, place: `${cell.column}/${subrow}` })),
    ),
  );
  const counts = new Map<string, number>();
  const textKey = (place: string, cell: FormCell): string =>
    `${place} ${loosely(cellText(cell))}`;
  for (const { cell, place } of cells) {
    const key = textKey(place, cell);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isNumberOf = (cell: FormCell, top: number): boolean =>
    loosely(cellText(cell)).replace(/\D/g, "") ===
    String(before + tops.indexOf(top) + 1);
  return cells
    .filter(
      ({ cell, top, place }) =>
        filled.has(top) &&
        counts.get(textKey(place, cell)) !== tops.length &&
        !isNumberOf(cell, top),
    )
    .map(({ cell }) => ({
      kind: "unmapped" as const,
      cell: cell.address,
      text: cellText(cell),
    }));
};

const isEntryLike = (context: ListContext, row: number): boolean => {
  const { columns, list } = context;
  const own = columns.filter(
    ({ at, subrow, key }) =>
      !isNumberKey(context, key) &&
      !isBlankCell(cellAt(context, row + subrow, at)),
  );
  const name = nameColumn(context);
  const isNamed =
    !name || !isBlankCell(cellAt(context, row + name.subrow, name.at));
  const wanted = Math.max(2, Math.ceil(columns.length / 2 / list.rowsPerEntry));
  return isNamed && own.length >= Math.min(wanted, columns.length);
};

/** Rows after the list that look like entries, such as those written under its total. */
export const beyondList = (
  context: ListContext,
  last: number,
  isMapped: (cell: FormCell) => boolean,
): readonly Doubt[] => {
  const { list, sheet, index, columns, isElsewhere } = context;
  const isOfOther = (row: number): boolean =>
    columns.some(({ at }) => isElsewhere(row, at));
  const below = list.below;
  const isEndFound =
    !below ||
    index.rows.some((row) =>
      index
        .cellsIn(row)
        .some(
          (cell) =>
            row > last && loosely(cellText(cell)) === loosely(below.text),
        ),
    );
  return index.rows
    .filter((row) => row > last && row <= (sheet.dimension?.bottom ?? 0))
    .filter((row) => !isOfOther(row))
    .filter((row) => !isEndFound || isEntryLike(context, row))
    .flatMap((row) => {
      const cells = index.cellsIn(row).filter((cell) => !isMapped(cell));
      const [first] = cells;
      if (!first || cells.some(({ isFormula }) => isFormula)) return [];
      const texts = cells.map(cellText);
      const isEntry = classifyRow({ all: texts, name: "", isAcross: false });
      return isEntry === null
        ? [
            {
              kind: "beyondList" as const,
              cell: first.address,
              text: texts.join(" "),
            },
          ]
        : [];
    });
};

/** The rows of a blank sheet as `beyondList` quotes them: what the form prints itself is no entry. */
export const printedRows = (sheet: FormSheet): ReadonlySet<string> => {
  const rows = new Map<number, FormCell[]>();
  for (const cell of sheet.cells.values()) {
    if (isBlankCell(cell)) continue;
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  }
  return new Set(
    [...rows.values()].map((cells) =>
      cells
        .toSorted((a, b) => a.column - b.column)
        .map(cellText)
        .join(" "),
    ),
  );
};

export const blankRows = (
  context: ListContext,
  entries: readonly ReadEntry[],
  skipped: ReadonlySet<number>,
): readonly Doubt[] => {
  const last = entries.at(-1)?.position ?? 0;
  const filled = new Set(entries.map(({ position }) => position));
  const name = nameColumn(context) ?? context.columns[0];
  return Array.from({ length: last }, (_, position) => position)
    .filter((position) => !filled.has(position) && !skipped.has(position))
    .map((position) => ({
      kind: "blankRow" as const,
      cell: toAddress(
        context.list.firstRow + position * context.list.rowsPerEntry,
        name?.at ?? 1,
      ),
      text: "",
      label: { ja: "一覧", en: "List" },
    }));
};
