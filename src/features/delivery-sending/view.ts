import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { formatInstant } from "../../i18n/format-day.ts";
import type { Translator } from "../../i18n/translate.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress } from "../../ui/progress.ts";
import type { SendingMessages } from "./messages.ts";

export type SendingState =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly done: number; readonly total: number }
  | { readonly kind: "failed"; readonly sentence: string };

export type SendingView = {
  readonly t: Translator<SendingMessages>;
  readonly timeZone: string;
  readonly state: SendingState;
  /** Instant of the mailing; null before it. */
  readonly sentAt: string | null;
  onSend(): void;
  onUndo(): void;
};

const renderAction = (view: SendingView): TemplateResult => {
  const { t, sentAt, timeZone } = view;
  return sentAt === null
    ? html`${renderNotice("info", t("notSent"))}
      ${renderButton(t("send"), view.onSend, { isPrimary: true })}`
    : html`${renderNotice(
        "info",
        t("sent", { at: formatInstant(sentAt, timeZone, t.language) }),
      )}
      ${renderButton(t("undo"), view.onUndo)}`;
};

/** 提出台帳: one press closes what was mailed, another one opens it again. */
export const renderSending = (view: SendingView): TemplateResult => {
  const { t, state } = view;
  if (state.kind === "working") {
    return renderProgress({
      label: t("working", state),
      done: state.done,
      total: state.total,
    });
  }
  return html`${
    state.kind === "failed"
      ? renderNotice("error", t("failed", { sentence: state.sentence }))
      : ""
  }
  ${renderAction(view)}`;
};
