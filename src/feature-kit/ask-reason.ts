import { html } from "lit/html.js";
import type { Language } from "../i18n/message.ts";
import type { Page } from "../kintone/page.ts";
import { createDialogBody } from "../ui/dialog-body.ts";
import { weekdaySentences } from "../words/weekday-words.ts";

export type ReasonQuestion = {
  readonly title: string;
  /** The effect of the action on the record. */
  readonly effect: string;
  readonly label: string;
  readonly go: string;
  readonly cancel: string;
  /** Said when the reason is blank. */
  readonly needed: string;
  readonly initial: string;
};

type Asking = {
  readonly page: Pick<Page, "openDialog">;
  readonly clock: { today(): string };
  readonly t: { readonly language: Language };
};

/** Doubts about a reason; each is said once, because a person may mean another year. */
const createDoubts = ({ clock, t }: Asking) => {
  const said = new Set<string>();
  return (reason: string): string[] => {
    const year = Number(clock.today().slice(0, 4));
    const fresh = weekdaySentences([reason], year, t.language).filter(
      (one) => !said.has(one),
    );
    fresh.forEach((one) => said.add(one));
    return fresh;
  };
};

/**
 * Asks why, and does not take silence for an answer. Line ends become spaces,
 * because the reason is kept in a field of one line.
 *
 * @returns null when the user cancels
 */
export const askReason = async (
  context: Asking,
  question: ReasonQuestion,
): Promise<string | null> => {
  const body = createDialogBody(
    html`<p>${question.effect}</p>
      <label class="suisen-field"
        >${question.label}
        <textarea
          class="suisen-input"
          rows="4"
          required
          .value=${question.initial}
        ></textarea>
      </label>
      <p class="suisen-complaint" role="alert"></p>`,
  );
  const input = body.querySelector("textarea");
  const complaint = body.querySelector("[role=alert]");
  const read = (): string =>
    (input?.value ?? "").replace(/\s*\n\s*/g, " ").trim();
  const doubtsOf = createDoubts(context);
  const dialog = await context.page.openDialog({
    title: question.title,
    body,
    okButtonText: question.go,
    showCancelButton: true,
    cancelButtonText: question.cancel,
    beforeClose: (action) => {
      if (action !== "OK") return true;
      const faults = read() === "" ? [question.needed] : doubtsOf(read());
      if (faults.length === 0) return true;
      complaint?.replaceChildren(faults.join(" "));
      input?.focus();
      return false;
    },
  });
  return (await dialog.show()) === "OK" ? read() : null;
};
