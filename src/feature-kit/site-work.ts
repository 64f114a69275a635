import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { Message } from "../i18n/message.ts";
import type { Translator } from "../i18n/translate.ts";
import { renderButton } from "../ui/button.ts";
import { renderNotice } from "../ui/notice.ts";
import { renderProgress } from "../ui/progress.ts";
import type { siteWorkMessages } from "./site-work-messages.ts";

type Words = Translator<typeof siteWorkMessages>;

type SiteWork = {
  readonly done: number;
  readonly total: number;
  /** The step at work; null before the first. */
  readonly text: Message | null;
};

/** Progress of the run, and a button that ends it after its step. */
export const renderSiteWork = (
  t: Words,
  { done, total, text }: SiteWork,
  { isStopping, onStop }: { isStopping: boolean; onStop: () => void },
): TemplateResult =>
  html`${renderProgress({
      label: t("progress", { done, total, text: text?.[t.language] ?? "" }),
      done,
      total,
    })}
    <p class="suisen-secondary">${t("closeable")}</p>
    ${renderButton(t(isStopping ? "stopping" : "stop"), onStop, {
      isDisabled: isStopping,
    })}`;

/** Settings that kintone did not take. */
export const renderRefusals = (
  t: Words,
  refusals: ReadonlyArray<{ step: Message; name: string; detail: string }>,
): TemplateResult[] =>
  refusals.map(({ step, name, detail }) =>
    renderNotice(
      "warning",
      t("refused", { step: step[t.language], name, detail }),
    ),
  );
