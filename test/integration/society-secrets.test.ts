import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { AppRecord } from "../../src/apps/records.ts";
import { NO_CLOSED_DAYS } from "../../src/domain/business-days.ts";
import { editionIssues } from "../../src/domain/edition-issues.ts";
import { planChase } from "../../src/domain/plan-chase.ts";
import { loadBoard } from "../../src/features/deadline-board/load-board.ts";
import { applyChange } from "../../src/features/edition-change/apply-change.ts";
import { loadChange } from "../../src/features/edition-change/load-change.ts";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { toGuideForm } from "../../src/features/edition-guide/guide-form.ts";
import { saveEdition } from "../../src/features/edition-guide/save-edition.ts";
import { chaseSocieties } from "../../src/kintone/chase-societies.ts";
import { toMessage } from "../../src/errors/to-message.ts";
import { toAppError } from "../../src/kintone/errors.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import { provision } from "../../src/provision/index.ts";
import { chaseText } from "../../src/words/chase-words.ts";
import { connectAs, pageServicesOf } from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { cells, sampleItems } from "../support/nomination-site.ts";

type Edition = AppRecord<"editions">;

const ADMIN = { username: "Administrator", password: "Administrator" };
const EDITION = "クラウド実践大賞 2022";
const TODAY = "2022-07-21";
const settings = { closedDays: [], today: TODAY };

/** Everything that only the second society and the federation know. */
const SECRETS = [
  "s02商工会",
  "s03商工会",
  "株式会社白雲",
  "1180301018771",
  "白雲の内情",
];

let run: CycleSite;
let secretNomination: string;
let secretAnswer: string;
beforeAll(async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  run = await startCycleSite("2022-07-21T10:00:00+09:00", 3);
  await handOut();
  await nominate("s01", "株式会社青空");
  secretNomination = await nominate("s02", "株式会社白雲");
  secretAnswer = await answerOf("s02");
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await run.close();
});

const handOut = async (): Promise<void> => {
  const { gateway } = connectAs(run, "clerk");
  const edition = { name: EDITION, contactDate: "2022-07-27", closedDays: [] };
  const plan = await loadPlan(gateway, edition, settings);
  await applyHandout(gateway, EDITION, plan);
};

const nominate = async (login: string, name: string): Promise<string> => {
  const { id } = await run.clientOf(login).record.addRecord({
    app: run.apps.nominations,
    record: cells({
      edition: EDITION,
      society: `${login}商工会`,
      registeredName: name,
      corporateNumber: login === "s02" ? "1180301018771" : "",
      remarks: `${name}の内情`.replace("株式会社", ""),
      checklist: sampleItems.map((item, index) => ({
        value: cells({ ...item, answer: index < 12 ? "はい" : "いいえ" }),
      })),
    }),
  });
  return id;
};

const answerOf = async (login: string): Promise<string> => {
  const { records } = await run
    .clientOf(login)
    .record.getRecords({ app: run.apps.answers });
  return String(records[0]?.$id?.value);
};

/** The change is announced to the first society; then the connection is lost. */
const changeHalfway = async (): Promise<void> => {
  await run.clerk.record.updateRecord({
    app: run.apps.editions,
    id: run.editionId,
    record: cells({ contactDate: "2022-07-29", threshold: "13" }),
  });
  let comments = 0;
  const { gateway } = connectAs(
    run,
    "clerk",
    (send) => (method, path, body) => {
      comments += path === "record/comment" ? 1 : 0;
      if (comments > 1) throw new TypeError("fetch failed");
      return send(method, path, body);
    },
  );
  const loaded = await loadChange(gateway, run.editionId, settings);
  expect(loaded.plan.flips).toHaveLength(2);
  const presser = {
    user: "clerk",
    at: run.site.clock.now(),
    timeZone: "Asia/Tokyo",
  };
  await expect(applyChange(gateway, loaded, presser)).rejects.toThrow();
};

const chaseAll = async (): Promise<void> => {
  const { gateway } = connectAs(run, "clerk");
  const answers = await gateway.listRecords("answers", {
    fields: ["society", "answer", "answerDue", "chases"],
  });
  const { chases } = planChase(
    answers.map((record, index) => ({
      id: record.id,
      name: record.society,
      organization: [{ code: run.societies[index] ?? "", name: "" }],
      record,
      isUnanswered: true,
      lines: [],
    })),
    TODAY,
  );
  await chaseSocieties(gateway, chases, {
    today: TODAY,
    user: "clerk",
    signal: new AbortController().signal,
    textOf: (one) => chaseText(cloudPracticeAward, EDITION, TODAY, one),
    onProgress: () => undefined,
  });
};

const expectNoSecret = (what: string, seen: unknown): void => {
  const text = typeof seen === "string" ? seen : JSON.stringify(seen);
  expect(
    SECRETS.filter((secret) => text.includes(secret)),
    what,
  ).toEqual([]);
};

test("a society reads nothing of another in any app, also while a change is half announced", async () => {
  await changeHalfway();
  await chaseAll();
  const { record } = run.clientOf("s01");
  for (const app of [
    "societies",
    "editions",
    "answers",
    "nominations",
  ] as const) {
    const { records } = await record.getRecords({
      app: run.apps[app],
      totalCount: true,
    });
    expect(records.length, app).toBe(1);
    expectNoSecret(app, records);
    const { comments } = await record.getRecordComments({
      app: run.apps[app],
      record: String(records[0]?.$id?.value),
    });
    expectNoSecret(`comments of ${app}`, comments);
  }
});

test("a society's own page knows its own records alone", async () => {
  const loaded = await loadBoard(
    pageServicesOf(connectAs(run, "s01"), run),
    EDITION,
    () => undefined,
    () => undefined,
  );
  expect(loaded.isFederation).toBe(false);
  expect(loaded.board.lines).toHaveLength(1);
  expect(loaded.board.societies).toHaveLength(1);
  expectNoSecret("board", [
    loaded.board,
    [...loaded.societies],
    [...loaded.answers],
    loaded.findings,
  ]);
});

test("a society's notices name nobody else, to the end of the edition", async () => {
  for (let day = 22; day <= 31; day += 1) {
    run.setClock(Date.parse(`2022-07-${day}T12:00:00+09:00`));
    await run.touch();
  }
  const notices = run.notificationsOf("s01");
  expect(notices.length).toBeGreaterThan(2);
  expectNoSecret("notices", notices);
});

test("the sentence of a refusal names no other society and no firm of it", async () => {
  const { record } = run.clientOf("s01");
  const { answerKey } = (
    await run.clerk.record.getRecord({
      app: run.apps.answers,
      id: secretAnswer,
    })
  ).record;
  const own = { edition: EDITION, society: "s01商工会" };
  const tries: Record<string, () => Promise<unknown>> = {
    "another's nomination": () =>
      record.getRecord({ app: run.apps.nominations, id: secretNomination }),
    "another's answer": () =>
      record.getRecord({ app: run.apps.answers, id: secretAnswer }),
    "a change of another's": () =>
      record.updateRecord({
        app: run.apps.nominations,
        id: secretNomination,
        record: cells({ remarks: "?" }),
      }),
    "comments of another's": () =>
      record.getRecordComments({ app: run.apps.answers, record: secretAnswer }),
    "a second answer of its own": () =>
      record.addRecord({
        app: run.apps.answers,
        record: cells({ ...own, answerKey: answerKey?.value }),
      }),
    "the deliveries": () => record.getRecords({ app: run.apps.deliveries }),
  };
  for (const [what, attempt] of Object.entries(tries)) {
    const refusal = await attempt().then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal, what).toBeInstanceOf(Error);
    expectNoSecret(what, [
      String(refusal),
      JSON.stringify(refusal),
      toMessage(toAppError(refusal), "ja"),
    ]);
  }
});

const readEditionAs = async (login: string) => {
  const { records } = await run
    .clientOf(login)
    .record.getRecords({ app: run.apps.editions });
  return records[0] ?? {};
};

const targetsOf = async (login: string) =>
  (
    await connectAs(run, login).gateway.listRecords("editions", {
      fields: ["name", "target"],
    })
  ).map(({ target }) => target);

/** Makes the field readable for everybody, as it was in sets of an earlier version. */
const openTarget = async (): Promise<void> => {
  const { app } = run.clientOf("Administrator");
  const { rights } = await app.getFieldAcl({ app: run.apps.editions });
  await app.updateFieldAcl({
    app: run.apps.editions,
    rights: rights.filter(({ code }) => code !== "target"),
  });
  await app.deployApp({ apps: [{ app: run.apps.editions }] });
};

test("how many firms the federation aims at is read by no society, also in a set that an update brings up to date", async () => {
  await openTarget();
  expect(await targetsOf("s01")).toEqual([1]);
  await provision({ baseUrl: run.baseUrl, auth: ADMIN });
  expect(await targetsOf("s01")).toEqual([null]);
  expect(Object.keys(await readEditionAs("s01"))).not.toContain("target");
  await expect(
    run.clientOf("s01").record.getRecords({
      app: run.apps.editions,
      query: "target > 0",
    }),
  ).rejects.toMatchObject({ status: 403 });
  expect(await targetsOf("clerk")).toEqual([1]);
  expect(
    await loadBoard(
      pageServicesOf(connectAs(run, "s01"), run),
      EDITION,
      () => undefined,
      () => undefined,
    ),
  ).toMatchObject({ isFederation: false });
});

test("an administrator outside the federation is not told that an edition has no target", async () => {
  const issuesFor = async (login: string) =>
    editionIssues(
      cloudPracticeAward,
      await connectAs(run, login).gateway.fetchRecord(
        "editions",
        run.editionId,
      ),
      TODAY,
      NO_CLOSED_DAYS,
    ).map(({ code }) => code);
  expect(await issuesFor("Administrator")).toEqual(await issuesFor("clerk"));
  expect(await issuesFor("clerk")).not.toContain("targetMissing");
});

test("an administrator outside the federation makes the next edition, and the number is kept or kintone's own", async () => {
  const award = cloudPracticeAward;
  const { gateway } = connectAs(run, "Administrator");
  const form = toGuideForm(award, null, TODAY);
  const save = (login: string, name: string, previous: Edition | null) =>
    saveEdition(connectAs(run, login).gateway, {
      programme: award,
      form: { ...form, name },
      previous,
      state: "準備中",
    });
  const last = await gateway.fetchRecord("editions", run.editionId);
  await save("Administrator", "初めての回", null);
  await save("Administrator", "管理者の次の回", last);
  await run.changeEdition({ target: "5" });
  const known = connectAs(run, "clerk").gateway;
  await save(
    "clerk",
    "県連の次の回",
    await known.fetchRecord("editions", run.editionId),
  );
  const all = await known.listRecords("editions", {
    fields: ["name", "target"],
  });
  expect(new Map(all.map((one) => [one.name, one.target]))).toEqual(
    new Map([
      [EDITION, 5],
      ["初めての回", award.target],
      ["管理者の次の回", award.target],
      ["県連の次の回", 5],
    ]),
  );
});
