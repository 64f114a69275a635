import type { LayoutPart, LayoutRow } from "../../app-kit/layout-rows.ts";
import { covers } from "./covers.ts";

const codesOf = (rows: readonly LayoutRow[]): string[] =>
  rows.flatMap((row) => [
    ...(row.code === undefined ? [] : [row.code]),
    ...(row.fields ?? []).flatMap(({ code }) => code ?? []),
    ...codesOf(row.layout ?? []),
  ]);

const elementIdsOf = (rows: readonly LayoutRow[]): string[] =>
  rows.flatMap((row) => [
    ...(row.fields ?? []).flatMap(({ elementId }) => elementId ?? []),
    ...elementIdsOf(row.layout ?? []),
  ]);

type IsOurs = (part: LayoutPart) => boolean;

const ownership = (desired: readonly LayoutRow[]): IsOurs => {
  const codes = new Set(codesOf(desired));
  const elementIds = new Set(elementIdsOf(desired));
  return ({ code, elementId }) =>
    (code !== undefined && codes.has(code)) ||
    (elementId !== undefined && elementIds.has(elementId));
};

const isEmpty = ({ fields = [], layout = [] }: LayoutRow): boolean =>
  fields.length === 0 && layout.length === 0;

/** The rows with the parts that `keep` wants; rows left empty vanish. */
const filterRows = (rows: readonly LayoutRow[], keep: IsOurs): LayoutRow[] =>
  rows
    .map((row) => ({
      ...row,
      ...(row.fields && { fields: row.fields.filter(keep) }),
      ...(row.layout && { layout: filterRows(row.layout, keep) }),
    }))
    .filter((row) => !isEmpty(row));

/** True when our parts of the form are in order; other parts may be between them. */
export const isLaidOut = (
  desired: readonly LayoutRow[],
  actual: readonly LayoutRow[],
): boolean => covers(desired, filterRows(actual, ownership(desired)));

const columnsOfOthers = (
  table: LayoutRow,
  actual: readonly LayoutRow[],
): readonly LayoutPart[] => {
  const own = new Set(codesOf([table]));
  const present = actual.find(
    ({ type, code }) => type === "SUBTABLE" && code === table.code,
  );
  return (present?.fields ?? []).filter(({ code = "" }) => !own.has(code));
};

/**
 * Our form, with everything that others have put on it at the end: kintone
 * wants every field of the form in the layout.
 */
export const mergeLayout = (
  desired: readonly LayoutRow[],
  actual: readonly LayoutRow[],
): LayoutRow[] => {
  const isOurs = ownership(desired);
  const rows = desired.map((row) =>
    row.type === "SUBTABLE"
      ? {
          ...row,
          fields: [...(row.fields ?? []), ...columnsOfOthers(row, actual)],
        }
      : row,
  );
  const others = filterRows(
    actual.filter(
      (row) =>
        row.type !== "SUBTABLE" || !isOurs({ type: row.type, code: row.code }),
    ),
    (part) => !isOurs(part),
  ).flatMap((row) =>
    // Fields that others put into a group of ours move out of it.
    row.type === "GROUP" && isOurs({ type: row.type, code: row.code })
      ? (row.layout ?? [])
      : [row],
  );
  return [...rows, ...others];
};
