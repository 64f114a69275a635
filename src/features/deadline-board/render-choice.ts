import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { hasQueue } from "../../domain/board-queues.ts";
import type { Programme } from "../../programmes/index.ts";
import type { LineSort } from "../../domain/select-lines.ts";
import type { BoardPage, LineFilter } from "./board-page.ts";
import type { messages } from "./messages.ts";

const sorts: ReadonlyArray<
  readonly [LineSort, "sortPressing" | "sortSociety" | "sortFirm"]
> = [
  ["pressing", "sortPressing"],
  ["society", "sortSociety"],
  ["firm", "sortFirm"],
];

/** The word of each list that the reader can choose. */
export const filterNames = {
  pressing: "toDo",
  all: "allLines",
  overdue: "overdueCount",
  week: "weekCount",
  returned: "returned",
  late: "registeredLate",
  nameCheck: "queueNameCheck",
  register: "queueRegister",
  report: "queueReport",
  changed: "queueChanged",
} as const satisfies Record<LineFilter, keyof typeof messages>;

// The keys of the record above.
const filters = Object.keys(filterNames) as LineFilter[];

const filtersOf = (programme: Programme): LineFilter[] =>
  filters.filter(
    (filter) =>
      (filter !== "nameCheck" && filter !== "register") ||
      hasQueue(programme, filter),
  );

/** The set with the id, or without it where it was in. */
export const toggled = (
  ids: ReadonlySet<string>,
  id: string,
): ReadonlySet<string> => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
};

export const renderPick = (
  label: string,
  isPicked: boolean,
  onPick: () => void,
): TemplateResult =>
  html`<input
    type="checkbox"
    aria-label=${label}
    .checked=${live(isPicked)}
    @change=${onPick}
  />`;

const renderSelect = (
  label: string,
  options: ReadonlyArray<readonly [string, string]>,
  chosen: string,
  onChoose: (value: string) => void,
): TemplateResult =>
  html`<label
    ><span class="suisen-secondary">${label}</span>
    <select
      class="suisen-input"
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement)
          onChoose(event.target.value);
      }}
    >
      ${options.map(
        ([value, word]) =>
          html`<option value=${value} ?selected=${value === chosen}>
            ${word}
          </option>`,
      )}
    </select></label
  >`;

/** Search, society and order of the list. */
export const renderChoice = (page: BoardPage): TemplateResult => {
  const { t, choice, loaded } = page;
  return html`<div class="suisen-board-choice" role="search">
    ${renderSelect(
      t("filterStep"),
      filtersOf(loaded.programme).map(
        (filter) => [filter, t(filterNames[filter])] as const,
      ),
      choice.filter,
      (value) => {
        const filter = filters.find((known) => known === value);
        if (filter !== undefined) page.onChoice({ filter });
      },
    )}
    ${
      loaded.isFederation
        ? renderSelect(
            t("filterSociety"),
            [
              ["", t("allSocieties")],
              ...loaded.board.matrix.map(
                ({ society: { name } }) => [name, name] as const,
              ),
            ],
            choice.society,
            (society) => page.onChoice({ society }),
          )
        : ""
    }
    <label
      ><span class="suisen-secondary">${t("search")}</span>
      <input
        type="search"
        class="suisen-input"
        placeholder=${t("searchHint")}
        .value=${live(choice.search)}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement)
            page.onChoice({ search: event.target.value });
        }}
    /></label>
    ${renderSelect(
      t("sort"),
      sorts.map(([value, word]) => [value, t(word)] as const),
      choice.sort,
      (value) => {
        const [sort] = sorts.find(([known]) => known === value) ?? ["pressing"];
        page.onChoice({ sort: sort as LineSort }); // one of the pairs above
      },
    )}
  </div>`;
};
