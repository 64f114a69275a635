import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderProgress } from "../../ui/progress.ts";
import type { BoardJob, BoardPage } from "./board-page.ts";
import { societiesOfPicked } from "./picked.ts";

const renderEnded = (
  job: Extract<BoardJob, { kind: "ended" }>,
): TemplateResult =>
  renderNotice(
    job.failures.length > 0 ? "warning" : "info",
    html`<p>${job.sentence}</p>
      <ul>
        ${job.failures.map(
          ({ name, reason }) => html`<li>${name}：${reason}</li>`,
        )}
      </ul>`,
  );

/** The work on many records while it runs, and what became of it. */
export const renderJob = ({
  t,
  job,
}: BoardPage): TemplateResult | typeof nothing => {
  if (job === null) return nothing;
  return job.kind === "ended"
    ? renderEnded(job)
    : html`<div class="suisen-board-job">
        ${renderProgress({ ...job, label: t("workProgress", job) })}
        ${renderButton(t("stop"), () => job.stop())}
      </div>`;
};

/** The actions on all picked rows; each says before it acts who and how many. */
export const renderBulk = (
  page: BoardPage,
): TemplateResult | typeof nothing => {
  const { t, choice, job } = page;
  const count = choice.picked.size;
  if (count === 0 || !page.loaded.isFederation) return nothing;
  const isDisabled = job?.kind === "running";
  return html`<div class="suisen-board-bulk" role="group">
    <strong>${t("picked", { count })}</strong>
    ${renderButton(t("bulkNameCheck"), () => page.onBulk("nameCheck"), { isDisabled })}
    ${renderButton(t("bulkRegister"), () => page.onBulk("register"), { isDisabled })}
    ${renderButton(t("chase"), () => page.onChase(societiesOfPicked(page)), { isDisabled })}
    ${renderButton(t("unpick"), () => page.onChoice({ picked: new Set() }), { isDisabled })}
  </div>`;
};
