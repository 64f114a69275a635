import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { ReportIssue } from "../../domain/report-issues.ts";
import type { DeliveryKind } from "../../domain/report-selection.ts";
import { reportIssueSentence } from "../../words/report-words.ts";
import { weekdaySentences } from "../../words/weekday-words.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import type { ReadyIssue, ReadyReport } from "./dialog-state.ts";
import type { DialogPage } from "./dialog-page.ts";
import { issueField, fieldOf, findingField } from "./field-of.ts";
import { renderChanges } from "./render-changes.ts";
import { renderFirms } from "./render-firms.ts";

type Line = {
  severity: "block" | "warning";
  text: string;
  subject: TemplateResult | typeof nothing;
};

const subjectOf = (
  { hrefOf }: DialogPage,
  { prepared }: ReadyReport,
  id: string | null | undefined,
  field: string | undefined,
): Line["subject"] => {
  const nomination = [
    ...prepared.selection.entries.map((entry) => entry.nomination),
    ...prepared.left,
  ].find((one) => one.id === id);
  return nomination === undefined
    ? nothing
    : html`<a href=${hrefOf(nomination.id, field)} target="_blank"
        >${nomination.registeredName}（${nomination.society}）</a
      > `;
};

const editionLink = (
  page: DialogPage,
  { prepared }: ReadyReport,
  field: string | undefined,
): TemplateResult =>
  html`<a href=${page.editionHref(prepared.edition.id, field)} target="_blank"
    >${page.t("edition")}</a
  > `;

const toLine = (
  page: DialogPage,
  ready: ReadyReport,
  issue: ReportIssue,
): Line => {
  const { severity, code, amount, nominationId, finding } = issue;
  const field = finding
    ? findingField(finding)
    : issueField(page.programme, code);
  return {
    severity,
    text: reportIssueSentence(page.programme, issue)[page.t.language],
    // A finding about no nomination and no number belongs to the edition.
    subject:
      nominationId === null && amount === undefined
        ? editionLink(page, ready, field)
        : subjectOf(page, ready, nominationId, field),
  };
};

/** The record in which the value is corrected: its nomination, or the edition. */
const valueLink = (
  page: DialogPage,
  ready: ReadyReport,
  { key = "", nominationId }: ReadyIssue,
): Line["subject"] =>
  nominationId === undefined && key.startsWith("federation.")
    ? editionLink(page, ready, fieldOf(page.programme, key))
    : subjectOf(page, ready, nominationId, fieldOf(page.programme, key));

/** A link to the cell; our own sample is never corrected. */
const cellLink = (
  page: DialogPage,
  { prepared, isSample }: ReadyReport,
  { sheet, cell }: ReadyIssue,
): Line["subject"] => {
  if (isSample) return nothing;
  const place = sheet && cell ? { sheet, cell } : undefined;
  return html`<a
    href=${page.mappingHref(prepared.edition.id, place)}
    target="_blank"
    >${place ? page.t("cell", place) : page.t("mapping")}</a
  > `;
};

const toFormLine = (
  page: DialogPage,
  ready: ReadyReport,
  issue: ReadyIssue,
): Line => ({
  severity: issue.severity === "block" ? "block" : "warning",
  text: issue.message[page.t.language],
  subject: html`${valueLink(page, ready, issue)}${cellLink(page, ready, issue)}`,
});

/** Findings of the records and of the form, in one list. */
const listFindings = (page: DialogPage, ready: ReadyReport): Line[] => [
  ...ready.prepared.issues.map((issue) => toLine(page, ready, issue)),
  ...ready.formIssues.map((issue) => toFormLine(page, ready, issue)),
];

const renderList = (title: string, lines: readonly Line[]) =>
  lines.length === 0
    ? nothing
    : html`<h3>${title}</h3>
        <ul class="suisen-findings">
          ${lines.map(
            ({ subject, text }) =>
              html`<li class="suisen-long-text">${subject}${text}</li>`,
          )}
        </ul>`;

const renderKind = (page: DialogPage, ready: ReadyReport): TemplateResult => {
  const choice = (kind: DeliveryKind, label: string) =>
    html`<label
      ><input
        type="radio"
        name="suisen-report-kind"
        .checked=${ready.prepared.selection.kind === kind}
        @change=${() => page.onKind(kind)}
      />
      ${label}</label
    >`;
  return html`<fieldset class="suisen-report-kind">
    <legend>${page.t("kind")}</legend>
    ${choice("本提出", page.t("kindMain"))}
    ${choice("追加提出", page.t("kindSupplement"))}
  </fieldset>`;
};

const renderReason = (
  { t, year }: DialogPage,
  options: {
    label: string;
    hint: string;
    value: string;
    onInput: (text: string) => void;
  },
): TemplateResult =>
  html`<div class="suisen-report-reason">
    <label
      ><span>${options.label}</span>
      <textarea
        class="suisen-input"
        rows="2"
        .value=${options.value}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLTextAreaElement) {
            options.onInput(event.target.value);
          }
        }}
      ></textarea>
    </label>
    <span class="suisen-secondary">${options.hint}</span>
    <span class="suisen-complaint" role="status"
      >${weekdaySentences([options.value], year, t.language).join(" ")}</span
    >
  </div>`;

const isNone = ({ prepared }: ReadyReport, kind: DeliveryKind): boolean =>
  prepared.selection.kind === kind && prepared.selection.count === 0;

/** Step one: obstacles, warnings, and the reason to go on despite them. */
export const renderCheck = (
  page: DialogPage,
  ready: ReadyReport,
): TemplateResult => {
  const lines = listFindings(page, ready);
  const blocks = lines.filter(({ severity }) => severity === "block");
  const warnings = lines.filter(({ severity }) => severity === "warning");
  const needsReason = warnings.length > 0;
  const isEmpty = isNone(ready, "追加提出");
  const { firms, sheets } = ready;
  const isReady =
    blocks.length === 0 &&
    !isEmpty &&
    sheets.length > 0 &&
    (!needsReason || page.typed.warningReason.trim() !== "");
  return html`${firms ? renderFirms(page, ready, firms) : renderKind(page, ready)}
    ${
      ready.isSample
        ? renderNotice("warning", page.t("sampleForm"))
        : html`<p>
            ${page.t("form", { name: ready.formName })}
            ${
              ready.unusedForms.length === 0
                ? nothing
                : page.t("unusedForms", {
                    names: ready.unusedForms.join("、"),
                  })
            }
          </p>`
    }
    ${isEmpty ? renderNotice("warning", page.t("nothingToAdd")) : nothing}
    ${renderChanges(page, ready)}
    ${
      lines.length === 0 && sheets.length > 0
        ? html`<p>${page.t("clean")}</p>`
        : nothing
    }
    ${renderList(page.t("blocks", { count: blocks.length }), blocks)}
    ${
      isNone(ready, "本提出")
        ? renderReason(page, {
            label: page.t("noneReason"),
            hint: page.t("noneReasonHint"),
            value: page.typed.noneReason,
            onInput: page.onNoneReason,
          })
        : nothing
    }
    ${renderList(page.t("warnings", { count: warnings.length }), warnings)}
    ${
      needsReason && blocks.length === 0
        ? renderReason(page, {
            label: page.t("warningReason"),
            hint: page.t("warningReasonHint"),
            value: page.typed.warningReason,
            onInput: page.onWarningReason,
          })
        : nothing
    }
    <div class="suisen-report-actions">
      ${
        blocks.length > 0
          ? html`<span class="suisen-secondary">${page.t("blockedHint")}</span>`
          : nothing
      }
      ${sheets.length > 0 ? nothing : page.t("chooseFirm")}
      ${renderButton(page.t("retry"), page.onReload)}
      ${renderButton(
        page.t(needsReason ? "proceedWithWarnings" : "proceed"),
        () => page.onContents(ready),
        { isPrimary: true, isDisabled: !isReady },
      )}
    </div>`;
};
