import { memo } from "../../ground/memo.ts";

/** Kind of a builtin number format: a date, text, general, or digits. */
export const builtinKind = (id: number): string => {
  if (id === 0) return "General";
  if (id === 49) return "@";
  const isDate =
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58);
  return isDate ? "yyyy/m/d" : "0";
};

/** Without quoted text, escapes, colours, conditions and locales. */
const bareFormat = (code: string): string =>
  code
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./g, "")
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "");

export const isGeneralFormat = (code: string): boolean =>
  code === "General" || /^(general|g\/標準|標準)?$/i.test(code);

/** Does the format show a date (or time)? */
export const isDateFormat = memo((code: string): boolean => {
  const bare = bareFormat(code).replace(/General|G\/標準|標準/gi, "");
  return /[ymdhsg]|aaa|(?<![0#?])e(?![+-])/i.test(bare);
});
