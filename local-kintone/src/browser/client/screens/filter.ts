import { html, nothing, render } from "lit";
import { live } from "lit/directives/live.js";
import type { FieldProperty } from "../../../model/model.ts";
import { bootApp, c } from "../boot.ts";
import { optionsOf } from "../record/kinds.ts";
import { quote } from "../rest.ts";
import { createDialog } from "../ui/dialog.ts";
import { element } from "../dom.ts";
import { t } from "../words.ts";

const comparing = ["=", "!=", ">", "<", ">=", "<="];
const listing = ["in", "not in"];
const searching = ["like", "not like"];
const operators: Record<string, string[]> = {
  SINGLE_LINE_TEXT: ["=", "!=", ...searching],
  LINK: ["=", "!=", ...searching],
  MULTI_LINE_TEXT: searching,
  RICH_TEXT: searching,
  FILE: searching,
  NUMBER: comparing,
  CALC: comparing,
  RECORD_NUMBER: comparing,
  DATE: comparing,
  TIME: comparing,
  DATETIME: comparing,
  CREATED_TIME: comparing,
  UPDATED_TIME: comparing,
};
/** Choices, people and states are lists. */
const operatorsOf = (property: FieldProperty): string[] =>
  operators[property.type] ?? listing;

const filterable = (): FieldProperty[] => {
  const all = Object.values(bootApp().fields);
  const inner = all.flatMap(({ fields }) => Object.values(fields ?? {}));
  const shapes = ["SUBTABLE", "GROUP", "REFERENCE_TABLE", "CATEGORY"];
  const { enable } = bootApp().process;
  return [...all, ...inner].filter(
    ({ type }) =>
      !shapes.includes(type) && (enable || !type.startsWith("STATUS")),
  );
};

const toCondition = (code: string, operator: string, value: string): string =>
  operator.endsWith("in")
    ? `${code} ${operator} (${value
        .split(",")
        .map((it) => quote(it.trim()))
        .join(", ")})`
    : `${code} ${operator} ${quote(value)}`;

/** Asks for a condition; null when left, "" when everything shall be shown. */
export const askFilter = async (now: string): Promise<string | null> => {
  const body = element("div", "filter-body");
  const fields = filterable();
  let field = fields[0];
  let operator = field ? (operatorsOf(field)[0] ?? "=") : "=";
  let value = "";
  let query = now;

  const addCondition = (): void => {
    if (!field) return;
    const added = toCondition(field.code, operator, value);
    query = query.trim() === "" ? added : `(${query}) and ${added}`;
    value = "";
    draw();
  };
  const chooseField = (code: string): void => {
    field = fields.find((it) => it.code === code);
    operator = field ? (operatorsOf(field)[0] ?? "=") : "=";
    draw();
  };
  const valueField = () => {
    const options = field ? optionsOf(field) : [];
    const set = (event: Event): void => {
      value = (event.target as HTMLInputElement).value;
    };
    return html`<input
        class=${c("input")}
        aria-label=${t("filterValue")}
        list=${options.length > 0 ? c("filter-options") : nothing}
        .value=${live(value)}
        @input=${set}
      />
      <datalist id=${c("filter-options")}>
        ${options.map((option) => html`<option value=${option}></option>`)}
      </datalist>`;
  };
  const draw = (): void => {
    render(
      html`<div class=${c("filter-line")}>
          <select
            class=${c("input", "select")}
            aria-label=${t("filterField")}
            @change=${(event: Event) =>
              chooseField((event.target as HTMLSelectElement).value)}
          >
            ${fields.map(
              ({ code, label }) =>
                html`<option value=${code}>${label}</option>`,
            )}
          </select>
          <select
            class=${c("input", "select")}
            aria-label=${t("filterOperator")}
            @change=${(event: Event) => {
              operator = (event.target as HTMLSelectElement).value;
            }}
          >
            ${(field ? operatorsOf(field) : []).map(
              (it) =>
                html`<option value=${it} ?selected=${it === operator}>
                  ${it}
                </option>`,
            )}
          </select>
          ${valueField()}
          <button type="button" class=${c("button")} @click=${addCondition}>
            ＋
          </button>
        </div>
        <label class=${c("filter-query")}
          >${t("filterQuery")}
          <textarea
            class=${c("input", "area")}
            rows="3"
            .value=${live(query)}
            @input=${(event: Event) => {
              query = (event.target as HTMLTextAreaElement).value;
            }}
          ></textarea>
        </label>
        <button
          type="button"
          class=${c("button", "button-link")}
          @click=${() => {
            query = "";
            draw();
          }}
        >
          ${t("filterClear")}
        </button>`,
      body,
    );
  };
  draw();
  const dialog = createDialog({
    title: t("filter"),
    body,
    okButtonText: t("filterApply"),
    showCancelButton: true,
    showCloseButton: true,
    // A condition that was filled in and not added counts, too.
    beforeClose: (action) => {
      if (action === "OK" && value !== "") addCondition();
    },
  });
  return (await dialog.show()) === "OK" ? query.trim() : null;
};
