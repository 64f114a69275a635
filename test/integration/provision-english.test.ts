import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";
import {
  connect,
  previewProvision,
  provision,
  type Credentials,
} from "../../src/provision/index.ts";
import { messages } from "../../src/features/set-up/messages.ts";
import {
  toLines,
  toPlannedApps,
} from "../../src/features/set-up/view-model.ts";
import { createTranslator } from "../../src/i18n/translate.ts";
import { toProvisionMessage } from "../../src/provision/errors.ts";
import {
  differenceText,
  listDifferences,
} from "../../src/provision/plan/list-differences.ts";
import {
  createBareSite,
  settingsOf,
  type BareSite,
} from "../support/bare-site.ts";

/* A site whose built-in fields have English codes, because its apps are made in English. */

let site: Site;
let server: RunningServer;
let admin: Credentials;
let nominations: string;
beforeAll(async () => {
  site = createSite({ deployDelayMs: 0, defaultLanguage: "en" });
  server = await startServer({ site });
  admin = {
    baseUrl: server.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  };
  ({
    apps: { nominations },
  } = await provision(admin));
});
afterAll(async () => {
  await server.close();
  site.close();
});

test("lists and notices ask for the status under the code of the site", async () => {
  const { client } = connect(admin);
  const { properties } = await client.app.getFormFields({ app: nominations });
  expect(properties).toHaveProperty("Status.type", "STATUS");
  const { views } = await client.app.getViews({ app: nominations });
  const { notifications } = await client.app.getPerRecordNotifications({
    app: nominations,
  });
  const stored = JSON.stringify([views, notifications]);
  expect(stored).toContain("Status ");
  expect(stored).not.toContain("ステータス");
});

test("a second run finds nothing to do", async () => {
  expect((await previewProvision(admin)).steps).toEqual([]);
});

describe("from the settings page", () => {
  let bare: BareSite;
  beforeAll(async () => {
    bare = createBareSite({ defaultLanguage: "en" });
    await bare.connection.client.app.addApp({ name: "Suisen" });
  });
  afterAll(() => bare.close());

  const t = createTranslator(messages, "en");

  test("the plan tells in English of each app how it is made and who sees it", async () => {
    const setUp = await bare.plan();
    expect(toPlannedApps(t, setUp)).toMatchInlineSnapshot(`
      [
        {
          "key": "editions",
          "name": "募集回",
          "seenBy": "Everybody on the site; the federation alone writes.",
          "what": "This app is used",
        },
        {
          "key": "societies",
          "name": "商工会",
          "seenBy": "A society sees its own only; the federation sees and writes all.",
          "what": "Made new",
        },
        {
          "key": "nominations",
          "name": "推薦案件",
          "seenBy": "A society sees and writes its own only; the federation all.",
          "what": "Made new",
        },
        {
          "key": "answers",
          "name": "回答",
          "seenBy": "A society sees and writes its own only; the federation all.",
          "what": "Made new",
        },
        {
          "key": "deliveries",
          "name": "提出台帳",
          "seenBy": "The federation only.",
          "what": "Made new",
        },
      ]
    `);
    // The apps' own names stay Japanese.
    const ownNames = /募集回|商工会|推薦案件|回答|提出台帳|県連/gu;
    const lines = toLines(t, setUp).map((line) => line.replace(ownNames, ""));
    expect(
      lines.filter((line) => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(line)),
    ).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });

  test("an administrator in English makes the same apps as npm run provision", async () => {
    await bare.press();
    expect((await bare.plan()).plan.steps).toEqual([]);
    expect(settingsOf(bare.site)).toEqual(settingsOf(site));
  });

  test("an update is told in English", async () => {
    const { app } = bare.connection.client;
    const { actual } = await bare.plan();
    await app.updateFormFields({
      app: actual.apps.societies?.id ?? "",
      properties: {
        kana: { type: "SINGLE_LINE_TEXT", code: "kana", label: "Reading" },
      },
    });
    const { plan, desired, actual: changed } = await bare.plan();
    const [line] = listDifferences(
      plan.steps,
      desired,
      (key) => changed.apps[key]?.settings,
    );
    expect(line && differenceText(line, "en")).toBe(
      "field, 「フリガナ」, name: Reading → フリガナ",
    );
  });

  test("a refusal is told in English", async () => {
    const { app } = await bare.connection.client.app.addApp({ name: "Mine" });
    const refusal: unknown = await bare
      .press({ adoptedApp: app })
      .catch((error: unknown) => error);
    expect(toProvisionMessage(refusal, "en")).toMatchInlineSnapshot(
      `"Suisen's apps have been begun from the app number 1. Go on in that app's plugin settings. This app is not needed and may be deleted."`,
    );
  });
});
