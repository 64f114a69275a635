import type { AppRecord } from "../../apps/records.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import {
  toFirmText,
  toPublicationText,
  toSocietyText,
} from "../../words/outcome-words.ts";
import type { OutcomeMessages } from "./messages.ts";

type Context = FeatureContext<OutcomeMessages>;
type NominationRecord = AppRecord<"nominations">;
type Whom = "商工会" | "事業者";

const withNotification = (
  { clock, page }: Context,
  { tellings }: NominationRecord,
  toldTo: Whom,
  toldText: string,
) => ({
  tellings: [
    ...tellings,
    {
      id: null,
      toldOn: clock.today(),
      toldTo,
      toldBy: [{ code: page.user.code, name: "" }],
      toldText,
    },
  ],
});

/** Writes the entry first: a second person who presses at the same time is refused, not echoed. */
export const notifySociety = async (context: Context): Promise<void> => {
  const { gateway, visit } = context;
  const nomination = visit.read("nominations");
  const { id, revision, organization } = nomination;
  const text = toSocietyText(nomination);
  await gateway.updateRecord(
    "nominations",
    id,
    withNotification(context, nomination, "商工会", text),
    revision,
  );
  await gateway.addComment("nominations", id, {
    text,
    mentions: organization.map(({ code }) => ({ code, type: "ORGANIZATION" })),
  });
};

export const recordFirmNotified = async (context: Context): Promise<void> => {
  const { gateway, visit } = context;
  const nomination = visit.read("nominations");
  const { id, revision } = nomination;
  await gateway.updateRecord(
    "nominations",
    id,
    withNotification(context, nomination, "事業者", toFirmText(nomination)),
    revision,
  );
};

export const copyText = async (
  { page, t }: Context,
  text: string,
): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    await page.notify("SUCCESS", t("copied"));
  } catch {
    // No clipboard without a secure page or permission: the text is shown instead.
    await page.notify("INFO", t("copyFailed", { text }));
  }
};

/** The text that is asked about is kept beside the answer; an earlier answer is void. */
export const askPublication = async (context: Context): Promise<void> => {
  const { gateway, visit, clock } = context;
  const nomination = visit.read("nominations");
  const { id, revision, publishText } = nomination;
  await gateway.updateRecord(
    "nominations",
    id,
    {
      publishAskedText: publishText,
      publishAskedOn: clock.today(),
      publishAnswer: "未確認",
      publishAnsweredOn: null,
    },
    revision,
  );
  await copyText(context, toPublicationText(nomination));
};
