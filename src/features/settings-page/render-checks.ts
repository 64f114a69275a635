import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { Check } from "../../feature-kit/settings-section.ts";
import { renderButton } from "../../ui/button.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import type { BadgeLook } from "../../ui/state-badge.ts";
import type { SettingsView } from "./settings-view.ts";

const checkLooks = {
  ok: "done",
  note: "dueSoon",
  look: "overdue",
} as const satisfies Record<Check["level"], BadgeLook>;

/** A list of 34 societies is folded until somebody opens it. */
const LISTED = 3;

const renderAffected = (
  t: SettingsView["t"],
  affected: readonly string[],
): TemplateResult | typeof nothing => {
  if (affected.length === 0) return nothing;
  const lines = html`<ul>
    ${affected.map((one) => html`<li>${one}</li>`)}
  </ul>`;
  return affected.length <= LISTED
    ? lines
    : html`<details>
        <summary>${t("affected", { count: affected.length })}</summary>
        ${lines}
      </details>`;
};

const renderCheck = (
  t: SettingsView["t"],
  { level, text, affected, repair }: Check,
): TemplateResult =>
  html`<li class="suisen-check-${level}">
    <span class="suisen-check-mark"
      >${renderStateMark(checkLooks[level])} ${t(level)}</span
    >
    <div class="suisen-long-text">${text}${renderAffected(t, affected)}</div>
    ${
      repair === null
        ? nothing
        : html`<a href=${repair.href}>${repair.label}</a>`
    }
  </li>`;

const renderFine = (
  t: SettingsView["t"],
  checks: readonly Check[],
): TemplateResult | typeof nothing =>
  checks.length === 0
    ? nothing
    : html`<details class="suisen-checks-fine suisen-check-ok">
        <summary>
          <span class="suisen-check-mark"
            >${renderStateMark("done")}
            ${t("allFine", { count: checks.length })}</span
          >
        </summary>
        <ul class="suisen-checks">
          ${checks.map((check) => renderCheck(t, check))}
        </ul>
      </details>`;

/** 点検: what needs a hand in the order of work; everything right is one line. */
export const renderChecks = (view: SettingsView): TemplateResult => {
  const { t, checks, isChecking } = view;
  const open = checks.filter(({ level }) => level !== "ok");
  return html`<section class="suisen-card">
    <h3>${t("checks")}</h3>
    ${
      open.length === 0
        ? nothing
        : html`<ul class="suisen-checks">
            ${open.map((check) => renderCheck(t, check))}
          </ul>`
    }
    ${renderFine(
      t,
      checks.filter(({ level }) => level === "ok"),
    )}
    <p class="suisen-secondary suisen-long-text">${t("notReadable")}</p>
    ${renderButton(t(isChecking ? "checking" : "checkAgain"), view.onCheck, {
      isDisabled: isChecking,
    })}
  </section>`;
};
