import { defaultStyle, mergeStyle, reportStyle } from "./field-style.ts";
import type { FieldStyle, StylePart } from "./field-style.ts";

type ByColumn = Map<string, FieldStyle>;
export type ListStyles = { header: ByColumn; body: Map<string, ByColumn> };

type Column = { columnType: "FIELD" | "ACTION"; column: string };
const keyOf = ({ columnType, column }: Column): string =>
  `${columnType}:${column}`;
const actions = ["OPEN_DETAIL", "RECORD_ACTIONS"];

const readColumn = (given: object): Column => {
  const columnType = Reflect.get(given, "columnType") ?? "FIELD";
  const column = String(Reflect.get(given, "column"));
  if (columnType !== "FIELD" && columnType !== "ACTION")
    throw new TypeError(`Unknown columnType ${String(columnType)}`);
  if (columnType === "ACTION" && !actions.includes(column))
    throw new TypeError(`Unknown action column ${column}`);
  return { columnType, column };
};

const listOf = (given: unknown, name: string): object[] => {
  if (!Array.isArray(given))
    throw new TypeError(`${name} is a list or DEFAULT`);
  return given.map((item: unknown) => {
    if (typeof item !== "object" || item === null)
      throw new TypeError(`${name} holds objects`);
    return item;
  });
};

const mergeColumns = (
  now: ByColumn,
  given: unknown,
  name: string,
): ByColumn => {
  if (given === "DEFAULT") return new Map();
  const next = new Map(now);
  for (const item of listOf(given, name)) {
    const key = keyOf(readColumn(item));
    next.set(key, mergeStyle(next.get(key) ?? defaultStyle(), item));
  }
  return next;
};

/**
 * Styles of a list after a call of `setRecordListStyle`.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/app/set-record-list-style/
 */
export const mergeListStyle = (now: ListStyles, given: unknown): ListStyles => {
  if (given === "DEFAULT") return { header: new Map(), body: new Map() };
  if (typeof given !== "object" || given === null)
    throw new TypeError("A style is an object or DEFAULT");
  const header: unknown = Reflect.get(given, "header");
  const body: unknown = Reflect.get(given, "body");
  return {
    header:
      header === undefined
        ? now.header
        : mergeColumns(now.header, header, "header"),
    body: body === undefined ? now.body : mergeBody(now.body, body),
  };
};

const mergeBody = (
  now: ListStyles["body"],
  given: unknown,
): ListStyles["body"] => {
  if (given === "DEFAULT") return new Map();
  const next = new Map(now);
  for (const item of listOf(given, "body")) {
    const id = String(Reflect.get(item, "recordId"));
    const style: unknown = Reflect.get(item, "style") ?? [];
    next.set(id, mergeColumns(next.get(id) ?? new Map(), style, "style"));
  }
  return next;
};

const at = (styles: ByColumn | undefined, column: Column): FieldStyle =>
  styles?.get(keyOf(column)) ?? defaultStyle();

export const headerStyle = (styles: ListStyles, column: Column): FieldStyle =>
  at(styles.header, column);
export const cellStyle = (
  styles: ListStyles,
  recordId: string,
  column: Column,
): FieldStyle => at(styles.body.get(recordId), column);

type Reported = Column & { content: StylePart; background: StylePart };
const report = (column: Column, style: FieldStyle): Reported => {
  const { content, background } = reportStyle(style);
  return { ...column, content, background };
};

const headerMembers = ({ content, ...rest }: Reported): Reported => {
  const { color = "", fontWeight = "", textDecoration = "" } = content;
  return { ...rest, content: { color, fontWeight, textDecoration } };
};

/** As `getRecordListStyle` answers: every column of the list, left to right, top to bottom. */
export const reportListStyle = (
  styles: ListStyles,
  columns: Column[],
  recordIds: string[],
): {
  header: Reported[];
  body: Array<{ recordId: string; style: Reported[] }>;
} => ({
  header: columns.map((it) =>
    headerMembers(report(it, headerStyle(styles, it))),
  ),
  body: recordIds.map((recordId) => ({
    recordId,
    style: columns.map((it) => report(it, cellStyle(styles, recordId, it))),
  })),
});
