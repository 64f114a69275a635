import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { leaveBrowser, takeBrowser } from "../../src/testing/browser.ts";
import { visit } from "../support/local-browser.ts";
import type { Visit } from "../support/local-browser.ts";
import { startLocalSite } from "../support/local-site.ts";
import type { LocalSite } from "../support/local-site.ts";
import { field } from "../support/form-probes.ts";

/* Pages of a real site do not offer these, so ours do not either. */

let browser: Browser;
let site: LocalSite;
let app: number;
let hidden: number;

const everyone = { type: "GROUP", code: "everyone" };

beforeAll(async () => {
  browser = await takeBrowser();
  site = await startLocalSite({
    readings: {
      "related-apps": "hidden",
      "unassigned-actions": "nobody",
      "other-device": "refuses",
    },
  });
  site.addUser("sato");
  hidden = await site.addApp("hidden", field("key", "SINGLE_LINE_TEXT"));
  await site.send("PUT", "/k/v1/preview/app/acl.json", {
    app: hidden,
    rights: [
      {
        entity: { type: "CREATOR" },
        appEditable: true,
        recordViewable: true,
        recordAddable: true,
      },
    ],
  });
  await site.deploy(hidden);
  app = await site.addApp("app", {
    ...field("title", "SINGLE_LINE_TEXT"),
    ...field("second", "SINGLE_LINE_TEXT"),
    ...field("related", "REFERENCE_TABLE", {
      referenceTable: {
        relatedApp: { app: hidden },
        condition: { field: "title", relatedField: "key" },
        displayFields: ["key"],
      },
    }),
  });
  await site.send("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: {
      未処理: {
        name: "未処理",
        index: 0,
        assignee: { type: "ONE", entities: [] },
      },
      完了: { name: "完了", index: 1, assignee: { type: "ONE", entities: [] } },
    },
    actions: [
      { name: "終える", from: "未処理", to: "完了" },
      {
        name: "誰でも終える",
        from: "未処理",
        to: "完了",
        type: "SECONDARY",
        executableUser: { entities: [{ entity: everyone }] },
      },
    ],
  });
  await site.send("PUT", "/k/v1/preview/app/views.json", {
    app,
    views: {
      "(作業者が自分)": {
        name: "(作業者が自分)",
        type: "LIST",
        builtinType: "ASSIGNEE",
        index: 1,
      },
      all: {
        name: "all",
        type: "LIST",
        index: 0,
        fields: ["title", "second"],
      },
    },
  });
  await site.deploy(app);
  for (const title of ["一", "二"])
    await site.send("POST", "/k/v1/record.json", {
      app,
      record: { title: { value: title }, second: { value: "x" } },
    });
});
const visits: Visit[] = [];
afterEach(async () => {
  await Promise.all(visits.splice(0).map((it) => it.close()));
});
afterAll(async () => {
  await leaveBrowser(browser);
  await site.close();
});

const openAs = async (path: string, mobile = false) => {
  const opened = await visit(browser, site, { login: "sato", mobile });
  visits.push(opened);
  await opened.open(path);
  await opened.page.getByRole("main").waitFor();
  return opened.page;
};

describe("an app whose records one may not see", () => {
  // kintone/rest-api-spec: null "if there are no view permissions for the Datasource App".
  test("is not told behind related records, by REST and on pages", async () => {
    const { properties } = await site.send(
      "GET",
      "/k/v1/app/form/fields.json",
      { app },
      "sato",
    );
    expect(properties).toMatchObject({ related: { referenceTable: null } });
    const page = await openAs(`/k/${app}/`);
    expect(
      await page.evaluate(
        "kintone.app.getFormFields().then(fields => fields.related.referenceTable)",
      ),
    ).toBeNull();
  });

  test.each(["", "edit", "show#record=1"])(
    "is told by number on the page «%s»",
    async (path) => {
      const page = await openAs(`/k/${app}/${path}`);
      expect(
        await page.evaluate(
          "kintone.app.getRelatedRecordsTargetAppId('related')",
        ),
      ).toBe(String(hidden));
    },
  );

  test("is told whole to those who see its records", async () => {
    const { properties } = await site.send(
      "GET",
      "/k/v1/app/form/fields.json",
      { app },
    );
    expect(properties).toMatchObject({
      related: { referenceTable: { relatedApp: { app: String(hidden) } } },
    });
  });
});

test("neighbours of list cells are cells and neighbours of rows are rows", async () => {
  const page = await openAs(`/k/${app}/`);
  await page.getByRole("cell", { name: "一" }).waitFor();
  const walked = await page.evaluate(`(() => {
    const [cell] = kintone.app.getFieldElements("title");
    const row = cell.parentNode;
    return [
      cell.nextSibling?.nodeName,
      cell.previousSibling?.nodeName,
      row.nextSibling?.nodeName,
      [...row.parentNode.childNodes].map(node => node.nodeName),
    ];
  })()`);
  expect(walked).toEqual(["TD", "TD", "TR", ["TR", "TR"]]);
});

test("the element of a field on the detail page has elements only, each with its value alone", async () => {
  const page = await openAs(`/k/${app}/show#record=1`);
  await page.getByText("一", { exact: true }).first().waitFor();
  const children = await page.evaluate(
    `[...kintone.app.record.getFieldElement("title").childNodes].map(node => [node.nodeType, node.innerHTML])`,
  );
  expect(children).toEqual([[1, "一"]]);
});

test("a phone answers the list style of its own name only", async () => {
  const page = await openAs(`/k/m/${app}/`, true);
  await page.getByText("一", { exact: true }).first().waitFor();
  const of = (name: string) =>
    page.evaluate(
      `${name}({ body: [] }).then(() => "done", error => error.message)`,
    );
  expect(await of("kintone.app.setRecordListStyle")).toMatch(/other device/);
  expect(await of("kintone.mobile.app.setRecordListStyle")).not.toMatch(
    /other device/,
  );
});

test("a status without an assignee offers only what is open to named users", async () => {
  const page = await openAs(`/k/${app}/show#record=1`);
  await page.getByRole("button", { name: "誰でも終える" }).waitFor();
  expect(
    await page.getByRole("button", { name: "終える", exact: true }).count(),
  ).toBe(0);
});

describe("reusing a record", () => {
  test("is offered while the setting is on", async () => {
    const page = await openAs(`/k/${app}/show#record=1`);
    await page.getByRole("link", { name: "レコードを再利用する" }).click();
    await expect.poll(() => page.getByLabel("title").inputValue()).toBe("一");
  });

  test("is neither offered nor done by address once it is off", async () => {
    await site.send("PUT", "/k/v1/preview/app/settings.json", {
      app,
      enableDuplicateRecord: false,
    });
    await site.deploy(app);
    const page = await openAs(`/k/${app}/show#record=1`);
    await page.getByRole("link", { name: "レコードを編集する" }).waitFor();
    const link = page.getByRole("link", { name: "レコードを再利用する" });
    expect(await link.count()).toBe(0);
    const create = await openAs(`/k/${app}/edit?reuse=1`);
    await create.getByLabel("title").waitFor();
    expect(await create.getByLabel("title").inputValue()).toBe("");
  });
});

test("a form of forty fields is as high on a phone as its fields are", async () => {
  const many = Array.from({ length: 40 }, (_, i) =>
    field(`f${i}`, "SINGLE_LINE_TEXT"),
  );
  const long = await site.addApp(
    "long",
    Object.assign({}, ...many) as Record<string, unknown>,
  );
  await site.deploy(long);
  const page = await openAs(`/k/m/${long}/edit`, true);
  await page.getByLabel("f39").waitFor();
  const height = await page.evaluate("document.body.scrollHeight");
  expect(Number(height)).toBeLessThan(40 * 100 + 600);
});

test("a site in English has built-in fields with English codes", async () => {
  const english = await startLocalSite({ defaultLanguage: "en" });
  try {
    const made = await english.addApp("made");
    await english.send("PUT", "/k/v1/preview/app/status.json", {
      app: made,
      enable: true,
    });
    await english.deploy(made);
    const { properties } = await english.send(
      "GET",
      "/k/v1/app/form/fields.json",
      { app: made },
    );
    expect(Object.keys(properties as object)).toEqual(
      expect.arrayContaining(["Record_number", "Created_by", "Status"]),
    );
    const { id } = await english.send("POST", "/k/v1/record.json", {
      app: made,
    });
    const { record } = await english.send("GET", "/k/v1/record.json", {
      app: made,
      id,
    });
    expect(record).toMatchObject({ Status: { value: "Not started" } });
  } finally {
    await english.close();
  }
});
