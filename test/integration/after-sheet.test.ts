import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppRecordInput } from "../../src/apps/records.ts";
import { nominations } from "../../src/apps/index.ts";
import { notifySociety } from "../../src/features/after-sheet/actions.ts";
import { cloudPracticeAward as award } from "../../src/programmes/index.ts";
import { toFirmText, toSocietyText } from "../../src/words/outcome-words.ts";
import { startDemoSite } from "../support/demo-site.ts";
import type { DemoSite } from "../support/demo-site.ts";
import { gatewayOf } from "../support/four-places.ts";

const TODAY = "2022-09-01";
const USER = "hamano";

let demo: DemoSite;
/** A registered nomination of the open edition. */
let id = "";
let lists: ReadonlyMap<string, string>;

const client = () => demo.as(USER).client;
const gateway = () => gatewayOf(demo, USER);

beforeAll(async () => {
  demo = await startDemoSite(TODAY);
  const { records } = await client().record.getRecords({
    app: demo.apps.nominations,
    query: 'ステータス in ("登録済") order by $id desc limit 1',
  });
  id = String(records[0]?.$id?.value);
  const { views } = await client().app.getViews({ app: demo.apps.nominations });
  lists = new Map(
    Object.entries(views).map(([name, view]) => [
      name,
      "filterCond" in view ? view.filterCond : "",
    ]),
  );
});
afterAll(() => demo.close());

const write = (values: AppRecordInput<"nominations">) =>
  gateway().updateRecord("nominations", id, values);

/** The lists of the app that hold the nomination. */
const listsWithIt = async (...names: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const name of names) {
    const { records } = await client().record.getRecords({
      app: demo.apps.nominations,
      fields: ["$id"],
      query: `${lists.get(name) ?? "no such list"} limit 500`,
    });
    const ids = records.map((one) => one.$id?.value);
    if (ids.includes(id)) found.push(name);
  }
  return found;
};

const NO_OUTCOME = {
  result: "未定",
  modelCase: "未定",
  prize: null,
  prizeName: "",
  logoMark: "未交付",
} as const;

const RESULT_LISTS = nominations.fields.result.options
  .filter((one) => one !== "未定")
  .map((one) => `結果：${one}`);

describe("each outcome of the memo", () => {
  test.each(nominations.fields.result.options.filter((one) => one !== "未定"))(
    "the result %s has a list of its own, and both texts name it",
    async (result) => {
      await write({ ...NO_OUTCOME, result });
      expect(await listsWithIt(...RESULT_LISTS)).toEqual([`結果：${result}`]);
      const nomination = await gateway().fetchRecord("nominations", id);
      expect(toSocietyText(nomination)).toContain(`結果：${result}`);
      expect(toFirmText(nomination)).toContain(`結果：${result}`);
    },
  );

  test.each([...(award.afterSheet?.prizes ?? []), "地域活性化特別賞"])(
    "the prize %s is listed under 受賞, and both texts name it",
    async (name) => {
      const known = nominations.fields.prize.options.find(
        (one) => one === name,
      );
      await write({
        ...NO_OUTCOME,
        result: "受賞",
        prize: known ?? "その他",
        prizeName: known === undefined ? name : "",
      });
      expect(await listsWithIt("結果：受賞")).toHaveLength(1);
      const nomination = await gateway().fetchRecord("nominations", id);
      expect(toSocietyText(nomination)).toContain(`賞：${name}`);
      expect(toFirmText(nomination)).toContain(`賞：${name}`);
    },
  );

  test("a model case and the logo mark are listed and told", async () => {
    await write({ ...NO_OUTCOME, result: "自己宣言のみ", modelCase: "選定" });
    expect(await listsWithIt("モデル事例", "ロゴマーク 未交付")).toEqual([
      "モデル事例",
      "ロゴマーク 未交付",
    ]);
    await write({ logoMark: "交付済" });
    expect(await listsWithIt("ロゴマーク 未交付")).toEqual([]);
    const nomination = await gateway().fetchRecord("nominations", id);
    expect(toSocietyText(nomination)).toContain("モデル事例：選定");
    expect(toSocietyText(nomination)).toContain("ロゴマーク：交付済");
  });

  test("the society is told in its own notifications, and the telling is kept", async () => {
    const nomination = await gateway().fetchRecord("nominations", id);
    // The action reads no more of its context than this.
    await notifySociety({
      gateway: gateway(),
      visit: { read: () => nomination },
      clock: { today: () => TODAY },
      page: { user: { code: USER } },
    } as unknown as Parameters<typeof notifySociety>[0]);
    const { tellings, organization } = await gateway().fetchRecord(
      "nominations",
      id,
    );
    expect(tellings).toMatchObject([
      {
        toldOn: TODAY,
        toldTo: "商工会",
        toldText: toSocietyText(nomination),
      },
    ]);
    const [comment] = await gateway().listComments("nominations", id);
    expect(organization).not.toEqual([]);
    expect(comment?.text).toContain(toSocietyText(nomination));
  });
});

describe("公表可", () => {
  const isPublishable = async (): Promise<boolean> =>
    (await listsWithIt("公表可")).length === 1;
  const ask = (text: string) =>
    write({
      publishText: text,
      publishAskedText: text,
      publishAskedOn: TODAY,
      publishAnswer: "未確認",
      publishAnsweredOn: null,
    });
  const answer = (publishAnswer: "可" | "不可" | "撤回") =>
    write({ publishAnswer, publishAnsweredOn: TODAY });

  test("the consent that came with the nomination covers nothing", async () => {
    await write({ consentPublish: "同意あり", publishText: "事例の紹介文" });
    expect(await isPublishable()).toBe(false);
    expect(await listsWithIt("公表の確認が必要")).toHaveLength(1);
  });

  test("holds a firm from its yes on, until the text changes, the answer or the nomination is taken back", async () => {
    await ask("事例の紹介文");
    expect(await isPublishable()).toBe(false);
    await answer("可");
    expect(await isPublishable()).toBe(true);
    await write({ publishText: "事例の紹介文を直した" });
    expect(await isPublishable()).toBe(false);
    expect(await listsWithIt("公表の確認が必要")).toHaveLength(1);
    await ask("事例の紹介文を直した");
    expect(await isPublishable()).toBe(false);
    for (const no of ["不可", "撤回"] as const) {
      await answer(no);
      expect(await isPublishable()).toBe(false);
    }
    await answer("可");
    expect(await isPublishable()).toBe(true);
    await client().record.updateRecordStatus({
      app: demo.apps.nominations,
      id,
      action: "取り下げる",
    });
    expect(await isPublishable()).toBe(false);
  });
});
