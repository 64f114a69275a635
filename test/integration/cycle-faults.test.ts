import { afterEach, expect, test } from "vitest";
import { planChase } from "../../src/domain/plan-chase.ts";
import { applyChange } from "../../src/features/edition-change/apply-change.ts";
import { loadChange } from "../../src/features/edition-change/load-change.ts";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { applyBulk } from "../../src/kintone/bulk-moves.ts";
import { chaseSocieties } from "../../src/kintone/chase-societies.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import type { Gateway } from "../../src/kintone/gateway.ts";
import {
  RestFailure,
  createPasswordTransport,
} from "../../src/kintone/transport.ts";
import type { RestTransport } from "../../src/kintone/transport.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import { chaseText } from "../../src/words/chase-words.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { cells, sampleItems } from "../support/nomination-site.ts";

const EDITION = "クラウド実践大賞 2022";
const TODAY = "2022-07-21";
const settings = { closedDays: [], today: TODAY };
const presser = {
  user: "clerk",
  at: Date.parse("2022-07-21T10:05:00+09:00"),
  timeZone: "Asia/Tokyo",
};

let run: CycleSite;
afterEach(() => run.close());

type Send = RestTransport["request"];
type Fault = (send: () => Promise<never>) => Promise<never>;

const refuse =
  (status: number): Fault =>
  async () => {
    throw new RestFailure(status, {
      code: "",
      id: "f1",
      message: `HTTP ${status}`,
    });
  };

const faults: Readonly<Record<string, Fault>> = {
  "lost before it arrived": async () => {
    throw new TypeError("fetch failed");
  },
  "lost after it was done": async (send) => {
    await send();
    throw new TypeError("fetch failed");
  },
  "refused with 403": refuse(403),
  "answered with 503": refuse(503),
};

/** The write itself, whatever state it was based on. */
const keyOf = (call: Parameters<Send>): string =>
  JSON.stringify(call, (name, value: unknown) =>
    name === "revision" ? undefined : value,
  );

/** Lets every distinct write fail the first time it is sent. */
const failEachOnce = (send: Send, fault: Fault) => {
  const failed = new Set<string>();
  const request: Send = <T>(...call: Parameters<Send>): Promise<T> => {
    const pass = (): Promise<T> => send<T>(...call);
    const key = keyOf(call);
    if (call[0] === "GET" || failed.has(key)) return pass();
    failed.add(key);
    return fault(pass as () => Promise<never>); // the answer's type is the caller's
  };
  return { request, countFailures: () => failed.size };
};

const connect = (fault: Fault) => {
  const inner = createPasswordTransport({
    baseUrl: run.baseUrl,
    username: "clerk",
    password: "clerk",
  });
  const { request, countFailures } = failEachOnce(inner.request, fault);
  const gateway = createGateway({
    programme: cloudPracticeAward,
    page: {
      appId: "",
      fetchFormFields: () => Promise.resolve({}),
      targetApp: () => null,
    },
    app: null,
    overrides: run.apps,
    transport: { ...inner, request },
  });
  return { gateway, countFailures };
};

/** Presses until a press ends; each press may fail once per distinct write. */
const pressUntilDone = async (
  press: () => Promise<unknown>,
  isDone: () => Promise<boolean>,
): Promise<void> => {
  for (let times = 0; times < 30; times += 1) {
    await press().catch(() => undefined);
    if (await isDone()) return;
  }
  throw new Error("Thirty presses did not finish the work");
};

const handOut = (gateway: Gateway): Promise<void> => {
  const edition = { name: EDITION, contactDate: "2022-07-27", closedDays: [] };
  const load = () => loadPlan(gateway, edition, settings);
  return pressUntilDone(
    async () => applyHandout(gateway, EDITION, await load()),
    async () => (await load()).add.length === 0,
  );
};

const addNominations = async (): Promise<void> => {
  const app = run.apps.nominations;
  const { ids } = await run.clerk.record.addRecords({
    app,
    records: ["株式会社青空", "株式会社白雲"].map((registeredName) =>
      cells({
        edition: EDITION,
        society: "s01商工会",
        registeredName,
        consentNominate: "同意あり",
        consentShare: "同意あり",
        consentDate: "2022-07-20",
        securityActionStars: "二つ星",
        securityActionId: "12345678901",
        checklist: sampleItems.map((item, index) => ({
          value: cells({ ...item, answer: index < 14 ? "はい" : "いいえ" }),
        })),
      }),
    ),
  });
  const { actions } = await run.clerk.app.getProcessManagement({ app });
  const [action] = actions ?? [];
  await run.clerk.record.updateRecordsStatus({
    app,
    records: ids.map((id) => ({ id, action: action?.name ?? "" })),
  });
};

const change = async (gateway: Gateway): Promise<void> => {
  await run.clerk.record.updateRecord({
    app: run.apps.editions,
    id: run.editionId,
    record: cells({ contactDate: "2022-07-29", threshold: "13" }),
  });
  const load = () => loadChange(gateway, run.editionId, settings);
  await pressUntilDone(
    async () => applyChange(gateway, await load(), presser),
    async () =>
      (await load()).edition.changes.some(
        ({ changeState }) => changeState === "反映済",
      ),
  );
};

const readChases = (gateway: Gateway) =>
  gateway.listRecords("answers", {
    fields: ["society", "answer", "answerDue", "chases"],
  });

const chase = (gateway: Gateway): Promise<void> =>
  pressUntilDone(
    async () => {
      const answers = await readChases(gateway);
      const { chases } = planChase(
        answers.map((record, index) => ({
          id: record.id,
          name: record.society,
          organization: [{ code: run.societies[index] ?? "", name: "" }],
          record,
          // The first society has nominated.
          isUnanswered: record.society !== "s01商工会",
          lines: [],
        })),
        TODAY,
      );
      await chaseSocieties(
        gateway,
        chases.filter(({ timesToday }) => timesToday === 0),
        {
          today: TODAY,
          user: "clerk",
          signal: new AbortController().signal,
          textOf: (one) => chaseText(cloudPracticeAward, EDITION, TODAY, one),
          onProgress: () => undefined,
        },
      );
    },
    async () =>
      (await readChases(gateway))
        .filter(({ society }) => society !== "s01商工会")
        .every(({ chases }) =>
          chases.some(({ chasedOn }) => chasedOn === TODAY),
        ),
  );

const readNominations = (gateway: Gateway) =>
  gateway.listRecords("nominations", {
    fields: [
      "status",
      "nameCheck",
      "registeredBy",
      "registeredName",
      "corporateNumber",
      "businessKind",
      "nominationKind",
      "edition",
      "contactDone",
      "registerDone",
    ],
  });

type Target = Awaited<ReturnType<typeof readNominations>>[number];

const work = (
  gateway: Gateway,
  action: "nameCheck" | "register",
  isDone: (target: Target) => boolean,
): Promise<void> =>
  pressUntilDone(
    async () =>
      applyBulk(
        gateway,
        action,
        (await readNominations(gateway)).filter((one) => !isDone(one)),
        {
          today: TODAY,
          user: "clerk",
          registeredOn: TODAY,
          registrationOf: () => ({ registeredBy: "県連" }),
          signal: new AbortController().signal,
          onProgress: () => undefined,
        },
      ),
    async () => (await readNominations(gateway)).every(isDone),
  );

const commentsOf = async (gateway: Gateway): Promise<string[][]> => {
  const answers = await gateway.listRecords("answers", { fields: [] });
  const lists = await Promise.all(
    answers.map(({ id }) => gateway.listComments("answers", id)),
  );
  return lists.map((list) =>
    list.map(({ text }) => (text.includes("お願い") ? "chase" : "change")),
  );
};

test.each(Object.keys(faults))(
  "every write %s: pressing again finishes, and nobody is told twice",
  async (kind) => {
    run = await startCycleSite("2022-07-21T10:00:00+09:00", 3);
    const { gateway, countFailures } = connect(faults[kind] ?? refuse(500));
    await handOut(gateway);
    await addNominations();
    await change(gateway);
    await chase(gateway);
    await work(gateway, "nameCheck", ({ nameCheck }) => nameCheck === "確認済");
    await work(gateway, "register", ({ status }) => status === "登録済");

    const answers = await gateway.listRecords("answers", {
      fields: ["society", "answerDue", "chases"],
    });
    expect(
      answers.map(({ society, answerDue, chases }) => [
        society,
        answerDue,
        chases.flatMap(({ chasedOn }) => chasedOn ?? []),
      ]),
    ).toEqual([
      ["s01商工会", "2022-07-29", []],
      ["s02商工会", "2022-07-29", [TODAY]],
      ["s03商工会", "2022-07-29", [TODAY]],
    ]);
    expect(await commentsOf(gateway)).toEqual([
      ["change"],
      ["chase", "change"],
      ["chase", "change"],
    ]);
    expect(
      (await readNominations(gateway)).map((one) => [
        one.status,
        one.nameCheck,
        one.registerDone,
        one.registeredBy,
      ]),
    ).toEqual([
      ["登録済", "確認済", TODAY, "県連"],
      ["登録済", "確認済", TODAY, "県連"],
    ]);
    const { edition, plan } = await loadChange(
      gateway,
      run.editionId,
      settings,
    );
    expect(edition.changes).toHaveLength(1);
    expect([plan.stale, plan.answers, plan.toNotify]).toEqual([[], [], []]);
    // One per record handed out, of the history, of a comment, of a ledger and of a bulk action.
    expect(countFailures()).toBeGreaterThanOrEqual(10);
  },
);
