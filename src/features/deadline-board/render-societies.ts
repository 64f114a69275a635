import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { SocietyAnswer } from "../../domain/society-answers.ts";
import { formatDay } from "../../i18n/format-day.ts";
import { languageOf } from "./board-page.ts";
import type { BoardPage } from "./board-page.ts";

const requestText = (
  page: BoardPage,
  silent: readonly SocietyAnswer[],
): string => {
  const { contactDate, registerDate, name } = page.loaded.edition;
  const day = contactDate ?? registerDate;
  return page.t("requestText", {
    societies: silent.map(({ society }) => society.name).join("、"),
    edition: name,
    day: day === null ? page.t("noDay") : formatDay(day, languageOf(page)),
  });
};

const renderSociety = (page: BoardPage, one: SocietyAnswer): TemplateResult => {
  const contact = page.loaded.contacts.get(one.society.id) ?? "";
  return html`<li>
    <span class="suisen-long-text"
      ><strong>${one.society.name}</strong>
      <span class="suisen-secondary"
        >${
          contact === ""
            ? page.t("noContact")
            : page.t("contactName", { name: contact })
        }</span
      ></span
    >
    <button
      type="button"
      class="suisen-button"
      aria-label="${one.society.name} ${page.t("copyRequest")}"
      @click=${() => page.onCopy(requestText(page, [one]))}
    >
      ${page.t("copyRequest")}
    </button>
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

/** Silence is not the same as 該当なし; here is whom to ask, and how. */
export const renderSilentSocieties = (page: BoardPage): TemplateResult => {
  const silent = page.loaded.board.societies.filter(
    ({ state }) => state === "noAnswer",
  );
  return html`<section class="suisen-card suisen-board-silent">
    <h3>${page.t("silent", { count: silent.length })}</h3>
    ${renderContradictions(page)}
    ${
      silent.length === 0
        ? html`<p>${page.t("silentNone")}</p>`
        : html`<ul>
              ${silent.map((one) => renderSociety(page, one))}
            </ul>
            <button
              type="button"
              class="suisen-button"
              @click=${() => page.onCopy(requestText(page, silent))}
            >
              ${page.t("copyRequestAll")}
            </button>`
    }
    ${
      page.textToCopy === null
        ? nothing
        : html`<textarea
            class="suisen-input suisen-board-copy"
            readonly
            rows="6"
            aria-label=${page.t("copyRequest")}
            .value=${page.textToCopy}
          ></textarea>`
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
