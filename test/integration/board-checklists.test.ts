import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadBoard } from "../../src/features/deadline-board/load-board.ts";
import { runChecklists } from "../../src/features/deadline-board/run-checklists.ts";
import { messages } from "../../src/features/deadline-board/messages.ts";
import type { BoardJob } from "../../src/features/deadline-board/board-page.ts";
import { connectAs, pageServicesOf } from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { addManyNominations } from "../support/many-nominations.ts";
import { cells } from "../support/nomination-site.ts";
import { inJapanese } from "../support/page-records.ts";

const EDITION = "クラウド実践大賞 2022";

let run: CycleSite;
beforeAll(async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  run = await startCycleSite("2022-07-20T09:00:00+09:00", 4);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await run.close();
});

/** A society raises the points of an item over REST. */
const tamper = (id: string) =>
  run.clerk.record.updateRecord({
    app: run.apps.nominations,
    id,
    record: cells({
      checklist: [
        {
          value: cells({
            itemId: "A1",
            itemArea: "顧客満足度の向上",
            itemText: "予約",
            itemPoints: "20",
            answer: "はい",
          }),
        },
      ],
    }),
  });

const load = async () => {
  const connection = connectAs(run, "clerk");
  const loaded = await loadBoard(
    pageServicesOf(connection, run),
    EDITION,
    () => undefined,
    () => undefined,
  );
  return { ...connection, loaded };
};

const alteredIn = ({
  loaded,
}: Pick<Awaited<ReturnType<typeof load>>, "loaded">) =>
  loaded.findings
    .filter(({ findings }) =>
      findings.some(({ code }) => code === "checklistAltered"),
    )
    .map(({ nomination }) => nomination.id);

test("raised points are on the board at once with 500 firms, and after a press with more", async () => {
  const [first = ""] = await addManyNominations(run, EDITION, 500);
  await tamper(first);
  const few = await load();
  expect(few.loaded.hasUnreadChecklists).toBe(false);
  expect(alteredIn(few)).toEqual([first]);

  await addManyNominations(run, EDITION, 1);
  const many = await load();
  expect(many.loaded.hasUnreadChecklists).toBe(true);
  expect(alteredIn(many)).toEqual([]);
  const shown: BoardJob[] = [];
  const compared = await runChecklists(
    { gateway: many.gateway, t: inJapanese(messages) },
    many.loaded,
    { show: (job) => shown.push(job) },
  );
  if (compared === null) throw new Error("The checklists were not read");
  expect(alteredIn({ loaded: compared })).toEqual([first]);
  expect(compared.hasUnreadChecklists).toBe(false);
  expect(shown.at(-1)).toMatchObject({
    kind: "running",
    done: 501,
    total: 501,
  });
});

test("reading the checklists of many firms can be stopped", async () => {
  const { gateway, loaded } = await load();
  const shown: BoardJob[] = [];
  const compared = await runChecklists(
    { gateway, t: inJapanese(messages) },
    loaded,
    {
      show: (job) => {
        shown.push(job);
        if (job.kind === "running") job.stop();
      },
    },
  );
  expect(compared).toBeNull();
  expect(shown.at(-1)).toMatchObject({
    kind: "ended",
    sentence: expect.stringContaining("まだ照らし合わせていません"),
  });
});
