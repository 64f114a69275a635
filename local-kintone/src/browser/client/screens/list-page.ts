import { html, nothing, render } from "lit";
import type { TemplateResult } from "lit";
import { boot, bootApp, c } from "../boot.ts";
import { dispatch, fire, prepareShow } from "../events/dispatch.ts";
import type { FieldRecord } from "../record/types.ts";
import { PageRestError, rest } from "../rest.ts";
import { confirmDialog } from "../ui/dialog.ts";
import { element } from "../dom.ts";
import { hideNotification, showNotification } from "../notification.ts";
import { t } from "../words.ts";
import { calendar } from "./calendar.ts";
import { main, setScreen } from "./current.ts";
import { askFilter } from "./filter.ts";
import { InlineEdit } from "./inline-edit.ts";
import type { ListState } from "./list-state.ts";
import { conditionOf, createListState, loadList } from "./list-state.ts";
import { indexShowEvent, toEventRecord } from "./list-event.ts";
import { appDescription, listMenu, listPager } from "./list-menu.ts";
import { listCards } from "./list-cards.ts";
import { listTable } from "./list-table.ts";
import { showRefusal } from "./refused.ts";
import { eventPrefix } from "./save.ts";

/** Set when the page begins: this module is loaded on every page. */
let list: ListState;
const headerMenuSpace = element("div", "menu-space");
const headerSpace = element("div", "header-space");
const customSpace = element("div", "custom-view");
let editing: InlineEdit | null = null;
let isPlaced = false;

const guard = (work: Promise<void>): void => {
  work.catch((error: unknown) => {
    if (error instanceof PageRestError)
      showNotification("ERROR", error.body.message);
    else window.reportError(error);
  });
};

/** After paging, sorting, filtering or a change of month: the event comes again. */
const reload = async (): Promise<void> => {
  hideNotification();
  editing = null;
  await loadList(list);
  draw();
  await fire({ type: eventPrefix("index.show"), ...indexShowEvent(list) });
};

const sortBy = (code: string): void => {
  const isDescending = list.sort === `${code} desc`;
  list.sort = `${code} ${isDescending ? "asc" : "desc"}`;
  list.offset = 0;
  guard(reload());
};
const goTo = (offset: number): void => {
  list.offset = offset;
  guard(reload());
};
const goToMonth = (month: string): void => {
  list.month = month;
  guard(reload());
};
const chooseFilter = async (): Promise<void> => {
  const query = await askFilter(conditionOf(list));
  if (query === null) return;
  Object.assign(list, { filter: query, offset: 0 });
  await reload();
};

const startEdit = async (id: string): Promise<void> => {
  const columns = list.columns.map(({ code }) => code);
  const started = await InlineEdit.start(id, columns, draw);
  editing = started;
  draw();
};
const endEdit = async (
  edit: InlineEdit,
  record: FieldRecord,
): Promise<void> => {
  editing = null;
  list.records = list.records.map((it) =>
    String(it.$id?.value) === edit.id ? record : it,
  );
  draw();
  await edit.finish(record);
};
const saveEdit = async (): Promise<void> => {
  if (!editing) return;
  const edit = editing;
  const done = await edit.save();
  if (!done) draw();
  else if (done.url !== null) location.href = done.url;
  else await endEdit(edit, done.record);
};
const cancelEdit = async (): Promise<void> => {
  const edit = editing;
  const record = list.records.find((it) => String(it.$id?.value) === edit?.id);
  if (edit && record) await endEdit(edit, record);
};

const removeOne = async (record: FieldRecord): Promise<void> => {
  if (!(await confirmDialog(t("removeConfirm"), t("removeDo")))) return;
  const id = Number(record.$id?.value);
  const app = bootApp().id;
  const outcome = await dispatch({
    type: "app.record.index.delete.submit",
    appId: app,
    recordId: id,
    record: toEventRecord(record),
  });
  if (outcome.kind === "false" || outcome.kind === "failed") return;
  if (outcome.kind === "event" && outcome.event.error) {
    showNotification("ERROR", String(outcome.event.error));
    return;
  }
  await rest("DELETE", "/k/v1/records", { app, ids: [id] });
  await reload();
};

const customBody = (): TemplateResult => {
  const isHidden = boot.mobile && list.view.device !== "ANY";
  if (isHidden) return html`<p>${t("desktopOnly")}</p>`;
  if (!isPlaced) {
    isPlaced = true;
    // The app's administrator wrote this markup, and kintone inserts it as it is.
    customSpace.innerHTML = String(list.view.html ?? "");
  }
  return html`${customSpace}`;
};

const body = (): TemplateResult => {
  if (list.view.type === "CUSTOM") return customBody();
  if (list.view.type === "CALENDAR")
    return calendar(list, boot.user.language, goToMonth);
  const empty =
    list.records.length === 0
      ? html`<p class=${c("muted")}>${t("noRecords")}</p>`
      : nothing;
  if (boot.mobile) return html`${listCards(list)}${empty}`;
  return html`${listTable({
    list,
    editing,
    sortBy,
    startEdit: (id) => guard(startEdit(id)),
    saveEdit: () => guard(saveEdit()),
    cancelEdit: () => guard(cancelEdit()),
    remove: (record) => guard(removeOne(record)),
  })}${empty}`;
};

function draw(): void {
  render(
    html`${boot.mobile ? headerSpace : nothing}
    ${listMenu(list, headerMenuSpace, () => guard(chooseFilter()))}
    ${appDescription()} ${boot.mobile ? nothing : headerSpace}
    ${
      editing?.form.message
        ? html`<div class=${c("page-error")} role="alert">
            <span class=${c("pre")}>${editing.form.message}</span>
          </div>`
        : nothing
    }
    ${listPager(list, goTo)}${body()}`,
    main(),
  );
}

const start = async (shown: ReturnType<typeof prepareShow>): Promise<void> => {
  await loadList(list);
  draw();
  await shown(indexShowEvent(list));
};

/** The list of an app: table, calendar or custom view. */
export const startListPage = (): void => {
  list = createListState(new URLSearchParams(location.search));
  const shown = prepareShow(eventPrefix("index.show"));
  setScreen({
    kind: "list",
    list,
    headerMenuSpace: boot.mobile ? null : headerMenuSpace,
    headerSpace,
    render: draw,
  });
  start(shown).catch((error: unknown) => {
    if (!(error instanceof PageRestError)) throw error;
    // A wrong filter in the address is shown, other refusals are not.
    showRefusal(error.status === 400 ? error.body.message : t("refused"));
  });
};
