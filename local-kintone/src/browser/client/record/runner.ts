import { boot } from "../boot.ts";
import { dispatchNow } from "../events/dispatch.ts";
import type { Outcome } from "../events/dispatch.ts";
import { abilitiesOf } from "../events/matrix.ts";
import type { Abilities } from "../events/matrix.ts";
import { registry } from "../events/registry.ts";
import { showCustomizeError } from "../customize-error.ts";
import { applyRecord } from "./apply-record.ts";
import type { Applied, LookupOrder } from "./apply-record.ts";
import { checkRecord, rowsOf, toFieldRecord } from "./check-record.ts";
import type { Place, RecordForm } from "./form.ts";
import { firesChange, isAutoText } from "./kinds.ts";
import { clearTargets, fetchLookup } from "./lookup.ts";
import { toEditingRecord } from "./to-record.ts";
import type { FieldRecord, Row, Table } from "./types.ts";

/** Change events that cause change events that cause …: a real page would hang. */
const MAX_DEPTH = 50;

type Recalculate = (form: RecordForm) => Place[];
export type RunnerOptions = {
  form: RecordForm;
  /** `app.record.edit`, `mobile.app.record.create` … */
  prefix: string;
  /** appId, and recordId where there is one, with the type this event gives them. */
  ids: Record<string, unknown>;
  recalculate: Recalculate;
  /** Called when there is something new to see. */
  render: () => void;
};

/** Outcome of a returned event: refused as a whole, or applied. */
export type Verdict = "refused" | "errors" | "applied";

/** Lets a form and its customisation talk: change events, returned events, `record.set`. */
export class FormRunner {
  readonly form: RecordForm;
  readonly #options: RunnerOptions;
  #depth = 0;

  constructor(options: RunnerOptions) {
    this.form = options.form;
    this.#options = options;
  }

  /** Runs after the user changed a field, or a lookup copied into it. */
  changed(places: Place[]): void {
    const calculated = this.#options.recalculate(this.form);
    for (const place of [...places, ...calculated]) this.#fireCell(place);
    this.#options.render();
  }

  /** Rows were added or removed by hand; `row` is null for a removed one. */
  rowsChanged(table: Table, row: Row | null): void {
    const calculated = this.#options.recalculate(this.form);
    const record = toEditingRecord(this.form);
    const field = record[table.property.code];
    const at = row ? table.rows.indexOf(row) : -1;
    const given = field && at >= 0 ? rowsOf(field)[at] : null;
    this.#fire(table.property.code, record, { field, row: given ?? null });
    for (const place of calculated) this.#fireCell(place);
    this.#options.render();
  }

  /** `record.set`: like a returned event of a show handler, at any time. */
  set(record: unknown): void {
    const abilities: Abilities = abilitiesOf("app.record.edit.show");
    this.#take({ record }, { ...abilities, message: false }, true);
    this.#options.render();
  }

  /** Applies the outcome of a show or submit event; nothing returned means nothing changes. */
  apply(outcome: Outcome, type: string): Verdict {
    if (outcome.kind !== "event") return "applied";
    const firesFurther = !type.includes(".submit");
    const { event } = outcome;
    const verdict = this.#take(event, abilitiesOf(type), firesFurther);
    this.#options.render();
    return verdict;
  }

  async runLookup(order: LookupOrder): Promise<void> {
    const places =
      order.order === "CLEAR"
        ? clearTargets(this.form, order)
        : await fetchLookup(this.form, order);
    this.changed(places);
  }

  #take(
    given: Record<string, unknown>,
    abilities: Abilities,
    firesFurther: boolean,
  ): Verdict {
    const problems = checkRecord(this.form, given.record);
    if (problems.length > 0) {
      showCustomizeError(problems);
      return "refused";
    }
    const record = toFieldRecord(given.record);
    const applied = applyRecord(
      this.form,
      { record, error: given.error },
      abilities,
    );
    if (applied.hasErrors) return "errors";
    this.#follow(applied, firesFurther);
    return "applied";
  }

  #follow(applied: Applied, firesFurther: boolean): void {
    const calculated = this.#options.recalculate(this.form);
    if (firesFurther)
      for (const place of [...applied.changed, ...calculated])
        this.#fireCell(place);
    for (const order of applied.lookups)
      this.runLookup(order).catch((error: unknown) =>
        window.reportError(error),
      );
  }

  #typeOf(code: string): string {
    return `${this.#options.prefix}.change.${code}`;
  }

  #isHeard(code: string): boolean {
    return registry.handlersOf(this.#typeOf(code)).length > 0;
  }

  #fireCell({ code, table, row }: Place): void {
    const cell = row ? row.cells[code] : this.form.cells[code];
    if (!cell || !firesChange(cell.property) || !this.#isHeard(code)) return;
    // A formula's result is a change on PC pages only.
    if (isAutoText(cell.property) && boot.mobile) return;
    const record = toEditingRecord(this.form);
    if (!table || !row) {
      this.#fire(code, record, { field: record[code], row: null });
      return;
    }
    const field = record[table.property.code];
    const given = field && rowsOf(field)[table.rows.indexOf(row)];
    if (given)
      this.#fire(code, record, { field: given.value[code], row: given });
  }

  #fire(
    code: string,
    record: FieldRecord,
    changes: { field: unknown; row: unknown },
  ): void {
    if (!this.#isHeard(code)) return;
    const type = this.#typeOf(code);
    if (this.#depth >= MAX_DEPTH) {
      const loop = `${type} has fired ${MAX_DEPTH} times inside itself: the handlers change each other's fields without end`;
      window.reportError(new Error(loop));
      return;
    }
    this.#depth += 1;
    try {
      const event = { type, ...this.#options.ids, record, changes };
      const outcome = dispatchNow(event);
      if (outcome.kind === "event")
        this.#take(outcome.event, abilitiesOf(type), true);
    } finally {
      this.#depth -= 1;
    }
  }
}
