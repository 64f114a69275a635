import { date, dropDown, table, text } from "../../app-kit/define-fields.ts";
import type { Programme } from "../../programmes/index.ts";
import { fieldsIf, hasPersons } from "../parts/programme-parts.ts";

/** `20` → 20年. */
const toGradeText = (years: number): string => `${years}年`;

const declarePersons = (grades: readonly number[]) => ({
  persons: table("表彰する従業員", {
    personName: text("氏名"),
    personKana: text("氏名 フリガナ"),
    hiredOn: date("入社年月日"),
    personGrade: dropDown("表彰の区分", grades.map(toGradeText)),
    honouredBefore: dropDown("過去の同じ表彰", ["なし", "あり"], {
      defaultValue: "なし",
    }),
  }),
});

/** The people of the firm who are honoured, one row each. */
export const createPersonFields = ({ persons }: Pick<Programme, "persons">) =>
  fieldsIf(hasPersons({ persons }), declarePersons(persons?.grades ?? []));
