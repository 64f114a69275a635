import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { NoticeEdition } from "./load-notice.ts";
import type { NoticePage } from "./notice-page.ts";

const ways = [
  "passedByPaper",
  "passedByMail",
  "passedByVisit",
  "passedByMeeting",
  "passedByWeb",
] as const;

/** The stored words are Japanese in every user's language. */
const WORDS = {
  passedByPaper: "会報",
  passedByMail: "メール",
  passedByVisit: "巡回",
  passedByMeeting: "会議・講習会",
  passedByWeb: "ホームページ・SNS",
} as const satisfies Record<(typeof ways)[number], string>;

const SEPARATOR = "、";

const toggled = (passedOn: string, word: string, isOn: boolean): string => {
  const others = passedOn
    .split(SEPARATOR)
    .filter((one) => one !== "" && one !== word);
  return (isOn ? [...others, word] : others).join(SEPARATOR);
};

/** The ways in which the society passed the request on, and a text for its firms. */
export const renderPassedOn = (
  page: NoticePage,
  edition: NoticeEdition,
): TemplateResult => {
  const { t, record } = page;
  const ticked = new Set(record.passedOn.split(SEPARATOR));
  return html`<fieldset class="suisen-notice-passed">
    <legend>${t("passOn")}</legend>
    ${ways.map(
      (way) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${live(ticked.has(WORDS[way]))}
            @change=${(event: Event) => {
              if (event.target instanceof HTMLInputElement)
                page.onPassedOn(
                  toggled(record.passedOn, WORDS[way], event.target.checked),
                );
            }}
          />
          ${t(way)}</label
        >`,
    )}
    <button
      type="button"
      class="suisen-button"
      @click=${() => page.onCopy(edition)}
    >
      ${t("copyText")}
    </button>
    ${
      page.textToCopy === null
        ? nothing
        : html`<textarea
            class="suisen-input"
            readonly
            rows="8"
            aria-label=${t("copyText")}
            .value=${page.textToCopy}
          ></textarea>`
    }
  </fieldset>`;
};
