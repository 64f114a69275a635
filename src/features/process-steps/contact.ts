import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { parseAppRecord } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { AppError } from "../../errors/app-error.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import { fetchEdition } from "../../feature-kit/record-edition.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { createDialogBody } from "../../ui/dialog-body.ts";
import { renderNotice } from "../../ui/notice.ts";
import { listMissing, toContactText } from "./contact-text.ts";
import type { StepMessages } from "./messages.ts";
import { postCommentOnce } from "./post-comment.ts";
import { MENTIONS_LIMIT, toRecipients } from "./recipients.ts";
import type { Recipients } from "./recipients.ts";

type Context = FeatureContext<StepMessages>;
type NominationRecord = AppRecord<"nominations">;

const listWords = (words: readonly string[], { t }: Context): string =>
  words.join(t.language === "ja" ? "、" : ", ");

/** A candidate is a firm, its society and the edition; the comment needs all three. */
const missingForContact = (
  nomination: NominationRecord,
  { t }: Context,
): string[] =>
  (["edition", "society", "registeredName"] as const)
    .filter((code) => nomination[code].trim() === "")
    .map((code) => t(code));

/** A record changed meanwhile could not be moved; that must be known before anything is sent. */
const checkUnchanged = async (
  { gateway }: Context,
  { id, revision }: NominationRecord,
): Promise<void> => {
  const saved = await gateway.fetchRecord("nominations", id);
  if (revision !== "" && saved.revision !== revision) {
    throw new AppError("kintone/changed-meanwhile", { id: "" });
  }
};

const renderRecipients = (
  { names, isCut }: Recipients,
  context: Context,
): TemplateResult => {
  const { t } = context;
  if (names.length === 0) {
    return renderNotice("warning", t("noRecipients"));
  }
  return html`<p class="suisen-long-text">
      ${t("recipients", { names: listWords(names, context) })}
    </p>
    ${
      isCut
        ? renderNotice(
            "warning",
            t("tooManyRecipients", { limit: MENTIONS_LIMIT }),
          )
        : ""
    }`;
};

const renderBody = (
  missing: readonly string[],
  recipients: Recipients,
  text: string,
  context: Context,
): TemplateResult => {
  const { t } = context;
  return html`${
      missing.length === 0
        ? renderNotice("info", t("nothingMissing"))
        : renderNotice(
            "warning",
            html`<p>${t("stillMissing")}</p>
              <ul class="suisen-bullets">
                ${missing.map((sentence) => html`<li>${sentence}</li>`)}
              </ul>`,
          )
    }
    ${renderRecipients(recipients, context)}
    <section>
      <h3>${t("willSend")}</h3>
      <p class="suisen-message suisen-long-text">${text}</p>
    </section>`;
};

const confirm = async (context: Context, body: TemplateResult) => {
  const { page, t } = context;
  const dialog = await page.openDialog({
    title: t("contactTitle"),
    body: createDialogBody(body),
    okButtonText: t("contactGo"),
    showCancelButton: true,
    cancelButtonText: t("cancel"),
  });
  return (await dialog.show()) === "OK";
};

/** @returns as a handler does: nothing once it is sent, `false` when the user thinks better of it */
const send = async (
  context: Context,
  nomination: NominationRecord,
): Promise<Answer> => {
  const { programme, page, gateway, t } = context;
  const edition = await fetchEdition({ gateway }, nomination.edition);
  if (edition === null) {
    return t("editionMissing", { name: nomination.edition });
  }
  const recipients = toRecipients(edition.contactUsers, edition.contactGroups);
  const hrefOf = await page.fetchRecordHref(page.appId);
  const text = toContactText(
    programme,
    nomination,
    page.user.name,
    hrefOf(nomination.id),
  );
  const missing = listMissing(programme, nomination, t.language);
  const body = renderBody(missing, recipients, text, context);
  if (!(await confirm(context, body))) {
    return false;
  }
  await checkUnchanged(context, nomination);
  await postCommentOnce(context, nomination.id, {
    text,
    mentions: recipients.mentions,
  });
  return undefined;
};

/** The contact: shows the gaps, notifies the federation, and lets the status move. */
export const contactFederation = async (
  context: Context,
  event: PageEvent,
): Promise<Answer> => {
  const { t } = context;
  const nomination = parseAppRecord("nominations", event.record);
  const needed = missingForContact(nomination, context);
  if (needed.length > 0) {
    return t("contactNeeds", { missing: listWords(needed, context) });
  }
  try {
    return await send(context, nomination);
  } catch (error) {
    console.error("suisen: contact", error);
    return t("postFailed", { sentence: toMessage(error, t.language) });
  }
};
