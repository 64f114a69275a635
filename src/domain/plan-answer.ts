import type { IsoDate } from "excel-form";
import type { Answer } from "./model.ts";

type AnswerNow = Pick<
  Answer,
  "answer" | "reason" | "answeredOn" | "answeredBy" | "history"
>;

export type AnswerPress =
  | { readonly kind: "read" }
  | { readonly kind: "none"; readonly reason: string };

type Presser = {
  readonly today: IsoDate;
  readonly user: { readonly code: string };
};

const hasAnswered = ({ answer }: AnswerNow): boolean =>
  answer === "候補あり" || answer === "該当なし";

const withFormer = (former: AnswerNow): Pick<Answer, "history"> => ({
  history: [
    ...former.history,
    {
      id: null,
      pastAnswer: former.answer ?? "",
      pastReason: former.reason.replace(/\s*\n\s*/g, " "),
      pastOn: former.answeredOn ?? "",
      pastBy: former.answeredBy
        .map(({ name, code }) => name || code)
        .join("、"),
    },
  ],
});

/**
 * The fields that a press of 「確認しました」 or 「該当なし」 writes. An answer is kept in the
 * history before another replaces it; reading the request changes no answer.
 */
export const planAnswer = (
  former: AnswerNow,
  press: AnswerPress,
  { today, user }: Presser,
): Partial<Answer> => {
  const by = [{ code: user.code, name: "" }];
  if (press.kind === "read")
    return {
      readOn: today,
      readBy: by,
      ...(former.answer === "未開封" && { answer: "確認済" }),
    };
  return {
    ...(hasAnswered(former) &&
      former.answer !== "該当なし" &&
      withFormer(former)),
    answer: "該当なし",
    reason: press.reason,
    answeredOn: today,
    answeredBy: by,
  };
};
