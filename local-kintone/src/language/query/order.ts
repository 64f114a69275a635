import { optionLabels, stateNames, isEnabled } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { noPrivilege } from "../../ground/errors.ts";
import type { AppSettings, StoredRecord } from "../../model/model.ts";
import type { OrderItem } from "./ast.ts";
import type { ConditionContext } from "./context.ts";
import { notSortable, processIsOff, unknownField } from "./errors.ts";
import { SORTABLE } from "./operators.ts";
import { comparedType, findField, readValue, textOf } from "./values.ts";
import type { MaybeValue } from "./values.ts";

type SortKey = number | string;
type ReadKey = (record: StoredRecord) => SortKey;

// Empty values come first in ascending order (unverified).
const EMPTY_NUMBER = Number.NEGATIVE_INFINITY;

const byIndex = (
  read: (record: StoredRecord) => MaybeValue,
  labels: string[],
): ReadKey => {
  const index = new Map(labels.map((label, i) => [label, i]));
  return (record) => index.get(textOf(read(record))) ?? -1;
};

const minutes = (text: string) => {
  const [hours = "0", rest = "0"] = text.split(":");
  return Number(hours) * 60 + Number(rest);
};

const readKey = (
  field: FormField,
  settings: AppSettings,
  context: Pick<ConditionContext, "users">,
): ReadKey => {
  const read = readValue(field, settings);
  switch (comparedType(field)) {
    case "RECORD_NUMBER":
      return (record) => record.id;
    case "NUMBER":
      return (record) => {
        const text = textOf(read(record));
        return text === "" ? EMPTY_NUMBER : Number(text);
      };
    case "DURATION":
      return (record) => {
        const text = textOf(read(record));
        return text === "" ? EMPTY_NUMBER : minutes(text);
      };
    case "DROP_DOWN":
    case "RADIO_BUTTON":
      return byIndex(read, optionLabels(field.property));
    case "STATUS":
      return byIndex(read, stateNames(settings));
    case "CREATOR":
    case "MODIFIER":
      return (record) => context.users.get(textOf(read(record)))?.id ?? -1;
    default:
      return (record) => textOf(read(record));
  }
};

/** A hidden value sorts like an empty one, so the order tells nothing about it. */
const guardedKey = (
  field: FormField,
  read: ReadKey,
  context: Pick<ConditionContext, "visibility">,
): ReadKey => {
  const visible = context.visibility?.(field.code) ?? true;
  if (visible === false) throw noPrivilege();
  if (visible === true) return read;
  return (record) => {
    const key = read(record);
    if (visible(record)) return key;
    return typeof key === "string" ? "" : EMPTY_NUMBER;
  };
};

type SortItem = { read: ReadKey; sign: 1 | -1 };

const toSortItem = (
  item: OrderItem,
  settings: AppSettings,
  context: Pick<ConditionContext, "users" | "visibility">,
): SortItem => {
  const field = findField(settings, item.field);
  if (!field) throw unknownField(item.field);
  if (!isEnabled(settings, field)) throw processIsOff();
  // Columns of a table have a value per row, so there is nothing to sort by.
  if (!SORTABLE.has(field.type) || field.table !== null)
    throw notSortable(item.field);
  return {
    read: guardedKey(field, readKey(field, settings, context), context),
    sign: item.direction === "asc" ? 1 : -1,
  };
};

/** A record beside its first sort key; the others are read only where that one ties. */
type Keyed = { record: StoredRecord; key: SortKey };
type Order = (a: Keyed, b: Keyed) => number;

const orderOf =
  (first: SortItem, rest: SortItem[]): Order =>
  (a, b) => {
    if (a.key !== b.key) return a.key < b.key ? -first.sign : first.sign;
    for (const { read, sign } of rest) {
      const [x, y] = [read(a.record), read(b.record)];
      if (x !== y) return x < y ? -sign : sign;
    }
    // kintone guarantees nothing for ties; newest first keeps runs alike.
    return b.record.id - a.record.id;
  };

/**
 * Takes records one after the other, in the order of their ids, and gives those that
 * stand from `start` to `end` in the wanted order.
 */
type Selection = {
  add(record: StoredRecord): void;
  take(): StoredRecord[];
};
export type Sorter = (start: number, end: number) => Selection;

/**
 * Selects the first `end` records in order: sorts a buffer of twice that size
 * now and then.
 */
class Smallest implements Selection {
  readonly #first: SortItem;
  readonly #order: Order;
  readonly #start: number;
  readonly #end: number;
  #best: Keyed[] = [];
  #worst: Keyed | undefined;

  constructor(
    first: SortItem,
    rest: SortItem[],
    [start, end]: [number, number],
  ) {
    this.#first = first;
    this.#order = orderOf(first, rest);
    this.#start = start;
    this.#end = end;
  }

  add(record: StoredRecord): void {
    const { read, sign } = this.#first;
    const key = read(record);
    const worst = this.#worst;
    if (worst && (sign > 0 ? key > worst.key : key < worst.key)) return;
    const keyed = { record, key };
    if (worst && this.#order(keyed, worst) >= 0) return;
    this.#best.push(keyed);
    if (this.#best.length < this.#end * 2) return;
    this.#cut();
    this.#worst = this.#best[this.#end - 1];
  }

  #cut(): void {
    this.#best = this.#best.sort(this.#order).slice(0, this.#end);
  }

  take(): StoredRecord[] {
    this.#cut();
    return this.#best.slice(this.#start).map(({ record }) => record);
  }
}

const newestFirst: Sorter = (start, end) => {
  const records: StoredRecord[] = [];
  return {
    add: (record) => {
      records.push(record);
    },
    take: () => {
      const { length } = records;
      const from = Math.max(0, length - end);
      return records.slice(from, Math.max(from, length - start)).reverse();
    },
  };
};

const nothing: Selection = { add: () => undefined, take: () => [] };

/** `order by`; without one newest first. @throws ApiError for what cannot be sorted by */
export const compileOrder = (
  settings: AppSettings,
  orderBy: OrderItem[],
  context: Pick<ConditionContext, "users" | "visibility">,
): Sorter => {
  const items = orderBy.map((item) => toSortItem(item, settings, context));
  const [first, ...rest] = items;
  if (!first) return newestFirst;
  return (start, end) =>
    end <= 0 ? nothing : new Smallest(first, rest, [start, end]);
};
