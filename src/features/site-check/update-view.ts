import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { ANCHORS } from "../../feature-kit/settings-anchors.ts";
import { renderRefusals, renderSiteWork } from "../../feature-kit/site-work.ts";
import {
  listDifferences,
  sideText,
  type Difference,
} from "../../provision/plan/list-differences.ts";
import { namesIn, type SetUp } from "../../provision/set-up/plan-set-up.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import type { UpdatePage, UpdateState } from "./update-state.ts";

const HEIGHT_PX = 120;

const NO_PROGRESS = { done: 0, total: 1, text: null };

const renderTable = (
  { t }: UpdatePage,
  { desired }: SetUp,
  differences: readonly Difference[],
): TemplateResult => {
  const names = namesIn(desired);
  return html`<div class="suisen-scroll" tabindex="0">
    <table class="suisen-set-up-plan">
      <thead>
        <tr>
          ${(["app", "what", "from", "to"] as const).map(
            (head) => html`<th scope="col">${t(head)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${differences.map(
          ({ app, what, from, to }) =>
            html`<tr>
              <th scope="row">${names[app]}</th>
              <td class="suisen-long-text">${what[t.language]}</td>
              ${[from, to].map(
                (side) =>
                  html`<td class="suisen-long-text">
                    ${
                      from === null && to === null
                        ? ""
                        : sideText(side, t.language)
                    }
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

const renderKept = ({ t }: UpdatePage, { desired, plan }: SetUp) => {
  const names = namesIn(desired);
  return plan.undeclared.length === 0
    ? nothing
    : html`<p class="suisen-secondary suisen-long-text">
        ${t("kept", {
          names: plan.undeclared
            .map(({ app, name }) => `${names[app]}「${name}」`)
            .join("、"),
        })}
      </p>`;
};

const renderPlan = (
  page: UpdatePage,
  { setUp, isNew }: Extract<UpdateState, { kind: "plan" }>,
): TemplateResult => {
  const { t } = page;
  const { plan, desired, actual } = setUp;
  if (plan.steps.length === 0)
    return html`${renderNotice("info", t("nothing"))} ${renderKept(page, setUp)}
    ${renderButton(t("read"), page.onRead)}`;
  const differences = listDifferences(
    plan.steps,
    desired,
    (key) => actual.apps[key]?.settings,
  );
  return html`${isNew ? renderNotice("warning", t("planChanged")) : nothing}
    ${
      differences.length === 0
        ? html`<p>${t("publishOnly")}</p>`
        : html`<h4>${t("count", { count: differences.length })}</h4>
            ${renderTable(page, setUp, differences)}`
    }
    <p>${t("recordsStay")}</p>
    ${renderKept(page, setUp)}
    <div class="suisen-import-sources">
      ${renderButton(t("update"), () => page.onUpdate(setUp), {
        isPrimary: true,
      })}
      ${renderButton(t("close"), page.onClose)}
    </div>`;
};

const renderState = (page: UpdatePage): TemplateResult => {
  const { t, state } = page;
  switch (state.kind) {
    case "closed":
      return renderButton(t("read"), page.onRead);
    case "reading":
      return renderSkeleton(t("reading"), HEIGHT_PX);
    case "plan":
      return renderPlan(page, state);
    case "working":
      return renderSiteWork(t, state.progress ?? NO_PROGRESS, {
        isStopping: state.isStopping,
        onStop: page.onStop,
      });
    default:
      return html`${renderNotice("info", t("done"))}
      ${renderRefusals(t, state.refusals)}`;
  }
};

/** 更新: from → to of every setting, then one press. */
export const renderUpdate = (page: UpdatePage): TemplateResult =>
  html`<section class="suisen-card suisen-import" id=${ANCHORS.update}>
    <h3>${page.t("title")}</h3>
    <p class="suisen-secondary">${page.t("intro")}</p>
    ${page.error === null ? nothing : renderNotice("error", page.error)}
    ${renderState(page)}
  </section>`;
