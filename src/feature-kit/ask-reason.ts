import { html } from "lit/html.js";
import type { Page } from "../kintone/page.ts";
import { createDialogBody } from "../ui/dialog-body.ts";

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

/**
 * Asks why, and does not take silence for an answer. Line ends become spaces,
 * because the reason is kept in a field of one line.
 *
 * @returns null when the user cancels
 */
export const askReason = async (
  page: Pick<Page, "openDialog">,
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
  const dialog = await page.openDialog({
    title: question.title,
    body,
    okButtonText: question.go,
    showCancelButton: true,
    cancelButtonText: question.cancel,
    beforeClose: (action) => {
      if (action !== "OK" || read() !== "") {
        return true;
      }
      complaint?.replaceChildren(question.needed);
      input?.focus();
      return false;
    },
  });
  return (await dialog.show()) === "OK" ? read() : null;
};
