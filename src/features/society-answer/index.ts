import { html } from "lit/html.js";
import { parseAppRecord } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { Answer, FeatureContext } from "../../feature-kit/feature.ts";
import {
  fetchEdition,
  toDeadlineClock,
} from "../../feature-kit/record-edition.ts";
import { listRunningCandidates } from "../../feature-kit/running-candidates.ts";
import { answerDatesOf } from "../../domain/plan-handout.ts";
import {
  fetchOpenEdition,
  fetchOwnSociety,
  isBlankField,
  lookUp,
  warnUnlessFoundAlone,
} from "../../feature-kit/preselect.ts";
import type { PageEvent, PageRecord } from "../../kintone/page-api.ts";
import { createDialogBody } from "../../ui/dialog-body.ts";
import { readRows } from "../../kintone/table-rows.ts";
import { appendHistory, hadAnswered, hasFlipped } from "./history.ts";
import { messages } from "./messages.ts";
import type { AnswerMessages } from "./messages.ts";
import { objectionToDate } from "./own-date.ts";

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
    await warnUnlessFoundAlone(context, "editions", edition.name);
  }
  if (society) {
    lookUp(record.society, society);
    await warnUnlessFoundAlone(context, "societies", society);
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

/** A society's own date moves kintone's reminders with it. */
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
  const objection = objectionToDate(former, current, clock.today());
  if (objection !== null) return t(objection);
  const edition = await fetchEdition(context, current.edition);
  const { remindOn, dayBeforeNotice } = answerDatesOf(
    current.answerDue,
    toDeadlineClock(context, edition).closedDays,
    clock.today(),
  );
  if (record.remindOn !== undefined) record.remindOn.value = remindOn ?? "";
  if (record.dayBeforeNotice !== undefined)
    record.dayBeforeNotice.value = dayBeforeNotice ?? "";
  return undefined;
};

/** [] when it cannot be read: a lost answer must not stop a save that kintone would take. */
const runningBeside = async (
  context: Context,
  record: AnswerRecord,
): Promise<string[]> => {
  try {
    return await listRunningCandidates(context, record);
  } catch (error) {
    console.error("suisen: running candidates", error);
    return [];
  }
};

/** 該当なし beside a firm that is still nominated may be a slip, so it is asked. */
const mayAnswerNone = async (
  context: Context,
  { record, recordId }: PageEvent,
): Promise<boolean> => {
  const current = parseAppRecord("answers", record);
  if (current.answer !== "該当なし") return true;
  const { gateway, page, t } = context;
  const former =
    recordId === undefined
      ? null
      : await gateway.fetchRecord("answers", String(recordId));
  if (former?.answer === "該当なし") return true;
  // Rows of a list carry only the fields of the list.
  const { edition, society } = former ?? current;
  const running = await runningBeside(context, {
    ...current,
    edition,
    society,
  });
  const [name] = running;
  if (name === undefined) return true;
  const dialog = await page.openDialog({
    title: t("noneTitle"),
    body: createDialogBody(
      html`<p>${t("noneBeside", { name, count: running.length })}</p>`,
    ),
    okButtonText: t("noneGo"),
    showCancelButton: true,
    cancelButtonText: t("cancel"),
  });
  return (await dialog.show()) === "OK";
};

const checkAnswer = async (
  context: Context,
  event: PageEvent,
): Promise<Answer> => {
  const objection = await checkOwnDate(context, event);
  if (objection !== undefined) return objection;
  if (!(await mayAnswerNone(context, event))) return false;
  await keepHistory(context, event);
  return undefined;
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
