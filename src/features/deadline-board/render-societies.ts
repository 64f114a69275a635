import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { isRemindedInVain } from "../../domain/society-answers.ts";
import type { SocietyAnswer } from "../../domain/society-answers.ts";
import { formatDay } from "../../i18n/format-day.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";
import { renderPick, toggled } from "./render-choice.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";

const contactOf = (page: BoardPage, societyId: string): string =>
  page.loaded.societies
    .get(societyId)
    ?.contactUsers.map(({ name }) => name)
    .join("、") ?? "";

/** 「催促2回 7/28(木)」 */
const chasedSentence = (page: BoardPage, one: SocietyAnswer): string => {
  const record =
    one.answer === null ? undefined : page.loaded.answers.get(one.answer.id);
  const days = (record?.chases ?? []).flatMap(({ chasedOn }) => chasedOn ?? []);
  const last = days.toSorted().at(-1);
  return last === undefined
    ? ""
    : page.t("chased", {
        times: days.length,
        day: formatDay(last, languageOf(page)),
      });
};

const renderSociety = (page: BoardPage, one: SocietyAnswer): TemplateResult => {
  const { id, name } = one.society;
  const contact = contactOf(page, id);
  const { pickedSocieties } = page.choice;
  const word = one.answer?.answer === "確認済" ? "opened" : "unopened";
  return html`<li>
    ${renderPick(page.t("pick", { name }), pickedSocieties.has(id), () =>
      page.onChoice({ pickedSocieties: toggled(pickedSocieties, id) }),
    )}
    <span class="suisen-long-text"
      >${
        one.answer === null
          ? html`<strong>${name}</strong>`
          : html`<a href=${page.answerHrefOf(one.answer.id)}>${name}</a>`
      }
      <span class="suisen-secondary"
        >${page.t(word)} ・
        ${
          contact === ""
            ? page.t("noContact")
            : page.t("contactName", { name: contact })
        }
        ${chasedSentence(page, one)}</span
      ></span
    >
  </li>`;
};

const renderContradictions = (
  page: BoardPage,
): TemplateResult | typeof nothing => {
  const found = page.loaded.board.societies.filter(
    ({ isContradicting }) => isContradicting,
  );
  return found.length === 0
    ? nothing
    : html`<p class="suisen-notice suisen-notice-warning">
        ${page.t("contradiction")}:
        ${found.map(({ society }) => society.name).join("、")}
      </p>`;
};

const renderRemindedInVain = (
  page: BoardPage,
): TemplateResult | typeof nothing => {
  const found = page.loaded.board.societies.filter(isRemindedInVain);
  return found.length === 0
    ? nothing
    : renderNotice(
        "warning",
        html`<p data-suisen-value="reminded-in-vain">
            ${page.t("remindedInVain", {
              count: found.length,
              names: found.map(({ society }) => society.name).join("、"),
            })}
          </p>
          ${renderButton(page.t("markCandidates"), page.onMarkCandidates, {
            isDisabled: page.job?.kind === "running",
          })}`,
      );
};

const renderChase = (
  page: BoardPage,
  unanswered: readonly SocietyAnswer[],
): TemplateResult => {
  const { t, choice, job } = page;
  const isDisabled = job?.kind === "running";
  const picked = unanswered
    .map(({ society }) => society.id)
    .filter((id) => choice.pickedSocieties.has(id));
  return html`<p class="suisen-board-chase">
    ${
      picked.length === 0
        ? nothing
        : renderButton(
            t("chasePicked", { count: picked.length }),
            () => page.onChase(picked),
            { isDisabled },
          )
    }
    ${renderButton(
      t("chaseAll"),
      () => page.onChase(unanswered.map(({ society }) => society.id)),
      { isDisabled },
    )}
  </p>`;
};

/** Silence is not the same as 該当なし; here is whom to chase, and who was. */
export const renderUnansweredSocieties = (page: BoardPage): TemplateResult => {
  const unanswered = page.loaded.board.societies.filter(
    ({ state }) => state === "noAnswer",
  );
  return html`<section
    class="suisen-card suisen-board-unanswered"
    id="suisen-unanswered"
  >
    <h3>${page.t("unanswered", { count: unanswered.length })}</h3>
    ${renderContradictions(page)} ${renderRemindedInVain(page)}
    ${
      unanswered.length === 0
        ? html`<p>${page.t("unansweredNone")}</p>`
        : html`${renderChase(page, unanswered)}
            <ul class="suisen-board-unanswered-list">
              ${unanswered.map((one) => renderSociety(page, one))}
            </ul>`
    }
  </section>`;
};

/** The same firm twice, across societies; the federation alone sees this. */
export const renderTwins = (
  page: BoardPage,
): TemplateResult | typeof nothing => {
  const { twins } = page.loaded.board;
  return twins.length === 0
    ? nothing
    : html`<section class="suisen-card">
        <h3>${page.t("twins")}</h3>
        <ul class="suisen-board-twins">
          ${twins.map(
            (group) =>
              html`<li class="suisen-long-text">
                ${group.map(
                  ({ id, society, registeredName }, index) =>
                    html`${index === 0 ? nothing : " / "}<a
                        href=${page.hrefOf(id)}
                        >${registeredName || page.t("nameless")}</a
                      >
                      <span class="suisen-secondary">${society}</span>`,
                )}
              </li>`,
          )}
        </ul>
      </section>`;
};

/** Firms that another award has as well; the federation alone sees this. */
export const renderElsewhere = (
  page: BoardPage,
): TemplateResult | typeof nothing =>
  page.elsewhere.length === 0
    ? nothing
    : html`<section class="suisen-card" data-suisen-other-awards>
        <h3>${page.t("elsewhere")}</h3>
        <ul class="suisen-board-twins">
          ${page.elsewhere.map(
            ({ own, others }) =>
              html`<li class="suisen-long-text">
                ${own.map(
                  ({ id, society, registeredName }) =>
                    html`<a href=${page.hrefOf(id)}
                        >${registeredName || page.t("nameless")}</a
                      >
                      <span class="suisen-secondary">${society}</span> `,
                )}
                ${others.map(
                  ({ href, edition, society }) =>
                    html`→ <a href=${href}>${edition}</a>
                      <span class="suisen-secondary">${society}</span> `,
                )}
              </li>`,
          )}
        </ul>
      </section>`;
