import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { isUnsure, isValueKey, keyInfo, keysOf, patternKeys } from "excel-form";
import type { KeyGroup, Placement } from "excel-form";
import type { ValueKey } from "../../domain/value-catalogue.ts";
import type { MappingPage } from "./mapping-page.ts";
import { activePlacement } from "./mapping-state.ts";
import { renderOptions } from "./render-options.ts";
import {
  labelOf,
  labelsOf,
  partName,
  partsOf,
  placementName,
} from "./words.ts";
import { CATALOGUE } from "../../domain/value-catalogue.ts";
import { vocabularyOf } from "../../domain/vocabulary.ts";

const GROUPS: readonly KeyGroup[] = ["cover", "counts", "list"];

const offeredKeys = (
  { programme }: MappingPage,
  group: KeyGroup,
): readonly ValueKey[] => {
  const vocabulary = vocabularyOf(programme);
  return Object.keys(vocabulary.keys).filter(
    (key): key is ValueKey =>
      isValueKey(vocabulary, key) && keyInfo(vocabulary, key).group === group,
  );
};

const singleKey = (placement: Placement | null): ValueKey | null => {
  const keys = placement ? keysOf(CATALOGUE, placement) : [];
  return keys.length === 1 ? (keys[0] ?? null) : null;
};

const renderChoice = (
  page: MappingPage,
  placement: Placement | null,
): TemplateResult => {
  const { t } = page;
  const chosen = singleKey(placement);
  // Several values in one cell, or one that this award does not offer.
  const isOther =
    placement !== null &&
    (chosen === null || !isValueKey(vocabularyOf(page.programme), chosen));
  return html`<label class="suisen-map-choice"
    ><span class="suisen-visually-hidden">${t("chooseValue")}</span>
    <select
      class="suisen-input"
      .value=${live(isOther ? "other" : (chosen ?? ""))}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        // Back to the form; the dialog would take Escape for itself.
        event.stopPropagation();
        const { sheet, active: cell } = page.state;
        page.onGoTo({ sheet, cell });
      }}
      @change=${(event: Event) => {
        if (!(event.target instanceof HTMLSelectElement)) return;
        const { value } = event.target;
        if (isValueKey(CATALOGUE, value)) page.onPlaceHere(value);
        else page.onFree();
      }}
    >
      <option value="" ?selected=${placement === null}>${t("noValue")}</option>
      ${
        isOther
          ? html`<option value="other" selected>
              ${placementName(page, placement)}
            </option>`
          : nothing
      }
      ${GROUPS.map(
        (group) =>
          html`<optgroup label=${t(group)}>
            ${offeredKeys(page, group).map(
              (key) =>
                html`<option value=${key} ?selected=${key === chosen}>
                  ${labelOf(page, key)}
                </option>`,
            )}
          </optgroup>`,
      )}
    </select></label
  >`;
};

const renderPart = (
  page: MappingPage,
  placement: Placement,
): TemplateResult | typeof nothing => {
  const { t } = page;
  const key = singleKey(placement);
  const known = key === null ? [] : partsOf(key);
  const { part } = placement;
  const parts =
    part === undefined || known.includes(part) ? known : [part, ...known];
  return parts.length === 0
    ? nothing
    : html`<label
        >${t("part")}
        <select
          class="suisen-input"
          @change=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement) {
              const { value } = event.target;
              page.onPlacement({ part: value === "" ? undefined : value });
            }
          }}
        >
          <option value="" ?selected=${part === undefined}>
            ${t("partWhole")}
          </option>
          ${parts.map(
            (one) =>
              html`<option value=${one} ?selected=${one === part}>
                ${partName(t, one)}
              </option>`,
          )}
        </select></label
      >`;
};

const changePattern = (page: MappingPage, input: HTMLInputElement): void => {
  const text = input.value.trim() === "" ? undefined : input.value;
  const keys =
    text === undefined ? [] : [...new Set(patternKeys(CATALOGUE, text))];
  const isWrong = text !== undefined && keys.length === 0;
  input.setCustomValidity(isWrong ? page.t("patternWrong") : "");
  if (isWrong) {
    input.reportValidity();
    return;
  }
  page.onPlacement(
    text === undefined
      ? { text, key: singleKeyOf(activePlacement(page.state)) }
      : { text, key: keys.join("+") },
  );
};

const singleKeyOf = (placement: Placement | null): string =>
  (placement ? keysOf(CATALOGUE, placement)[0] : undefined) ?? "";

const renderPattern = (
  page: MappingPage,
  placement: Placement,
): TemplateResult =>
  html`<label class="suisen-map-pattern"
    >${page.t("pattern")}
    <input
      class="suisen-input"
      .value=${live(placement.text ?? "")}
      placeholder="{${placement.key}}"
      aria-describedby="suisen-map-pattern-hint"
      @change=${(event: Event) => {
        if (event.target instanceof HTMLInputElement) {
          changePattern(page, event.target);
        }
      }}
    />
    <span class="suisen-secondary" id="suisen-map-pattern-hint"
      >${page.t("patternHint")}</span
    ></label
  >`;

const renderWriting = (
  page: MappingPage,
  placement: Placement,
): TemplateResult =>
  html`<details class="suisen-map-writing">
    <summary>${page.t("writing")}</summary>
    <div class="suisen-map-writing-body">
      ${renderPart(page, placement)} ${renderPattern(page, placement)}
      <label
        ><input
          type="checkbox"
          .checked=${live(placement.required === true)}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) {
              const { checked } = event.target;
              page.onPlacement({ required: checked ? true : undefined });
            }
          }}
        />
        ${page.t("required")}</label
      >
      ${renderElsewhere(page, placement)}
    </div>
  </details>`;

const renderElsewhere = (
  page: MappingPage,
  placement: Placement,
): TemplateResult | typeof nothing => {
  const key = singleKey(placement);
  return key === null
    ? nothing
    : html`<button
        type="button"
        class="suisen-button"
        @click=${() => page.onValue(key, true)}
      >
        ${page.t("alsoElsewhere")}
      </button>`;
};

const renderDoubt = (
  page: MappingPage,
  placement: Placement | null,
): TemplateResult | typeof nothing => {
  const { t, marks, state } = page;
  const mark = marks.get(state.active);
  const reason = mark?.reason?.[t.language] ?? "";
  if (mark?.kind === "open") {
    const { guess } = mark;
    return html`${
        guess === null
          ? nothing
          : html`<button
              type="button"
              class="suisen-button"
              @click=${() => page.onPlaceHere(guess)}
            >
              ${t("acceptGuess", { value: labelsOf(page, guess) })}
            </button>`
      }
      <span class="suisen-map-reason">${reason}</span>
      <button type="button" class="suisen-button" @click=${page.onFree}>
        ${t("leaveOpen")}
      </button>`;
  }
  return html`<span class="suisen-map-reason">${reason}</span> ${
      placement !== null && isUnsure(placement)
        ? html`<button
            type="button"
            class="suisen-button"
            @click=${page.onConfirm}
          >
            ${t("confirm")}
          </button>`
        : nothing
    }`;
};

/** One line about the active cell: what goes in, why, and how it is written. */
export const renderCellBar = (page: MappingPage): TemplateResult => {
  const { t, state } = page;
  const placement = activePlacement(state);
  return html`<div class="suisen-map-cell-bar">
    <div class="suisen-map-cell-line">
      <strong>${t("cell", { cell: state.active })}</strong>
      ${renderChoice(page, placement)}
      ${
        placement === null
          ? nothing
          : html`<button
              type="button"
              class="suisen-button"
              @click=${page.onFree}
            >
              ${t("free")}
            </button>`
      }
      ${renderDoubt(page, placement)}
      ${
        placement === null
          ? nothing
          : [renderOptions(page, placement), renderWriting(page, placement)]
      }
    </div>
  </div>`;
};
