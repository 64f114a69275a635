import { expect, test } from "vitest";
import { nominationColumns } from "../../../../src/domain/imports/nomination-columns.ts";
import { parseDelimited } from "../../../../src/domain/imports/parse-delimited.ts";
import { planNominationImport } from "../../../../src/domain/imports/plan-nomination-import.ts";
import type { KnownPast } from "../../../../src/domain/imports/plan-nomination-import.ts";
import { proposeColumns } from "../../../../src/domain/imports/propose-columns.ts";
import {
  cloudPracticeAward,
  findProgramme,
} from "../../../../src/programmes/index.ts";
import { rowProblemSentence } from "../../../../src/words/import-words.ts";

const known = (changes: Partial<KnownPast> = {}): KnownPast => ({
  programme: cloudPracticeAward,
  editions: [],
  societies: [
    { code: "S01", name: "青浜商工会" },
    { code: "S02", name: "黒崎商工会" },
  ],
  nominations: [],
  thisYear: 2022,
  ...changes,
});

const plan = (text: string, site: KnownPast = known()) => {
  const table = parseDelimited(text);
  const { headRows, columns } = proposeColumns(table, nominationColumns);
  return planNominationImport(table.rows.slice(headRows), columns, site);
};

const sentences = (text: string, site?: KnownPast): string[] =>
  plan(text, site).problems.map((one) => rowProblemSentence(one).ja);

const HEAD =
  "年度,商工会名,事業者名,法人番号,所在地,登録日,結果,取組の要約,備考";
const FIRM =
  "令和3年度,青浜商工会,株式会社潮騒,1234-5678-9012-3,海山県青浜町1,R3.7.30,受賞,予約をクラウドに,初回";

test("a row becomes a record of the past, with the edition of its year before it", () => {
  const { steps, problems, notes } = plan(
    `${HEAD}\n2021,S02,山田商店,,,2021年8月2日,選外,,`,
  );
  expect({ problems, notes }).toEqual({ problems: [], notes: [] });
  expect(steps).toMatchObject([
    {
      app: "editions",
      isFirst: true,
      values: {
        name: "クラウド実践大賞 2021",
        fiscalYear: 2021,
        editionState: "終了",
      },
    },
    {
      app: "nominations",
      name: "山田商店",
      values: {
        edition: "クラウド実践大賞 2021",
        society: "黒崎商工会",
        recordKind: "過去の記録",
        businessKind: "個人事業主",
        registerDone: "2021-08-02",
        result: "選外",
      },
    },
  ]);
});

test.each(["2021", "2021年度", "令和3年度", "R3", "クラウド実践大賞　2021"])(
  "「%s」 is the edition of 2021 that is there",
  (year) => {
    const editions = [
      { name: "クラウド実践大賞 2021", fiscalYear: 2021, editionState: "終了" },
    ] as const;
    const { steps } = plan(
      `${HEAD}\n${year},青浜商工会,潮騒,,,,,,`,
      known({ editions }),
    );
    expect(steps).toMatchObject([
      { app: "nominations", values: { edition: "クラウド実践大賞 2021" } },
    ]);
  },
);

test("what is wrong is named with its row and its reason, and the other rows are taken", () => {
  const editions = [
    { name: "クラウド実践大賞 2022", fiscalYear: 2022, editionState: "募集中" },
  ] as const;
  const rows = [
    "2021,青浜商工会,,,,,,,",
    ",青浜商工会,潮騒,,,,,,",
    "昨年,青浜商工会,潮騒,,,,,,",
    "2022,青浜商工会,潮騒,,,,,,",
    "2023,青浜商工会,潮騒,,,,,,",
    "2021,知らない商工会,潮騒,,,,,,",
    "2021,青浜商工会,潮騒,,,,,,",
    "2021,黒崎商工会,潮騒,,,,,,",
  ];
  const text = [HEAD, ...rows].join("\n");
  expect(sentences(text, known({ editions }))).toEqual([
    "2行目：事業者名が空です。",
    "3行目：年度が空です。",
    "4行目：「昨年」を年度として読めず、その名前の募集回もありません。",
    "5行目：「2022」は終わっていません。取り込めるのは、終わった募集回と年度だけです。",
    "6行目：「2023」は終わっていません。取り込めるのは、終わった募集回と年度だけです。",
    "7行目：商工会「知らない商工会」が登録されていません。先に商工会を取り込むか、名前を直してください。",
    "9行目：「潮騒」は、8行目と同じです。",
  ]);
  expect(
    plan(text, known({ editions })).steps.map(({ app, row }) => [app, row]),
  ).toEqual([
    ["editions", 8],
    ["nominations", 8],
  ]);
});

test.each(["2021年8月2日（火）", "R3.8.2(火曜日)", "2021/8/2 (火)"])(
  "a day whose weekday is another one's is imported, and said: %s",
  (day) => {
    const { steps, notes } = plan(
      `${HEAD}\n2021,青浜商工会,㈱潮騒,,,${day},,,`,
    );
    expect(notes.map((one) => rowProblemSentence(one).ja)).toEqual([
      `2行目：登録日「${day}」の曜日が日付と合いません。日付のほうを取り込みます。`,
    ]);
    expect(steps[1]?.values).toMatchObject({ registerDone: "2021-08-02" });
  },
);

test("a number or a day that cannot be read is left blank, and another result is kept in words", () => {
  const { steps, notes } = plan(
    `${HEAD}\n2021,青浜商工会,㈱潮騒,12345,,昨夏,優秀賞,,再推薦`,
  );
  expect(notes.map((one) => rowProblemSentence(one).ja)).toEqual([
    "2行目：法人番号「12345」は、正しい13桁の番号ではありません。",
    "2行目：登録日「昨夏」を日付として読めません。",
  ]);
  expect(steps[1]?.values).toEqual({
    recordKind: "過去の記録",
    edition: "クラウド実践大賞 2021",
    society: "青浜商工会",
    registeredName: "㈱潮騒",
    corporateNumber: "",
    address: "",
    businessKind: "法人",
    remarks: "再推薦\n結果：優秀賞",
  });
});

test("a plan made after it was applied is empty", () => {
  const list = `${HEAD}\n${FIRM}\n2021,黒崎商工会,山田商店,,,,,,`;
  const first = plan(list);
  const { steps, same, problems } = plan(
    list,
    known({
      editions: [
        {
          name: "クラウド実践大賞 2021",
          fiscalYear: 2021,
          editionState: "終了",
        },
      ],
      nominations: first.steps.flatMap((step) =>
        step.app === "nominations"
          ? {
              edition: step.values.edition ?? "",
              registeredName: step.values.registeredName ?? "",
              corporateNumber: step.values.corporateNumber ?? "",
              address: step.values.address ?? "",
            }
          : [],
      ),
    }),
  );
  expect(first.steps).toHaveLength(3);
  expect({ steps, same, problems }).toEqual({
    steps: [],
    same: 2,
    problems: [],
  });
});

test("an award without a contest takes no summary", () => {
  const { steps } = plan(
    `${HEAD}\n${FIRM}`,
    known({
      programme: findProgramme("long-service-award") ?? cloudPracticeAward,
    }),
  );
  expect(steps).toHaveLength(2);
  expect(Object.keys(steps[1]?.values ?? {})).not.toContain("summary");
});
