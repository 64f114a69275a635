import { invalidInput } from "../../ground/api-error.ts";
import type { Localised } from "../../ground/api-error.ts";
import { own } from "../../ground/own.ts";
import { messages } from "../../ground/shape.ts";
import type { JsonObject } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";

const newNameDiffers: Localised = {
  ja: "新しく追加する場合は、キーと同じ名前を指定してください。",
  en: "The name of a new one must be equal to its key.",
};
const duplicateName: Localised = {
  ja: "名前が重複しています。",
  en: "The name is duplicated.",
};

export type Named = { name?: string | undefined; index: number };
export type Placed<T> = {
  key: string;
  name: string;
  given: T;
  /** Current entry of the set under that key. */
  current: JsonObject | undefined;
};

/**
 * Views, graphs and actions are sent as a complete set: keys are current names,
 * `name` renames, what is left out is deleted, what is unknown is new.
 */
export const settleNamedSet = <T extends Named>(
  current: Readonly<Record<string, JsonObject>>,
  given: Record<string, T>,
  path: string,
  keyDiffers: (key: string, name: string) => Error = (key) =>
    invalidInput({ [`${path}[${key}].name`]: { messages: [newNameDiffers] } }),
): Array<Placed<T>> => {
  const names = new Set<string>();
  const placed = Object.entries(given).map(([key, it]): Placed<T> => {
    const known = own(current, key);
    const name = it.name ?? (known ? key : "");
    const at = `${path}[${key}].name`;
    if (!known && name !== key) {
      if (it.name !== undefined) throw keyDiffers(key, it.name);
      throw invalidInput({ [at]: { messages: [messages.required] } });
    }
    if (names.has(name))
      throw invalidInput({ [at]: { messages: [duplicateName] } });
    names.add(name);
    return { key, name, given: it, current: known };
  });
  return placed.sort((a, b) => a.given.index - b.given.index);
};

/** The id of a member: its own, or the next one. */
export const idOf = (
  site: Site,
  counter: string,
  current: JsonObject | undefined,
): string =>
  typeof current?.id === "string"
    ? current.id
    : String(site.store.nextId(counter));
