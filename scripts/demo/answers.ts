import type { WritableRecordOf } from "../../src/app-kit/record-type.ts";
import type { answers } from "../../src/apps/index.ts";
import { addDays } from "excel-form";
import type { IsoDate } from "excel-form";
import type { DemoEdition } from "./editions.ts";
import type { NominationPlan } from "./nomination-plan.ts";
import { demoContact, demoPeople } from "./people.ts";
import type { DemoSociety } from "./societies.ts";

type AnswerRecord = WritableRecordOf<typeof answers>;

/** Says that it has no candidate. */
export const SOCIETY_WITHOUT_CANDIDATE = "s12";
/** Has said nothing and entered nothing. */
export const UNANSWERED_SOCIETY = "s13";
/** First said 該当なし, then found one. */
const SOCIETY_THAT_CHANGED = "s07";
/** Have entered candidates without answering. */
const WITHOUT_ANSWER = ["s09", "s10", "s14"];

const staffOf = (code: string): string =>
  demoPeople.find(({ organization }) => organization === code)?.code ??
  demoContact.code;

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

const toAnswer = (
  edition: DemoEdition,
  society: DemoSociety,
  answer: "候補あり" | "該当なし",
  answeredOn: IsoDate,
): AnswerRecord => ({
  edition: edition.name,
  society: society.name,
  answer,
  reason:
    answer === "該当なし"
      ? "クラウドを使う会員に打診しましたが、今回は候補がありません。"
      : "",
  answeredBy: [{ code: staffOf(society.code) }],
  answeredOn,
  ...(society.code === SOCIETY_THAT_CHANGED && {
    history: [
      {
        pastAnswer: "該当なし",
        pastReason: "候補が見つかりませんでした。",
        pastOn: addDays(answeredOn, -5),
        pastBy: demoContact.name,
      },
    ],
  }),
});

/** The societies' answers about the running edition so far. */
export const toCurrentAnswers = (
  edition: DemoEdition,
  societies: readonly DemoSociety[],
  today: IsoDate,
): AnswerRecord[] =>
  societies
    .filter(
      ({ code, active }) =>
        active === "有効" &&
        code !== UNANSWERED_SOCIETY &&
        !WITHOUT_ANSWER.includes(code),
    )
    .map((society, index) =>
      toAnswer(
        edition,
        society,
        society.code === SOCIETY_WITHOUT_CANDIDATE ? "該当なし" : "候補あり",
        earlier(addDays(edition.dates.contact, -1 - (index % 5)), today),
      ),
    );

/** Last time everybody answered in the end. */
export const toPastAnswers = (
  edition: DemoEdition,
  societies: readonly DemoSociety[],
  plans: readonly NominationPlan[],
): AnswerRecord[] =>
  societies.map((society, index) => ({
    ...toAnswer(
      edition,
      society,
      plans.some((plan) => plan.society === society.code)
        ? "候補あり"
        : "該当なし",
      addDays(edition.dates.contact, -(index % 7)),
    ),
    history: [],
  }));
