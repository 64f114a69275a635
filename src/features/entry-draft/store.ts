import { NOTHING_TYPED } from "./typed.ts";
import type { TypedValues } from "./typed.ts";

/** The one record, version and user that a draft belongs to. */
export type DraftOwner = {
  readonly app: string;
  readonly user: string;
  /** "" for a record that is not saved yet. */
  readonly record: string;
  readonly revision: string;
};

export type StoredDraft = DraftOwner & {
  /** ms since 1970. */
  readonly at: number;
  readonly typed: TypedValues;
};

type Place = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A firm's data do not lie in a browser for longer than an entry can take. */
export const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

const keyOf = ({ app, user, record }: DraftOwner): string =>
  `suisen-draft ${app} ${user} ${record === "" ? "new" : record}`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textIn = (value: Record<string, unknown>, key: string): string => {
  const text = value[key];
  return typeof text === "string" ? text : "";
};

const parseTyped = (value: unknown): TypedValues => {
  if (!isObject(value)) return NOTHING_TYPED;
  const { fields, answers } = value;
  return {
    fields: Object.fromEntries(
      Object.entries(isObject(fields) ? fields : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
    answers: Object.fromEntries(
      Object.entries(isObject(answers) ? answers : {}).flatMap(([id, row]) =>
        isObject(row)
          ? [
              [
                id,
                {
                  answer: textIn(row, "answer"),
                  evidence: textIn(row, "evidence"),
                },
              ],
            ]
          : [],
      ),
    ),
  };
};

const parseDraft = (text: string): StoredDraft | null => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not one of ours: nothing to offer.
    return null;
  }
  if (!isObject(value) || typeof value.at !== "number") return null;
  return {
    app: textIn(value, "app"),
    user: textIn(value, "user"),
    record: textIn(value, "record"),
    revision: textIn(value, "revision"),
    at: value.at,
    typed: parseTyped(value.typed),
  };
};

/** `older`: the record was saved since; `foreign`: it is another record's. */
export type DraftState = "fits" | "older" | "foreign" | "expired";

export const draftState = (
  draft: StoredDraft,
  owner: DraftOwner,
  now: number,
): DraftState => {
  const isOwn =
    draft.app === owner.app &&
    draft.user === owner.user &&
    draft.record === owner.record;
  if (!isOwn) return "foreign";
  if (now - draft.at > KEPT_MS) return "expired";
  return draft.revision === owner.revision ? "fits" : "older";
};

export const readDraft = (
  place: Place,
  owner: DraftOwner,
): StoredDraft | null => {
  const text = place.getItem(keyOf(owner));
  return text === null ? null : parseDraft(text);
};

/** @returns false where the browser keeps nothing: full, or switched off */
export const writeDraft = (
  place: Place,
  owner: DraftOwner,
  typed: TypedValues,
  at: number,
): boolean => {
  const draft: StoredDraft = { ...owner, at, typed };
  try {
    place.setItem(keyOf(owner), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

export const removeDraft = (place: Place, owner: DraftOwner): void =>
  place.removeItem(keyOf(owner));
