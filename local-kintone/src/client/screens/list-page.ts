import { html, nothing, render } from "lit";
import type { TemplateResult } from "lit";
import { boot, bootApp, c, root } from "../boot.ts";
import { dispatch, fire, prepareShow } from "../events/dispatch.ts";
import { toSavedRecord } from "../record/to-record.ts";
import type { FieldRecord } from "../record/types.ts";
import { PageRestError, rest } from "../rest.ts";
import { confirmDialog } from "../ui/dialog.ts";
import { element } from "../ui/dom.ts";
import { hideNotification, showNotification } from "../ui/notification.ts";
import { t } from "../words.ts";
import { calendar, recordsByDay } from "./calendar.ts";
import { main, setScreen } from "./current.ts";
import { askFilter } from "./filter.ts";
import { InlineEdit } from "./inline-edit.ts";
import type { ListState } from "./list-state.ts";
import {
  availableViews,
  conditionOf,
  createListState,
  loadList,
  PAGE_SIZES,
} from "./list-state.ts";
import { listCards, listTable } from "./list-table.ts";
import { showRefusal } from "./refused.ts";
import { eventPrefix } from "./save.ts";
import { descriptionState, isShown, isViewShown } from "./visibility.ts";

/** Set when the page begins: this module is loaded on every page. */
let list: ListState;
const headerMenuSpace = element("div", "menu-space");
const headerSpace = element("div", "header-space");
const customSpace = element("div", "custom-view");
let editing: InlineEdit | null = null;
let isPlaced = false;

const saved = (record: FieldRecord): FieldRecord =>
  toSavedRecord(record, bootApp().fields);

/** Members of index.show that depend on the kind of view. */
const showMembers = (): Record<string, unknown> => {
  const records = list.records.map(saved);
  if (list.view.type === "CALENDAR") {
    const days = Object.entries(recordsByDay(list)).map(
      ([day, found]) => [day, found.map(saved)] as const,
    );
    return {
      viewType: "calendar",
      records: Object.fromEntries(days),
      date: list.month,
      offset: null,
      size: null,
    };
  }
  if (list.view.type === "LIST" || list.view.pager !== false)
    return {
      viewType: list.view.type === "LIST" ? "list" : "custom",
      records,
      date: null,
      offset: list.offset,
      size: records.length,
    };
  return { viewType: "custom", records: [], date: null, offset: 0, size: 0 };
};

const showEvent = () => ({
  appId: bootApp().id,
  viewId: Number(list.view.id),
  viewName: list.view.name,
  ...showMembers(),
});

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
  await fire({ type: eventPrefix("index.show"), ...showEvent() });
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
    record: saved(record),
  });
  if (outcome.kind === "false" || outcome.kind === "failed") return;
  if (outcome.kind === "event" && outcome.event.error) {
    showNotification("ERROR", String(outcome.event.error));
    return;
  }
  await rest("DELETE", "/k/v1/records", { app, ids: [id] });
  await reload();
};

const pager = (): TemplateResult | typeof nothing => {
  const isPaged = list.view.type === "LIST" || list.view.pager !== false;
  if (list.view.type === "CALENDAR" || !isPaged) return nothing;
  const last = Math.min(list.offset + list.records.length, list.total);
  const from = list.total === 0 ? 0 : list.offset + 1;
  return html`<div class=${c("pager")}>
    <button
      type="button"
      class=${c("button")}
      ?disabled=${list.offset === 0}
      @click=${() => goTo(Math.max(0, list.offset - list.size))}
    >
      ${t("previous")}
    </button>
    <span>${`${from} - ${last} / ${list.total}`}</span>
    <button
      type="button"
      class=${c("button")}
      ?disabled=${last >= list.total}
      @click=${() => goTo(list.offset + list.size)}
    >
      ${t("next")}
    </button>
    <label
      >${t("perPage")}
      <select
        class=${c("input", "select")}
        @change=${(event: Event) => {
          list.size = Number((event.target as HTMLSelectElement).value);
          goTo(0);
        }}
      >
        ${PAGE_SIZES.map(
          (size) =>
            html`<option value=${size} ?selected=${size === list.size}>
              ${size}
            </option>`,
        )}
      </select></label
    >
  </div>`;
};

const viewSelector = () =>
  html`<label class=${c("view-selector")}
    ><span class=${c("visually-hidden")}>${t("view")}</span>
    <select
      class=${c("input", "select")}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        location.assign(`${root}/${bootApp().id}/?view=${value}`);
      }}
    >
      ${availableViews()
        .filter(({ id }) => isViewShown(id) || id === list.view.id)
        .map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === list.view.id}>
              ${name}
            </option>`,
        )}
    </select></label
  >`;

const menu = (): TemplateResult => {
  const { id, rights } = bootApp();
  const withSelector = boot.mobile
    ? isShown("viewSelector")
    : isShown("viewAndReportSelector");
  return html`<div class=${c("toolbar")}>
    ${withSelector ? viewSelector() : nothing}
    ${
      isShown("filterButton")
        ? html`<button
            type="button"
            class=${c("button", list.filter === null ? "button-plain" : "button-on")}
            @click=${() => guard(chooseFilter())}
          >
            ${list.filter === null ? t("filter") : t("filterOn")}
          </button>`
        : nothing
    }
    ${boot.mobile ? nothing : headerMenuSpace}
    <span class=${c("grow")}></span>
    ${
      rights.addRecord && isShown("addRecordButton")
        ? html`<a
            class=${c("button", "button-primary")}
            href=${`${root}/${id}/edit`}
            aria-label=${t("add")}
            >＋ ${t("add")}</a
          >`
        : nothing
    }
    ${
      rights.editApp && !boot.mobile && isShown("appSettingsButton")
        ? html`<a
            class=${c("button", "button-plain")}
            href=${`/k/admin/app/flow?app=${id}`}
            >${t("settings")}</a
          >`
        : nothing
    }
  </div>`;
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
  if (boot.mobile) return html`${listCards({ list })}${empty}`;
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

const description = () =>
  descriptionState() === "OPEN"
    ? html`<div class=${c("description")}>${bootApp().description}</div>`
    : nothing;

function draw(): void {
  render(
    html`${boot.mobile ? headerSpace : nothing} ${menu()}${description()}
    ${boot.mobile ? nothing : headerSpace}
    ${
      editing?.form.message
        ? html`<div class=${c("page-error")} role="alert">
            <span class=${c("pre")}>${editing.form.message}</span>
          </div>`
        : nothing
    }
    ${pager()}${body()}`,
    main(),
  );
}

const start = async (shown: ReturnType<typeof prepareShow>): Promise<void> => {
  await loadList(list);
  draw();
  await shown(showEvent());
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
    // A wrong filter in the address is told, whatever else is refused is not.
    showRefusal(error.status === 400 ? error.body.message : t("refused"));
  });
};
