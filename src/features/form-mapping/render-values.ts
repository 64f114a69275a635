import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import {
  parseAddress,
  toColumnLetters,
  toValueGroups,
  undecidedCells,
} from "excel-form";
import type { Place, ValueGroup, ValueLine, ValueState } from "excel-form";

import { renderButton } from "../../ui/button.ts";
import { listOn, rowInList } from "./edit-map.ts";
import type { MappingPage } from "./mapping-page.ts";
import { labelOf } from "./words.ts";
import { vocabularyOf } from "../../domain/vocabulary.ts";
import type { ValueKey } from "../../domain/value-catalogue.ts";

const SIGNS: Readonly<Record<ValueState, string>> = {
  placed: "✓",
  unsure: "?",
  notAsked: "–",
};

/** 「B5」, of a column of the list 「C列」; the sheet's name when it is another one. */
const placeWords = (
  { t, state }: MappingPage,
  { sheet, cell }: Place,
): string => {
  const at = parseAddress(cell);
  const list = listOn(state.map, sheet, cell);
  const words =
    at && list && rowInList(list, at.row)
      ? t("rowOf", { column: toColumnLetters(at.column) })
      : cell;
  return sheet === state.sheet ? words : `${sheet} ${words}`;
};

const renderLine = (
  page: MappingPage,
  { key, state, places, reason }: ValueLine<ValueKey>,
): TemplateResult => {
  const { t } = page;
  const isArmed = page.state.armed?.key === key;
  return html`<li>
    <button
      type="button"
      class="suisen-map-value suisen-map-${state}"
      aria-pressed=${isArmed}
      data-value=${key}
      title=${reason?.[t.language] ?? nothing}
      @click=${() => page.onValue(key)}
    >
      <span class="suisen-map-sign" aria-hidden="true">${SIGNS[state]}</span>
      <span class="suisen-visually-hidden">${t(state)}</span>
      <span class="suisen-map-label">${labelOf(page, key)}</span>
      <span class="suisen-map-places"
        >${places.map((place) => placeWords(page, place)).join("・")}</span
      >
    </button>
  </li>`;
};

const renderGroup = (
  page: MappingPage,
  { group, lines }: ValueGroup<ValueKey>,
): TemplateResult => {
  const placed = lines.filter(({ state }) => state === "placed").length;
  return html`<section>
    <h3>
      ${page.t(group)}
      <span class="suisen-secondary"
        >${page.t("groupCount", { placed, total: lines.length })}</span
      >
    </h3>
    <ul>
      ${lines.map((line) => renderLine(page, line))}
    </ul>
  </section>`;
};

const renderUndecided = (
  page: MappingPage,
): TemplateResult | typeof nothing => {
  const cells = undecidedCells(page.state.map);
  return cells.length === 0
    ? nothing
    : html`<section>
        <h3>${page.t("undecided", { count: cells.length })}</h3>
        ${
          cells.length > 1
            ? renderButton(page.t("leaveUndecided"), page.onLeaveUndecided)
            : nothing
        }
        <ul>
          ${cells.map(
            ({ sheet, cell, label, reason }) =>
              html`<li>
                <button
                  type="button"
                  class="suisen-map-value suisen-map-unsure"
                  title=${reason[page.t.language]}
                  @click=${() => page.onGoTo({ sheet, cell })}
                >
                  <span class="suisen-map-sign" aria-hidden="true">?</span>
                  <span class="suisen-map-label">${label}</span>
                  <span class="suisen-map-places"
                    >${placeWords(page, { sheet, cell })}</span
                  >
                </button>
              </li>`,
          )}
        </ul>
      </section>`;
};

/** The left side: every value with its place. */
export const renderValues = (page: MappingPage): TemplateResult =>
  html`<nav class="suisen-map-values" aria-label=${page.t("values")}>
    ${renderUndecided(page)}
    ${toValueGroups(vocabularyOf(page.programme), page.state.map).map((group) => renderGroup(page, group))}
  </nav>`;
