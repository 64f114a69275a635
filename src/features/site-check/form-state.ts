import { checkMap, parseMapText, readForm } from "excel-form";
import { CATALOGUE, catalogueOf } from "../../domain/value-catalogue.ts";
import type { Programme } from "../../programmes/index.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { AppRecord } from "../../apps/records.ts";
import type { Message } from "../../i18n/message.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { downloadForm } from "../../kintone/report-records.ts";

/** The progress of an edition's form; `problem` says why it cannot be filled. */
export type FormState =
  | { readonly kind: "none" | "unmapped" | "mapped" }
  | { readonly kind: "problem"; readonly reason: Message };

const judge = (
  programme: Programme,
  bytes: Uint8Array,
  mapText: string,
): FormState => {
  const form = readForm(bytes);
  if (mapText.trim() === "") return { kind: "unmapped" };
  const block = checkMap(
    catalogueOf(programme),
    form,
    parseMapText(CATALOGUE, mapText),
  ).find(({ severity }) => severity === "block");
  return block === undefined
    ? { kind: "mapped" }
    : { kind: "problem", reason: block.message };
};

/** A broken file and a broken map are findings, with their own sentence. */
export const readFormState = async (
  gateway: Gateway,
  edition: AppRecord<"editions">,
): Promise<FormState> => {
  try {
    const file = await downloadForm(gateway, edition);
    return file === null
      ? { kind: "none" }
      : judge(gateway.programme, file.bytes, edition.formMap);
  } catch (error) {
    const reason = { ja: toMessage(error, "ja"), en: toMessage(error, "en") };
    return { kind: "problem", reason };
  }
};
