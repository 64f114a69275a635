import { describe, expect, test } from "vitest";
import { appKeys } from "../../../../src/apps/index.ts";
import type { Facts } from "../../../../src/features/site-check/finding.ts";
import type { SiteFacts } from "../../../../src/features/site-check/gather-facts.ts";
import { messages } from "../../../../src/features/site-check/messages.ts";
import { toFindings } from "../../../../src/features/site-check/to-findings.ts";
import { createTranslator } from "../../../../src/i18n/translate.ts";
import { cloudPracticeAward } from "../../../../src/programmes/index.ts";
import { anEdition } from "../../../support/domain-records.ts";

const FEDERATION = { type: "GROUP", code: "federation" } as const;
const person = { code: "sato", name: "佐藤", hasPrimaryOrganization: true };

const society = (name: string) => ({
  name,
  organization: [{ code: name, name }],
  contactUsers: [{ code: "sato", name: "佐藤" }],
  active: "有効" as const,
});

/** The findings ask only whether there is a plan; its differences are given beside it. */
const setUp = { actual: { apps: {} } } as NonNullable<SiteFacts["setUp"]>;

const siteWith = (change: Partial<SiteFacts> = {}): SiteFacts => ({
  subscription: "STANDARD",
  setUp,
  withDisabledPlugin: [],
  federation: FEDERATION,
  notices: [{ app: "募集回", title: "期限です", targets: [FEDERATION] }],
  directory: {
    users: new Set(["sato"]),
    members: new Map([
      ["GROUP federation", [person]],
      ["ORGANIZATION 北", [person]],
    ]),
  },
  societies: [society("北")],
  isInFederation: true,
  ...change,
});

const appsOfSet = Object.fromEntries(
  appKeys.map((key) => [
    key,
    {
      id: "1",
      wrongFields: [],
      isClosed: key === "editions" ? null : true,
      error: null,
    },
  ]),
) as unknown as Facts["set"]["apps"]; // one entry per key

const edition = (id: string, name: string) =>
  anEdition({
    id,
    name,
    checklist: [
      {
        id: null,
        itemId: "A1",
        itemArea: "顧客満足度の向上",
        itemText: "予約を受け付けている",
        itemPoints: 12,
      },
    ],
  });

const find = (change: Partial<SiteFacts> = {}, facts: Partial<Facts> = {}) =>
  toFindings({
    t: createTranslator(messages, "ja"),
    hrefs: {
      app: (id) => `/k/${id}/`,
      appSettings: (id) => `/admin/${id}`,
      record: (one, id) => `/k/${one}/show#record=${id}`,
    },
    programme: cloudPracticeAward,
    today: "2022-07-01",
    closedDays: [],
    facts: {
      set: {
        apps: appsOfSet,
        overrides: {},
        editions: [edition("1", "第1回")],
        editionsError: null,
      },
      site: siteWith(change),
      differences: [],
      forms: new Map(),
      ...facts,
    },
  });

const looks = (found: ReturnType<typeof find>): string[] =>
  found.filter(({ level }) => level === "look").map(({ text }) => text);

describe("toFindings", () => {
  test("an empty federation is one finding, which counts its notices", () => {
    const found = looks(
      find({
        directory: {
          users: new Set(["sato"]),
          members: new Map([
            ["GROUP federation", []],
            ["ORGANIZATION 北", [person]],
          ]),
        },
      }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("だれも入っていません");
    expect(found[0]).toContain("通知1件がだれにも届きません");
  });

  test("a society without staff is named, and nothing green says the opposite", () => {
    const found = find({ societies: [society("北"), society("南")] });
    const [look] = found.filter(({ level }) => level === "look");
    expect(look?.affected).toEqual(["南"]);
    expect(found.map(({ text }) => text)).not.toContain(
      messages.membersFine.ja,
    );
  });

  test("a site without societies leads to the import", () => {
    const found = find({ societies: [] });
    expect(found[0]?.text).toContain("商工会がまだ1件も登録されていません");
    expect(found[0]?.repair?.href).toBe("#suisen-settings-societies");
  });

  test("a changed setting is told from → to and leads to the update", () => {
    const found = find(
      {},
      {
        differences: [
          {
            app: "societies",
            kind: "fields",
            what: { ja: "フィールド・「フリガナ」・名前", en: "field" },
            from: { ja: "よみ", en: "よみ" },
            to: { ja: "フリガナ", en: "フリガナ" },
          },
        ],
      },
    );
    expect(found[0]?.affected).toEqual([
      "フィールド・「フリガナ」・名前：よみ → フリガナ",
    ]);
    expect(found[0]?.repair?.href).toBe("#suisen-settings-update");
  });

  test("an app without the plugin is named", () => {
    const found = looks(
      find(
        {},
        {
          differences: [
            {
              app: "answers",
              kind: "plugin",
              what: { ja: "プラグインを追加", en: "add the plugin" },
              from: null,
              to: null,
            },
          ],
        },
      ),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("アプリ「回答」にプラグインがありません");
  });

  test("an app on which the plugin is switched off is named, and it alone", () => {
    const found = looks(find({ withDisabledPlugin: ["answers"] }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(
      "アプリ「回答」でプラグインが無効になっています",
    );
  });

  test("settings that nobody has published are named with their app", () => {
    const waiting = {
      actual: { apps: { societies: { hasPending: true } } },
    } as unknown as typeof setUp;
    const [first] = find({ setUp: waiting });
    expect(first?.level).toBe("note");
    expect(first?.text).toContain(
      "まだ公開されていないアプリがあります（商工会）",
    );
    expect(first?.repair?.href).toBe("#suisen-settings-update");
  });

  test("two open editions of a programme are both named", () => {
    const found = looks(
      find(
        {},
        {
          set: {
            apps: appsOfSet,
            overrides: {},
            editions: [edition("1", "第1回"), edition("2", "第2回")],
            editionsError: null,
          },
        },
      ),
    );
    expect(found[0]).toContain("第1回、第2回");
  });
});
