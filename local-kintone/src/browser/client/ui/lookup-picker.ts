import { html, nothing, render } from "lit";
import { live } from "lit/directives/live.js";
import type { FieldProperty } from "../../../model/model.ts";
import { c } from "../boot.ts";
import { listCandidates } from "../record/lookup.ts";
import type { FieldRecord, LookupSetting } from "../record/types.ts";
import { rest } from "../rest.ts";
import { t } from "../words.ts";
import { createDialog } from "./dialog.ts";
import { element } from "../dom.ts";
import { showValue } from "./show-value.ts";

type Properties = Record<string, FieldProperty>;

const PAGE = 20;

const columnsOf = (
  setting: LookupSetting,
  properties: Properties,
): FieldProperty[] => {
  const wanted = [setting.relatedKeyField, ...setting.lookupPickerFields];
  return [...new Set(wanted)].flatMap((code) => properties[code] ?? []);
};

/** Shows the source records; answers the chosen one, or null. */
export const pickLookup = async (
  title: string,
  setting: LookupSetting,
  firstWord: string,
): Promise<FieldRecord | null> => {
  const { properties } = await rest<{ properties: Properties }>(
    "GET",
    "/k/v1/app/form/fields",
    { app: setting.relatedApp.app },
  );
  const columns = columnsOf(setting, properties);
  const body = element("div", "pick-body");
  let word = firstWord;
  let offset = 0;
  let chosen: FieldRecord | null = null;
  let listing = await listCandidates(setting, word, offset);

  const load = async (at: number): Promise<void> => {
    offset = at;
    listing = await listCandidates(setting, word, offset);
    draw();
  };
  const loadSafely = (at: number): void => {
    load(at).catch((error: unknown) => window.reportError(error));
  };
  const choose = (record: FieldRecord): void => {
    chosen = record;
    dialog.close();
  };
  const row = (record: FieldRecord) =>
    html`<tr>
      <td>
        <button
          type="button"
          class=${c("button")}
          @click=${() => choose(record)}
        >
          ${t("choose")}
        </button>
      </td>
      ${columns.map(
        (column) =>
          html`<td>${showValue(column, record[column.code]?.value)}</td>`,
      )}
    </tr>`;
  const total = (): number => Number(listing.totalCount ?? 0);
  const draw = (): void => {
    render(
      html`<form
          class=${c("pick-search")}
          @submit=${(event: Event) => {
            event.preventDefault();
            loadSafely(0);
          }}
        >
          <label
            >${t("search")}
            <input
              type="search"
              class=${c("input")}
              .value=${live(word)}
              @input=${(event: Event) => {
                word = (event.target as HTMLInputElement).value;
              }}
          /></label>
          <button class=${c("button")}>${t("search")}</button>
        </form>
        <table class=${c("table")} aria-label=${title}>
          <thead>
            <tr>
              <th scope="col">${t("actions")}</th>
              ${columns.map((column) => html`<th scope="col">${column.label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${listing.records.map(row)}
          </tbody>
        </table>
        ${listing.records.length === 0 ? html`<p>${t("noRecords")}</p>` : nothing}
        <div class=${c("pager")}>
          <button
            type="button"
            class=${c("button")}
            ?disabled=${offset === 0}
            @click=${() => loadSafely(Math.max(0, offset - PAGE))}
          >
            ${t("previous")}
          </button>
          <button
            type="button"
            class=${c("button")}
            ?disabled=${offset + PAGE >= total()}
            @click=${() => loadSafely(offset + PAGE)}
          >
            ${t("next")}
          </button>
        </div>`,
      body,
    );
  };
  const dialog = createDialog({
    title,
    body,
    showOkButton: false,
    showCancelButton: true,
    showCloseButton: true,
  });
  draw();
  await dialog.show();
  return chosen;
};
