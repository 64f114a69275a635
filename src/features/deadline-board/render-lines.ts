import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { BoardLine } from "../../domain/board-lines.ts";
import type { NextAction } from "../../domain/next-action.ts";
import type { Milestone } from "../../domain/deadlines.ts";
import { formatDay } from "../../i18n/format-day.ts";
import { nextActionSentence } from "../../words/next-actions.ts";
import { terms } from "../../i18n/terms.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import { selectLines } from "../../domain/select-lines.ts";
import { renderBulk } from "./render-bulk.ts";
import {
  filterNames,
  renderChoice,
  renderPick,
  toggled,
} from "./render-choice.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage, LineFilter } from "./board-page.ts";

/** kintone takes a hundred at a time; five of these are one press. */
const PICK_LIMIT = 500;

const linesOf = ({ loaded, choice }: BoardPage): readonly BoardLine[] => {
  const { board } = loaded;
  const byFilter: Readonly<Record<LineFilter, readonly BoardLine[]>> = {
    pressing: board.toDo,
    all: board.lines,
    overdue: board.overdue,
    week: board.dueThisWeek,
    returned: board.returned,
    late: board.registeredLate,
    ...board.queues,
  };
  return selectLines(byFilter[choice.filter], choice);
};

const timing = (page: BoardPage, milestone: Milestone): string => {
  const { daysLate, businessDaysLeft, due } = milestone;
  if (milestone.status === "overdue" && daysLate !== null) {
    return page.t("daysLate", { days: daysLate });
  }
  if (milestone.status === "dueToday") {
    return page.t("today");
  }
  const day = due === null ? "" : formatDay(due, languageOf(page));
  return businessDaysLeft === null
    ? day
    : `${day} ${page.t("businessDaysLeft", { days: businessDaysLeft })}`;
};

const renderState = (
  page: BoardPage,
  milestone: Milestone | null,
): TemplateResult | typeof nothing =>
  milestone === null
    ? nothing
    : html`${renderStateBadge(
          milestone.status,
          terms[milestone.status][languageOf(page)],
        )}
        <span class="suisen-board-timing"
          >${milestone.label[languageOf(page)]} ${timing(page, milestone)}</span
        >`;

const sentenceOf = (
  page: BoardPage,
  action: Pick<NextAction, "reason" | "missingPoints" | "milestone">,
): string =>
  nextActionSentence(page.loaded.programme, action)[languageOf(page)] +
  (action.missingPoints === undefined
    ? ""
    : page.t("missingPoints", { points: String(action.missingPoints) }));

/** The next step, then the readiness gap that follows it. */
const renderMissing = (
  page: BoardPage,
  { nextAction, readiness: { firstGap } }: BoardLine,
) =>
  nextAction === null
    ? page.t("nothingMissing")
    : html`${sentenceOf(page, nextAction)}
      ${
        firstGap?.state !== "gap" || firstGap.reason === nextAction.reason
          ? nothing
          : html`<span class="suisen-secondary suisen-board-timing"
              >${sentenceOf(page, firstGap)}</span
            >`
      }`;

const renderLine = (page: BoardPage, line: BoardLine): TemplateResult => {
  const { nomination, pressing, nextAction } = line;
  const language = languageOf(page);
  const { id, registeredName } = nomination;
  return html`<tr>
    ${
      page.loaded.isFederation
        ? html`<td class="suisen-board-pick">
            ${renderPick(
              page.t("pick", { name: registeredName || page.t("nameless") }),
              page.choice.picked.has(id),
              () => page.onChoice({ picked: toggled(page.choice.picked, id) }),
            )}
          </td>`
        : nothing
    }
    <td>${renderState(page, pressing)}</td>
    <td class="suisen-long-text">${nomination.society}</td>
    <td class="suisen-long-text">
      <a href=${page.hrefOf(nomination.id)}
        >${nomination.registeredName || page.t("nameless")}</a
      >
    </td>
    <td>${renderMissing(page, line)}</td>
    <td>${nextAction === null ? "–" : terms[nextAction.actor][language]}</td>
  </tr>`;
};

const renderFilter = (page: BoardPage, count: number) => {
  const { filter } = page.choice;
  return filter === "pressing"
    ? nothing
    : html`<p role="status">
        ${page.t("filtered", { name: page.t(filterNames[filter]), count })}
        <button
          type="button"
          class="suisen-button"
          @click=${() => page.onChoice({ filter: "pressing" })}
        >
          ${page.t("showAll")}
        </button>
      </p>`;
};

const renderHead = (
  page: BoardPage,
  lines: readonly BoardLine[],
): TemplateResult => {
  const ids = lines.slice(0, PICK_LIMIT).map(({ nomination }) => nomination.id);
  const areAll = ids.every((id) => page.choice.picked.has(id));
  return html`<thead>
    <tr>
      ${
        page.loaded.isFederation
          ? html`<th scope="col">
              ${renderPick(page.t("pickAll"), areAll, () =>
                page.onChoice({ picked: new Set(areAll ? [] : ids) }),
              )}
            </th>`
          : nothing
      }
      <th scope="col">${page.t("columnState")}</th>
      <th scope="col">${page.t("columnSociety")}</th>
      <th scope="col">${page.t("columnFirm")}</th>
      <th scope="col">${page.t("columnMissing")}</th>
      <th scope="col">${page.t("columnActor")}</th>
    </tr>
  </thead>`;
};

const renderTable = (
  page: BoardPage,
  lines: readonly BoardLine[],
): TemplateResult =>
  html`<div
    class="suisen-scroll"
    tabindex="0"
    role="region"
    aria-label=${page.t("toDo")}
  >
    <table
      class="suisen-board-lines ${page.loaded.isFederation ? "suisen-board-pickable" : ""}"
    >
      ${renderHead(page, lines)}
      <tbody>
        ${lines
          .slice(0, page.choice.lineLimit)
          .map((line) => renderLine(page, line))}
      </tbody>
    </table>
  </div>`;

const isNarrowed = ({ choice }: BoardPage): boolean =>
  choice.society !== "" || choice.search !== "" || choice.filter !== "pressing";

/** Overdue lines first, each a link with society, firm, gap and actor. */
export const renderLines = (page: BoardPage): TemplateResult => {
  const lines = linesOf(page);
  const isEmpty = isNarrowed(page) ? "nothingFound" : "toDoNone";
  const rest = lines.length - page.choice.lineLimit;
  return html`<section class="suisen-card" id="suisen-lines">
    <h3>${page.t("toDo")}</h3>
    ${renderChoice(page)} ${renderFilter(page, lines.length)}
    ${renderBulk(page)}
    ${
      lines.length === 0
        ? html`<p>${page.t(isEmpty)}</p>`
        : renderTable(page, lines)
    }
    ${
      rest > 0
        ? html`<button
            type="button"
            class="suisen-button"
            @click=${() => page.onChoice({ lineLimit: Infinity })}
          >
            ${page.t("showMore", { count: rest })}
          </button>`
        : nothing
    }
  </section>`;
};
