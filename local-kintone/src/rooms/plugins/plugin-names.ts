import type { JsonObject } from "../../model/model.ts";

/** A localised text of a manifest: the wanted language, else English. */
export const localised = (texts: unknown, language: string): string => {
  const byLanguage = (texts ?? {}) as JsonObject;
  const wanted = Object.hasOwn(byLanguage, language)
    ? byLanguage[language]
    : undefined;
  const text = wanted ?? byLanguage.en;
  return typeof text === "string" ? text : "";
};
