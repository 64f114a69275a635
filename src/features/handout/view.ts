import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { HandoutPlan } from "../../domain/plan-handout.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderMismatches } from "./render-draft.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import type { WeekdayMismatch } from "../../domain/weekday-check.ts";
import type { HandoutMessages } from "./messages.ts";

export type HandoutStatus =
  | { readonly kind: "notOpen" | "closed" | "loading" | "sending" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "ready" | "asking"; readonly plan: HandoutPlan };

export type HandoutPage = {
  readonly t: Translator<HandoutMessages>;
  readonly status: HandoutStatus;
  readonly hasDate: boolean;
  /** The text that the societies read; a draft until the first press. */
  readonly notice: string;
  readonly isDraft: boolean;
  readonly mismatches: readonly WeekdayMismatch[];
  onAsk(plan: HandoutPlan): void;
  onCancel(plan: HandoutPlan): void;
  onSend(plan: HandoutPlan): void;
  onReload(): void;
};

const HEIGHT_PX = 72;

const joinNames = (names: readonly string[]) => ({
  count: names.length,
  names: names.join("、"),
});

const renderUnreachable = (
  { t }: HandoutPage,
  { unreachable }: HandoutPlan,
): TemplateResult | typeof nothing =>
  unreachable.length === 0
    ? nothing
    : renderNotice(
        "warning",
        t("unreachable", joinNames(unreachable.map(({ name }) => name))),
      );

const labelOf = ({ present, add }: HandoutPlan): "start" | "more" | "renew" => {
  if (present === 0) return "start";
  return add.length > 0 ? "more" : "renew";
};

const countOf = ({ add, update }: HandoutPlan): number =>
  add.length + update.length;

const renderReady = (page: HandoutPage, plan: HandoutPlan): TemplateResult => {
  const { t } = page;
  return html`${
    plan.present === 0
      ? nothing
      : html`<p>${t("done", { present: plan.present })}</p>`
  }
  ${renderUnreachable(page, plan)}
  ${
    countOf(plan) === 0
      ? nothing
      : html`<button
          type="button"
          class="suisen-button"
          @click=${() => page.onAsk(plan)}
        >
          ${t(labelOf(plan))}
        </button>`
  }`;
};

const renderPreview = (
  page: HandoutPage,
  plan: HandoutPlan,
): TemplateResult => {
  const { t } = page;
  const { add, update } = plan;
  return html`${page.hasDate ? nothing : renderNotice("warning", t("noDate"))}
    ${renderMismatches(t, page.mismatches)}
    <details ?open=${page.isDraft}>
      <summary>${t(page.isDraft ? "noticeDraft" : "noticeText")}</summary>
      <p
        class="suisen-handout-text suisen-long-text"
        .textContent=${page.notice}
      ></p>
    </details>
    ${
      add.length === 0
        ? nothing
        : html`<p class="suisen-long-text">
            ${t("toAdd", joinNames(add.map(({ society }) => society.name)))}
          </p>`
    }
    ${
      update.length === 0
        ? nothing
        : html`<p class="suisen-long-text">
            ${t("toUpdate", joinNames(update.map(({ society }) => society)))}
          </p>`
    }
    ${renderUnreachable(page, plan)}
    <p>
      <button
        type="button"
        class="suisen-button suisen-button-primary"
        @click=${() => page.onSend(plan)}
      >
        ${t("send", { count: countOf(plan) })}
      </button>
      <button
        type="button"
        class="suisen-button"
        @click=${() => page.onCancel(plan)}
      >
        ${t("cancel")}
      </button>
    </p>`;
};

const renderStatus = (page: HandoutPage): TemplateResult => {
  const { t, status } = page;
  switch (status.kind) {
    case "notOpen":
    case "closed":
      return html`<p>${t(status.kind)}</p>`;
    case "loading":
    case "sending":
      return renderSkeleton(t(status.kind), HEIGHT_PX);
    case "failed":
      return html`${renderNotice("error", toMessage(status.error, t.language))}
        <button type="button" class="suisen-button" @click=${page.onReload}>
          ${t("retry")}
        </button>`;
    case "ready":
      return renderReady(page, status.plan);
    default:
      return renderPreview(page, status.plan);
  }
};

/** Hands the request out: first who gets it, then one press. */
export const renderHandout = (page: HandoutPage): TemplateResult =>
  html`<section class="suisen-handout" aria-label=${page.t("title")}>
    <h3>${page.t("title")}</h3>
    ${renderStatus(page)}
  </section>`;
