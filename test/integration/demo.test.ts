import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import { parseRecord } from "../../src/app-kit/record-schema.ts";
import {
  createApps,
  nominations,
  type AppKey,
  type NominationRecord,
} from "../../src/apps/index.ts";
import { toRestRecord } from "../../src/app-kit/to-rest-record.ts";
import {
  hasStatus,
  endOfWeek,
  isDueBetween,
  toBoardLine,
} from "../../src/domain/board-lines.ts";
import { counts } from "../../src/domain/nomination-step.ts";
import { connect, previewProvision } from "../../src/provision/index.ts";
import { seedDemo } from "../../scripts/demo/index.ts";
import { sha256 } from "excel-form";
import { clockOn } from "../support/domain-records.ts";
import { startDemoSite, type DemoSite } from "../support/demo-site.ts";

const TODAY = "2026-05-11";

let demo: DemoSite;
beforeAll(async () => {
  demo = await startDemoSite(TODAY);
});
afterAll(() => demo.close());

const listAs = async (
  code: string,
  query = "",
): Promise<NominationRecord[]> => {
  const { records } = await demo.as(code).client.record.getRecords({
    app: demo.apps.nominations,
    query: `${query} limit 500`,
  });
  return records.map((record) => parseRecord(nominations, record));
};

const countAs = async (code: string, key: AppKey): Promise<number> => {
  const { records } = await demo
    .as(code)
    .client.record.getRecords({ app: demo.apps[key], query: "limit 500" });
  return records.length;
};

describe("the demo on a provisioned site", () => {
  test("every nomination reads as its declaration says", async () => {
    const records = await listAs("hamano");
    expect(records.length).toBeGreaterThanOrEqual(34);
    expect(new Set(records.map(({ status }) => status))).toEqual(
      new Set(createApps(award).nominations.states),
    );
  });

  test("kintone's own score and verdict agree with the answers", async () => {
    for (const record of await listAs("hamano")) {
      const yes = record.checklist.filter(({ answer }) => answer === "はい");
      const answered = record.checklist.filter(({ answer }) => answer !== null);
      const verdict = yes.length >= 12 ? "基準以上" : "基準未満";
      expect([record.scoreTotal, record.answeredCount, record.verdict]).toEqual(
        [
          yes.length,
          answered.length,
          answered.length === 0 ? "未採点" : verdict,
        ],
      );
    }
  });

  test("dates, threshold and organisation came by the lookups", async () => {
    const [record] = await listAs(
      "hamano",
      'edition = "クラウド実践大賞 2022" order by $id asc',
    );
    expect(record).toMatchObject({
      contactDue: "2022-07-27",
      registerDue: "2022-08-01",
      reportDue: "2022-08-01",
      caseDue: "2022-08-15",
      requiredScore: 12,
      checklistKind: "サンプル",
      societyCode: "s04",
      organization: [{ code: "s04", name: "月影村商工会" }],
    });
  });

  test("it is planted once only", async () => {
    expect(
      await seedDemo({
        baseUrl: demo.admin.baseUrl,
        apps: demo.apps,
        today: TODAY,
      }),
    ).toBe(false);
  });

  test("records do not disturb a second provisioning", async () => {
    expect((await previewProvision(demo.admin)).steps).toEqual([]);
  });
});

describe("who sees what", () => {
  test("a society sees its own nominations, answers and itself", async () => {
    const seen = await listAs("aoki");
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map(({ society }) => society))).toEqual(
      new Set(["朝霧町商工会"]),
    );
    expect(await countAs("aoki", "societies")).toBe(1);
    expect(await countAs("aoki", "answers")).toBe(2);
    expect(await countAs("aoki", "editions")).toBe(2);
  });

  test("a society reaches no other's nomination by its number", async () => {
    const [other] = await listAs("hamano", 'societyCode = "s02"');
    const { client } = demo.as("aoki");
    const at = { app: demo.apps.nominations, id: other?.id ?? "" };
    await expect(client.record.getRecord(at)).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      client.record.updateRecord({
        ...at,
        record: toRestRecord(nominations, { remarks: "?" }),
      }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test("a society cannot nominate in another's name", async () => {
    await expect(
      demo.as("aoki").client.record.addRecord({
        app: demo.apps.nominations,
        record: toRestRecord(nominations, {
          edition: "クラウド実践大賞 2026",
          society: "潮鳴町商工会",
          registeredName: "株式会社なりすまし",
        }),
      }),
    ).rejects.toMatchObject({ status: 400 });
  });

  test("the past report has the sheet and its proof", async () => {
    const { client } = demo.as("hamano");
    const { records } = await client.record.getRecords({
      app: demo.apps.deliveries,
    });
    const files = records[0]?.reportFile?.value as Array<{
      name: string;
      fileKey: string;
    }>; // a FILE field
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/回答シート.*\.xlsx$/u),
      expect.stringMatching(/_証明\.json$/u),
    ]);
    const bytes = new Uint8Array(
      await client.file.downloadFile({ fileKey: files[0]?.fileKey ?? "" }),
    );
    expect(sha256(bytes)).toBe(records[0]?.resultHash?.value);
  });

  test("a society does not reach the deliveries", async () => {
    await expect(countAs("aoki", "deliveries")).rejects.toMatchObject({
      status: 403,
    });
  });

  test.each(["shiomi", "Administrator"])(
    "%s, of the federation's group, sees all",
    async (code) => {
      expect(await countAs(code, "nominations")).toBe(38);
      expect(await countAs(code, "deliveries")).toBe(1);
    },
  );

  test("an administrator outside the federation sees nothing of what is confided", async () => {
    const { directory } = demo.as("Administrator");
    await directory.addUsers([
      { code: "jouhou", name: "情報 係", password: "jouhou", email: "" },
    ]);
    await directory.setUserGroups("jouhou", ["Administrators"]);
    const { client } = connect({
      baseUrl: demo.admin.baseUrl,
      auth: { username: "jouhou", password: "jouhou" },
    });
    for (const key of ["societies", "nominations", "answers"] as const) {
      const { records } = await client.record.getRecords({
        app: demo.apps[key],
      });
      expect(records).toEqual([]);
    }
  });

  test("a society cannot confirm its own name", async () => {
    const [own] = await listAs("aoki", 'nameCheck in ("未確認")');
    await expect(
      demo.as("aoki").client.record.updateRecord({
        app: demo.apps.nominations,
        id: own?.id ?? "",
        record: toRestRecord(nominations, { nameCheck: "確認済" }),
      }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe("the process as the platform enforces it", () => {
  const move = (code: string, id: string, action: string) =>
    demo.as(code).client.record.updateRecordStatus({
      app: demo.apps.nominations,
      id,
      action,
    });

  const find = async (query: string): Promise<string> =>
    (
      await listAs("hamano", `${query} and edition = "クラウド実践大賞 2026"`)
    )[0]?.id ?? "";

  test.each([
    ["its name is not confirmed", 'nameCheck in ("未確認")'],
    ["SECURITY ACTION is not declared", 'securityActionStars in ("申請中")'],
  ])("it is not registered while %s", async (_, condition) => {
    const id = await find(`ステータス in ("県連へ連絡済") and ${condition}`);
    expect(id).not.toBe("");
    await expect(move("hamano", id, "登録済みにする")).rejects.toMatchObject({
      status: 400,
    });
  });

  test("only the federation reports", async () => {
    const id = await find('ステータス in ("登録済") and societyCode = "s01"');
    await expect(move("aoki", id, "報告済みにする")).rejects.toMatchObject({
      status: 403,
    });
  });

  test("only the federation sends back", async () => {
    const id = await find(
      'ステータス in ("県連へ連絡済") and societyCode = "s01"',
    );
    await expect(move("aoki", id, "差し戻す")).rejects.toMatchObject({
      status: 403,
    });
  });

  test("a society contacts the federation, and kintone itself tells nobody", async () => {
    const id = await find('ステータス in ("準備中") and societyCode = "s01"');
    const people = ["aoki", "isobe", "hoshi", "hamano", "shiomi"];
    const count = () => people.map((code) => demo.notificationsOf(code).length);
    const before = count();
    await move("aoki", id, "県連へ連絡する");
    expect(count()).toEqual(before);
    await move("aoki", id, "取り下げる");
  });

  test("a society withdraws also what was registered", async () => {
    const id = await find('ステータス in ("登録済") and societyCode = "s02"');
    await move("isobe", id, "取り下げる");
    const [record] = await listAs("isobe", `$id = ${id}`);
    expect(record?.status).toBe("取下げ");
  });
});

describe("the lists", () => {
  /** Records of all lists whose name begins so, each once. */
  const countOf = async (name: string): Promise<NominationRecord[]> => {
    const { views } = await demo.as("hamano").client.app.getViews({
      app: demo.apps.nominations,
    });
    const found = await Promise.all(
      Object.values(views)
        .filter((view) => view.name.startsWith(name))
        .map(({ filterCond }) => listAs("hamano", filterCond)),
    );
    return [...new Map(found.flat().map((one) => [one.id, one])).values()];
  };

  const idsOf = (records: NominationRecord[]) =>
    records.map(({ id }) => id).sort();
  const clock = clockOn(TODAY);

  test("the lists 期限超過 hold what the board counts as overdue", async () => {
    const expected = (await listAs("hamano")).filter(
      (record) =>
        counts(record) &&
        hasStatus(toBoardLine(award, record, clock), "overdue"),
    );
    expect(expected.length).toBeGreaterThan(3);
    expect(idsOf(await countOf("期限超過"))).toEqual(idsOf(expected));
  });

  test("the lists 今週締切 hold what the board counts: from today to Saturday", async () => {
    const expected = (await listAs("hamano")).filter(
      (record) =>
        counts(record) &&
        isDueBetween(
          toBoardLine(award, record, clock),
          clock.today,
          endOfWeek(clock.today),
        ),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(await countOf("今週締切"))).toEqual(idsOf(expected));
  });

  test("未達 holds what is not registered", async () => {
    const states = (await countOf("未達")).map(({ status }) => status);
    expect(new Set(states)).toEqual(
      new Set(["準備中", "県連へ連絡済", "差戻し"]),
    );
  });
});
