import type { Message } from "../../i18n/message.ts";
import { checkMap, parseMapText, readForm } from "excel-form";
import { CATALOGUE, catalogueOf } from "../../domain/value-catalogue.ts";
import type { Programme } from "../../programmes/index.ts";

/** The form's progress from missing to ready to fill. */
export type FormStatus =
  | { readonly kind: "noFile" | "loading" | "noMap" }
  /** The form or its map is of no use; the error says what to do. */
  | { readonly kind: "failed"; readonly error: unknown }
  /** `problem`: the map cannot be used as it is, above all for another form. */
  | {
      readonly kind: "mapped";
      readonly revision: number;
      readonly problem: Message | null;
    };

/** @throws AppError those of `readForm` and `parseMapText` */
export const judgeForm = (
  programme: Programme,
  bytes: Uint8Array,
  mapText: string,
): FormStatus => {
  const form = readForm(bytes);
  if (mapText.trim() === "") return { kind: "noMap" };
  const map = parseMapText(CATALOGUE, mapText);
  const block = checkMap(catalogueOf(programme), form, map).find(
    ({ severity }) => severity === "block",
  );
  return {
    kind: "mapped",
    revision: map.revision,
    problem: block?.message ?? null,
  };
};
