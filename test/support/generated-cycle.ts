import fc from "fast-check";
import { parseAppRecord } from "../../src/apps/records.ts";
import type { AppRecord } from "../../src/apps/records.ts";
import type { Programme } from "../../src/programmes/index.ts";
import { aProgramme } from "./generated-programme.ts";

export const TODAY = "2022-07-20";
const DAYS = ["2022-07-01", "2022-07-19", TODAY, "2022-07-25", "2022-09-01"];
const ITEMS_AT_MOST = 200;

export type Nomination = AppRecord<"nominations">;
export type Edition = AppRecord<"editions">;

const aDay = fc.option(fc.constantFrom(...DAYS));

export const stepsOf = ({ milestones }: Programme) =>
  milestones.flatMap((one) => (one.step === undefined ? [] : one));

const dates = (
  { milestones }: Programme,
  suffix: string,
): fc.Arbitrary<Record<string, string | null>> =>
  fc.record(
    Object.fromEntries(milestones.map(({ id }) => [`${id}${suffix}`, aDay])),
  );

const aChecklist = ({ areas }: Programme) =>
  areas.length === 0
    ? fc.constant([])
    : fc
        .array(
          fc.tuple(
            fc.nat(areas.length - 1),
            fc.constantFrom("はい", "いいえ", "対象外", null),
          ),
          { minLength: 1, maxLength: ITEMS_AT_MOST },
        )
        .map((rows) =>
          rows.map(([area, answer], index) => ({
            id: null,
            itemId: `I${index}`,
            itemArea: areas[area]?.name.ja ?? "",
            itemText: "項目",
            itemPoints: 0.5,
            answer,
            evidence: "",
          })),
        );

const aNomination = (programme: Programme): fc.Arbitrary<Nomination> =>
  fc
    .record({
      status: fc.constantFrom(
        "準備中",
        ...stepsOf(programme).map(({ step }) => step?.state ?? ""),
        "差戻し",
        "取下げ",
      ),
      nominationKind: fc.constantFrom("他薦", "自薦"),
      contest: fc.constantFrom("未定", "参加する", "参加しない"),
      consentNominate: fc.constantFrom("同意あり", "未確認", "撤回"),
      nameCheck: fc.constantFrom("未確認", "確認済"),
      due: dates(programme, "Due"),
      done: dates(programme, "Done"),
      checklist: aChecklist(programme),
    })
    .map(
      ({ due, done, ...free }) =>
        // Codes of a generated programme are no fields of the build's apps.
        ({
          ...parseAppRecord("nominations", {}),
          consentShare: "同意あり",
          requiredScore: programme.threshold,
          ...free,
          ...due,
          ...done,
        }) as unknown as Nomination,
    );

/** A programme with an edition and up to six nominations of it. */
export const aCycle = aProgramme.chain((programme) =>
  fc.record({
    programme: fc.constant(programme),
    edition: dates(programme, "Date").map(
      (own) =>
        ({
          ...parseAppRecord("editions", {}),
          id: "1",
          name: "回",
          editionState: "募集中",
          threshold: programme.threshold,
          ...own,
        }) as Edition,
    ),
    nominations: fc
      .array(aNomination(programme), { maxLength: 6 })
      .map((all) => all.map((one, index) => ({ ...one, id: `${index + 1}` }))),
  }),
);
