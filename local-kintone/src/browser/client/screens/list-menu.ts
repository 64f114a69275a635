import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { boot, bootApp, c, pcRoot, root } from "../boot.ts";
import { t } from "../words.ts";
import { availableViews, PAGE_SIZES } from "./list-state.ts";
import type { ListState } from "./list-state.ts";
import { reportSelector } from "./graph-selector.ts";
import { descriptionState, isShown, isViewShown } from "./visibility.ts";

/** Pager of a list: current position and links. */
export const listPager = (
  list: ListState,
  goTo: (offset: number) => void,
): TemplateResult | typeof nothing => {
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

const viewSelector = (list: ListState) =>
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

/** View, filter, add and settings, with the space for customisations between. */
export const listMenu = (
  list: ListState,
  headerMenuSpace: HTMLElement,
  filter: () => void,
): TemplateResult => {
  const { id, rights } = bootApp();
  const withSelector = boot.mobile
    ? isShown("viewSelector")
    : isShown("viewAndReportSelector");
  return html`<div class=${c("toolbar")}>
    ${withSelector ? viewSelector(list) : nothing} ${reportSelector(null)}
    ${
      isShown("filterButton")
        ? html`<button
            type="button"
            class=${c("button", list.filter === null ? "button-plain" : "button-on")}
            @click=${filter}
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
            href=${`${pcRoot}/admin/app/flow?app=${id}`}
            >${t("settings")}</a
          >`
        : nothing
    }
  </div>`;
};

/** The description of the app, where a customisation opened it. */
export const appDescription = () =>
  descriptionState() === "OPEN"
    ? html`<div class=${c("description")}>${bootApp().description}</div>`
    : nothing;
