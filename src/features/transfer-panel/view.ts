import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { Translator } from "../../i18n/translate.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import { renderWebLink } from "../../ui/web-link.ts";
import type { TransferMessages } from "./messages.ts";
import type { TransferRow } from "./view-model.ts";

type TransferView = {
  readonly t: Translator<TransferMessages>;
  readonly rows: readonly TransferRow[];
  readonly copied: ReadonlySet<string>;
  /** Address of the web form; "" when the edition has none. */
  readonly form: string;
  readonly receipt: string;
  readonly complaint: string;
  onCopy(row: TransferRow): void;
  onReceipt(text: string): void;
};

const renderRow = (
  { t, copied, onCopy }: TransferView,
  row: TransferRow,
): TemplateResult => {
  const { code, label, value } = row;
  if (value === "")
    return html`<li class="suisen-transfer-row">
      <span>${label}</span><span class="suisen-secondary">${t("blank")}</span>
    </li>`;
  const isCopied = copied.has(code);
  return html`<li class="suisen-transfer-row">
    <span>${label}</span>
    <span class="suisen-long-text suisen-transfer-value">${value}</span>
    <button
      type="button"
      class="suisen-button"
      data-suisen-copy=${code}
      @click=${() => onCopy(row)}
    >
      ${t("copy", { label })}
    </button>
    <span class="suisen-transfer-mark"
      >${isCopied ? html`${renderStateMark("done")} ${t("copied")}` : ""}</span
    >
  </li>`;
};

const renderReceipt = ({
  t,
  receipt,
  complaint,
  onReceipt,
}: TransferView): TemplateResult =>
  html`<form
    class="suisen-transfer-end"
    @submit=${(event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
      event.preventDefault();
      const text = new FormData(event.currentTarget).get("receipt");
      onReceipt(typeof text === "string" ? text.trim() : "");
    }}
  >
    <label
      >${t("receipt")}
      <input
        class="suisen-input"
        name="receipt"
        maxlength="200"
        .value=${receipt}
    /></label>
    <button type="submit" class="suisen-button">${t("keepReceipt")}</button>
    <p class="suisen-complaint" role="alert">${complaint}</p>
  </form>`;

export const renderTransfer = (view: TransferView): TemplateResult => {
  const { t, rows, copied, form } = view;
  const total = rows.filter(({ value }) => value !== "").length;
  return html`<details class="suisen-transfer">
    <summary>
      <h2>${t("title")}</h2>
      <span class="suisen-secondary" role="status"
        >${t("progress", { done: copied.size, total })}</span
      >
    </summary>
    <p>${t("intro")}</p>
    <p>${form === "" ? t("noForm") : renderWebLink(form, t("form"))}</p>
    <ol>
      ${rows.map((row) => renderRow(view, row))}
    </ol>
    ${renderReceipt(view)}
  </details>`;
};
