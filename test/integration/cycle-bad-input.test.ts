import { afterEach, expect, test } from "vitest";
import { milestoneOf } from "../../src/domain/cycle.ts";
import { dateOf } from "../../src/domain/milestone-dates.ts";
import { toHolderKey } from "../../src/domain/notice-reach.ts";
import { planChase } from "../../src/domain/plan-chase.ts";
import { findSocietyGaps } from "../../src/domain/society-gaps.ts";
import { loadNotice } from "../../src/features/answer-notice/load-notice.ts";
import { messages as noticeMessages } from "../../src/features/answer-notice/messages.ts";
import { renderNoticePage } from "../../src/features/answer-notice/view.ts";
import { applyChange } from "../../src/features/edition-change/apply-change.ts";
import { loadChange } from "../../src/features/edition-change/load-change.ts";
import { messages as changeMessages } from "../../src/features/edition-change/messages.ts";
import { renderChange } from "../../src/features/edition-change/view.ts";
import { applyHandout } from "../../src/features/handout/apply-plan.ts";
import { loadPlan } from "../../src/features/handout/load-plan.ts";
import { messages as handoutMessages } from "../../src/features/handout/messages.ts";
import { renderHandout } from "../../src/features/handout/view.ts";
import type { HandoutPage } from "../../src/features/handout/view.ts";
import { chaseSocieties } from "../../src/kintone/chase-societies.ts";
import { createDirectoryReader } from "../../src/kintone/directory.ts";
import type { Gateway } from "../../src/kintone/gateway.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import { chaseText } from "../../src/words/chase-words.ts";
import { connectAs, readAll } from "../support/cycle-gateway.ts";
import { startCycleSite } from "../support/cycle-site.ts";
import type { CycleSite } from "../support/cycle-site.ts";
import { clockOn } from "../support/domain-records.ts";
import { addManyNominations } from "../support/many-nominations.ts";
import { cells } from "../support/nomination-site.ts";
import { inJapanese } from "../support/page-records.ts";
import { plainTextsOf, textOfTemplate } from "../support/template-text.ts";

const EDITION = "クラウド実践大賞 2022";
const TODAY = "2022-07-21";
const NOW = "2022-07-21T10:00:00+09:00";
const settings = { closedDays: [], today: TODAY };

let run: CycleSite;
afterEach(() => run.close());

const presserOf = (user: string) => ({
  user,
  at: run.site.clock.now(),
  timeZone: "Asia/Tokyo",
});

const nothing = (): void => undefined;

const planOf = async (gateway: Gateway) =>
  loadPlan(
    gateway,
    await gateway.fetchRecord("editions", run.editionId),
    settings,
  );

/** The panel of the edition's page before a press, or before the last question. */
const handoutPage = async (
  gateway: Gateway,
  kind: "ready" | "asking" | "closed" = "ready",
) => {
  const edition = await gateway.fetchRecord("editions", run.editionId);
  const page: HandoutPage = {
    t: inJapanese(handoutMessages),
    status:
      kind === "closed" ? { kind } : { kind, plan: await planOf(gateway) },
    hasDate: dateOf(edition, milestoneOf(award, "answer")) !== null,
    notice: edition.noticeText,
    isDraft: false,
    mismatches: [],
    onAsk: nothing,
    onCancel: nothing,
    onSend: nothing,
    onReload: nothing,
  };
  return renderHandout(page);
};

const changePage = async (gateway: Gateway) =>
  textOfTemplate(
    renderChange({
      t: inJapanese(changeMessages),
      status: {
        kind: "ready",
        loaded: await loadChange(gateway, run.editionId, settings),
      },
      today: TODAY,
      onApply: nothing,
      onStop: nothing,
      onReload: nothing,
    }),
  );

const handOut = async (gateway: Gateway): Promise<void> =>
  applyHandout(gateway, EDITION, await planOf(gateway));

const change = async (gateway: Gateway, user = "clerk"): Promise<string[]> =>
  applyChange(
    gateway,
    await loadChange(gateway, run.editionId, settings),
    presserOf(user),
  );

const societyRecord = async (name: string): Promise<string> => {
  const all = await readAll(run, "societies");
  const found = all.find((one) => one.name?.value === name);
  return String(found?.$id?.value);
};

/** The record as it is once its organisation is deleted; kintone saves none without one. */
const loseOrganization = (id: string): void => {
  const app = Number(run.apps.societies);
  const { store } = run.site;
  const record = store.records(app).get(Number(id));
  if (record === undefined) throw new Error("There is no such society");
  const values = { ...record.values, organization: [] };
  store.transaction(() => store.saveRecord(app, { ...record, values }));
  // Indexes of values are made anew after a snapshot.
  run.remember()();
};

const answerOf = async (society: string): Promise<string> => {
  const all = await readAll(run, "answers");
  const found = all.find((one) => one.society?.value === society);
  return String(found?.$id?.value);
};

const deleteAnswer = async (society: string): Promise<void> => {
  await run.clerk.record.deleteRecords({
    app: run.apps.answers,
    ids: [await answerOf(society)],
  });
};

const administer = async (
  method: string,
  path: string,
  body: unknown,
): Promise<void> => {
  const answer = await fetch(`${run.baseUrl}/v1/${path}.json`, {
    method,
    headers: {
      "Content-Type": "application/json",
      "X-Cybozu-Authorization": btoa("Administrator:Administrator"),
    },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
};

const deactivate = (code: string): Promise<void> =>
  administer("PUT", "users", { users: [{ code, valid: false }] });

const chaseAll = async (gateway: Gateway) => {
  const answers = await gateway.listRecords("answers", {
    fields: ["society", "answer", "answerDue", "chases"],
  });
  const { chases } = planChase(
    answers.map((record) => ({
      id: record.id,
      name: record.society,
      organization: [{ code: record.society.replace("商工会", ""), name: "" }],
      record,
      isUnanswered: true,
      lines: [],
    })),
    TODAY,
  );
  return (user = "clerk") =>
    chaseSocieties(
      gateway,
      chases.filter(({ timesToday }) => timesToday === 0),
      {
        today: TODAY,
        user,
        signal: new AbortController().signal,
        textOf: (one) => chaseText(award, EDITION, TODAY, one),
        onProgress: nothing,
      },
    );
};

test("a society without an organisation is named before the press, and gets the request with the next one", async () => {
  run = await startCycleSite(NOW, 3);
  const { gateway } = connectAs(run, "clerk");
  const id = await societyRecord("s02商工会");
  loseOrganization(id);
  const sentence =
    "「組織」が空のため届けられない商工会（1）：s02商工会。商工会アプリで「組織」を入れてから、もう一度押してください。";
  for (const kind of ["ready", "asking"] as const)
    expect(textOfTemplate(await handoutPage(gateway, kind))).toContain(
      sentence,
    );
  await handOut(gateway);
  expect(run.toldTimes()).toEqual([1, 0, 1]);
  expect(textOfTemplate(await handoutPage(gateway))).toContain(sentence);
  await run.clerk.record.updateRecord({
    app: run.apps.societies,
    id,
    record: cells({ organization: [{ code: "s02" }] }),
  });
  const later = textOfTemplate(await handoutPage(gateway));
  expect(later).not.toContain("届けられない");
  expect(later).toContain("届いていない商工会に送る");
  await handOut(gateway);
  expect(run.toldTimes()).toEqual([1, 1, 1]);
  expect(textOfTemplate(await handoutPage(gateway))).toContain(
    "3商工会に周知済みです。",
  );
});

test("a deactivated user gets nothing, is named by the check, and stops nobody's press", async () => {
  run = await startCycleSite(NOW, 3);
  await administer("POST", "users", {
    users: [{ code: "leaver", name: "前任", password: "leaver" }],
  });
  await administer("PUT", "user/groups", {
    code: "leaver",
    groups: ["federation"],
  });
  const before = connectAs(run, "leaver").gateway;
  await handOut(before);
  await run.changeEdition({
    contactDate: "2022-07-28",
    contactUsers: [{ code: "leaver" }],
  });
  await change(before, "leaver");
  await (
    await chaseAll(before)
  )("leaver");
  const told = run.toldTimes();
  await deactivate("leaver");
  await deactivate("s03");

  const { gateway } = connectAs(run, "clerk");
  await run.changeEdition({ contactDate: "2022-07-29" });
  await change(gateway);
  const [first, second] = run.toldTimes();
  expect([first, second]).toEqual([told[0], told[1]].map((one = 0) => one + 1));
  run.site.clock.set(Date.parse("2022-07-22T10:00:00+09:00"));
  const { changes } = await gateway.fetchRecord("editions", run.editionId);
  expect(
    changes.map(({ changedBy, changeState }) => [
      changedBy.map(({ code }) => code),
      changeState,
    ]),
  ).toEqual([
    [["leaver"], "反映済"],
    [["clerk"], "反映済"],
  ]);

  const reader = createDirectoryReader(
    createPasswordTransport({
      baseUrl: run.baseUrl,
      username: "clerk",
      password: "clerk",
    }),
  );
  const organizations = await Promise.all(
    run.societies.map(
      async (code) =>
        [
          toHolderKey({ type: "ORGANIZATION", code }),
          await reader.listMembers("ORGANIZATION", code),
        ] as const,
    ),
  );
  const gaps = findSocietyGaps(
    await gateway.listRecords("societies", {
      fields: ["name", "organization", "contactUsers", "active"],
    }),
    { users: new Set(), members: new Map(organizations) },
  );
  expect(gaps.withoutMembers).toEqual(["s03商工会"]);
});

test("an answer deleted by hand while a change is half announced: the next press ends, the rest is told once", async () => {
  run = await startCycleSite(NOW, 3);
  await handOut(connectAs(run, "clerk").gateway);
  await run.changeEdition({ contactDate: "2022-07-29" });
  let comments = 0;
  const cut = connectAs(run, "clerk", (send) => (method, path, body) => {
    comments += path === "record/comment" ? 1 : 0;
    if (comments > 1) throw new TypeError("fetch failed");
    return send(method, path, body);
  });
  await expect(change(cut.gateway)).rejects.toThrow();
  await deleteAnswer("s02商工会");
  const { gateway } = connectAs(run, "clerk");
  expect(await changePage(gateway)).toContain(
    "前回の「変更を反映」が途中で止まっています。押すと続きから行い、同じ相手に二度は知らせません。",
  );
  expect(await change(gateway)).toEqual(["s02商工会"]);
  expect(run.toldTimes()).toEqual([2, 1, 2]);
  expect(await changePage(gateway)).toContain(
    "案件と回答は、すべて今の募集回の期限・基準です。",
  );
  expect(textOfTemplate(await handoutPage(gateway, "asking"))).toContain(
    "これから届く商工会（1）：s02商工会",
  );
  await handOut(gateway);
  expect(run.toldTimes()).toEqual([2, 2, 2]);
});

test("an answer deleted by hand between the preview and the press: the others are changed and told, and that one is named", async () => {
  run = await startCycleSite(NOW, 3);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  await run.changeEdition({ contactDate: "2022-07-29" });
  const loaded = await loadChange(gateway, run.editionId, settings);
  await deleteAnswer("s02商工会");
  expect(await applyChange(gateway, loaded, presserOf("clerk"))).toEqual([
    "s02商工会",
  ]);
  expect(run.toldTimes()).toEqual([2, 1, 2]);
  const answers = await readAll(run, "answers");
  expect(answers.map(({ answerDue }) => answerDue?.value)).toEqual([
    "2022-07-29",
    "2022-07-29",
  ]);
  expect(await changePage(gateway)).toContain(
    "案件と回答は、すべて今の募集回の期限・基準です。",
  );
});

test("two clerks who chase at once tell each society once and write one line", async () => {
  run = await startCycleSite(NOW, 2);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  const [first, second] = [await chaseAll(gateway), await chaseAll(gateway)];
  await first();
  await second();
  expect(run.toldTimes()).toEqual([2, 2]);
  const answers = await gateway.listRecords("answers", { fields: ["chases"] });
  expect(
    answers.map(
      ({ chases }) => chases.filter(({ chasedOn }) => chasedOn !== null).length,
    ),
  ).toEqual([1, 1]);
});

test("an answer deleted by hand while the board is open: the others are chased, and that one is named", async () => {
  run = await startCycleSite(NOW, 3);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  const press = await chaseAll(gateway);
  await deleteAnswer("s02商工会");
  const { notified, gone } = await press();
  expect(notified.map(({ society }) => society.name)).toEqual([
    "s01商工会",
    "s03商工会",
  ]);
  expect(gone.map(({ society }) => society.name)).toEqual(["s02商工会"]);
  expect(run.toldTimes()).toEqual([2, 1, 2]);
  await (
    await chaseAll(gateway)
  )();
  expect(run.toldTimes()).toEqual([2, 1, 2]);
});

test("a date moved to the past and a threshold of 0 are said before the press, and told once", async () => {
  run = await startCycleSite(NOW, 3);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  await addManyNominations(run, EDITION, 3);
  const before = run.toldTimes();
  await run.changeEdition({ contactDate: "2022-07-15", threshold: "0" });
  const text = await changePage(gateway);
  expect(text).toContain("県連への連絡：7/27(水) → 7/15(金)");
  expect(text).toContain("基準点：12点 → 0点");
  expect(text).toContain(
    "過ぎた日に変える期限：県連への連絡 7/15(金)。反映すると、まだ終えていない案件と回答は期限超過になります。",
  );
  await change(gateway);
  expect(await changePage(gateway)).toContain(
    "案件と回答は、すべて今の募集回の期限・基準です。",
  );
  expect(run.toldTimes()).toEqual(before.map((times) => times + 1));
  // kintone reminds nobody of a date that is over before it was announced.
  for (let day = 22; day <= 31; day += 1) {
    run.setClock(Date.parse(`2022-07-${day}T12:00:00+09:00`));
    await run.touch();
  }
  const titles = run.societies.flatMap((code) =>
    run.notificationsOf(code).map(({ title }) => title),
  );
  expect(titles.filter((title) => /ご回答|県連への連絡/u.test(title))).toEqual(
    [],
  );
  // The next date, which has not moved, is reminded of.
  expect(titles.some((title) => title.includes("他薦登録"))).toBe(true);
});

test("an edition closed in the middle says that kintone goes on reminding, and blanked dates end it", async () => {
  run = await startCycleSite(NOW, 2);
  const { gateway } = connectAs(run, "clerk");
  await handOut(gateway);
  await run.changeEdition({ editionState: "終了" });
  expect(textOfTemplate(await handoutPage(gateway, "closed"))).toContain(
    "要らないときは、回答の「回答期限」を空にして保存し、案件を取り下げてください。",
  );
  await run.clerk.record.updateRecord({
    app: run.apps.answers,
    id: await answerOf("s02商工会"),
    record: cells({ answerDue: "", remindOn: "" }),
  });
  for (let day = 22; day <= 31; day += 1) {
    run.setClock(Date.parse(`2022-07-${day}T12:00:00+09:00`));
    await run.touch();
  }
  expect(run.toldTimes()).toEqual([3, 1]);
});

const TEN_MEGABYTES = 10 * 1024 * 1024;

test("a notice of 10,000 characters with markup and a file of 10 MB reach each society as they are", async () => {
  run = await startCycleSite(NOW, 3);
  const notice = '<b>太字</b> & "引用" <script>alert(1)</script>\n'
    .repeat(300)
    .slice(0, 10_000);
  const bytes = new Uint8Array(TEN_MEGABYTES).map((_none, at) => at % 251);
  const clerk = connectAs(run, "clerk");
  const fileKey = await clerk.gateway.uploadFile({ name: "資料1.pdf", bytes });
  await run.changeEdition({ noticeText: notice, noticeFiles: [{ fileKey }] });
  const asking = await handoutPage(clerk.gateway, "asking");
  expect(plainTextsOf(asking)).toEqual([notice]);
  await handOut(clerk.gateway);
  expect(run.toldTimes()).toEqual([1, 1, 1]);

  const { gateway } = connectAs(run, "s01");
  const edition = await loadNotice(gateway, EDITION);
  if (edition === null) throw new Error("The society sees no edition");
  const [own] = await gateway.listRecords("answers", { fields: [] });
  const page = renderNoticePage({
    programme: award,
    t: inJapanese(noticeMessages),
    status: { kind: "ready", edition },
    record: await gateway.fetchRecord("answers", own?.id ?? ""),
    createHref: "",
    textToCopy: null,
    clock: clockOn(TODAY),
    onRead: nothing,
    onNone: nothing,
    onPassedOn: nothing,
    onCopy: nothing,
    onDownload: nothing,
  });
  expect(plainTextsOf(page)).toEqual([notice]);
  expect(textOfTemplate(page)).toContain("資料1.pdf ↓");
  const [file] = edition.noticeFiles;
  const arrived = new Uint8Array(
    await gateway.downloadFile(file?.fileKey ?? ""),
  );
  expect(arrived.length).toBe(TEN_MEGABYTES);
  expect(Buffer.compare(arrived, bytes)).toBe(0);
});
