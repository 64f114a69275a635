/** Format codes that files name by number only, as a Japanese Excel shows them (ECMA-376 part 1, 18.8.30). */
const WAREKI = '[$-411]ggge"年"m"月"d"日"';
const WAREKI_SHORT = "[$-411]ge.m.d";
const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const BUILTIN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "¥#,##0;¥-#,##0",
  6: "¥#,##0;[Red]¥-#,##0",
  7: "¥#,##0.00;¥-#,##0.00",
  8: "¥#,##0.00;[Red]¥-#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: WAREKI_SHORT,
  28: WAREKI,
  29: WAREKI,
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: YEAR_MONTH,
  35: MONTH_DAY,
  36: WAREKI_SHORT,
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  41: "#,##0;-#,##0;-",
  42: "¥#,##0;¥-#,##0;-",
  43: "#,##0.00;-#,##0.00;-",
  44: "¥#,##0.00;¥-#,##0.00;-",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  50: WAREKI_SHORT,
  51: WAREKI,
  52: YEAR_MONTH,
  53: MONTH_DAY,
  54: WAREKI,
  55: YEAR_MONTH,
  56: MONTH_DAY,
  57: WAREKI_SHORT,
  58: WAREKI,
};

export const builtinFormat = (id: number): string => BUILTIN[id] ?? "General";

/** Without quoted text, escapes, colours, conditions and locales. */
const bareFormat = (code: string): string =>
  code
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./g, "")
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "");

export const isGeneralFormat = (code: string): boolean =>
  /^(general|g\/標準|標準)?$/i.test(code);

/** Does the format show a date (or time)? */
export const isDateFormat = (code: string): boolean => {
  if (isGeneralFormat(code)) return false;
  const bare = bareFormat(code).replace(/General|G\/標準/gi, "");
  return /[ymdhsg]|aaa|(?<![0#?])e(?![+-])/i.test(bare);
};
