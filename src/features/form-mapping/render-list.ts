import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { isLastOfChain, parseAddress } from "excel-form";
import type { ListBlock } from "excel-form";
import { lastRowOf, listOn } from "./edit-map.ts";
import type { ListChange } from "./edit-map.ts";
import type { MappingPage } from "./mapping-page.ts";

type NumberName = "firstRow" | "rowsPerEntry" | "rowsAvailable";

const renderNumber = (
  page: MappingPage,
  list: ListBlock,
  name: NumberName,
): TemplateResult =>
  html`<label
    >${page.t(name)}
    <input
      class="suisen-input suisen-map-number"
      type="number"
      min="1"
      .value=${live(String(list[name]))}
      @change=${(event: Event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        const { valueAsNumber } = event.target;
        const value = Number.isNaN(valueAsNumber) ? list[name] : valueAsNumber;
        const change: ListChange = { [name]: value };
        page.onList(change);
      }}
    />
  </label>`;

const renderSurplus = (page: MappingPage, list: ListBlock): TemplateResult => {
  const choice = (onSurplus: ListBlock["onSurplus"], label: string) =>
    html`<label
      ><input
        type="radio"
        name="suisen-map-surplus"
        .checked=${live(list.onSurplus === onSurplus)}
        @change=${() => page.onList({ onSurplus })}
      />
      ${label}</label
    >`;
  return html`<fieldset class="suisen-map-surplus">
    <legend>${page.t("surplus")}</legend>
    ${choice("insert", page.t("surplusInsert"))}
    ${choice("refuse", page.t("surplusRefuse"))}
  </fieldset>`;
};

const renderNone = (page: MappingPage): TemplateResult => {
  const row = parseAddress(page.state.active)?.row ?? 1;
  return html`<span class="suisen-secondary">${page.t("noListHere")}</span>
    <button type="button" class="suisen-button" @click=${page.onMakeList}>
      ${page.t("makeList", { row })}
    </button>`;
};

/** The rows that repeat: where they begin, how many there are, and what if they do not suffice. */
export const renderList = (page: MappingPage): TemplateResult => {
  const { map, sheet, active } = page.state;
  const list = listOn(map, sheet, active);
  return html`<div
    class="suisen-map-list"
    role="group"
    aria-label=${page.t("listTitle")}
  >
    <strong
      >${page.t(list?.goesOn === true ? "listGoesOn" : "listTitle")}</strong
    >
    ${
      list
        ? html`${renderNumber(page, list, "firstRow")}
            ${renderNumber(page, list, "rowsPerEntry")}
            ${renderNumber(page, list, "rowsAvailable")}
            <span class="suisen-secondary"
              >${page.t("lastRow", { row: lastRowOf(list) })}</span
            >
            ${isLastOfChain(map.lists, list) ? renderSurplus(page, list) : nothing}
            <button
              type="button"
              class="suisen-button"
              @click=${page.onRemoveList}
            >
              ${page.t("removeList")}
            </button>`
        : renderNone(page)
    }
  </div>`;
};
