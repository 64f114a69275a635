import { afterAll, beforeAll, expect, test } from "vitest";
import { declareApps } from "../../src/apps/declarations.ts";
import { checkPriorDeclaration } from "../../src/domain/prior-declaration.ts";
import { nominationColumns } from "../../src/domain/imports/nomination-columns.ts";
import { parseDelimited } from "../../src/domain/imports/parse-delimited.ts";
import { planNominationImport } from "../../src/domain/imports/plan-nomination-import.ts";
import { proposeColumns } from "../../src/domain/imports/propose-columns.ts";
import { applyImport } from "../../src/feature-kit/list-import/apply-import.ts";
import type { ImportProgress } from "../../src/feature-kit/list-import/apply-import.ts";
import { toChanges } from "../../src/features/nomination-import/to-changes.ts";
import { DONE_CODES } from "../../src/apps/records.ts";
import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import { connectAs, readAll } from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { aNomination } from "../support/domain-records.ts";

const ROWS = 1000;

let run: CycleSite;
beforeAll(async () => {
  run = await startCycleSite("2022-07-20T09:00:00+09:00", 2);
});
afterAll(() => run.close());

const LIST = [
  "年度,商工会,事業者名,登録日,結果",
  ...Array.from(
    { length: ROWS },
    (_none, index) =>
      `${2019 + (index % 3)},s0${1 + (index % 2)}商工会,第${index}商店,${2019 + (index % 3)}/7/30,受賞`,
  ),
].join("\n");

const planList = async () => {
  const { gateway } = connectAs(run, "clerk");
  const table = parseDelimited(LIST);
  const { headRows, columns } = proposeColumns(table, nominationColumns);
  return planNominationImport(table.rows.slice(headRows), columns, {
    programme: award,
    editions: await gateway.listRecords("editions", {
      fields: ["name", "fiscalYear", "editionState"],
    }),
    societies: await gateway.listRecords("societies", {
      fields: ["name", "code"],
    }),
    nominations: await gateway.listRecords("nominations", {
      fields: ["edition", "registeredName", "corporateNumber", "address"],
    }),
    thisYear: 2022,
  });
};

/** Saves what the plan holds; the wire breaks at the request with this number. */
const apply = async (brokenAt = Infinity): Promise<ImportProgress[]> => {
  let writes = 0;
  const { gateway } = connectAs(run, "clerk", (send) => (...call) => {
    if (call[0] !== "GET") writes += 1;
    return writes === brokenAt
      ? Promise.reject(new TypeError("fetch failed"))
      : send(...call);
  });
  const reports: ImportProgress[] = [];
  const { steps } = await planList();
  await applyImport(gateway, steps, {
    toChanges,
    isStopped: () => false,
    onProgress: (progress) => reports.push(progress),
  }).catch(() => undefined);
  return reports;
};

test("1,000 firms of three earlier years are saved with progress, after a lost connection the rest, and a second run changes nothing", async () => {
  const first = await apply(4);
  expect(first.at(-1)).toEqual({ done: 203, total: 1003, next: "第200商店" });
  const rest = await apply();
  expect(rest.at(-1)).toEqual({ done: 800, total: 800, next: "" });
  const { steps, same, problems } = await planList();
  expect({ steps, same, problems }).toEqual({
    steps: [],
    same: ROWS,
    problems: [],
  });
  const editions = await readAll(run, "editions");
  expect(
    editions.map(({ name, editionState }) => [
      name?.value,
      editionState?.value,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ["クラウド実践大賞 2022", "募集中"],
      ["クラウド実践大賞 2021", "終了"],
      ["クラウド実践大賞 2020", "終了"],
      ["クラウド実践大賞 2019", "終了"],
    ]),
  );
  expect(editions).toHaveLength(4);
}, 120_000);

test("firms of earlier years are in no list of things to do, and nobody is told of them", async () => {
  const counts: Record<string, number> = {};
  for (const { name, filterCond = "" } of declareApps(award).nominations
    .views) {
    const { totalCount } = await run.clerk.record.getRecords({
      app: run.apps.nominations,
      query: `${filterCond} limit 1`,
      totalCount: true,
    });
    if (totalCount !== "0") counts[name] = Number(totalCount);
  }
  expect(counts).toEqual({
    推薦ボード: ROWS,
    "結果：受賞": ROWS,
    すべての案件: ROWS,
  });
  for (const login of ["clerk", ...run.societies])
    expect(run.notificationsOf(login), login).toEqual([]);
});

test("a society reads its own firms of earlier years, and cannot change them", async () => {
  const staff = run.clientOf("s01");
  const { records, totalCount } = await staff.record.getRecords({
    app: run.apps.nominations,
    totalCount: true,
  });
  expect(totalCount).toBe(String(ROWS / 2));
  await expect(
    staff.record.updateRecord({
      app: run.apps.nominations,
      id: String(records[0]?.$id?.value),
      record: { address: { value: "別の所在地" } },
    }),
  ).rejects.toMatchObject({ status: 403 });
});

test("a firm that is nominated again is asked what differs from the earlier year", async () => {
  const others = await connectAs(run, "clerk").gateway.listRecords(
    "nominations",
    {
      fields: [
        "edition",
        "status",
        "recordKind",
        "registeredName",
        "corporateNumber",
        "address",
        "consentNominate",
        "consentShare",
        "summary",
        ...DONE_CODES,
      ],
    },
  );
  const again = aNomination({ registeredName: "第7商店", corporateNumber: "" });
  const { state, earlier } = checkPriorDeclaration(award, again, others);
  expect(state).toBe("ask");
  expect(earlier).toMatchObject([
    { edition: "クラウド実践大賞 2020", registerDone: "2020-07-30" },
  ]);
});
