import { html, nothing, render } from "lit";
import { boot, bootApp, c, pcRoot, root } from "../boot.ts";
import { fire, prepareShow } from "../events/dispatch.ts";
import { toSavedRecord } from "../record/to-record.ts";
import { PageRestError, rest } from "../rest.ts";
import { confirmDialog } from "../ui/dialog.ts";
import { element } from "../dom.ts";
import { listEntities, pickEntities } from "../ui/entity-picker.ts";
import { FormState } from "../ui/form-state.ts";
import { renderForm } from "../ui/form/form-view.ts";
import { layoutRows } from "../ui/layout.ts";
import { showNotification } from "../notification.ts";
import { t } from "../words.ts";
import { actionButtons } from "./app-actions.ts";
import type { AppAction } from "./app-actions.ts";
import { ChangeHistory } from "./change-history.ts";
import { Comments } from "./comments.ts";
import { drawWhileShown, main, setScreen } from "./current.ts";
import type { RecordScreen } from "./current.ts";
import type { Neighbours } from "./neighbours.ts";
import type { ProcessState, StatusAction } from "./process.ts";
import { proceed } from "./proceed.ts";
import type { Loaded } from "./record-data.ts";
import { createRelatedRecords } from "./related-records.ts";
import { eventPrefix } from "./save.ts";
import { SideBarView } from "./side-bar.ts";
import { StatusBar } from "./status-bar.ts";
import { isShown } from "./visibility.ts";

type Shown = ReturnType<typeof prepareShow>;

/** Event.error is shown on PC only; elsewhere it is ignored and the deletion goes on. */
const stopsDeletion = async (loaded: Loaded): Promise<boolean> => {
  const outcome = await fire({
    type: eventPrefix("detail.delete.submit"),
    appId: bootApp().id,
    recordId: loaded.id,
    record: toSavedRecord(loaded.record, bootApp().fields),
  });
  if (outcome.kind === "false" || outcome.kind === "failed") return true;
  if (outcome.kind !== "event" || !outcome.event.error || boot.mobile)
    return false;
  showNotification("ERROR", String(outcome.event.error));
  return true;
};

const removeRecord = async (loaded: Loaded): Promise<void> => {
  if (!(await confirmDialog(t("removeConfirm"), t("removeDo")))) return;
  if (await stopsDeletion(loaded)) return;
  const app = bootApp().id;
  await rest("DELETE", "/k/v1/records", { app, ids: [loaded.id] });
  location.assign(`${root}/${app}/`);
};

const changeAssignee = async (loaded: Loaded): Promise<boolean> => {
  const everybody = await listEntities("USER_SELECT");
  const chosen = await pickEntities(t("changeAssignee"), everybody, []);
  if (!chosen) return false;
  await rest("PUT", "/k/v1/record/assignees", {
    app: bootApp().id,
    id: loaded.id,
    assignees: chosen.map(({ code }) => code),
  });
  return true;
};

/** Shows failures of REST at the top and lets bugs through. */
const guard = (work: Promise<void>): void => {
  work.catch((error: unknown) => {
    if (error instanceof PageRestError)
      showNotification("ERROR", error.body.message);
    else window.reportError(error);
  });
};

export type DetailData = {
  loaded: Loaded;
  process: ProcessState;
  near: Neighbours;
  actions: AppAction[];
};

/** The detail page of a record. `reopen` shows it anew after something moved. */
export const openDetail = async (
  { loaded, process, near, actions }: DetailData,
  shown: Shown,
  reopen: () => void,
): Promise<void> => {
  const app = bootApp();
  const { id, record } = loaded;
  const state = new FormState();
  const rows = layoutRows(app.layout, app.fields);
  const headerMenuSpace = boot.mobile ? null : element("div", "menu-space");
  const headerSpace = boot.mobile ? element("div", "header-space") : null;
  const draw = drawWhileShown(
    () => screen,
    () => {
      render(template(), main());
    },
  );
  const comments = new Comments(id, draw);
  const side = new SideBarView(comments, new ChangeHistory(id, draw), draw);
  const runAction = async (
    action: StatusAction,
    assignee: string | null,
  ): Promise<void> => {
    if (await proceed(loaded, process.status, action, assignee)) reopen();
  };
  const reassign = async (): Promise<void> => {
    if (await changeAssignee(loaded)) reopen();
  };
  const statusBar = new StatusBar(
    id,
    process,
    draw,
    (action, assignee) => guard(runAction(action, assignee)),
    app.rights.editApp ? () => guard(reassign()) : null,
  );
  const related = createRelatedRecords(
    (code) => String(record[code]?.value ?? ""),
    draw,
  );
  const link = (target: number | null, label: string) =>
    target === null
      ? nothing
      : html`<a class=${c("button", "button-plain")} href=${`#record=${target}`}
          >${label}</a
        >`;
  const toolbar = () =>
    html`<div class=${c("toolbar")}>
      <a class=${c("button", "button-link")} href=${`${root}/${app.id}/`}
        >${t("backToList")}</a
      >
      ${
        isShown("pager")
          ? html`${link(near.previous, t("previousRecord"))}
            ${link(near.next, t("nextRecord"))}`
          : nothing
      }
      <span class=${c("grow")}></span>
      ${
        loaded.recordRights.editable && isShown("editRecordButton")
          ? html`<a
              class=${c("button", "button-primary")}
              href=${`#record=${id}&mode=edit`}
              >${t("edit")}</a
            >`
          : nothing
      }
      ${
        app.rights.addRecord &&
        app.general.enableDuplicateRecord !== false &&
        isShown("duplicateRecordButton")
          ? html`<a
              class=${c("button", "button-plain")}
              href=${`${root}/${app.id}/edit?reuse=${id}`}
              >${t("reuse")}</a
            >`
          : nothing
      }
      ${
        boot.mobile
          ? nothing
          : html`<a
              class=${c("button", "button-plain")}
              href=${`${pcRoot}/${app.id}/print?record=${id}`}
              >${t("print")}</a
            >`
      }
      ${
        loaded.recordRights.deletable && isShown("optionsButton")
          ? html`<button
              type="button"
              class=${c("button", "button-danger")}
              @click=${() => guard(removeRecord(loaded))}
            >
              ${t("removeRecord")}
            </button>`
          : nothing
      }
    </div>`;
  const template = () =>
    html`${headerSpace ?? nothing}${headerMenuSpace ?? nothing} ${toolbar()}
      ${statusBar.template()} ${actionButtons(id, actions)}
      <div class=${c("record-and-side")}>
        <div class=${c("record")}>
          ${renderForm({
            rows,
            properties: app.fields,
            state,
            record,
            editing: null,
            related,
            render: draw,
          })}
        </div>
        ${side.template()}
      </div>`;

  const saved = () => toSavedRecord(record, app.fields);
  const screen: RecordScreen = {
    kind: "detail",
    recordId: id,
    state,
    rights: loaded.rights,
    recordRights: loaded.recordRights,
    headerMenuSpace,
    headerSpace,
    read: saved,
    write: null,
    render: draw,
  };
  setScreen(screen);
  draw();
  guard(comments.load());
  await shown({ appId: app.id, recordId: id, record: saved() });
};
