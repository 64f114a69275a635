import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import fc from "fast-check";
import { createSite, startServer } from "local-kintone";
import { expect, test } from "vitest";
import { findProgrammeIssues } from "../../scripts/programme/rules.ts";
import { parseProgramme } from "../../scripts/programme/shape.ts";
import { listSteps } from "../../src/apps/nominations/states.ts";
import type { Milestone, Programme } from "../../src/programmes/index.ts";
import { provision } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { aProgramme } from "../support/generated-programme.ts";
import { cells } from "../support/nomination-site.ts";

/** A Wednesday; its week ends on the 23rd. */
const TODAY = "2022-07-20";
const SATURDAY = "2022-07-23";
const DAYS = ["2022-07-01", "2022-07-19", TODAY, SATURDAY, "2022-07-25"];
const EDITIONS = [0, 1, 2];
const HALF_POINTS = 200;

const auth = { username: "Administrator", password: "Administrator" };

const dayOf = (place: number, shift: number): string =>
  DAYS[(place + shift) % DAYS.length] ?? TODAY;

const itemsOf = ({ areas }: Programme) =>
  areas.length === 0
    ? []
    : Array.from({ length: HALF_POINTS }, (_none, index) => ({
        id: `i${index}`,
        area: areas[index % areas.length]?.id ?? "",
        text: `項目${index}`,
        points: 0.5,
      }));

const isAccepted = (programme: Programme): boolean => {
  const parsed = parseProgramme({
    ...programme,
    checklist: { status: "公式", items: itemsOf(programme) },
  });
  return (
    "programme" in parsed && findProgrammeIssues(parsed.programme).length === 0
  );
};

/** A nomination as the test has made it. */
type Made = {
  readonly id: string;
  readonly shift: number;
  /** Steps that it has taken. */
  readonly taken: number;
  readonly isInContest: boolean;
};

const openSite = async (programme: Programme) => {
  const site = createSite({
    deployDelayMs: 0,
    now: Date.parse(`${TODAY}T00:00:00Z`),
  });
  const server = await startServer({ site, port: 0 });
  const { baseUrl } = server;
  const directory = createUserApi({ baseUrl, auth });
  await directory.addOrganizations([{ code: "o", name: "会" }]);
  await directory.addUsers([
    { code: "clerk", name: "係", password: "clerk", email: "" },
  ]);
  const { apps } = await provision({ baseUrl, auth, programme });
  await directory.setUserGroups("clerk", ["federation"]);
  const client = new KintoneRestAPIClient({
    baseUrl,
    auth: { username: "clerk", password: "clerk" },
  });
  const close = async (): Promise<void> => {
    await server.close();
    site.close();
  };
  return { apps, client, close };
};

type OpenSite = Awaited<ReturnType<typeof openSite>>;

const addEditions = async (
  { apps, client }: OpenSite,
  programme: Programme,
): Promise<void> => {
  await client.record.addRecord({
    app: apps.societies,
    record: cells({
      name: "会",
      code: "S1",
      sortOrder: "1",
      organization: [{ code: "o" }],
    }),
  });
  for (const shift of EDITIONS)
    await client.record.addRecord({
      app: apps.editions,
      record: cells({
        name: `回${shift}`,
        editionState: "募集中",
        threshold: String(programme.threshold ?? ""),
        target: "1",
        ...Object.fromEntries(
          programme.milestones.map(({ id }, place) => [
            `${id}Date`,
            dayOf(place, shift),
          ]),
        ),
      }),
    });
};

/** Everything that a step can require is there. */
const addReady = async (
  { apps, client }: OpenSite,
  programme: Programme,
  shift: number,
  isInContest: boolean,
): Promise<string> => {
  const names = new Map(programme.areas.map(({ id, name }) => [id, name.ja]));
  const { id } = await client.record.addRecord({
    app: apps.nominations,
    record: cells({
      edition: `回${shift}`,
      society: "会",
      registeredName: "海風堂",
      businessKind: "個人事業主",
      consentNominate: "同意あり",
      consentShare: "同意あり",
      securityActionStars: "一つ星",
      securityActionId: "51234567890",
      securityActionDate: "2022-06-01",
      nameCheck: "確認済",
      contest: isInContest ? "参加する" : "参加しない",
      checklist: itemsOf(programme).map((item) => ({
        value: cells({
          itemId: item.id,
          itemArea: names.get(item.area) ?? "",
          itemText: item.text,
          itemPoints: String(item.points),
          answer: "はい",
        }),
      })),
    }),
  });
  return id;
};

/** Steps that may be late are taken without their date, all others with it. */
const takeSteps = async (
  { apps, client }: OpenSite,
  programme: Programme,
  id: string,
  count: number,
): Promise<void> => {
  for (const { action, milestone } of listSteps(programme).slice(0, count)) {
    const isLate = isAllowedLate(programme, milestone);
    await client.record.updateRecord({
      app: apps.nominations,
      id,
      record: cells(isLate ? {} : { [`${milestone}Done`]: TODAY }),
    });
    await client.record.updateRecordStatus({
      app: apps.nominations,
      id,
      action,
    });
  }
};

const isAllowedLate = ({ milestones }: Programme, id: string): boolean =>
  milestones.find((one) => one.id === id)?.lateness === "allowed";

/** The rule by hand: the date is owed and not done. */
const isOwed = (
  programme: Programme,
  { id, optional, lateness }: Milestone,
  { taken, isInContest }: Made,
): boolean => {
  if (optional) return isInContest;
  const own = listSteps(programme).findIndex((step) => step.milestone === id);
  return lateness === "allowed" ? taken <= own + 1 : taken <= own;
};

const checkLists = async (programme: Programme): Promise<void> => {
  const open = await openSite(programme);
  const { apps, client } = open;
  try {
    await addEditions(open, programme);
    const steps = listSteps(programme).length;
    const made: Made[] = [];
    for (const shift of EDITIONS) {
      const taken = Math.floor((steps * shift) / 2);
      const isInContest = shift !== 1;
      const id = await addReady(open, programme, shift, isInContest);
      await takeSteps(open, programme, id, taken);
      made.push({ id, shift, taken, isInContest });
    }
    let found = 0;
    const { views } = await client.app.getViews({ app: apps.nominations });
    for (const [place, milestone] of programme.milestones.entries()) {
      const expectIn = async (
        kind: string,
        isIn: (due: string) => boolean,
      ): Promise<number> => {
        const view = views[`${kind}（${milestone.label.ja}）`];
        const { records } = await client.record.getRecords({
          app: apps.nominations,
          query: `${view?.filterCond ?? ""} order by $id asc`,
        });
        const expected = made.filter(
          (one) =>
            isIn(dayOf(place, one.shift)) && isOwed(programme, milestone, one),
        );
        expect(
          records.map(({ $id }) => $id?.value),
          `${kind} ${milestone.id}`,
        ).toEqual(expected.map(({ id }) => id));
        return records.length;
      };
      found += await expectIn("期限超過", (due) => due < TODAY);
      found += await expectIn(
        "今週締切",
        (due) => due >= TODAY && due <= SATURDAY,
      );
    }
    // The first nomination has taken no step, and its first date is over.
    expect(found).toBeGreaterThan(0);
  } finally {
    await open.close();
  }
};

test("the lists of any programme hold what is owed, whatever its steps", async () => {
  await fc.assert(fc.asyncProperty(aProgramme.filter(isAccepted), checkLists), {
    numRuns: 3,
  });
}, 120_000);
