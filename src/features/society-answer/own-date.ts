import type { AppRecord } from "../../apps/records.ts";
import type { AnswerMessages } from "./messages.ts";

type OwnDate = Pick<AppRecord<"answers">, "answerDue" | "dueReason">;

/**
 * The objection to a society's own date: it comes with a reason and is not in the past. No date
 * ends kintone's reminders and needs no reason.
 */
export const objectionToDate = (
  former: OwnDate,
  { answerDue, dueReason }: OwnDate,
  today: string,
): keyof AnswerMessages | null => {
  if (answerDue === null || answerDue === former.answerDue) return null;
  if (dueReason.trim() === "") return "dueReasonNeeded";
  return answerDue < today ? "dueInPast" : null;
};
