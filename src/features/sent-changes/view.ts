import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import { leftOutWords } from "../../i18n/report-words.ts";
import type { Translator } from "../../i18n/translate.ts";
import { keyInfo } from "../../report/index.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import { renderStateMark } from "../../ui/state-badge.ts";
import type { SentMessages } from "./messages.ts";
import { isUnchanged } from "./view-model.ts";
import type { SentNomination } from "./view-model.ts";

export type SentStatus =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: unknown }
  | {
      readonly kind: "compared";
      readonly nominations: readonly SentNomination[];
      readonly hasProof: boolean;
      readonly hasMap: boolean;
    };

export type SentPage = {
  readonly t: Translator<SentMessages>;
  readonly status: SentStatus;
  readonly isSent: boolean;
  hrefOf(recordId: string): string;
  onRetry(): void;
};

type Compared = Extract<SentStatus, { kind: "compared" }>;

const HEIGHT_PX = 60;

const renderFirm = (
  page: SentPage,
  { id, name, society, state }: SentNomination,
  rows: number,
): TemplateResult =>
  html`<th scope="row" rowspan=${rows}>
    ${
      state.kind === "gone"
        ? name
        : html`<a href=${page.hrefOf(id)} target="_blank">${name}</a>`
    }
    <span class="suisen-secondary">${society}</span>
  </th>`;

const wordsOf = ({ t }: SentPage, { state }: SentNomination): string => {
  switch (state.kind) {
    case "leftOut":
      return t("leftOut", { reason: leftOutWords[state.reason][t.language] });
    case "gone":
    case "changedSomehow":
      return t(state.kind);
    default:
      return "";
  }
};

const renderNomination = (
  page: SentPage,
  one: SentNomination,
): TemplateResult | readonly TemplateResult[] => {
  const { state } = one;
  if (state.kind !== "changed") {
    return html`<tr>
      ${renderFirm(page, one, 1)}
      <td colspan="4">${wordsOf(page, one)}</td>
    </tr>`;
  }
  return state.changes.map(
    ({ key, before, after, cell }, index) =>
      html`<tr>
        ${index === 0 ? renderFirm(page, one, state.changes.length) : nothing}
        <td>${keyInfo(key).label[page.t.language]}</td>
        <td>${cell ?? "–"}</td>
        <td class="suisen-long-text">${before}</td>
        <td class="suisen-long-text"><strong>${after}</strong></td>
      </tr>`,
  );
};

const renderChanges = (
  page: SentPage,
  { nominations, hasProof, hasMap }: Compared,
): TemplateResult => {
  const { t, isSent } = page;
  const changed = nominations.filter((one) => !isUnchanged(one));
  const counts = { count: changed.length, total: nominations.length };
  return html`${renderNotice(
      "warning",
      isSent ? t("changedSent", counts) : t("changedMade", counts),
    )}
    ${hasProof ? nothing : html`<p>${t("noProof")}</p>`}
    ${hasProof && !hasMap ? html`<p>${t("mappedAnew")}</p>` : nothing}
    <div class="suisen-scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${t("columnFirm")}</th>
            <th scope="col">${t("columnItem")}</th>
            <th scope="col">${t("columnCell")}</th>
            <th scope="col">${t("columnBefore")}</th>
            <th scope="col">${t("columnAfter")}</th>
          </tr>
        </thead>
        <tbody>
          ${changed.map((one) => renderNomination(page, one))}
        </tbody>
      </table>
    </div>`;
};

const renderStatus = (page: SentPage): TemplateResult => {
  const { t, status } = page;
  switch (status.kind) {
    case "loading":
      return renderSkeleton(t("loading"), HEIGHT_PX);
    case "failed":
      return html`${renderNotice("error", toMessage(status.error, t.language))}
        <button type="button" class="suisen-button" @click=${page.onRetry}>
          ${t("retry")}
        </button>`;
    case "compared": {
      const { nominations } = status;
      if (nominations.length === 0) return html`<p>${t("none")}</p>`;
      return nominations.every(isUnchanged)
        ? html`<p class="suisen-sent-same">
            ${renderStateMark("done")}
            ${t("unchanged", { count: nominations.length })}
          </p>`
        : renderChanges(page, status);
    }
    default:
      return status satisfies never;
  }
};

/** Does what was sent still say what the records say? */
export const renderSent = (page: SentPage): TemplateResult => {
  const title = page.t(page.isSent ? "titleSent" : "titleMade");
  return html`<section class="suisen-sent" aria-label=${title}>
    <h3>${title}</h3>
    ${renderStatus(page)}
  </section>`;
};
