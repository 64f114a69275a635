import type { TemplateResult } from "lit/html.js";

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === "object" && value !== null && "strings" in value;

const partsOf = (value: unknown): string => {
  if (isTemplate(value))
    return value.strings
      .map((text, index) => `${text}${partsOf(value.values[index])}`)
      .join("");
  if (Array.isArray(value)) return value.map(partsOf).join("");
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : "";
};

/** The words that a view shows, without a browser: tags are left out, blanks are one. */
export const textOfTemplate = (template: TemplateResult): string =>
  partsOf(template)
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

/** Values that a view writes as the text of an element, whatever markup they hold. */
export const plainTextsOf = (template: unknown): string[] => {
  if (Array.isArray(template)) return template.flatMap(plainTextsOf);
  if (!isTemplate(template)) return [];
  return template.values.flatMap((value, index) =>
    template.strings[index]?.endsWith(".textContent=") === true
      ? String(value)
      : plainTextsOf(value),
  );
};
