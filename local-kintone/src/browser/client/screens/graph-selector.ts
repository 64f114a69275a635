import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { boot, bootApp, c, root } from "../boot.ts";
import { t } from "../words.ts";
import { isReportShown, isShown } from "./visibility.ts";

/** Leads to the graphs of the app; nothing where there are none to go to. */
export const reportSelector = (
  current: string | null,
): TemplateResult | typeof nothing => {
  const isHere = isShown(
    boot.mobile ? "reportSelector" : "viewAndReportSelector",
  );
  const reports = bootApp()
    .reports.map(({ id, name }) => ({ id: String(id), name: String(name) }))
    .filter(({ id }) => isReportShown(id) || id === current);
  if (!isHere || reports.length === 0) return nothing;
  return html`<label
    ><span class=${c("visually-hidden")}>${t("report")}</span>
    <select
      class=${c("input", "select")}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        if (value !== "")
          location.assign(`${root}/${bootApp().id}/report?report=${value}`);
      }}
    >
      ${
        current === null
          ? html`<option value="" selected>${t("report")}</option>`
          : nothing
      }
      ${reports.map(
        ({ id, name }) =>
          html`<option value=${id} ?selected=${id === current}>
            ${name}
          </option>`,
      )}
    </select></label
  >`;
};
