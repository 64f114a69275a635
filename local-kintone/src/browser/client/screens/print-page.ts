import { html, render } from "lit";
import { bootApp, c } from "../boot.ts";
import { prepareShow } from "../events/dispatch.ts";
import { toSavedRecord } from "../record/to-record.ts";
import { element } from "../dom.ts";
import { FormState } from "../ui/form-state.ts";
import { renderForm } from "../ui/form/form-view.ts";
import { layoutRows } from "../ui/layout.ts";
import { main, setScreen } from "./current.ts";
import { loadRecord } from "./record-data.ts";
import { createRelatedRecords } from "./related-records.ts";
import { refuseOrThrow } from "./refused.ts";

const start = async (
  id: number,
  shown: ReturnType<typeof prepareShow>,
): Promise<void> => {
  const app = bootApp();
  const { record, rights, recordRights } = await loadRecord(id);
  const state = new FormState();
  const headerMenuSpace = element("div", "menu-space");
  const rows = layoutRows(app.layout, app.fields);
  const draw = (): void => {
    render(
      html`${headerMenuSpace}
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
        </div>`,
      main(),
    );
  };
  const related = createRelatedRecords(
    (code) => String(record[code]?.value ?? ""),
    draw,
  );
  const saved = () => toSavedRecord(record, app.fields);
  setScreen({
    kind: "print",
    recordId: id,
    state,
    rights,
    recordRights,
    headerMenuSpace,
    headerSpace: null,
    read: saved,
    write: null,
    render: draw,
  });
  draw();
  await shown({ appId: app.id, recordId: id, record: saved() });
  // As on a real site; opening this page means printing.
  window.print();
};

/** One record for paper. */
export const startPrintPage = (): void => {
  const shown = prepareShow("app.record.print.show");
  const id = Number(new URLSearchParams(location.search).get("record"));
  start(id, shown)
    .catch(refuseOrThrow)
    .catch((error: unknown) => window.reportError(error));
};
