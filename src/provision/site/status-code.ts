import type { AppSettings } from "../../app-kit/app-settings.ts";
import { STATUS_FIELD } from "../../apps/parts/conditions.ts";

/** Code that the app's site gave its status field: that of the language it was made in. */
export const statusCodeIn = (fields: AppSettings["fields"]): string =>
  Object.entries(fields).find(([, { type }]) => type === "STATUS")?.[0] ??
  STATUS_FIELD;

const CONDITIONS = new Set(["filterCond", "sort"]);

const escaped = (code: string): string =>
  code.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Texts in quotation marks are values, which stay. */
const renameInCondition = (text: string, from: string, to: string): string =>
  text.replaceAll(
    new RegExp(
      String.raw`"(?:[^"\\]|\\.)*"|(?<![\p{L}\p{N}_])${escaped(from)}(?![\p{L}\p{N}_])`,
      "gu",
    ),
    (found) => (found === from ? to : found),
  );

const rename = (
  value: unknown,
  from: string,
  to: string,
  name = "",
): unknown => {
  if (typeof value === "string") {
    if (CONDITIONS.has(name)) return renameInCondition(value, from, to);
    return name === "fields" && value === from ? to : value;
  }
  if (Array.isArray(value))
    return value.map((item: unknown) => rename(item, from, to, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      rename(item, from, to, key),
    ]),
  );
};

/** The settings with another code of the status field in conditions, orders and columns. */
export const renameStatus = (
  settings: AppSettings,
  from: string,
  to: string,
): AppSettings => {
  if (from === to) return settings;
  const { fields, layout, ...others } = settings;
  // Renaming keeps every shape.
  const renamed = rename(others, from, to) as Omit<
    AppSettings,
    "fields" | "layout"
  >;
  return { ...renamed, fields, layout };
};
