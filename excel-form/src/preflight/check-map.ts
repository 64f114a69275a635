import { checkMessages as messages } from "./check-messages.ts";
import { checkUnits } from "./check-units.ts";
import { block, warn } from "./issues.ts";
import type { FormIssue } from "./issues.ts";
import type { CellEntry, ListBlock, ReportMap } from "../map/schema.ts";
import { listPlacedCells, mergeAt, sheetNamed } from "../plan/placed-cells.ts";
import type { PlacedCell } from "../plan/placed-cells.ts";
import {
  containsCell,
  parseAddress,
  toAddress,
  toColumnNumber,
} from "../xlsx/formula/address.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

const checkSheets = (form: Form, map: ReportMap): FormIssue[] => {
  const names = new Set([...map.cells, ...map.lists].map(({ sheet }) => sheet));
  return [...names].flatMap((name) => {
    const sheet = sheetNamed(form, name);
    if (!sheet) {
      return [
        block("sheet-missing", messages.sheetMissing({ sheet: name }), {
          sheet: name,
        }),
      ];
    }
    return sheet.state === "visible"
      ? []
      : [
          warn("sheet-hidden", messages.hidden({ sheet: name }), {
            sheet: name,
          }),
        ];
  });
};

/** Text that the placement keeps, marks or was made for. */
const keepsPrinted = ({ placement }: PlacedCell): boolean =>
  placement.text !== undefined ||
  placement.choose !== undefined ||
  placement.part !== undefined ||
  placement.near?.own !== undefined;

/** A blank without lines right of the last label, or under it, is not in the file. */
const isInForm = ({ sheet, row, column }: PlacedCell): boolean =>
  sheet.dimension !== null &&
  (containsCell(sheet.dimension, row, column) ||
    [toAddress(row, column - 1), toAddress(row - 1, column)].some(
      (beside) => (sheet.cells.get(beside)?.text.trim() ?? "") !== "",
    ));

const checkCell = (place: PlacedCell): FormIssue[] => {
  const { sheet, address, row, column, cell, placement } = place;
  const where = { sheet: sheet.name, cell: address };
  const at = { ...where, key: placement.key };
  if (!isInForm(place))
    return [block("cell-missing", messages.cellMissing(where), at)];
  if (cell?.isFormula)
    return [block("formula-cell", messages.formula(where), at)];
  const merge = mergeAt(sheet, row, column);
  if (merge && (merge.top !== row || merge.left !== column)) {
    const first = toAddress(merge.top, merge.left);
    return [
      block("inside-merge", messages.insideMerge({ ...where, first }), at),
    ];
  }
  if (sheet.isProtected && cell?.style.locked !== false) {
    return [warn("protected-cell", messages.locked(where), at)];
  }
  const text = cell?.text.trim() ?? "";
  return text !== "" && !keepsPrinted(place)
    ? [warn("printed-text", messages.printed({ ...where, text }), at)]
    : [];
};

const checkTwice = (cells: readonly PlacedCell[]): FormIssue[] => {
  const seen = new Set<string>();
  return cells.flatMap(({ sheet, address, placement }) => {
    const name = `${sheet.name}!${address}`;
    const isSecond = seen.has(name);
    seen.add(name);
    const where = { sheet: sheet.name, cell: address };
    return isSecond
      ? [
          block("two-values", messages.twice(where), {
            ...where,
            key: placement.key,
          }),
        ]
      : [];
  });
};

const lastRowOf = ({
  firstRow,
  rowsAvailable,
  rowsPerEntry,
}: ListBlock): number => firstRow + rowsAvailable * rowsPerEntry - 1;

const lastColumnOf = ({ columns }: ListBlock): number =>
  Math.max(...columns.map(({ column }) => toColumnNumber(column)));

/** A cell right of the last column is no part of the list. */
const isAmongRows = (list: ListBlock, { sheet, cell }: CellEntry): boolean => {
  const { row, column } = parseAddress(cell) ?? { row: 0, column: 0 };
  return (
    sheet === list.sheet &&
    row >= list.firstRow &&
    row <= lastRowOf(list) &&
    column <= lastColumnOf(list)
  );
};

const checkLists = (map: ReportMap): FormIssue[] => {
  const seen = new Set<string>();
  return map.lists.flatMap((list) => {
    const { sheet } = list;
    const isSecond = seen.has(sheet) && list.goesOn === undefined;
    seen.add(sheet);
    const outside = list.columns.filter(
      ({ subrow }) => subrow >= list.rowsPerEntry,
    );
    const inside = map.cells.filter((entry) => isAmongRows(list, entry));
    return [
      ...(isSecond
        ? [block("two-lists", messages.twoLists({ sheet }), { sheet })]
        : []),
      ...outside.map(({ column }) =>
        block("subrow-outside", messages.subrow({ sheet, column }), { sheet }),
      ),
      ...inside.map(({ cell, key }) =>
        warn("inside-list", messages.overlap({ sheet, cell }), {
          sheet,
          cell,
          key,
        }),
      ),
    ];
  });
};

/**
 * Checks this map against this form. `block` issues stop a fill: above all a
 * form that is not the one the map was made for.
 */
export const checkMap = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
): readonly FormIssue[] => {
  const cells = listPlacedCells(form, map);
  const stale =
    form.fingerprint === map.form.fingerprint
      ? []
      : [block("form-changed", messages.formChanged)];
  return [
    ...stale,
    ...checkSheets(form, map),
    ...cells.flatMap(checkCell),
    ...checkTwice(cells),
    ...checkLists(map),
    ...checkUnits(vocabulary, cells),
  ];
};
