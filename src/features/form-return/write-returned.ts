import type { AppRecord } from "../../apps/records.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { toInput } from "./fields.ts";
import type { PlannedWrite } from "./view-model.ts";

type Edition = Pick<AppRecord<"editions">, "name" | "checklist">;

/** The result of each record, by the row of the form. */
export type WriteResult =
  | { readonly kind: "written"; readonly id: string }
  | { readonly kind: "failed"; readonly error: unknown };

const addNomination = async (
  gateway: Gateway,
  edition: Edition,
  { entry, fields }: PlannedWrite,
): Promise<string> => {
  const { id } = await gateway.addRecord("nominations", {
    edition: edition.name,
    ...(entry.society !== null && { society: entry.society }),
    // Made in the page, a new record gets these rows by itself.
    checklist: edition.checklist.map(
      ({ itemId, itemArea, itemText, itemPoints }) => ({
        itemId,
        itemArea: itemArea ?? "",
        itemText,
        itemPoints,
      }),
    ),
    ...toInput(fields),
  });
  return id;
};

const writeOne = async (
  gateway: Gateway,
  edition: Edition,
  write: PlannedWrite,
): Promise<string> => {
  const { nomination } = write.entry;
  if (nomination === null) return addNomination(gateway, edition, write);
  await gateway.updateRecord(
    "nominations",
    nomination.id,
    toInput(write.fields),
    nomination.revision,
  );
  return nomination.id;
};

/**
 * Writes record by record and goes on after a failure: what is written stays,
 * and what is not can be tried again.
 */
export const writeReturned = async (
  gateway: Gateway,
  edition: Edition,
  writes: readonly PlannedWrite[],
  onProgress: (done: number) => void,
): Promise<ReadonlyMap<number, WriteResult>> => {
  const results = new Map<number, WriteResult>();
  for (const write of writes) {
    const { index } = write.entry;
    try {
      const id = await writeOne(gateway, edition, write);
      results.set(index, { kind: "written", id });
    } catch (error) {
      console.error("suisen: returned form", error);
      results.set(index, { kind: "failed", error });
    }
    onProgress(results.size);
  }
  return results;
};
