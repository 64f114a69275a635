import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Placement } from "excel-form";
import { CATALOGUE } from "../../domain/value-catalogue.ts";
import type { MappingPage } from "./mapping-page.ts";
import { offeredOptions, pairWith, toOptionPairs } from "./option-pairs.ts";
import type { OptionPair } from "./option-pairs.ts";

const renderPair = (
  page: MappingPage,
  placement: Placement,
  options: readonly string[],
  { value, option }: OptionPair,
): TemplateResult =>
  html`<label
    >${value} →
    <select
      class="suisen-input"
      aria-label=${page.t("optionOf", { value })}
      .value=${live(option ?? "")}
      @change=${({ target }: Event) => {
        if (!(target instanceof HTMLSelectElement)) return;
        const chosen = target.value === "" ? null : target.value;
        page.onPlacement({ marks: pairWith(placement, value, chosen) });
      }}
    >
      <option value="" ?selected=${option === null}>
        ${page.t("optionNone")}
      </option>
      ${options.map(
        (one) =>
          html`<option value=${one} ?selected=${one === option}>
            ${one}
          </option>`,
      )}
    </select></label
  >`;

/** Each of our values beside the form's word for it; open while one waits for its word. */
export const renderOptions = (
  page: MappingPage,
  placement: Placement,
): TemplateResult | typeof nothing => {
  const { state, t } = page;
  const options = offeredOptions(state, placement);
  const pairs = toOptionPairs(CATALOGUE, placement, options);
  return pairs.length === 0
    ? nothing
    : html`<details
        class="suisen-map-writing suisen-map-options"
        ?open=${pairs.some(({ option, isKept }) => option === null && !isKept)}
      >
        <summary>${t("options")}</summary>
        <div class="suisen-map-writing-body">
          ${pairs.map((pair) => renderPair(page, placement, options, pair))}
        </div>
      </details>`;
};
