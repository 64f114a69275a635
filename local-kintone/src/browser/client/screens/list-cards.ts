import { html } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { bootApp, c, root } from "../boot.ts";
import { cellStyle } from "../ui/list-style.ts";
import { t } from "../words.ts";
import { css, field, idText, listValue, tag } from "./list-cells.ts";
import type { ListState } from "./list-state.ts";

/** Records of a list on mobile pages: one card each. */
export const listCards = (list: ListState): TemplateResult =>
  html`<ul class=${c("cards")}>
    ${repeat(list.records, idText, (record) => {
      const id = idText(record);
      return html`<li class=${c("card")}>
        <a
          class=${c("card-link")}
          href=${`${root}/${bootApp().id}/show#record=${id}`}
          aria-label=${`${t("open")} ${id}`}
        >
          ${list.columns.map(
            (column) =>
              html`<div class=${c("card-line")}>
                <span class=${c("card-label")}>${column.label}</span>
                <span
                  class=${c("card-value")}
                  style=${css(cellStyle(list.styles, id, field(column)))}
                  ${tag(column.code)}
                  >${listValue(record, column)}</span
                >
              </div>`,
          )}
        </a>
      </li>`;
    })}
  </ul>`;
