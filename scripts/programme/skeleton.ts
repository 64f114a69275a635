/** @param id - kebab-case */
const toConstant = (id: string): string =>
  id.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());

/** The text of a definition that passes the check, to be filled with facts. */
export const toSkeleton = (
  id: string,
): string => `import { defineProgramme } from "./programme.ts";

/** Replace every サンプル by a fact of the notice, and name the notice here. */
export const ${toConstant(id)} = defineProgramme({
  id: "${id}",
  name: "サンプルの制度",
  milestones: [
    {
      id: "entry",
      label: { ja: "推薦の登録（サンプル）", en: "Register the nomination (sample)" },
      actor: "society",
      lateness: "allowed",
      scope: "nomination",
      optional: false,
      remindDaysBefore: 5,
      step: {
        action: "登録する",
        state: "登録済",
        performer: "anyone",
        requires: ["prerequisites"],
      },
    },
    {
      id: "submit",
      label: { ja: "名簿の提出（サンプル）", en: "Send the list (sample)" },
      actor: "federation",
      lateness: "overdue",
      scope: "edition",
      optional: false,
      remindDaysBefore: 5,
      step: {
        action: "提出済みにする",
        state: "提出済",
        performer: "federation",
        requires: [],
      },
    },
  ],
  areas: [{ id: "sample", name: { ja: "サンプルの分野", en: "Sample area" } }],
  threshold: 1,
  target: 1,
  prerequisites: ["consent"],
  sheet: { name: "名簿", title: "サンプルの制度 名簿" },
  checklist: { status: "サンプル" },
  editions: [],
  appNames: {
    editions: "募集回（サンプルの制度）",
    societies: "商工会（サンプルの制度）",
    nominations: "推薦案件（サンプルの制度）",
    answers: "回答（サンプルの制度）",
    deliveries: "提出台帳（サンプルの制度）",
  },
});
`;
