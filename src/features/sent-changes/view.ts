import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import { leftOutWords } from "../../i18n/report-words.ts";
import type { Translator } from "../../i18n/translate.ts";
import { keyInfo } from "../../report/index.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import type { SentMessages } from "./messages.ts";
import type { CellChange, SentNomination, SentState } from "./view-model.ts";

export type SentStatus =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: unknown }
  | {
      readonly kind: "compared";
      readonly nominations: readonly SentNomination[];
    };

export type SentPage = {
  readonly t: Translator<SentMessages>;
  readonly status: SentStatus;
  hrefOf(recordId: string): string;
};

const HEIGHT_PX = 60;
const COLUMNS = ["firm", "item", "cell", "before", "after"] as const;

const wordsOf = ({ t }: SentPage, state: SentState): string => {
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

const renderChange = (
  { t }: SentPage,
  { key, cell, before, after }: CellChange,
): TemplateResult =>
  html`<td>${keyInfo(key).label[t.language]}</td>
    <td>${cell ?? "–"}</td>
    <td class="suisen-long-text">${before}</td>
    <td class="suisen-long-text"><strong>${after}</strong></td>`;

const renderNomination = (
  page: SentPage,
  { id, name, society, state }: SentNomination,
): readonly TemplateResult[] => {
  if (state.kind === "same") return [];
  const lines =
    state.kind === "changed"
      ? state.changes.map((change) => renderChange(page, change))
      : [html`<td colspan="4">${wordsOf(page, state)}</td>`];
  return lines.map(
    (line, index) =>
      html`<tr>
        ${
          index > 0
            ? nothing
            : html`<th scope="row" rowspan=${lines.length}>
                <a href=${page.hrefOf(id)} target="_blank">${name}</a>
                <span class="suisen-secondary">${society}</span>
              </th>`
        }
        ${line}
      </tr>`,
  );
};

const renderCompared = (
  page: SentPage,
  nominations: readonly SentNomination[],
): TemplateResult => {
  const { t } = page;
  const total = nominations.length;
  const count = nominations.filter(({ state }) => state.kind !== "same").length;
  return count === 0
    ? html`<p>✓ ${t("unchanged", { total })}</p>`
    : html`${renderNotice("warning", t("changed", { count, total }))}
        <div class="suisen-scroll" tabindex="0">
          <table>
            <thead>
              <tr>
                ${COLUMNS.map((name) => html`<th scope="col">${t(name)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${nominations.map((one) => renderNomination(page, one))}
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
      return renderNotice("error", toMessage(status.error, t.language));
    default:
      return renderCompared(page, status.nominations);
  }
};

/** Does what was sent still say what the records say? */
export const renderSent = (page: SentPage): TemplateResult =>
  html`<section class="suisen-sent" aria-label=${page.t("title")}>
    <h3>${page.t("title")}</h3>
    ${renderStatus(page)}
  </section>`;
