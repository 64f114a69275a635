import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { jumpTo } from "../../feature-kit/jump.ts";
import { cycleOf } from "../../domain/cycle.ts";
import { doneOf } from "../../domain/milestone-dates.ts";
import { formatLongDay } from "../../i18n/format-day.ts";
import { renderFoldedList, renderJump } from "../../ui/folded-list.ts";
import { viewEarlier } from "./earlier.ts";
import type { EarlierRecord, EarlierView } from "./earlier.ts";
import type { AidMessages } from "./messages.ts";

type Context = FeatureContext<AidMessages>;

/** Null until kintone has returned the addresses. */
export type HrefOf = ((recordId: string) => string) | null;

const newestFirst = (
  { programme }: Context,
  records: readonly EarlierRecord[],
): EarlierRecord[] => {
  const { entry } = cycleOf(programme);
  return records.toSorted((a, b) =>
    (doneOf(b, entry) ?? "").localeCompare(doneOf(a, entry) ?? ""),
  );
};

const renderOne = (
  { programme, t }: Context,
  record: EarlierRecord,
  hrefOf: HrefOf,
): TemplateResult => {
  const { id, edition, society, registeredName: name } = record;
  const done = doneOf(record, cycleOf(programme).entry);
  const day = done === null ? t("dayUnknown") : formatLongDay(done, t.language);
  const text = t("one", { edition, day, society, name });
  return html`<span class="suisen-long-text"
    >${hrefOf === null ? text : html`<a href=${hrefOf(id)}>${text}</a>`}</span
  >`;
};

const renderElsewhere = (
  { t }: Context,
  href: string,
  entry: { edition: string; society: string },
): TemplateResult =>
  html`<span class="suisen-long-text" data-suisen-other-awards
    ><a href=${href}>${t("elsewhere", entry)}</a></span
  >`;

const sentenceOf = (
  { t }: Context,
  { state }: Extract<EarlierView, { kind: "found" }>,
  earlier: readonly EarlierRecord[],
): string => {
  const [latest] = earlier;
  if (latest === undefined) return state === "ask" ? t("askUnseen") : t("none");
  const known = { count: earlier.length, latest: latest.edition };
  switch (state) {
    case "sameContent":
      return t("sameContent", known);
    case "explained":
      return t("explained", known);
    case "known":
      return t("known", known);
    case "none":
    case "ask":
    default:
      return t("ask", known);
  }
};

const renderFound = (
  context: Context,
  view: Extract<EarlierView, { kind: "found" }>,
  hrefOf: HrefOf,
): TemplateResult => {
  const { page, visit, t } = context;
  const earlier = newestFirst(context, view.earlier);
  const more = (count: number): string => t("more", { count });
  const sentence = sentenceOf(context, view, earlier);
  const others = view.elsewhere.map(({ href, edition, society }) =>
    renderElsewhere(context, href, { edition, society }),
  );
  if (view.state === "none") return renderFoldedList(others, sentence, more);
  const entries = [
    view.state === "known"
      ? html`${sentence}`
      : renderJump(sentence, () => jumpTo(page, visit, "difference")),
    ...earlier.map((record) => renderOne(context, record, hrefOf)),
    ...others,
  ];
  return renderFoldedList(entries, "", more);
};

/** When the firm declared before, and what is asked of it then. */
export const renderPrior = (
  context: Context,
  hrefOf: HrefOf,
): TemplateResult => {
  const { visit, t } = context;
  const view = viewEarlier(context, visit.read("nominations"));
  switch (view.kind) {
    case "loading":
      return renderFoldedList([], t("loading"), String);
    case "failed":
      return renderFoldedList([], t("unknown", view), String);
    case "found":
    default:
      return renderFound(context, view, hrefOf);
  }
};
