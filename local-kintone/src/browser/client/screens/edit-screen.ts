import { html, nothing, render } from "lit";
import { boot, bootApp, c, root } from "../boot.ts";
import { prepareShow } from "../events/dispatch.ts";
import { recalculate } from "../record/recalculate.ts";
import { blankValue, defaultValue } from "../record/defaults.ts";
import { RecordForm } from "../record/form.ts";
import { takeSnapshot } from "../record/payload.ts";
import type { Snapshot } from "../record/payload.ts";
import { FormRunner } from "../record/runner.ts";
import {
  toEditingRecord,
  toSavedRecord,
  withoutFiles,
} from "../record/to-record.ts";
import type { FieldRecord, Row, Table } from "../record/types.ts";
import { element } from "../dom.ts";
import { FormState } from "../ui/form-state.ts";
import { renderForm } from "../ui/form/form-view.ts";
import { layoutRows } from "../ui/layout.ts";
import { hideNotification } from "../notification.ts";
import { t } from "../words.ts";
import { loadActionValues } from "./app-actions.ts";
import type { ActionSource } from "./app-actions.ts";
import { drawWhileShown, main, recordScreen, setScreen } from "./current.ts";
import type { RecordScreen } from "./current.ts";
import { createHosts } from "./editor-hosts.ts";
import { createRelatedRecords } from "./related-records.ts";
import { loadNewRecord, loadRecord, revisionOf } from "./record-data.ts";
import type { Loaded, RecordRights } from "./record-data.ts";
import { eventPrefix, save } from "./save.ts";
import { watchUnsaved } from "./unsaved.ts";
import type { Saved } from "./save.ts";

type EditOptions = {
  name: "create" | "edit";
  form: RecordForm;
  recordId: number | null;
  recordRights: RecordRights;
  revision: number;
  before: Snapshot | null;
  /** Record and extra members of the show event. */
  showEvent: Record<string, unknown>;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
};

/** Shows a form to fill in; `shown` is the show event prepared when the page began. */
const openForm = async (
  options: EditOptions,
  shown: ReturnType<typeof prepareShow>,
): Promise<void> => {
  const app = bootApp();
  const { form, name, recordId } = options;
  const prefix = eventPrefix(name);
  const state = new FormState();
  const rows = layoutRows(app.layout, app.fields);
  const headerMenuSpace = boot.mobile ? null : element("div", "menu-space");
  const headerSpace = boot.mobile ? element("div", "header-space") : null;
  let isSaving = false;
  /** The form is compared with these values when it is saved. */
  const base = { revision: options.revision, before: options.before };

  const ids = { appId: app.id, ...(recordId === null ? {} : { recordId }) };
  const draw = drawWhileShown(
    () => screen,
    () => {
      render(template(), main());
    },
  );
  const runner = new FormRunner({
    form,
    prefix,
    ids,
    recalculate,
    render: draw,
  });
  const hosts = createHosts(form, runner);
  const valueOf = (code: string): string =>
    String(form.cells[code]?.value ?? "");
  const related = createRelatedRecords(valueOf, draw);

  const addRow = (table: Table, after: Row | null): void => {
    const row = form.newRow(table);
    const at = after ? table.rows.indexOf(after) + 1 : 0;
    table.rows.splice(at, 0, row);
    runner.rowsChanged(table, row);
  };
  const removeRow = (table: Table, row: Row): void => {
    table.rows = table.rows.filter((it) => it !== row);
    runner.rowsChanged(table, null);
  };
  const run = async (): Promise<void> => {
    hideNotification();
    const saved = await save({ runner, prefix, recordId, ...base });
    if (!saved) return;
    unsaved.settle();
    if (saved.url === undefined) options.onSaved(saved);
    else if (saved.url !== null) location.href = saved.url;
    else
      Object.assign(base, {
        revision: revisionOf(saved.record),
        before: takeSnapshot(form),
      });
  };
  const press = (): void => {
    if (isSaving) return;
    isSaving = true;
    draw();
    run()
      .catch((error: unknown) => window.reportError(error))
      .finally(() => {
        isSaving = false;
        draw();
        scrollToMessage();
      });
  };
  const scrollToMessage = (): void => {
    if (form.message !== null) window.scrollTo({ top: 0 });
  };
  const bar = () =>
    html`<div class=${c("toolbar")}>
      <button
        type="button"
        class=${c("button", "button-plain")}
        @click=${() => unsaved.leave(options.onCancel)}
      >
        ${t("cancel")}
      </button>
      <button
        type="button"
        class=${c("button", "button-primary")}
        ?disabled=${isSaving}
        @click=${press}
      >
        ${t("save")}
      </button>
    </div>`;
  const template = () =>
    html`${headerSpace ?? nothing}${headerMenuSpace ?? nothing} ${bar()}
    ${
      form.message === null
        ? nothing
        : html`<div class=${c("page-error")} role="alert">
            <span class=${c("pre")}>${form.message}</span>
          </div>`
    }
    ${renderForm({
      rows,
      properties: app.fields,
      state,
      record: form.system,
      editing: { form, host: hosts, addRow, removeRow },
      related,
      render: draw,
    })}`;

  const screen: RecordScreen = {
    kind: name,
    recordId,
    state,
    rights: form.rights,
    recordRights: options.recordRights,
    headerMenuSpace,
    headerSpace,
    read: () => toEditingRecord(form),
    write: (record) => runner.set(record),
    render: draw,
  };
  setScreen(screen);
  const unsaved = watchUnsaved(form, () => recordScreen() === screen);
  recalculate(form);
  base.before ??= recordId === null ? null : takeSnapshot(form);
  draw();
  const event = { ...ids, ...options.showEvent };
  runner.apply(await shown(event), `${prefix}.show`);
  // Values that handlers filled in do not count as unsaved work.
  unsaved.settle();
};

const fillFromRecord = (form: RecordForm, record: FieldRecord): void => {
  const copied = withoutFiles(record);
  const systemless = Object.entries(copied).filter(
    ([code]) => code in form.cells || code in form.tables,
  );
  form.load(Object.fromEntries(systemless));
  for (const table of Object.values(form.tables))
    for (const row of table.rows) row.id = null;
};

const copyInto = async (
  form: RecordForm,
  source: ActionSource,
): Promise<void> => {
  const values = await loadActionValues(source);
  form.load({ ...toEditingRecord(form), ...values });
};

/**
 * The page for a new record; with `reuse` the values of another one are copied, with
 * `action` those that the action of another app names.
 */
export const openCreate = async (
  reuse: number | null,
  action: ActionSource | null,
): Promise<void> => {
  const shown = prepareShow(eventPrefix("create.show"));
  const app = bootApp();
  const { rights, known } = await loadNewRecord();
  const form = new RecordForm(app.fields, rights, (property) =>
    defaultValue(property, known),
  );
  if (reuse !== null) fillFromRecord(form, (await loadRecord(reuse)).record);
  if (action) await copyInto(form, action);
  recalculate(form);
  await openForm(
    {
      name: "create",
      form,
      recordId: null,
      recordRights: { editable: true, deletable: false },
      revision: -1,
      before: null,
      showEvent: { record: toEditingRecord(form), reuse: reuse !== null },
      onSaved: ({ id }) =>
        location.assign(`${root}/${app.id}/show#record=${id}`),
      onCancel: () => location.assign(`${root}/${app.id}/`),
    },
    shown,
  );
};

/** Record passed to edit.show: the saved one; on mobile without attachments. */
const shownRecord = (record: FieldRecord): FieldRecord => {
  const saved = toSavedRecord(record, bootApp().fields);
  return boot.mobile ? withoutFiles(saved) : saved;
};

/** Editing a saved record in the document of its detail page. */
export const openEdit = async (
  loaded: Loaded,
  shown: ReturnType<typeof prepareShow>,
  leave: { onSaved: (saved: Saved) => void; onCancel: () => void },
): Promise<void> => {
  const form = new RecordForm(bootApp().fields, loaded.rights, blankValue);
  form.load(loaded.record);
  await openForm(
    {
      name: "edit",
      form,
      recordId: loaded.id,
      recordRights: loaded.recordRights,
      revision: revisionOf(loaded.record),
      before: null,
      showEvent: { record: shownRecord(loaded.record) },
      ...leave,
    },
    shown,
  );
};
