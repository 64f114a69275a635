import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import type { BoardPage } from "./board-page.ts";

/** A society's own answer, and the way to it. */
export const renderOwnAnswer = (page: BoardPage): TemplateResult => {
  const { board, answers } = page.loaded;
  const [own] = board.societies;
  const record = own?.answer == null ? undefined : answers.get(own.answer.id);
  if (record === undefined) return html`<p>${page.t("ownAnswerNone")}</p>`;
  const isUnanswered = record.answer === "未開封" || record.answer === "確認済";
  return html`<p class="suisen-big">${record.answer}</p>
    <p>
      <a
        class=${isUnanswered ? "suisen-button suisen-button-primary" : ""}
        href=${page.answerHrefOf(record.id)}
        >${page.t(isUnanswered ? "openAnswer" : "seeAnswer")}</a
      >
    </p>`;
};
