import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";

export type Choice<T> = {
  readonly value: T;
  readonly label: string;
  /** Class suffix for the look when chosen. */
  readonly look: string;
};

/**
 * One question as native radio buttons: arrow keys, space and thumbs work
 * without a line of ours. `name` must be unique on the page.
 */
export const renderChoiceGroup = <T>(options: {
  name: string;
  legend: TemplateResult;
  choices: ReadonlyArray<Choice<T>>;
  chosen: T;
  onChoose: (value: T) => void;
  onKey?: (event: KeyboardEvent) => void;
  /** Something that belongs to the question, after its choices. */
  beside?: TemplateResult;
}): TemplateResult =>
  html`<fieldset class="suisen-question">
    <legend>${options.legend}</legend>
    <div class="suisen-choices">
      ${options.choices.map(
        ({ value, label, look }, index) =>
          html`<label class="suisen-choice suisen-choice-${look}"
            ><input
              type="radio"
              name=${options.name}
              value=${index}
              .checked=${live(value === options.chosen)}
              @change=${() => options.onChoose(value)}
              @keydown=${options.onKey}
            /><span>${label}</span></label
          >`,
      )}
    </div>
    ${options.beside ?? ""}
  </fieldset>`;
