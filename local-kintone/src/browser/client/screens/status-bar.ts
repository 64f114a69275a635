import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { c, uid } from "../boot.ts";
import { showDateTime } from "../times.ts";
import { t } from "../words.ts";
import { loadStatusHistory } from "./process.ts";
import type { ProcessState, StatusAction, StatusChange } from "./process.ts";
import { isShown, isStatusActionShown } from "./visibility.ts";

const HISTORY_LENGTH = 100;

/** Status, assignees, the buttons of the process and, unfolded, what happened so far. */
export class StatusBar {
  readonly #recordId: number;
  readonly #process: ProcessState;
  readonly #redraw: () => void;
  readonly #run: (action: StatusAction, assignee: string | null) => void;
  readonly #changeAssignee: (() => void) | null;
  readonly #selectId = uid();
  #opened: StatusAction | null = null;
  #assignee = "";
  #history: StatusChange[] | null = null;

  constructor(
    recordId: number,
    process: ProcessState,
    redraw: () => void,
    run: (action: StatusAction, assignee: string | null) => void,
    changeAssignee: (() => void) | null,
  ) {
    this.#recordId = recordId;
    this.#process = process;
    this.#redraw = redraw;
    this.#run = run;
    this.#changeAssignee = changeAssignee;
  }

  template(): TemplateResult | typeof nothing {
    if (!this.#process.enabled) return nothing;
    const { status, assignees, actions } = this.#process;
    return html`<section class=${c("status-bar")} aria-label=${t("status")}>
      <div class=${c("status-line")}>
        <span>${t("status")}: <strong>${status}</strong></span>
        ${
          assignees.length > 0
            ? html`<span>
                ${t("assignee")}:
                ${assignees.map(({ name }) => name).join("、")}
              </span>`
            : nothing
        }
        ${actions
          .filter(({ name }) => isStatusActionShown(name))
          .map((action) => this.#button(action))}
        ${
          this.#changeAssignee && isShown("changeAssigneeButton")
            ? html`<button
                type="button"
                class=${c("button", "button-link")}
                @click=${this.#changeAssignee}
              >
                ${t("changeAssignee")}
              </button>`
            : nothing
        }
        <button
          type="button"
          class=${c("button", "button-link")}
          aria-expanded=${String(this.#history !== null)}
          @click=${() => this.#toggleHistory()}
        >
          ${t("history")}
        </button>
      </div>
      ${this.#opened ? this.#popup(this.#opened) : nothing}
      ${this.#history ? this.#historyList(this.#history) : nothing}
    </section>`;
  }

  #button(action: StatusAction): TemplateResult {
    return html`<button
      type="button"
      class=${c("button", "button-action")}
      aria-expanded=${String(this.#opened === action)}
      @click=${() => this.#open(action)}
    >
      ${action.name}
    </button>`;
  }

  #open(action: StatusAction): void {
    this.#opened = this.#opened === action ? null : action;
    this.#assignee = action.nextStatus.assignees[0]?.code ?? "";
    this.#redraw();
  }

  /** Pressing an action only opens this; nothing happens before it is confirmed. */
  #popup(action: StatusAction): TemplateResult {
    const { nextStatus, needsAssignee } = action;
    return html`<div
      class=${c("status-popup")}
      role="group"
      aria-label=${action.name}
    >
      <span>${t("nextStatus")}: <strong>${nextStatus.name}</strong></span>
      ${
        needsAssignee
          ? html`<label for=${this.#selectId}>${t("chooseAssignee")}</label>
              <select
                id=${this.#selectId}
                class=${c("input", "select")}
                @change=${(event: Event) => {
                  this.#assignee = (event.target as HTMLSelectElement).value;
                }}
              >
                ${nextStatus.assignees.map(
                  ({ code, name }) =>
                    html`<option
                      value=${code}
                      ?selected=${code === this.#assignee}
                    >
                      ${name}
                    </option>`,
                )}
              </select>`
          : nothing
      }
      <button
        type="button"
        class=${c("button", "button-plain")}
        @click=${() => this.#open(action)}
      >
        ${t("cancel")}
      </button>
      <button
        type="button"
        class=${c("button", "button-primary")}
        @click=${() => this.#run(action, needsAssignee ? this.#assignee : null)}
      >
        ${t("run")}
      </button>
    </div>`;
  }

  #toggleHistory(): void {
    if (this.#history) {
      this.#history = null;
      this.#redraw();
      return;
    }
    loadStatusHistory(this.#recordId, 0, HISTORY_LENGTH)
      .then((history) => {
        this.#history = history;
        this.#redraw();
      })
      .catch((error: unknown) => window.reportError(error));
  }

  #historyList(history: StatusChange[]): TemplateResult {
    return html`<ol class=${c("history")} aria-label=${t("history")}>
      ${history.map(
        ({ changedAt, status, assignees }) =>
          html`<li>
            <time datetime=${changedAt}>${showDateTime(changedAt)}</time>
            ${status} ${assignees.map(({ name }) => name).join("、")}
          </li>`,
      )}
    </ol>`;
  }
}
