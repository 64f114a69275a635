import { parseAppRecord } from "../../apps/records.ts";
import { cycleOf } from "../../domain/cycle.ts";
import type { Programme } from "../../programmes/index.ts";
import type { AppRecord } from "../../apps/records.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import { where } from "../../kintone/query.ts";
import type { PageEvent } from "../../kintone/page-api.ts";
import { askReason } from "../../feature-kit/ask-reason.ts";
import type { StepMessages } from "./messages.ts";
import { postCommentOnce } from "./post-comment.ts";
import { toRecipients } from "./recipients.ts";
import type { Recipients } from "./recipients.ts";

type Context = FeatureContext<StepMessages>;

/** 「取り下げる」: the reason is kept in the record. */
export const withdraw = async (
  context: Context,
  event: PageEvent,
): Promise<Answer> => {
  const { t } = context;
  const { withdrawnReason } = event.record ?? {};
  const reason = await askReason(context, {
    title: t("withdrawTitle"),
    effect: t("withdrawEffect"),
    label: t("withdrawReason"),
    go: t("withdrawGo"),
    cancel: t("cancel"),
    needed: t("reasonNeeded"),
    initial: String(withdrawnReason?.value ?? ""),
  });
  if (reason === null) {
    return false;
  }
  if (withdrawnReason !== undefined) {
    withdrawnReason.value = reason;
  }
  return undefined;
};

/** The society's contact people, else its whole organisation. */
const societyRecipients = async (
  { gateway }: Context,
  nomination: AppRecord<"nominations">,
): Promise<Recipients> => {
  const [society] = await gateway.listRecords("societies", {
    fields: ["contactUsers"],
    condition: where("name", "=", nomination.society),
  });
  const users = society?.contactUsers ?? [];
  return users.length > 0
    ? toRecipients(users, [])
    : toRecipients([], [], nomination.organization);
};

// Always Japanese, as it is read by others than the one who sends it.
const toReturnText = (
  programme: Programme,
  reason: string,
  revision: string,
): string =>
  [
    `差し戻します。内容を直してから、もう一度「${cycleOf(programme).steps[0]?.action ?? ""}」を押してください。`,
    `理由：${reason}`,
    `（更新 ${revision} の内容です）`,
  ].join("\n");

/** 「差し戻す」: the reason goes to the society as a comment. */
export const sendBack = async (
  context: Context,
  event: PageEvent,
): Promise<Answer> => {
  const { t } = context;
  const reason = await askReason(context, {
    title: t("returnTitle"),
    effect: t("returnEffect"),
    label: t("returnReason"),
    go: t("returnGo"),
    cancel: t("cancel"),
    needed: t("reasonNeeded"),
    initial: "",
  });
  if (reason === null) {
    return false;
  }
  try {
    const nomination = parseAppRecord("nominations", event.record);
    const { mentions } = await societyRecipients(context, nomination);
    await postCommentOnce(context, nomination.id, {
      text: toReturnText(context.programme, reason, nomination.revision),
      mentions,
    });
  } catch (error) {
    console.error("suisen: send back", error);
    return t("returnFailed", { sentence: toMessage(error, t.language) });
  }
  return undefined;
};
