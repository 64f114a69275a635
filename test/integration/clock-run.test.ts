import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  isRemindedInVain,
  societyAnswers,
} from "../../src/domain/society-answers.ts";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { createGateway } from "../../src/kintone/gateway.ts";
import { markCandidates } from "../../src/kintone/mark-candidates.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { cells } from "../support/nomination-site.ts";

const EDITION = "クラウド実践大賞 2022";
const DAYS = 32;
/** Answers with 該当なし on 25 July, and with a candidate on 26 July. */
const ANSWERING = ["s01", "s02"];

let run: CycleSite;
beforeAll(async () => {
  run = await startCycleSite("2022-07-20T08:00:00+09:00", 14);
});
afterAll(() => run.close());

const gatewayOf = (user: string) =>
  createGateway({
    programme: award,
    page: {
      appId: "",
      fetchFormFields: () => Promise.resolve({}),
      targetApp: () => null,
    },
    app: null,
    overrides: run.apps,
    transport: createPasswordTransport({
      baseUrl: run.baseUrl,
      username: user,
      password: user,
    }),
  });

const answer = async (
  society: string,
  values: { answer: "該当なし" | "候補あり"; reason: string },
): Promise<void> => {
  const gateway = gatewayOf(society);
  const [own] = await gateway.listRecords("answers", { fields: ["answer"] });
  await gateway.updateRecord("answers", own?.id ?? "", values);
};

/** A nomination that no page of ours has seen; then the federation presses the board's button. */
const nominateByRest = async (society: string): Promise<string[]> => {
  await run.clientOf(society).record.addRecord({
    app: run.apps.nominations,
    record: cells({
      edition: EDITION,
      society: `${society}商工会`,
      registeredName: "株式会社青空",
    }),
  });
  const gateway = gatewayOf("clerk");
  const [societies, answers, nominations] = await Promise.all([
    gateway.listRecords("societies", {
      fields: ["name", "code", "sortOrder", "active"],
    }),
    gateway.listRecords("answers", {
      fields: ["society", "societyCode", "answer", "reason", "answeredOn"],
    }),
    gateway.listRecords("nominations", {
      fields: [
        "status",
        "society",
        "societyCode",
        "nominationKind",
        "consentNominate",
        "consentShare",
      ],
    }),
  ]);
  const found = societyAnswers(societies, answers, nominations).filter(
    isRemindedInVain,
  );
  const ids = new Set(found.map((one) => one.answer?.id));
  await markCandidates(
    gateway,
    answers.filter(({ id }) => ids.has(id)),
    { today: "2022-07-25", user: "clerk" },
  );
  return found.map((one) => one.society.code);
};

const dayOf = (createdAt: string): string =>
  new Date(Date.parse(createdAt) + 9 * 3_600_000).toISOString().slice(0, 10);

test("from 20 July to 20 August the silent are told three times, who answered no more, the federation once a day", async () => {
  const federation = gatewayOf("clerk");
  const edition = { name: EDITION, contactDate: "2022-07-27", closedDays: [] };
  const plan = await loadPlan(federation, edition, {
    closedDays: [],
    today: "2022-07-20",
  });
  expect(plan.add).toHaveLength(14);
  await applyHandout(federation, EDITION, plan);

  const start = Date.parse("2022-07-20T08:00:00+09:00");
  for (let day = 1; day < DAYS; day += 1) {
    run.setClock(start + day * 86_400_000);
    // Any request lets the stand-in send what fell due; nobody opens a page.
    await run.touch();
    if (day === 5) await answer("s01", { answer: "該当なし", reason: "なし" });
    if (day === 5) expect(await nominateByRest("s03")).toEqual(["s03"]);
    if (day === 6) await answer("s02", { answer: "候補あり", reason: "" });
  }

  // Reminders of the nomination itself are another matter.
  expect(
    run.notificationsOf("s03").filter(({ title }) => title.includes("ご回答")),
  ).toEqual([]);
  for (const society of run.societies.filter((code) => code !== "s03")) {
    const told = run.notificationsOf(society);
    const days = told.map(({ createdAt }) => dayOf(createdAt)).sort();
    expect(days, society).toEqual(
      ANSWERING.includes(society)
        ? ["2022-07-20"]
        : ["2022-07-20", "2022-07-26", "2022-07-28"],
    );
  }
  const digests = run.notificationsOf("clerk");
  const days = digests.map(({ createdAt }) => dayOf(createdAt));
  expect(new Set(days).size).toBe(days.length);
  expect(days).toContain("2022-07-21");
  expect(days).toContain("2022-08-15");
  expect(digests.every(({ kind }) => kind === "reminder")).toBe(true);
});
