import { AppError } from "../../errors/app-error.ts";
import { parseMapText, readForm } from "../../report/index.ts";
import { summarize } from "../../report/map-summary.ts";
import type { MapSummary } from "../../report/map-summary.ts";

/** How far the edition's form has come on its way to being filled. */
export type FormStatus =
  | { readonly kind: "noFile" | "loading" | "noMap" | "mapBroken" | "stale" }
  /** Not even readable; the error says what to do. */
  | { readonly kind: "unreadable"; readonly error: unknown }
  | {
      readonly kind: "mapped";
      readonly revision: number;
      readonly summary: MapSummary;
    };

const isAboutMap = (error: unknown): boolean =>
  error instanceof AppError &&
  ["report/map-invalid", "report/map-version"].includes(error.code);

const judgeReadable = (bytes: Uint8Array, mapText: string): FormStatus => {
  const form = readForm(bytes);
  if (mapText.trim() === "") return { kind: "noMap" };
  const map = parseMapText(mapText);
  return map.form.fingerprint === form.fingerprint
    ? {
        kind: "mapped",
        revision: map.revision,
        summary: summarize(form, map),
      }
    : { kind: "stale" };
};

export const judgeForm = (bytes: Uint8Array, mapText: string): FormStatus => {
  try {
    return judgeReadable(bytes, mapText);
  } catch (error) {
    return isAboutMap(error)
      ? { kind: "mapBroken" }
      : { kind: "unreadable", error };
  }
};
