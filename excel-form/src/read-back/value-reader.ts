import { keysOf } from "../map/key-list.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { isEmpty } from "../map/is-empty.ts";
import type { Value, Values } from "../map/report-data.ts";
import type { Placement } from "../map/schema.ts";
import { loosely } from "../values/character-forms.ts";
import type { FormCell } from "../xlsx/sheet/form-model.ts";
import type { Doubt, SheetDoubt } from "./finding.ts";
import { inspectCell } from "./inspect-cell.ts";
import { inspectParts } from "./inspect-parts.ts";
import type { PartCell } from "./read-parts.ts";

/** A mapped cell of the filled form. */
export type ReadPlace = {
  readonly sheet: string;
  readonly address: string;
  readonly cell: FormCell | undefined;
  readonly placement: Placement;
  readonly options: readonly string[] | undefined;
};

const isSame = (a: Value | undefined, b: Value): boolean =>
  loosely(String(a ?? "")) === loosely(String(b ?? ""));

/** Collects the values of one entry, or of all single cells, in the order of the map. */
export class ValueReader {
  readonly #vocabulary: Vocabulary;
  readonly #values: Record<string, Value> = {};
  readonly #cells = new Map<string, string>();
  readonly #parts = new Map<ValueKey, PartCell[]>();
  readonly #partSheets = new Map<ValueKey, string>();
  readonly #required: SheetDoubt[] = [];
  readonly #doubts: SheetDoubt[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add({ sheet, address, cell, placement, options }: ReadPlace): void {
    const [key] = keysOf(this.#vocabulary, placement);
    if (key === undefined) return;
    if (placement.required) {
      const about = { key, sheet, cell: address, text: "" };
      this.#required.push({ ...about, kind: "requiredEmpty" });
    }
    if (!this.#cells.has(key)) this.#cells.set(key, address);
    if (placement.part !== undefined) {
      const parts = this.#parts.get(key) ?? [];
      this.#parts.set(key, [...parts, { placement, cell, address }]);
      this.#partSheets.set(key, sheet);
      return;
    }
    const { values, doubts } = inspectCell(
      this.#vocabulary,
      cell,
      placement,
      options,
    );
    this.doubt(sheet, ...doubts);
    for (const [name, value] of values) {
      this.#take(name, value, sheet, address);
    }
  }

  doubt(sheet: string, ...doubts: readonly Doubt[]): void {
    this.#doubts.push(...doubts.map((one) => ({ ...one, sheet })));
  }

  /** The cell that a value of this key came from, or would come from. */
  cellOf(key: string): string | undefined {
    return this.#cells.get(key);
  }

  read(): {
    readonly values: Values;
    readonly doubts: readonly SheetDoubt[];
  } {
    for (const [key, cells] of this.#parts) {
      const sheet = this.#partSheets.get(key) ?? "";
      const { value, doubts } = inspectParts(this.#vocabulary, key, cells);
      this.doubt(sheet, ...doubts);
      this.#take(key, value, sheet, cells[0]?.address ?? "");
    }
    this.#parts.clear();
    return { values: this.#values, doubts: this.#doubts };
  }

  /** Required cells without a value. */
  missing(): readonly SheetDoubt[] {
    return this.#required.filter(({ key }) => isEmpty(this.#values[key ?? ""]));
  }

  #take(key: ValueKey, value: Value, sheet: string, cell: string): void {
    if (isEmpty(value)) return;
    const before = this.#values[key];
    if (before === undefined) {
      this.#values[key] = value;
      this.#cells.set(key, cell);
    } else if (!isSame(before, value)) {
      const text = String(value);
      this.doubt(sheet, { kind: "conflicting", key, cell, text, as: before });
    }
  }
}
