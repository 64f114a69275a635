import { isRowKey, isValueKey, keyOfRole } from "../map/vocabulary.ts";
import { finish } from "../ground/steps.ts";
import type { Progress, Steps } from "../ground/steps.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import type { ReportData, Value, Values } from "../map/report-data.ts";
import type { ReportMap } from "../map/schema.ts";
import { optionsAt, sheetNamed } from "../plan/placed-cells.ts";
import { loosely } from "../values/character-forms.ts";
import { parseAddress, toAddress } from "../xlsx/formula/address.ts";
import type { Form, FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";
import { movedRow } from "./added-rows.ts";
import { toFinding } from "./finding.ts";
import type { Doubt, ReadFinding, SheetDoubt } from "./finding.ts";
import { isHiddenCell } from "./hidden-cells.ts";
import { isBlankCell, judgeLook } from "./inspect-cell.ts";
import { printedRows } from "./list-surroundings.ts";
import { cellText, isUntouched } from "./read-cell.ts";
import { readList } from "./read-list.ts";
import type { ReadEntry } from "./list-context.ts";
import {
  changedLabels,
  listAgreements,
  refuseOtherEdition,
  refuseOtherForm,
} from "./recognise.ts";
import { indexSheet } from "./sheet-index.ts";
import type { SheetIndex } from "./sheet-index.ts";
import { findUnreadNotes } from "./unread-notes.ts";
import { findUnreadTexts } from "./unread-texts.ts";
import { ValueReader } from "./value-reader.ts";

/** The data of a filled form, and what a person should look at. */
export type Reading = {
  readonly data: ReportData;
  readonly findings: readonly ReadFinding[];
};

const keyOf = (key: string): { key: ValueKey } => ({
  key: key.split("+")[0] ?? key,
});

/** Doubts about the place of a single cell. */
const judgePlace = (
  sheet: FormSheet,
  index: SheetIndex,
  address: string,
  key: string,
): Doubt | null => {
  const at = parseAddress(address);
  const merge = at && index.mergeAt(at.row, at.column);
  const top = merge && toAddress(merge.top, merge.left);
  const cell = sheet.cells.get(top ?? address);
  if (!cell || isBlankCell(cell)) return null;
  const about = { cell: address, text: cellText(cell), ...keyOf(key) };
  if (top !== undefined && top !== address) return { ...about, kind: "merged" };
  if (isHiddenCell(sheet, cell.row, cell.column)) {
    return { ...about, kind: "hidden" };
  }
  const kind = judgeLook(cell);
  return kind && { ...about, kind };
};

type Indexes = ReadonlyMap<string, SheetIndex>;

const readSingles = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  indexes: Indexes,
) => {
  const reader = new ValueReader(vocabulary);
  for (const { sheet: name, cell: mapped, ...placement } of map.cells) {
    const sheet = sheetNamed(form, name);
    const index = indexes.get(name);
    const at = parseAddress(mapped);
    if (!sheet || !index || !at) continue;
    const row = movedRow(map, sheet, at.row);
    const address = toAddress(row, at.column);
    const cell = sheet.cells.get(address);
    const options = optionsAt(sheet, row, at.column);
    reader.add({ sheet: name, address, cell, placement, options });
    const isPrint = cell !== undefined && isUntouched(cell, placement);
    const doubt = isPrint
      ? null
      : judgePlace(sheet, index, address, placement.key);
    if (doubt) reader.doubt(name, doubt);
  }
  const { values, doubts } = reader.read();
  return { values, doubts: [...doubts, ...reader.missing()] };
};

/** The text before a cell in its row. */
const labelBefore = (
  sheet: FormSheet,
  row: number,
  column: number,
): string | null => {
  for (let before = column - 1; before >= 1; before -= 1) {
    const cell = sheet.cells.get(toAddress(row, before));
    if (cell && cellText(cell).trim() !== "") return cell.address;
  }
  return null;
};

/** Tells the single cells of a sheet and their labels from its other cells. */
const toIsMapped = (form: Form, map: ReportMap, name: string) => {
  const sheet = sheetNamed(form, name);
  const mapped = new Set(
    map.cells
      .filter((entry) => entry.sheet === name)
      .flatMap(({ cell }) => {
        const at = parseAddress(cell);
        if (!sheet || !at) return [];
        const row = movedRow(map, sheet, at.row);
        const label = labelBefore(sheet, row, at.column);
        return [toAddress(row, at.column), label ?? []].flat();
      }),
  );
  return ({ address }: FormCell): boolean => mapped.has(address);
};

const pick = (
  vocabulary: Vocabulary,
  values: Values,
  isWanted: (key: ValueKey) => boolean,
): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([key]) => isValueKey(vocabulary, key) && isWanted(key),
    ),
  );

type Placed = ReadEntry & { readonly sheet: string };

/** The same firm twice, by its number or else its name. */
const duplicates = (
  vocabulary: Vocabulary,
  entries: readonly Placed[],
): readonly SheetDoubt[] => {
  const seen = new Set<string>();
  const nameKey = keyOfRole(vocabulary, "firm.name") ?? "";
  const numberKey = keyOfRole(vocabulary, "firm.number") ?? "";
  const memberKey = keyOfRole(vocabulary, "member.name") ?? "";
  return entries.flatMap(({ values, sheet, nameCell }) => {
    const number = loosely(String(values[numberKey] ?? ""));
    const name = loosely(String(values[nameKey] ?? ""));
    const sender = loosely(String(values[memberKey] ?? ""));
    const firm = /\d{4}/.test(number) ? number : `${sender} ${name}`;
    const isAgain = name !== "" && seen.has(`${sheet} ${firm}`);
    seen.add(`${sheet} ${firm}`);
    const text = String(values[nameKey] ?? "");
    const about = { sheet, cell: nameCell, text, key: nameKey } as const;
    return isAgain ? [{ ...about, kind: "duplicate" }] : [];
  });
};

/** Values of the whole report that rows tell differently. */
const contradictions = (
  vocabulary: Vocabulary,
  entries: readonly Placed[],
): readonly SheetDoubt[] => {
  const known: Record<string, Value> = {};
  return entries.flatMap(({ values, sheet, nameCell: cell }) =>
    Object.entries(
      pick(vocabulary, values, (key) => !isRowKey(vocabulary, key)),
    ).flatMap(([key, value]) => {
      const as = (known[key] ??= value);
      return as === value
        ? []
        : [
            {
              kind: "conflicting",
              sheet,
              cell,
              text: String(value),
              key,
              as,
            },
          ];
    }),
  );
};

/** Several sheets may list the same records, each with other values of them: they are matched by their position. */
const toRows = (entries: readonly Placed[]) => {
  const positions = [...new Set(entries.map(({ position }) => position))].sort(
    (a, b) => a - b,
  );
  const rowOf = new Map(positions.map((position, row) => [position, row]));
  const rows: Values[] = positions.map(() => ({}));
  for (const { position, values } of entries) {
    const row = rowOf.get(position) ?? 0;
    rows[row] = { ...rows[row], ...values };
  }
  return { rows, rowOf };
};

const unreadWords = (
  form: Form,
  map: ReportMap,
  blank: Form,
  findings: readonly ReadFinding[],
): readonly SheetDoubt[] => {
  const isMapped = new Map(
    form.sheets.map(({ name }) => [name, toIsMapped(form, map, name)]),
  );
  const isRead = (sheet: string, cell: FormCell): boolean =>
    isMapped.get(sheet)?.(cell) === true;
  return [
    ...findUnreadTexts(form, map, blank, isRead, findings),
    ...findUnreadNotes(form, map, blank),
  ];
};

const labelDoubts = (agreements: ReturnType<typeof listAgreements>) =>
  changedLabels(agreements).map(({ sheet, row, column, key }) => ({
    kind: "labelChanged" as const,
    sheet,
    cell: toAddress(row, column),
    text: "",
    ...keyOf(key),
  }));

/**
 * Reads a filled form through the map it was filled by: the data that
 * `fillForm` takes, and a finding for all that is doubtful or was not read.
 * Leaves out empty cells and unfilled rows.
 *
 * @param blank - the form that was filled; gives findings for what was written beside its places
 * @throws FormError `report/other-form` when the labels are not those of the map's form, `report/other-edition` when its title names another year
 */
export const readWithFindings = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  blank?: Form,
): Reading => finish(readingSteps(vocabulary, form, map, blank));

/** Without the rows below a list that the blank form prints. */
const withoutPrinted = <
  T extends { readonly kind: string; readonly text: string },
>(
  doubts: readonly T[],
  blank: FormSheet | null | undefined,
): readonly T[] => {
  if (!blank || !doubts.some(({ kind }) => kind === "beyondList"))
    return doubts;
  const printed = printedRows(blank);
  return doubts.filter(
    ({ kind, text }) => kind !== "beyondList" || !printed.has(text),
  );
};

/** Looking at the labels, reading single cells and lists, putting it together. */
const STAGES = 3;

/** The same in steps, for a page that must not stand still meanwhile. */
export function* readingSteps(
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  blank?: Form,
): Steps<Reading, Progress> {
  const agreements = listAgreements(form, map);
  refuseOtherForm(agreements);
  refuseOtherEdition(form, map);
  yield { done: 1, total: STAGES };
  const indexes: Indexes = new Map(
    form.sheets.map((sheet) => [sheet.name, indexSheet(sheet)]),
  );
  const singles = readSingles(vocabulary, form, map, indexes);
  const lists: Array<ReturnType<typeof readList>> = [];
  for (const list of map.lists) {
    const sheet = sheetNamed(form, list.sheet);
    const index = indexes.get(list.sheet);
    if (!sheet || !index) continue;
    yield { done: 1, total: STAGES };
    const isMapped = toIsMapped(form, map, list.sheet);
    lists.push(readList(vocabulary, sheet, index, map.lists, list, isMapped));
  }
  yield { done: 2, total: STAGES };
  const entries = lists.flatMap((list) =>
    list.entries.map((entry) => ({ ...entry, sheet: list.sheet })),
  );
  const { rows, rowOf } = toRows(entries);
  const shared = rows.map((row) =>
    pick(vocabulary, row, (key) => !isRowKey(vocabulary, key)),
  );
  const findings = [
    ...labelDoubts(agreements).map((doubt) => toFinding(vocabulary, doubt)),
    ...singles.doubts.map((doubt) => toFinding(vocabulary, doubt)),
    ...entries.flatMap((entry) =>
      entry.doubts.map((doubt) =>
        toFinding(vocabulary, doubt, rowOf.get(entry.position)),
      ),
    ),
    ...contradictions(vocabulary, entries).map((doubt) =>
      toFinding(vocabulary, doubt),
    ),
    ...duplicates(vocabulary, entries).map((doubt) =>
      toFinding(vocabulary, doubt),
    ),
    ...lists.flatMap((list) =>
      withoutPrinted(list.doubts, blank && sheetNamed(blank, list.sheet)).map(
        (doubt) => toFinding(vocabulary, doubt),
      ),
    ),
  ];
  const unread = blank ? unreadWords(form, map, blank, findings) : [];
  return {
    data: {
      scalars: Object.assign({}, ...shared, singles.values),
      rows: rows.map((row) =>
        pick(vocabulary, row, (one) => isRowKey(vocabulary, one)),
      ),
    },
    findings: [
      ...findings,
      ...unread.map((doubt) => toFinding(vocabulary, doubt)),
    ],
  };
}

/** The data of `readWithFindings` alone. */
export const readFilled = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
): ReportData => readWithFindings(vocabulary, form, map).data;
