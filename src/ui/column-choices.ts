import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

type ColumnChoicesOptions = {
  /** The values that a column can be chosen for, in their order. */
  readonly fields: ReadonlyArray<{ field: string; label: string }>;
  /** Texts of the columns in the choice, from the first on. */
  readonly columns: readonly string[];
  readonly noneLabel: string;
  readonly chosen: Readonly<Record<string, number | undefined>>;
  onChoose(field: string, column: number | undefined): void;
};

/** One choice of a column for each value of a list. */
export const renderColumnChoices = ({
  fields,
  columns,
  noneLabel,
  chosen,
  onChoose,
}: ColumnChoicesOptions): TemplateResult =>
  html`<div class="suisen-column-choices">
    ${fields.map(
      ({ field, label }) =>
        html`<label
          ><span>${label}</span>
          <select
            class="suisen-input"
            @change=${(event: Event) => {
              if (event.target instanceof HTMLSelectElement) {
                const { value } = event.target;
                onChoose(field, value === "" ? undefined : Number(value));
              }
            }}
          >
            <option value="" ?selected=${chosen[field] === undefined}>
              ${noneLabel}
            </option>
            ${columns.map(
              (text, column) =>
                html`<option
                  value=${column}
                  ?selected=${chosen[field] === column}
                >
                  ${text}
                </option>`,
            )}
          </select></label
        >`,
    )}
  </div>`;
