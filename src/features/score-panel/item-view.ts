import { html, nothing } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { ChecklistAnswer } from "../../domain/model.ts";
import { renderChoiceGroup } from "../../ui/choice-group.ts";
import { renderLinkedText } from "../../ui/linked-text.ts";
import { renderStateBadge } from "../../ui/state-badge.ts";
import type { BadgeLook } from "../../ui/state-badge.ts";
import type { ScoreMessages } from "./messages.ts";
import type { PanelItem } from "./view-model.ts";
import type { PanelActions, Say } from "./panel-options.ts";

type AnswerWord = Extract<
  keyof ScoreMessages,
  "yes" | "no" | "notApplicable" | "unanswered"
>;

const choices: ReadonlyArray<{
  value: ChecklistAnswer | null;
  word: AnswerWord;
  look: string;
}> = [
  { value: "はい", word: "yes", look: "yes" },
  { value: "いいえ", word: "no", look: "no" },
  { value: "対象外", word: "notApplicable", look: "skip" },
  { value: null, word: "unanswered", look: "blank" },
];

const badges: Readonly<
  Record<ChecklistAnswer, { word: AnswerWord; look: BadgeLook }>
> = {
  はい: { word: "yes", look: "done" },
  いいえ: { word: "no", look: "dueToday" },
  対象外: { word: "notApplicable", look: "notApplicable" },
};

const renderItemText = (item: PanelItem, t: Say): TemplateResult =>
  html`<span class="suisen-item-text suisen-long-text"
    ><b>${item.name}</b> ${item.itemText}
    ${
      item.itemPoints === null || item.itemPoints === 1
        ? nothing
        : html`<span class="suisen-secondary"
            >${t("points", { points: String(item.itemPoints) })}</span
          >`
    }</span
  >`;

const isPlainEnter = ({ key, isComposing }: KeyboardEvent): boolean =>
  key === "Enter" && !isComposing;

const questionOf = (element: EventTarget | null): Element | null =>
  element instanceof Element ? element.closest("fieldset") : null;

const focusChoice = (element: EventTarget | null): void =>
  questionOf(element)
    ?.querySelector<HTMLInputElement>("input[type=radio]:checked")
    ?.focus();

/**
 * An item is one stop of the Tab key: twenty items would be forty otherwise. Enter leads from the
 * choices to the note and back.
 */
const goToEvidence = (event: KeyboardEvent): void => {
  if (isPlainEnter(event)) {
    event.preventDefault();
    questionOf(event.currentTarget)
      ?.querySelector<HTMLInputElement>(".suisen-item-evidence")
      ?.focus();
  }
};

const renderEvidence = (
  { index, name, evidence }: PanelItem,
  actions: PanelActions,
  t: Say,
): TemplateResult =>
  html`<input
    class="suisen-input suisen-item-evidence"
    type="text"
    aria-label=${t("evidenceOf", { item: name })}
    placeholder=${t("evidence")}
    tabindex="-1"
    @keydown=${(event: KeyboardEvent) => {
      if (isPlainEnter(event) || event.key === "Escape") {
        event.preventDefault();
        focusChoice(event.currentTarget);
      }
    }}
    .value=${live(evidence)}
    @input=${(event: InputEvent & { currentTarget: HTMLInputElement }) =>
      actions.onEvidence(index, event.currentTarget.value)}
  />`;

/** One item to answer. */
export const renderQuestion = (
  item: PanelItem,
  actions: PanelActions,
  t: Say,
): TemplateResult =>
  renderChoiceGroup({
    name: `suisen-item-${item.index}`,
    legend: renderItemText(item, t),
    choices: choices.map(({ value, word, look }) => ({
      value,
      label: t(word),
      look,
    })),
    chosen: item.answer,
    onChoose: (answer) => actions.onAnswer(item.index, answer),
    onKey: goToEvidence,
    beside: renderEvidence(item, actions, t),
  });

/** One item as it was answered. */
export const renderAnswered = (item: PanelItem, t: Say): TemplateResult => {
  const badge =
    item.answer === null
      ? ({ word: "unanswered", look: "upcoming" } as const)
      : badges[item.answer];
  return html`<div class="suisen-answered">
    ${renderItemText(item, t)}
    <span>${renderStateBadge(badge.look, t(badge.word))}</span>
    <span class="suisen-item-evidence suisen-long-text"
      >${renderLinkedText(item.evidence)}</span
    >
  </div>`;
};
