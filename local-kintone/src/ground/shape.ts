import { invalidInput } from "./api-error.ts";
import type { ErrorMap, Localised } from "./api-error.ts";
import { own } from "./own.ts";
import type { JsonObject } from "./json.ts";

/**
 * Readers for request parameters. A shape turns an unchecked value into a typed
 * one and notes what is wrong with it; `parseShape` answers `CB_VA01` with all notes.
 */
export type Shape<T> = {
  read(value: unknown, path: string, notes: Notes): T;
  /** Value for an absent key; without it an absent key is an error. */
  absent?: () => T;
  /** Messages for an absent key, in place of "required". */
  missing?: readonly Localised[];
};
export type Notes = { add(path: string, text: Localised): void };

/*
 * English texts: answers of a real site recorded in the tests of
 * kintone-labs/kintone-js-sdk (test/resources/kintoneErrorMessage.json). Japanese
 * ones: SonicGarden/kintone-emulator, doc/kintone-behavior-notes.md (April 2026);
 * where those say nothing, our translation.
 */
const grouped = (n: number) => n.toLocaleString("en-US");

/** Both languages recorded. */
export const messages = {
  required: { ja: "必須です。", en: "Required field." },
  atLeast: (n: number): Localised => ({
    ja: `最小でも${n}以上です。`,
    en: `must be greater than or equal to ${n}`,
  }),
  enumValue: {
    ja: "Enum値のいずれかでなければなりません。",
    en: "must be one of the enum value",
  },
};

/** Recorded in English, or not at all. */
export const ourMessages = {
  atMost: (n: number): Localised => ({
    ja: `最大でも${grouped(n)}以下です。`,
    en: `must be less than or equal to ${grouped(n)}`,
  }),
  wholeNumber: {
    ja: "整数で指定してください。",
    en: "Enter an integer value.",
  },
  /** The emulator answers a non-number for an id like an id below 1, in Japanese. */
  wholeId: { ja: "最小でも1以上です。", en: "Enter an integer value." },
  boolean: {
    ja: "trueまたはfalseを指定してください。",
    en: "must be boolean.",
  },
  size: (min: number, max: number): Localised => ({
    ja: `${min}件から${max}件の間で指定してください。`,
    en: `size must be between ${min} and ${max}`,
  }),
  tooLong: (max: number): Localised => ({
    ja: `${max}文字以内で指定してください。`,
    en: `must be ${max} characters or less`,
  }),
  tooShort: (min: number): Localised => ({
    ja: `${min}文字以上で指定してください。`,
    en: `must be ${min} characters or more`,
  }),
  wrongType: { ja: "形式が正しくありません。", en: "The format is invalid." },
  notNumber: {
    ja: "数字でなければなりません。",
    en: "Only numbers are allowed.",
  },
  duplicate: { ja: "値が重複しています。", en: "The value is duplicated." },
};

/** Placeholder for a value that was noted as wrong: `parseShape` throws before anyone sees it. */
const nothing = <T>(): T => undefined as T;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isAbsent = (value: unknown) => value === undefined || value === null;

/** Reads `value` with a shape, or throws `CB_VA01` naming everything that is wrong. */
export const parseShape = <T>(
  shape: Shape<T>,
  value: unknown,
  path = "",
): T => {
  const errors: ErrorMap = {};
  const notes: Notes = {
    add: (at, text) => {
      const known = errors[at]?.messages ?? [];
      errors[at] = { messages: [...known, text] };
    },
  };
  const result = shape.read(value, path, notes);
  if (Object.keys(errors).length > 0) throw invalidInput(errors);
  return result;
};

const fail = <T>(notes: Notes, path: string, text: Localised): T => {
  notes.add(path, text);
  return nothing();
};

/** Whole number, or a string of digits. */
export const integer = (
  range: { min?: number; max?: number } = {},
): Shape<number> => ({
  read: (value, path, notes) => {
    const isText = typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value);
    const number = isText ? Number(value) : value;
    const { min, max } = range;
    if (typeof number !== "number" || !Number.isSafeInteger(number)) {
      const text = min === 1 ? ourMessages.wholeId : ourMessages.wholeNumber;
      return fail(notes, path, text);
    }
    if (min !== undefined && number < min)
      return fail(notes, path, messages.atLeast(min));
    if (max !== undefined && number > max)
      return fail(notes, path, ourMessages.atMost(max));
    return number;
  },
});

/** An app, record or space id. */
export const id = (): Shape<number> => integer({ min: 1 });

/** `true`, `false` or the same as text. */
export const boolean = (): Shape<boolean> => ({
  read: (value, path, notes) => {
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    return fail(notes, path, ourMessages.boolean);
  },
});

export const text = (
  range: { min?: number; max?: number } = {},
): Shape<string> => ({
  read: (value, path, notes) => {
    if (typeof value !== "string")
      return fail(notes, path, ourMessages.wrongType);
    const length = [...value].length;
    const { min = 0, max = Infinity } = range;
    if (length < min)
      return fail(
        notes,
        path,
        length === 0 ? messages.required : ourMessages.tooShort(min),
      );
    if (length > max) return fail(notes, path, ourMessages.tooLong(max));
    return value;
  },
});

/** Number or numeric text, kept as the text that answers carry; "" when blank. */
export const numericText = (): Shape<string> => ({
  read: (value, path, notes) => {
    if (value === "") return "";
    const isNumber = typeof value === "number" && Number.isFinite(value);
    if (isNumber) return String(value);
    const looksNumeric =
      typeof value === "string" &&
      /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value);
    return looksNumeric
      ? value.trim()
      : fail(notes, path, ourMessages.notNumber);
  },
});

/** Whole number as text; "" when blank. */
export const integerText = (
  range: { min?: number; max?: number } = {},
): Shape<string> => ({
  read: (value, path, notes) =>
    value === "" ? "" : String(integer(range).read(value, path, notes)),
});

export const oneOf = <const T extends string>(
  values: readonly T[],
): Shape<T> => ({
  read: (value, path, notes) =>
    values.find((it) => it === value) ?? fail(notes, path, messages.enumValue),
});

export const list = <T>(
  item: Shape<T>,
  range: { min?: number; max?: number } = {},
): Shape<T[]> => ({
  read: (value, path, notes) => {
    if (!Array.isArray(value)) return fail(notes, path, ourMessages.wrongType);
    const { min = 0, max = Infinity } = range;
    if (value.length < min && max === Infinity)
      return fail(notes, path, messages.required);
    if (value.length < min || value.length > max)
      return fail(notes, path, ourMessages.size(min, max));
    return value.map((it: unknown, i) =>
      readMember(item, it, `${path}[${i}]`, notes),
    );
  },
});

/** An object used as a map; members are named `path[key]` as kintone does. */
export const dictionary = <T>(item: Shape<T>): Shape<Record<string, T>> => ({
  read: (value, path, notes) => {
    if (!isObject(value)) return fail(notes, path, ourMessages.wrongType);
    return Object.fromEntries(
      Object.entries(value).map(([key, it]) => [
        key,
        readMember(item, it, `${path}[${key}]`, notes),
      ]),
    );
  },
});

const readMember = <T>(
  shape: Shape<T>,
  value: unknown,
  path: string,
  notes: Notes,
): T => {
  if (!isAbsent(value)) return shape.read(value, path, notes);
  if (shape.absent) return shape.absent();
  for (const note of shape.missing ?? [messages.required])
    notes.add(path, note);
  return nothing();
};

type Members<S> = { [K in keyof S]: S[K] extends Shape<infer T> ? T : never };

/** An object with known members; others are ignored, as kintone does. */
export const object = <S extends Record<string, Shape<unknown>>>(
  members: S,
): Shape<Members<S>> => ({
  read: (value, path, notes) => {
    if (!isObject(value)) return fail(notes, path, ourMessages.wrongType);
    const prefix = path === "" ? "" : `${path}.`;
    const entries = Object.entries(members)
      .map(([key, shape]): [string, unknown] => [
        key,
        readMember(shape, ownValue(value, key), prefix + key, notes),
      ])
      .filter(([, member]) => member !== undefined);
    // Each member was read by its own shape, under its own name.
    return Object.fromEntries(entries) as Members<S>;
  },
});

/** An object whose member `key` says which further members it has. */
export const variants = (
  key: string,
  kinds: Readonly<Record<string, Shape<object>>>,
): Shape<JsonObject> => ({
  read: (value, path, notes) => {
    if (!isObject(value)) return fail(notes, path, ourMessages.wrongType);
    const kind = ownValue(value, key);
    const at = path === "" ? key : `${path}.${key}`;
    if (isAbsent(kind)) return fail(notes, at, messages.required);
    const shape = typeof kind === "string" ? own(kinds, kind) : undefined;
    if (!shape) return fail(notes, at, messages.enumValue);
    const members = shape.read(value, path, notes);
    // Shapes give JSON values: texts, numbers, booleans, lists and objects of them.
    return { [key]: kind, ...members } as JsonObject;
  },
});

const ownValue = (value: Record<string, unknown>, key: string) =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** A member that may be left out (null counts as left out). */
export const optional = <T>(shape: Shape<T>): Shape<T | undefined> => ({
  read: (value, path, notes) => shape.read(value, path, notes),
  absent: () => undefined,
});

export const withDefault = <T>(shape: Shape<T>, value: T): Shape<T> => ({
  read: (it, path, notes) => shape.read(it, path, notes),
  absent: () => value,
});

/** Passes notes on and remembers that there was one. */
export const noting = (notes: Notes): Notes & { failed: boolean } => {
  const result = {
    failed: false,
    add: (path: string, note: Localised) => {
      result.failed = true;
      notes.add(path, note);
    },
  };
  return result;
};

/** Adds a check on a value that already has the right type; null means fine. */
export const checked = <T>(
  shape: Shape<T>,
  check: (value: T) => Localised | null,
): Shape<T> => ({
  ...shape,
  read: (value, path, notes) => {
    const noted = noting(notes);
    const result = shape.read(value, path, noted);
    const problem = noted.failed ? null : check(result);
    if (problem) notes.add(path, problem);
    return result;
  },
});

/** A query-string parameter left empty counts as left out: `?app=` misses `app`. */
export const dropBlank = (
  params: Record<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== ""),
  );
