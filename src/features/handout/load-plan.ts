import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import type { EditionDates } from "../../domain/milestone-dates.ts";
import type { Edition } from "../../domain/model.ts";
import { planHandout } from "../../domain/plan-handout.ts";
import type { HandoutPlan } from "../../domain/plan-handout.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import { where } from "../../kintone/query.ts";

const societyFields = [
  "name",
  "code",
  "sortOrder",
  "active",
  "organization",
] as const;

const answerFields = [
  "society",
  "societyCode",
  "answer",
  "answerKey",
  "answerDue",
  "dueReason",
  "remindOn",
] as const;

type HandoutEdition = Pick<Edition, "name" | "closedDays"> & EditionDates;

/** Two requests for up to 500 societies. */
export const loadPlan = async (
  gateway: Pick<Gateway, "programme" | "listRecords">,
  edition: HandoutEdition,
  days: Pick<PageContext["settings"], "closedDays"> & {
    readonly today: string;
  },
): Promise<HandoutPlan> => {
  const [societies, answers] = await Promise.all([
    gateway.listRecords("societies", { fields: societyFields }),
    gateway.listRecords("answers", {
      fields: answerFields,
      condition: where("edition", "=", edition.name),
    }),
  ]);
  return planHandout(
    gateway.programme,
    edition,
    societies,
    answers,
    closedDaysOf(
      edition,
      days.closedDays.map(({ date }) => date),
    ),
    days.today,
  );
};
