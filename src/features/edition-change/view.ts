import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { ValueChange } from "../../domain/edition-change.ts";
import type { SocietyToNotify } from "../../domain/plan-change.ts";
import { toMessage } from "../../errors/to-message.ts";
import { formatDay } from "../../i18n/format-day.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress } from "../../ui/progress.ts";
import { changeSentence, flipSentence } from "../../words/change-words.ts";
import {
  hasNothingToDo,
  pendingRow,
} from "../../kintone/apply-edition-change.ts";
import type { LoadedChange } from "../../kintone/apply-edition-change.ts";
import type { ChangeMessages } from "./messages.ts";

type Progress = { readonly done: number; readonly total: number };

export type ChangeStatus =
  | ({ readonly kind: "loading" | "working" } & Progress)
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "stopped" }
  | { readonly kind: "gone"; readonly gone: readonly string[] }
  | { readonly kind: "ready"; readonly loaded: LoadedChange };

export type ChangePage = {
  readonly t: Translator<ChangeMessages>;
  readonly status: ChangeStatus;
  readonly today: string;
  onApply(loaded: LoadedChange): void;
  onStop(): void;
  onReload(): void;
};

/** More than this is a number only; a preview is read, not scrolled. */
const NAMES_LIMIT = 20;

const renderList = (
  summary: string,
  lines: readonly string[],
): TemplateResult =>
  lines.length === 0
    ? html`<p>${summary}</p>`
    : html`<details ?open=${lines.length <= NAMES_LIMIT}>
        <summary>${summary}</summary>
        <ul class="suisen-bullets suisen-long-text">
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>
      </details>`;

const toSocietyLine =
  ({ t }: ChangePage) =>
  ({ society, changes }: SocietyToNotify): string =>
    `${society.name}：${changes
      .map((change) => changeSentence(change, t.language))
      .join("、")}`;

/** Dates that are over before anybody hears of them are mostly a slip. */
const renderDatesOver = (
  { t, today }: ChangePage,
  changes: readonly ValueChange[],
): TemplateResult | typeof nothing => {
  const names = changes.flatMap(({ what, after }) =>
    typeof what === "object" && after !== "" && after < today
      ? `${what.label[t.language]} ${formatDay(after, t.language)}`
      : [],
  );
  return names.length === 0
    ? nothing
    : renderNotice("warning", t("datesOver", { names: names.join("、") }));
};

const renderPlan = (page: ChangePage, loaded: LoadedChange): TemplateResult => {
  const { t } = page;
  const { plan } = loaded;
  if (hasNothingToDo(loaded)) return html`<p>${t("upToDate")}</p>`;
  const isPending = pendingRow(loaded.edition) !== undefined;
  return html`${isPending ? renderNotice("warning", t("pending")) : nothing}
  ${plan.changes.map(
    (change) =>
      html`<p><strong>${changeSentence(change, t.language)}</strong></p>`,
  )}
  ${renderDatesOver(page, plan.changes)}
  ${renderList(
    t("staleCount", { count: plan.stale.length }),
    plan.stale.map(
      ({ nomination }) => `${nomination.society} ${nomination.registeredName}`,
    ),
  )}
  ${renderList(
    t("answerCount", { count: plan.answers.length }),
    plan.answers.map(({ society }) => society),
  )}
  ${renderList(
    t("flipCount", { count: plan.flips.length }),
    plan.flips.map(flipSentence),
  )}
  ${renderList(
    plan.toNotify.length === 0
      ? t("nobody")
      : t("notifyCount", { count: plan.toNotify.length }),
    plan.toNotify.map(toSocietyLine(page)),
  )}
  ${
    plan.unreachable.length === 0
      ? nothing
      : renderNotice(
          "warning",
          t("unreachable", {
            names: plan.unreachable.map(({ name }) => name).join("、"),
          }),
        )
  }
  ${renderButton(t("apply"), () => page.onApply(loaded), { isPrimary: true })}`;
};

const renderStatus = (page: ChangePage): TemplateResult => {
  const { t, status } = page;
  switch (status.kind) {
    case "loading":
      return renderProgress({ label: t("loading", status), ...status });
    case "working":
      return html`${renderProgress({ label: t("working", status), ...status })}
      ${renderButton(t("stop"), page.onStop)}`;
    case "failed":
      return html`${renderNotice("error", toMessage(status.error, t.language))}
      ${renderButton(t("retry"), page.onReload)}`;
    case "stopped":
      return html`${renderNotice("warning", t("stopped"))}
      ${renderButton(t("retry"), page.onReload)}`;
    case "gone":
      return html`${renderNotice("warning", t("gone", { names: status.gone.join("、") }))}
      ${renderButton(t("retry"), page.onReload)}`;
    default:
      return renderPlan(page, status.loaded);
  }
};

/** The change as a sentence, whom it concerns, and one press. */
export const renderChange = (page: ChangePage): TemplateResult =>
  html`<section class="suisen-change" aria-label=${page.t("title")}>
    <h3>${page.t("title")}</h3>
    ${renderStatus(page)}
  </section>`;
