import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { toDeadlineEntries } from "../../src/features/deadline-line/view-model.ts";
import { messages as deadlineMessages } from "../../src/features/deadline-line/messages.ts";
import { fetchListLinks } from "../../src/features/deadline-board/list-links.ts";
import { loadBoard } from "../../src/features/deadline-board/load-board.ts";
import { applyChange } from "../../src/features/edition-change/apply-change.ts";
import { loadChange } from "../../src/features/edition-change/load-change.ts";
import { parseAppRecord } from "../../src/apps/records.ts";
import { withEditionDates } from "../../src/domain/deadlines.ts";
import { todayIn } from "../../src/domain/today.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import {
  connectAs,
  pageServicesOf,
  readAll,
} from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { countIndependently } from "../support/independent-board.ts";
import { addManyNominations } from "../support/many-nominations.ts";
import { cells } from "../support/nomination-site.ts";
import { inJapanese } from "../support/page-records.ts";

const EDITION = "クラウド実践大賞 2022";
const SOCIETIES = 14;
/** Ten thousand records on a busy machine. */
const TIMEOUT_MS = 240_000;
const STEPS = {
  preparing: "準備中",
  contact: "県連へ連絡済",
  register: "登録済",
  report: "報告済",
  returned: "差戻し",
  withdrawn: "取下げ",
};
const moments = {
  "a morning": "2022-07-20T09:00:00+09:00",
  "23:59 of the answer's date": "2022-07-27T23:59:00+09:00",
  "00:01 after it": "2022-07-28T00:01:00+09:00",
  "a Saturday": "2022-07-30T12:00:00+09:00",
  "a Sunday": "2022-07-31T12:00:00+09:00",
  "23:59 of the sheet's date": "2022-08-01T23:59:00+09:00",
  "00:01 after the sheet's date": "2022-08-02T00:01:00+09:00",
  "a holiday": "2022-08-11T08:00:00+09:00",
  "after everything": "2022-08-16T00:01:00+09:00",
};

type Read = Awaited<ReturnType<typeof readRecords>>;

let run: CycleSite;
beforeAll(() => {
  // The tab's memory of the chosen edition.
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const readRecords = async () => {
  const [editions, nominations, societies, answers] = await Promise.all([
    readAll(run, "editions"),
    readAll(run, "nominations"),
    readAll(run, "societies"),
    readAll(run, "answers"),
  ]);
  const [edition] = editions;
  if (edition === undefined) throw new Error("The site has no edition");
  return { edition, nominations, societies, answers };
};

const loadWholeBoard = async () => {
  const connection = connectAs(run, "clerk");
  const loaded = await loadBoard(
    pageServicesOf(connection, run),
    EDITION,
    () => undefined,
    () => undefined,
  );
  return { ...connection, loaded };
};

const listIds = async (query: string): Promise<string[]> =>
  (
    await run.clerk.record.getAllRecordsWithCursor({
      app: run.apps.nominations,
      fields: ["$id"],
      query,
    })
  ).map(({ $id }) => String($id?.value));

/** Numbers of the records in all of kintone's lists whose name begins so. */
const inLists = async (name: string): Promise<string[]> => {
  const { views } = await run.clerk.app.getViews({ app: run.apps.nominations });
  const found = await Promise.all(
    Object.values(views)
      .filter((view) => view.name.startsWith(name))
      .map(({ filterCond }) => listIds(filterCond)),
  );
  expect(found.length).toBeGreaterThan(0);
  return [...new Set(found.flat())].sort();
};

/** Numbers of those records whose own page says 期限超過. */
const overdueOnPages = (
  { edition, nominations }: Read,
  counted: readonly string[],
  today: string,
): string[] => {
  const isCounted = new Set(counted);
  const own = parseAppRecord("editions", edition);
  const t = inJapanese(deadlineMessages);
  const clock = { today, warnDays: 5, closedDays: new Set<string>() };
  return nominations
    .filter(({ $id }) => isCounted.has(String($id?.value)))
    .map((raw) => parseAppRecord("nominations", raw))
    .filter((one) =>
      toDeadlineEntries(
        cloudPracticeAward,
        withEditionDates(cloudPracticeAward, one, own),
        clock,
        t,
      )?.some(({ word }) => word === "期限超過"),
    )
    .map(({ id }) => id)
    .sort();
};

const stepsOverRest = async (
  loaded: Awaited<ReturnType<typeof loadBoard>>,
): Promise<Record<string, number>> => {
  const { gateway } = connectAs(run, "clerk");
  const { properties } = await run.clerk.app.getFormFields({
    app: run.apps.nominations,
  });
  const links = await fetchListLinks(
    {
      programme: cloudPracticeAward,
      gateway,
      page: {
        buildListUrl: (app, view) =>
          Promise.resolve(`https://kintone.example/k/${app}/?view=${view}`),
        fetchFormFields: () => Promise.resolve(properties),
      },
    },
    loaded,
  );
  const counts = Object.entries(STEPS).map(async ([step, state]) => {
    const query =
      new URL(links.ofStep(step) ?? "").searchParams.get("query") ?? "";
    return [state, (await listIds(query)).length] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
};

const expectAgreement = async (read: Read, instant: string): Promise<void> => {
  run.setClock(Date.parse(instant));
  await run.touch();
  const today = todayIn("Asia/Tokyo", Date.parse(instant));
  const expected = countIndependently({ ...read, today });
  const { loaded, countRequests } = await loadWholeBoard();
  const { board } = loaded;
  const idsOf = (lines: typeof board.overdue): string[] =>
    lines.map(({ nomination }) => nomination.id).sort();
  expect({
    counted: idsOf(board.lines),
    registered: board.target.registered,
    registeredInTime: board.target.registeredInTime,
    steps: Object.fromEntries(
      Object.entries(STEPS).map(([step, state]) => [state, board.steps[step]]),
    ),
    societies: board.societyTotals,
    overdue: idsOf(board.overdue),
    week: idsOf(board.dueThisWeek),
    nextDate: board.nextDeadline?.date ?? null,
    businessDaysLeft: board.nextDeadline?.businessDaysLeft ?? null,
  }).toEqual({
    counted: expected.counted,
    registered: expected.registered,
    registeredInTime: expected.registeredInTime,
    steps: Object.fromEntries(
      Object.values(STEPS).map((state) => [state, expected.steps[state] ?? 0]),
    ),
    societies: expected.societies,
    overdue: expected.overdue,
    week: expected.week,
    nextDate: expected.nextDate,
    businessDaysLeft: expected.businessDaysLeft,
  });
  expect(await inLists("期限超過")).toEqual(expected.overdue);
  expect(await inLists("今週締切")).toEqual(expected.week);
  expect(overdueOnPages(read, expected.counted, today)).toEqual(
    expected.overdue,
  );
  expect(await stepsOverRest(loaded)).toEqual(
    Object.fromEntries(
      Object.values(STEPS).map((state) => [state, expected.steps[state] ?? 0]),
    ),
  );
  const pages = Math.ceil(read.nominations.length / 500);
  expect(countRequests()).toBeLessThanOrEqual(pages + 8);
};

type Moment = keyof typeof moments;

// Object.keys forgets the names.
const all = Object.keys(moments) as Moment[];

const sizes: ReadonlyArray<{
  count: number;
  days: readonly Moment[];
  daysAfter: readonly Moment[];
}> = [
  { count: 0, days: all, daysAfter: all },
  { count: 30, days: all, daysAfter: all },
  { count: 500, days: all, daysAfter: all },
  {
    count: 10_000,
    // Every day of the calendar is held by the smaller ones.
    days: ["23:59 of the answer's date"],
    daysAfter: ["00:01 after it"],
  },
];

describe.each(sizes)(
  "with $count nominations",
  { timeout: TIMEOUT_MS },
  ({ count, days, daysAfter }) => {
    let read: Read;
    beforeAll(async () => {
      run = await startCycleSite("2022-07-20T09:00:00+09:00", SOCIETIES);
      await addManyNominations(run, EDITION, count);
      await run.clerk.record.addRecord({
        app: run.apps.answers,
        record: cells({
          edition: EDITION,
          society: "s13商工会",
          answer: "該当なし",
          answeredOn: "2022-07-20",
        }),
      });
      read = await readRecords();
    }, TIMEOUT_MS);
    afterAll(() => run.close());

    test("board, lists, record pages and REST agree with an independent count at every moment", async () => {
      for (const day of days) await expectAgreement(read, moments[day]);
    });

    test("a moved date and a raised threshold are applied within the requests allowed, and all agree again", async () => {
      run.setClock(Date.parse("2022-07-21T10:00:00+09:00"));
      await run.clerk.record.updateRecord({
        app: run.apps.editions,
        id: run.editionId,
        record: cells({ contactDate: "2022-07-29", threshold: "13" }),
      });
      const { gateway, countRequests } = connectAs(run, "clerk");
      const change = await loadChange(gateway, run.editionId, {
        closedDays: [],
        today: "2022-07-21",
      });
      await applyChange(gateway, change, {
        user: "clerk",
        at: run.site.clock.now(),
        timeZone: "Asia/Tokyo",
      });
      expect(countRequests()).toBeLessThanOrEqual(
        Math.ceil(count / 100) +
          Math.ceil(count / 500) +
          6 +
          change.plan.toNotify.length,
      );
      const after = await readRecords();
      const verdicts = (one: Read): string[] =>
        one.nominations
          .filter(({ verdict }) => verdict?.value === "基準未満")
          .map(({ $id }) => String($id?.value))
          .sort();
      expect(verdicts(read)).toEqual([]);
      expect(verdicts(after)).toHaveLength(Math.floor((count + 2) / 4));
      expect(
        change.plan.flips.map(({ nomination }) => nomination.id).sort(),
      ).toEqual(verdicts(after));
      const end = await loadChange(gateway, run.editionId, {
        closedDays: [],
        today: "2022-07-21",
      });
      expect([end.plan.stale, end.plan.answers, end.plan.toNotify]).toEqual([
        [],
        [],
        [],
      ]);
      for (const day of daysAfter) await expectAgreement(after, moments[day]);
    });
  },
);
