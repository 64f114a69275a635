import { bootApp } from "../boot.ts";
import { fire } from "../events/dispatch.ts";
import { blankValue } from "../record/defaults.ts";
import { RecordForm } from "../record/form.ts";
import {
  takeSnapshot,
  toPayload,
  unconfirmedLookups,
} from "../record/payload.ts";
import type { Snapshot } from "../record/payload.ts";
import { FormRunner } from "../record/runner.ts";
import { showServerErrors } from "../record/server-errors.ts";
import { toEditingRecord, toSavedRecord } from "../record/to-record.ts";
import type { FieldRecord } from "../record/types.ts";
import { PageRestError, rest } from "../rest.ts";
import { t } from "../words.ts";
import { loadRecord, revisionOf } from "./record-data.ts";
import { runSubmitHandlers } from "./save.ts";

const PREFIX = "app.record.index.edit";

/** One row of a list while it is edited in place. */
export class InlineEdit {
  readonly id: string;
  readonly form: RecordForm;
  readonly runner: FormRunner;
  readonly #before: Snapshot;
  readonly #revision: number;

  private constructor(
    id: string,
    form: RecordForm,
    revision: number,
    render: () => void,
  ) {
    this.id = id;
    this.form = form;
    this.#revision = revision;
    this.#before = takeSnapshot(form);
    // Ids are strings in these events, appId too.
    const ids = { appId: String(bootApp().id), recordId: id };
    // Calculated values are not recalculated before saving here.
    this.runner = new FormRunner({
      form,
      prefix: PREFIX,
      ids,
      recalculate: () => [],
      render,
    });
  }

  /** Loads the record and tells index.edit.show. */
  static async start(
    id: string,
    columns: string[],
    render: () => void,
  ): Promise<InlineEdit> {
    const loaded = await loadRecord(Number(id));
    const form = new RecordForm(bootApp().fields, loaded.rights, blankValue);
    form.load(loaded.record);
    blankCalculated(form, columns);
    const edit = new InlineEdit(id, form, revisionOf(loaded.record), render);
    const type = `${PREFIX}.show`;
    const record = toSavedRecord(loaded.record, bootApp().fields);
    const outcome = await fire({
      type,
      appId: bootApp().id,
      recordId: id,
      record,
    });
    edit.runner.apply(outcome, type);
    return edit;
  }

  /** Saves; answers the new record, or null when something is in the way. */
  async save(): Promise<{ record: FieldRecord; url: string | null } | null> {
    const { form, runner, id } = this;
    form.clearErrors();
    const type = `${PREFIX}.submit`;
    const outcome = await fire({
      type,
      appId: String(bootApp().id),
      recordId: id,
      record: toEditingRecord(form),
    });
    if (!runSubmitHandlers(runner, outcome, type)) return null;
    for (const cell of unconfirmedLookups(form))
      cell.error = t("lookupUnconfirmed");
    if (unconfirmedLookups(form).length > 0 || !(await this.#write()))
      return null;
    return this.#succeed();
  }

  /** After saving or leaving, when the table is back. */
  async finish(record: FieldRecord): Promise<void> {
    await fire({
      type: `${PREFIX}.finish`,
      appId: bootApp().id,
      recordId: this.id,
      record: toSavedRecord(record, bootApp().fields),
    });
  }

  async #write(): Promise<boolean> {
    try {
      await rest("PUT", "/k/v1/record", {
        app: bootApp().id,
        id: this.id,
        revision: this.#revision,
        record: toPayload(this.form, this.#before),
      });
      return true;
    } catch (error) {
      if (!(error instanceof PageRestError)) throw error;
      showServerErrors(this.form, error.body);
      return false;
    }
  }

  async #succeed(): Promise<{ record: FieldRecord; url: string | null }> {
    const app = bootApp();
    const { record } = await rest<{ record: FieldRecord }>(
      "GET",
      "/k/v1/record",
      { app: app.id, id: this.id },
    );
    const outcome = await fire({
      type: `${PREFIX}.submit.success`,
      appId: app.id,
      recordId: this.id,
      record: toSavedRecord(record, app.fields),
    });
    const url = outcome.kind === "event" ? outcome.event.url : null;
    return { record, url: typeof url === "string" ? url : null };
  }
}

/**
 * A CALC field that is in the list reads "" in these events.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/idx/index-edit-change-event/
 */
const blankCalculated = (form: RecordForm, columns: string[]): void => {
  for (const code of columns) {
    const cell = form.cells[code];
    if (cell?.property.type === "CALC") cell.value = "";
  }
};
