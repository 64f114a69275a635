import { parseAppRecord } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import {
  fetchEdition,
  toDeadlineClock,
} from "../../feature-kit/record-edition.ts";
import { remindDayOf } from "../../domain/plan-handout.ts";
import {
  fetchOpenEdition,
  fetchOwnSociety,
  isBlankField,
  lookUp,
} from "../../feature-kit/preselect.ts";
import type { PageEvent, PageRecord } from "../../kintone/page-api.ts";
import { readRows } from "../../kintone/table-rows.ts";
import { appendHistory, hadAnswered, hasFlipped } from "./history.ts";
import { messages } from "./messages.ts";
import type { AnswerMessages } from "./messages.ts";

type Context = FeatureContext<AnswerMessages>;
type AnswerRecord = AppRecord<"answers">;

/** The history is written when an answer flips, never by hand. */
const hideHistory = ({ page }: Context): void => {
  page.setFieldShown("history", false);
};

const preselect = async (context: Context, event: PageEvent): Promise<void> => {
  hideHistory(context);
  const { record = {} } = event;
  const [edition, society] = await Promise.all([
    isBlankField(record.edition) ? fetchOpenEdition(context) : undefined,
    isBlankField(record.society) ? fetchOwnSociety(context) : undefined,
  ]);
  if (edition) {
    lookUp(record.edition, edition.name);
  }
  if (society) {
    lookUp(record.society, society);
  }
  if (edition === null) {
    await context.page.notify("INFO", context.t("noOpenEdition"));
  }
};

/** Enter the present user and day, unless the user has entered them. */
const stampAnswer = (
  record: PageRecord,
  former: AnswerRecord,
  { clock, page }: Context,
): void => {
  const current = parseAppRecord("answers", record);
  const { answeredOn, answeredBy } = record;
  if (answeredOn !== undefined && current.answeredOn === former.answeredOn) {
    answeredOn.value = clock.today();
  }
  const isSameStaff =
    JSON.stringify(current.answeredBy) === JSON.stringify(former.answeredBy);
  if (answeredBy !== undefined && isSameStaff) {
    const { code, name } = page.user;
    answeredBy.value = [{ code, name }];
  }
};

/**
 * Keeps the former answer when it has flipped. What is stored decides, not what
 * the page began with: somebody else may have answered meanwhile.
 */
const keepHistory = async (
  context: Context,
  event: PageEvent,
): Promise<void> => {
  const { record, recordId } = event;
  if (record === undefined || recordId === undefined) {
    return;
  }
  const { gateway } = context;
  const former = await gateway.fetchRecord("answers", String(recordId));
  if (!hasFlipped(former, parseAppRecord("answers", record))) {
    return;
  }
  const { history } = record;
  if (history !== undefined && hadAnswered(former)) {
    history.value = appendHistory(readRows(history), former);
  }
  stampAnswer(record, former, context);
};

/**
 * A society's own date comes with a reason, is not in the past, and moves kintone's reminder
 * with it.
 */
const checkOwnDate = async (
  context: Context,
  event: PageEvent,
): Promise<string | undefined> => {
  const { record, recordId } = event;
  if (record?.answerDue === undefined || recordId === undefined)
    return undefined;
  const { gateway, clock, t } = context;
  const former = await gateway.fetchRecord("answers", String(recordId));
  const current = parseAppRecord("answers", record);
  if (former.answerDue === current.answerDue) return undefined;
  if (current.dueReason.trim() === "") return t("dueReasonNeeded");
  if (current.answerDue !== null && current.answerDue < clock.today())
    return t("dueInPast");
  const edition = await fetchEdition(context, current.edition);
  if (record.remindOn !== undefined)
    record.remindOn.value =
      remindDayOf(
        current.answerDue,
        toDeadlineClock(context, edition).closedDays,
      ) ?? "";
  return undefined;
};

const checkAnswer = async (
  context: Context,
  event: PageEvent,
): Promise<string | undefined> => {
  const objection = await checkOwnDate(context, event);
  if (objection === undefined) await keepHistory(context, event);
  return objection;
};

/** A society's answer: begun with what is known, and never overwritten without a trace. */
export const societyAnswer = defineFeature({
  id: "society-answer",
  apps: ["answers"],
  messages,
  on: {
    "record.create": preselect,
    "record.edit": hideHistory,
    "record.submit": checkAnswer,
    "inline.submit": checkAnswer,
  },
});
