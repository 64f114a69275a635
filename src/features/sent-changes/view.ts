import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { toMessage } from "../../errors/to-message.ts";
import { leftOutWords } from "../../words/report-words.ts";
import type { Translator } from "../../i18n/translate.ts";
import { keyInfo } from "excel-form";
import type {
  CellChange,
  SentNomination,
  SentState,
} from "../../report/compare-sent.ts";
import { renderNotice } from "../../ui/notice.ts";
import { renderSkeleton } from "../../ui/progress.ts";
import type { SentOne } from "./load-sent.ts";
import type { SentMessages } from "./messages.ts";
import { catalogueOf } from "../../domain/value-catalogue.ts";
import type { Programme } from "../../programmes/index.ts";

type T = Translator<SentMessages>;

/** The award and the language in which a change is described. */
type Words = { readonly programme: Programme; readonly t: T };

type Failed = { readonly kind: "failed"; readonly error: unknown };

export type SentStatus =
  | { readonly kind: "loading" }
  | Failed
  | {
      readonly kind: "compared";
      readonly nominations: readonly SentNomination[];
    };

/** Null while there is nothing to say. */
export type SentOneStatus =
  | null
  | Failed
  | (SentOne & {
      readonly kind: "changed";
      hrefOf(deliveryId: string): string;
    });

export type SentPage = Words & {
  readonly status: SentStatus;
  hrefOf(recordId: string): string;
};

const HEIGHT_PX = 60;
const COLUMNS = ["item", "cell", "before", "after"] as const;

const wordsOf = (t: T, state: SentState): string => {
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
  { programme, t }: Words,
  { key, cell, before, after }: CellChange,
): TemplateResult =>
  html`<td>${keyInfo(catalogueOf(programme), key).label[t.language]}</td>
    <td>${cell ?? "–"}</td>
    <td class="suisen-long-text">${before}</td>
    <td class="suisen-long-text"><strong>${after}</strong></td>`;

/** @param head - what the lines are about; shown before the first one */
const renderLines = (
  words: Words,
  state: SentState,
  head: (lines: number) => TemplateResult | typeof nothing,
): readonly TemplateResult[] => {
  const lines =
    state.kind === "changed"
      ? state.changes.map((change) => renderChange(words, change))
      : [html`<td colspan="4">${wordsOf(words.t, state)}</td>`];
  return lines.map(
    (line, index) =>
      html`<tr>
        ${index > 0 ? nothing : head(lines.length)} ${line}
      </tr>`,
  );
};

const renderTable = (
  t: T,
  columns: ReadonlyArray<"firm" | (typeof COLUMNS)[number]>,
  lines: readonly TemplateResult[],
): TemplateResult =>
  html`<div class="suisen-scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${t(name)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>
  </div>`;

const renderNomination = (
  page: SentPage,
  { id, name, society, state }: SentNomination,
): readonly TemplateResult[] =>
  renderLines(
    page,
    state,
    (lines) =>
      html`<th scope="row" rowspan=${lines}>
        <a href=${page.hrefOf(id)} target="_blank">${name}</a>
        <span class="suisen-secondary">${society}</span>
      </th>`,
  );

const renderCompared = (
  page: SentPage,
  nominations: readonly SentNomination[],
): TemplateResult => {
  const { t } = page;
  const total = nominations.length;
  const changed = nominations.filter(({ state }) => state.kind !== "same");
  const count = changed.length;
  return count === 0
    ? html`<p>✓ ${t("unchanged", { total })}</p>`
    : html`${renderNotice("warning", t("changed", { count, total }))}
      ${renderTable(
        t,
        ["firm", ...COLUMNS],
        changed.flatMap((one) => renderNomination(page, one)),
      )}`;
};

const renderFailed = (t: T, { error }: Failed): TemplateResult =>
  renderNotice("error", toMessage(error, t.language));

const renderStatus = (page: SentPage): TemplateResult => {
  const { t, status } = page;
  switch (status.kind) {
    case "loading":
      return renderSkeleton(t("loading"), HEIGHT_PX);
    case "failed":
      return renderFailed(t, status);
    default:
      return renderCompared(page, status.nominations);
  }
};

/** Does what was sent still say what the records say? */
export const renderSent = (page: SentPage): TemplateResult =>
  html`<section class="suisen-sent" aria-label=${page.t("title")}>
    <h2>${page.t("title")}</h2>
    ${renderStatus(page)}
  </section>`;

/** On the nomination's own page there is a word only when something has changed. */
export const renderSentOne = (
  words: Words,
  status: SentOneStatus,
): TemplateResult => {
  const { t } = words;
  if (status === null) return html``;
  if (status.kind === "failed") return renderFailed(t, status);
  const { delivery, sent, hrefOf } = status;
  return html`<section class="suisen-sent" aria-label=${t("title")}>
    ${renderNotice(
      "warning",
      html`${t("changedHere")}
        <a href=${hrefOf(delivery.id)} target="_blank">${t("ledger")}</a>`,
    )}
    ${renderTable(
      t,
      COLUMNS,
      renderLines(words, sent.state, () => nothing),
    )}
  </section>`;
};
