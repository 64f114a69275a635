import { hasRole, keyInfo } from "../map/vocabulary.ts";
import type { ListBlock } from "../map/schema.ts";
import { describesFirm } from "./any-form.ts";
import { reopenClaim } from "./claims.ts";
import type { ClaimedCell, ClaimedColumn, LeftCell } from "./claims.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Proposals for one sheet. */
export type SheetProposal = {
  readonly sheet: string;
  readonly header: string;
  /** Rows between the header and the first empty entry: filled examples. */
  readonly filledRows: number;
  readonly cells: readonly ClaimedCell[];
  readonly list: ListBlock | null;
  /** The lists in which it goes on. */
  readonly more: readonly ListBlock[];
  /** Columns of the list. */
  readonly columns: readonly ClaimedColumn[];
  readonly open: readonly LeftCell[];
};

/** Every form names its sender. */
const speaksOfSubject = (
  vocabulary: Vocabulary,
  { list, cells }: SheetProposal,
  isReport: boolean,
): boolean =>
  list !== null ||
  (!isReport &&
    describesFirm(
      vocabulary,
      cells.map(({ entry }) => entry.key),
    )) ||
  cells.some(({ entry }) =>
    entry.key
      .split("+")
      .map((key) => keyInfo(vocabulary, key))
      .some(
        ({ role, group }) =>
          role === "firm.name" ||
          group === "counts" ||
          (!isReport && role === "sender.name"),
      ),
  );

const namesAnybody = (
  vocabulary: Vocabulary,
  { list, cells }: SheetProposal,
): boolean =>
  list !== null ||
  cells.some(({ entry }) =>
    entry.key
      .split("+")
      .some((key) => !hasRole(vocabulary, key, "letter.date")),
  );

/** The same list once more with filled rows is an example, whatever its sheet is called. */
const isExampleOf = (one: SheetProposal, other: SheetProposal): boolean =>
  one.header !== "" &&
  one.header === other.header &&
  one.filledRows > other.filledRows;

/** Key that two copies of a sheet share: the headings of their list, or the places for one firm. */
const signOf = (
  vocabulary: Vocabulary,
  { header, list, cells }: SheetProposal,
  isReport: boolean,
): string => {
  if (list) return header;
  // On any other form each sheet names the same firm, the one that applies.
  if (!isReport) return "";
  const places = cells.map(({ entry }) => `${entry.cell} ${entry.key}`).join();
  return cells.some(({ entry }) => hasRole(vocabulary, entry.key, "firm.name"))
    ? places
    : "";
};

const firstPlace = ({ list, cells }: SheetProposal): string => {
  const [column] = list?.columns ?? [];
  return column && list
    ? `${column.column}${list.firstRow}`
    : (cells[0]?.entry.cell ?? "A1");
};

/**
 * The same list or card on sheet after sheet, one per quarter or branch: the
 * firms go into the first, never into each.
 */
const withoutRepeats = (
  vocabulary: Vocabulary,
  sheets: readonly SheetProposal[],
  isReport: boolean,
): readonly SheetProposal[] => {
  const signs = sheets.map((one) => signOf(vocabulary, one, isReport));
  return sheets.map((one, i) => {
    const sign = signs[i] ?? "";
    const isRepeat = sign !== "" && signs.indexOf(sign) < i;
    if (!isRepeat) return one;
    const open: LeftCell = {
      rule: rules.twinLists,
      open: {
        sheet: one.sheet,
        cell: firstPlace(one),
        label: one.sheet,
        reason: rules.twinLists.reason(one.sheet),
      },
    };
    const cells = one.list ? one.cells : [];
    return {
      ...one,
      cells,
      list: null,
      more: [],
      columns: [],
      open: [...one.open, open],
    };
  });
};

/** The sheet with all that it would take left open. */
export const leaveSheet = (
  sheet: SheetProposal,
  rule: Rule,
): SheetProposal => ({
  ...sheet,
  cells: [],
  list: null,
  more: [],
  columns: [],
  open: [...sheet.open, ...sheet.cells.map((cell) => reopenClaim(cell, rule))],
});

/** The subject of the form as a whole. */
type Subject = { readonly hasOwnTitle: boolean; readonly isReport: boolean };

/** The sheets that take values: no filled examples, and every list once. */
export const chooseSheets = (
  vocabulary: Vocabulary,
  found: readonly SheetProposal[],
  { hasOwnTitle, isReport }: Subject,
): readonly SheetProposal[] => {
  const isOurs =
    hasOwnTitle ||
    found.some((one) => speaksOfSubject(vocabulary, one, isReport));
  // The applicant dates the sheets that ask for him.
  const all = found.map((one) =>
    isOurs && (isReport || namesAnybody(vocabulary, one))
      ? one
      : leaveSheet(one, rules.noFirmNamed),
  );
  return withoutRepeats(
    vocabulary,
    all.filter((sheet) => !all.some((other) => isExampleOf(sheet, other))),
    isReport,
  );
};
