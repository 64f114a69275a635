import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { bootApp, c } from "../boot.ts";
import { t } from "../words.ts";
import type { ChangeHistory } from "./change-history.ts";
import type { Comments } from "./comments.ts";
import { setSideBar, sideBarState } from "./visibility.ts";

type Part = "COMMENTS" | "HISTORY";

/** Beside a record: its comments or what became of it. */
export class SideBarView {
  readonly #comments: Comments;
  readonly #history: ChangeHistory;
  readonly #redraw: () => void;

  constructor(comments: Comments, history: ChangeHistory, redraw: () => void) {
    this.#comments = comments;
    this.#history = history;
    this.#redraw = redraw;
  }

  template(): TemplateResult | typeof nothing {
    const state = sideBarState();
    if (state === "CLOSED" || state === "HIDDEN") return nothing;
    const hasComments = bootApp().general.enableComments !== false;
    const part: Part = hasComments ? state : "HISTORY";
    return html`<div class=${c("side")}>
      <div class=${c("side-tabs")} role="group" aria-label=${t("sideBar")}>
        ${hasComments ? this.#tab("COMMENTS", t("comments"), part) : nothing}
        ${this.#tab("HISTORY", t("changeHistory"), part)}
      </div>
      ${part === "COMMENTS" ? this.#comments.template() : this.#history.template()}
    </div>`;
  }

  #tab(part: Part, label: string, current: Part): TemplateResult {
    return html`<button
      type="button"
      class=${c("button", part === current ? "button-on" : "button-plain")}
      aria-pressed=${String(part === current)}
      @click=${() => {
        setSideBar(part);
        this.#redraw();
      }}
    >
      ${label}
    </button>`;
  }
}
