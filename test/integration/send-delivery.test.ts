import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { createGateway } from "../../src/kintone/gateway.ts";
import type { Gateway } from "../../src/kintone/gateway.ts";
import { isIn } from "../../src/kintone/query.ts";
import { deliverReport } from "../../src/kintone/deliver-report.ts";
import { sendDelivery, undoSending } from "../../src/kintone/send-delivery.ts";
import {
  createPasswordTransport,
  type RestTransport,
} from "../../src/kintone/transport.ts";
import { startDemoSite, type DemoSite } from "../support/demo-site.ts";

const TODAY = "2022-08-01";
const NOW = Date.parse("2022-08-01T03:00:00Z");
const EDITION = "クラウド実践大賞 2022";
const SENT = { at: NOW, today: TODAY, to: "a@example.jp", user: "hamano" };

let demo: DemoSite;
beforeAll(async () => {
  demo = await startDemoSite(TODAY);
});
afterAll(() => demo.close());

const transportOf = (user: string): RestTransport =>
  createPasswordTransport(demo.credentials(user));

const gatewayOf = (transport: RestTransport): Gateway =>
  createGateway({
    programme: award,
    page: {
      appId: "",
      fetchFormFields: () => Promise.resolve({}),
      targetApp: () => null,
    },
    app: null,
    overrides: demo.apps,
    transport,
  });

/** Loses the answer of one write, after or before kintone did it. */
const cutting = (
  transport: RestTransport,
  at: number,
  side: "before" | "after",
): RestTransport => {
  let writes = 0;
  return {
    ...transport,
    request: async <T>(
      method: "GET" | "POST" | "PUT",
      path: string,
      params: Readonly<Record<string, unknown>>,
    ): Promise<T> => {
      const isCut = method !== "GET" && writes++ === at;
      if (isCut && side === "before") throw new TypeError("fetch failed");
      const answer = await transport.request<T>(method, path, params);
      if (isCut) throw new TypeError("fetch failed");
      return answer;
    },
  };
};

let gateway: Gateway;
let ids: string[];
let madeAt = NOW;

const listNominations = () =>
  gateway.listRecords("nominations", {
    fields: ["status", "reportDone"],
    condition: isIn("$id", ids),
  });

/** A fresh entry that lists registered nominations and one that is not. */
const make = async (): Promise<string> => {
  const all = await gateway.listRecords("nominations", {
    fields: ["status", "registeredName"],
  });
  const some = [
    ...all.filter(({ status }) => status === "登録済").slice(0, 9),
    ...all.filter(({ status }) => status === "県連へ連絡済").slice(0, 1),
  ];
  expect(some.length).toBeGreaterThan(2);
  ids = some.map(({ id }) => id);
  madeAt += 1000;
  return deliverReport(gateway, {
    ...reportOf(`hash ${madeAt}`),
    included: some.map(({ id, revision, registeredName }) => ({
      id: null,
      nominationId: id,
      nominationRevision: revision,
      nominationDigest: "",
      nominationName: registeredName,
      nominationSociety: "",
      stateBefore: "",
      reportedBefore: "",
    })),
  });
};

const reportOf = (resultHash: string) => ({
  edition: EDITION,
  kind: "本提出" as const,
  madeAt,
  file: { name: "シート.xlsx", bytes: new Uint8Array([1]) },
  proof: {},
  proofSummary: {},
  formName: "様式.xlsx",
  formHash: "f",
  mapVersion: "1",
  resultHash,
  count: 1,
  caseCount: 0,
  noneReason: "",
  warningReason: "",
  included: [],
});

const ledgerOf = async (id: string) => {
  const entry = await gateway.fetchRecord("deliveries", id);
  const { deliveryState, sentAt, sentTo, included } = entry;
  return { deliveryState, sentAt, sentTo, included };
};

beforeEach(() => {
  gateway = gatewayOf(transportOf("hamano"));
});

describe("a sheet that was mailed", () => {
  test("reports its registered nominations in one press, and undo restores all", async () => {
    const id = await make();
    const before = {
      nominations: await listNominations(),
      ledger: await ledgerOf(id),
    };
    const sentAt = await sendDelivery(gateway, id, SENT);
    expect(sentAt).toBe("2022-08-01T03:00:00Z");
    const after = await listNominations();
    expect(after.filter(({ status }) => status === "報告済")).toHaveLength(
      ids.length - 1,
    );
    expect(
      after.filter(({ status }) => status === "県連へ連絡済"),
    ).toHaveLength(1);
    expect(await ledgerOf(id)).toMatchObject({
      deliveryState: "送付済",
      sentTo: "a@example.jp",
    });

    await undoSending(gateway, id, { at: NOW, user: "hamano", reason: "誤り" });
    const strip = (all: typeof after) =>
      all.map(({ id: key, status, reportDone }) => ({
        key,
        status,
        reportDone,
      }));
    expect(strip(await listNominations())).toEqual(strip(before.nominations));
    expect(await ledgerOf(id)).toEqual(before.ledger);
    const { sendHistory } = await gateway.fetchRecord("deliveries", id);
    expect(
      sendHistory.map(({ sendEvent, sendEventReason, sendEventBy }) => [
        sendEvent,
        sendEventReason,
        sendEventBy[0]?.code,
      ]),
    ).toEqual([
      ["送付済", "", "hamano"],
      ["送付の取り消し", "誤り", "hamano"],
    ]);
  });

  test("is undone exactly when it was sent with a clock that was set back", async () => {
    const id = await make();
    const before = await listNominations();
    const ledger = await ledgerOf(id);
    const past = { at: NOW - 400 * 86_400_000, today: "2021-06-27" };
    await sendDelivery(gateway, id, { ...SENT, ...past });
    await undoSending(gateway, id, { at: NOW, user: "hamano", reason: "時計" });
    expect(
      (await listNominations()).map(({ status, reportDone }) => ({
        status,
        reportDone,
      })),
    ).toEqual(before.map(({ status, reportDone }) => ({ status, reportDone })));
    expect(await ledgerOf(id)).toEqual(ledger);
  });

  test.each(["before", "after"] as const)(
    "is sent by the next press when the answer was lost %s kintone did it",
    async (side) => {
      const id = await make();
      const broken = gatewayOf(cutting(transportOf("hamano"), 0, side));
      await expect(sendDelivery(broken, id, SENT)).rejects.toMatchObject({
        code: "kintone/offline",
      });
      await sendDelivery(gateway, id, SENT);
      expect(await ledgerOf(id)).toMatchObject({ deliveryState: "送付済" });
      const { sendHistory } = await gateway.fetchRecord("deliveries", id);
      expect(sendHistory).toHaveLength(1);
      await undoSending(gateway, id, { at: NOW, user: "hamano", reason: "済" });
    },
  );

  test("is closed to hand edits by a right until the sending is undone", async () => {
    const id = await make();
    await sendDelivery(gateway, id, SENT);
    const edits = [
      { nominationCount: 99 },
      { deliveryState: "作成済" as const },
      { sentAt: null },
    ];
    for (const edit of edits) {
      await expect(
        gateway.updateRecord("deliveries", id, edit),
      ).rejects.toMatchObject({ code: "kintone/no-right" });
    }
    await undoSending(gateway, id, { at: NOW, user: "hamano", reason: "誤り" });
    await gateway.updateRecord("deliveries", id, { nominationCount: 99 });
    expect(await ledgerOf(id)).toMatchObject({ deliveryState: "作成済" });
  });

  test.each([
    [0, "before"],
    [0, "after"],
    [1, "before"],
    [1, "after"],
  ] as const)(
    "is undone by the next press when answer %i of the undo was lost %s kintone did it",
    async (at, side) => {
      const id = await make();
      const before = await listNominations();
      await sendDelivery(gateway, id, SENT);
      const undo = { at: NOW, user: "hamano", reason: "誤り" };
      const broken = gatewayOf(cutting(transportOf("hamano"), at, side));
      await expect(undoSending(broken, id, undo)).rejects.toMatchObject({
        code: "kintone/offline",
      });
      await undoSending(gateway, id, undo);
      expect((await listNominations()).map(({ status }) => status)).toEqual(
        before.map(({ status }) => status),
      );
      expect(await ledgerOf(id)).toMatchObject({ deliveryState: "作成済" });
    },
  );

  test("changes nothing when one nomination cannot follow", async () => {
    const id = await make();
    const [first = ""] = ids;
    const before = await listNominations();
    const raced: Gateway = {
      ...gateway,
      // Another user withdraws the first firm between reading and writing.
      applyTogether: (changes) =>
        gateway.applyTogether([
          {
            kind: "move",
            app: "nominations",
            action: "取り下げる",
            ids: [first],
          },
          ...changes,
        ]),
    };
    await expect(sendDelivery(raced, id, SENT)).rejects.toMatchObject({
      code: expect.stringMatching(/^kintone\//),
    });
    expect(await listNominations()).toEqual(before);
    expect(await ledgerOf(id)).toMatchObject({ deliveryState: "作成済" });
  });
});

describe("two managers at once", () => {
  test("make one ledger entry of one sheet, in 20 of 20 tries", async () => {
    const other = gatewayOf(transportOf("shiomi"));
    for (let turn = 0; turn < 20; turn += 1) {
      const report = reportOf(`race ${turn}`);
      const made = await Promise.all([
        deliverReport(gateway, report),
        deliverReport(other, report),
      ]);
      expect(new Set(made).size, `try ${turn}`).toBe(1);
    }
  });

  test("send one sheet once", async () => {
    const other = gatewayOf(transportOf("shiomi"));
    const id = await make();
    const results = await Promise.allSettled([
      sendDelivery(gateway, id, SENT),
      sendDelivery(other, id, SENT),
    ]);
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
    const { sendHistory, deliveryState } = await gateway.fetchRecord(
      "deliveries",
      id,
    );
    expect([deliveryState, sendHistory.length]).toEqual(["送付済", 1]);
    await undoSending(gateway, id, { at: NOW, user: "hamano", reason: "済" });
  });
});

test("a mailed sheet can be made again, and has its own entry", async () => {
  const report = { ...reportOf("again") };
  const first = await deliverReport(gateway, report);
  await sendDelivery(gateway, first, SENT);
  const second = await deliverReport(gateway, report);
  expect(second).not.toBe(first);
  expect(await deliverReport(gateway, report)).toBe(second);
});
