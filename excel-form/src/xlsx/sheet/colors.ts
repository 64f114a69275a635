import type { XmlElement } from "../xml/element.ts";

/** The palette of Excel 97, from index 8 (0 to 7 repeat it). */
const INDEXED =
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF80000000800000008080800080008000" +
  "8080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF" +
  "0000FFFF80008080000000808000000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99" +
  "3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333";

/** The order in which `theme="n"` counts differs from the order in the theme. */
const THEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

const hex = (value: number): string =>
  Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, "0")
    .toUpperCase();

const applyTint = (rgb: string, tint: number): string =>
  rgb.replace(/../g, (pair) => {
    const value = parseInt(pair, 16);
    return hex(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint);
  });

export const readThemeColors = (theme: XmlElement | null): string[] => {
  const scheme = theme?.child("themeElements")?.child("clrScheme");
  return THEME_ORDER.map((name) => {
    const color = scheme?.child(name)?.elements[0];
    return (color?.get("lastClr") ?? color?.get("val") ?? "000000").slice(-6);
  });
};

/** `RRGGBB`; null for automatic and for what is no colour. */
export const readColor = (
  color: XmlElement | undefined,
  theme: readonly string[],
): string | null => {
  const rgb = color?.get("rgb");
  const base = rgb
    ? rgb.slice(-6).toUpperCase()
    : (readTheme(color, theme) ?? readIndexed(color));
  const tint = Number(color?.get("tint") ?? 0);
  return base && tint ? applyTint(base, tint) : base;
};

const readTheme = (
  color: XmlElement | undefined,
  theme: readonly string[],
): string | null => {
  const index = color?.get("theme");
  return index ? (theme[Number(index)] ?? null) : null;
};

const readIndexed = (color: XmlElement | undefined): string | null => {
  const index = Number(color?.get("indexed") ?? 64);
  const at = (index < 8 ? index : index - 8) * 6;
  return index < 64 ? INDEXED.slice(at, at + 6) || null : null;
};
