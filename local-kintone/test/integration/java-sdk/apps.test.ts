import { describe, expect, test } from "vitest";
import { field, useFormProbes } from "../../support/form-probes.ts";
import type { Ask, Json } from "../../support/form-probes.ts";

/*
 * Requests about apps as a whole that a real site took or refused, in our own words:
 * kintone-labs/kintone-java-sdk, src/test/java/com/cybozu/kintone/client/module/app/AppTest.java
 * (testGetApp…, testAddPreviewApp…, testDeployAppSettings…, test…GeneralSettings…, testGetFormFields…,
 * testGetFormLayout…, testGetView…). It tells whether, not with which code.
 */

const { probe, send } = useFormProbes();

const answered = (table: Record<string, Ask>, login?: string) =>
  test.each(Object.entries(table))("answered: %s", async (_title, ask) => {
    const { status, body } = await send(ask, login);
    expect(status, JSON.stringify(body)).toBe(200);
  });
const refused = (table: Record<string, Ask>, login?: string) =>
  test.each(Object.entries(table))("refused: %s", async (_title, ask) => {
    const { status, body } = await send(ask, login);
    expect([400, 403, 404, 409], JSON.stringify(body)).toContain(status);
    expect(body.code).toMatch(/^(CB|GAIA|OC)_[A-Z]{2}\d{2}$/);
  });

const request =
  (method: string, path: string) =>
  (body: Json = {}): Ask =>
  () => [method, path, body];
const many = <T>(count: number, of: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => of(i + 1));

const right = (code: string, ...rights: string[]) => ({
  entity: { type: "USER", code },
  ...Object.fromEntries(rights.map((it) => [it, true])),
});
/** Leaves `member` with these rights on the app only. */
const allowMember = async (...rights: string[]) => {
  const { it, app } = probe();
  await it.send("PUT", "/k/v1/preview/app/acl.json", {
    app,
    rights: [
      right("member", ...rights),
      right("Administrator", "appEditable", "recordViewable", "recordAddable"),
    ],
  });
  await it.deploy(app);
};

describe("the list of apps", () => {
  const apps = request("GET", "apps");
  const limits = {
    "a limit of 0": apps({ limit: 0 }),
    "a limit of 101": apps({ limit: 101 }),
    "an offset of -1": apps({ offset: -1 }),
  };
  answered({
    "without conditions": apps(),
    "with the largest limit": apps({ limit: 100 }),
    "with a limit of one": apps({ limit: 1 }),
    "with an offset": apps({ offset: 1 }),
    "without ids": apps({ ids: null }),
    "with an empty list of ids": apps({ ids: [] }),
    "without codes": apps({ codes: null }),
    "with an empty list of codes": apps({ codes: [] }),
    "with a code of nobody": apps({ codes: ["NOBODYS"] }),
    "with codes of 64 letters": apps({ codes: many(50, () => "a".repeat(64)) }),
    "without a name": apps({ name: null }),
    "with an empty name": apps({ name: "" }),
    "with a name of nothing": apps({ name: "zzz" }),
    "with a space that is not there": apps({ spaceIds: [9999] }),
  });
  refused({
    ...limits,
    "ids below one": apps({ ids: [-1, -2] }),
    "101 ids": apps({ ids: many(101, (n) => n) }),
    "an empty code": apps({ codes: [""] }),
    "a code with a blank": apps({ codes: ["Invalid Code"] }),
    "a code of 65 letters": apps({ codes: ["a".repeat(65)] }),
    "101 codes": apps({ codes: many(101, (n) => `A${n}`) }),
    "a name of 65 letters": apps({ name: "a".repeat(65) }),
    "a space below one": apps({ spaceIds: [-1] }),
    "101 spaces": apps({ spaceIds: many(101, (n) => n) }),
  });

  test("an empty name finds every app, an unknown code none", async () => {
    const named = await send(apps({ name: "" }));
    expect(named.body.apps).toHaveLength(2);
    const coded = await send(apps({ codes: ["NOBODYS"] }));
    expect(coded.body.apps).toEqual([]);
  });
});

describe("an app", () => {
  answered({ "by its id": () => ["GET", "app", { id: probe().app }] });
  refused({
    "without an id": request("GET", "app")(),
    "of another space": request("GET", "app")({ id: 9999 }),
  });

  test("is not for those who may not view its records", async () => {
    await allowMember("recordAddable");
    const ask: Ask = ({ app }) => ["GET", "app", { id: app }];
    expect((await send(ask, "member")).body.code).toBe("CB_NO02");
  });
});

/** Settings that can be read: a live address and its twin for the preview copy. */
describe.each(["app/form/fields", "app/form/layout", "app/views"])(
  "%s",
  (path) => {
    const live = request("GET", path);
    const preview = request("GET", `preview/${path}`);
    answered({ live: live(), preview: preview() });
    refused({
      "without an app": live({ app: null }),
      "app 0": live({ app: 0 }),
      "app -1": live({ app: -1 }),
      "an unknown app": live({ app: 99999 }),
      "without an app, of the preview copy": preview({ app: null }),
      "app 0, of the preview copy": preview({ app: 0 }),
      "an unknown app, of the preview copy": preview({ app: 99999 }),
    });

    test("the live copy of an app that was never deployed is refused", async () => {
      const draft = await probe().it.addApp("draft");
      expect((await send(live({ app: draft }))).status).toBe(404);
      expect((await send(preview({ app: draft }))).status).toBe(200);
    });

    test("the preview copy is for its administrators", async () => {
      await allowMember("recordViewable", "recordAddable");
      expect((await send(live(), "member")).status).toBe(200);
      expect((await send(preview(), "member")).status).toBe(403);
    });

    test("the right to add records is enough for the live copy", async () => {
      await allowMember("recordAddable");
      expect((await send(live(), "member")).status).toBe(200);
    });

    test("no right is not enough", async () => {
      await allowMember();
      expect((await send(live(), "member")).status).toBe(403);
    });
  },
);

test("a list that was not deployed is no list of the live copy", async () => {
  const name = "later";
  const views = { [name]: { type: "CUSTOM", index: 1, name } };
  expect((await send(request("PUT", "preview/app/views")({ views }))).status) //
    .toBe(200);
  const { body } = await send(request("GET", "app/views")());
  expect(body.views).not.toHaveProperty(name);
});

describe("a new app", () => {
  const add = request("POST", "preview/app");
  answered({ "with a name": add({ name: "new" }) });
  refused({
    "without a name": add(),
    "with the name null": add({ name: null }),
    "with a name of 65 letters": add({ name: "a".repeat(65) }),
    "with a thread and no space": add({ name: "new", thread: 1 }),
    "with a space and no thread": add({ name: "new", space: 1 }),
    "in space 0": add({ name: "new", space: 0, thread: 1 }),
    "in thread 0": add({ name: "new", space: 1, thread: 0 }),
    "in a space that is not there": add({
      name: "new",
      space: 9999,
      thread: 9999,
    }),
  });
});

describe("a deploy", () => {
  const deploy = (apps: unknown, more: Json = {}): Ask =>
    request("POST", "preview/app/deploy")({ apps, ...more });
  const own =
    (more: Json): Ask =>
    ({ app }) => ["POST", "preview/app/deploy", { apps: [{ app, ...more }] }];
  answered({
    "of an app": own({}),
    "of any revision": own({ revision: -1 }),
  });
  refused({
    // Taken there in 2020; kintone-labs/kintone-js-sdk recorded the refusal of it.
    "of no app": deploy([]),
    "without apps": deploy(null),
    "of an app that is null": deploy([{ app: null }]),
    "of app 0": deploy([{ app: 0 }]),
    "of an unknown app": deploy([{ app: 99999 }]),
    "of 301 apps": deploy(many(301, (n) => ({ app: n }))),
    "of revision -2": own({ revision: -2 }),
    "of a revision to come": own({ revision: 99999 }),
    "of an app twice": ({ app }) => [
      "POST",
      "preview/app/deploy",
      { apps: [{ app }, { app }] },
    ],
  });

  test("is refused to those who may not manage the app", async () => {
    await allowMember("recordViewable");
    expect((await send(own({}), "member")).status).toBe(403);
  });

  test("takes back what was added, when asked to", async () => {
    const { it, app } = probe();
    await it.send("POST", "/k/v1/preview/app/form/fields.json", {
      app,
      properties: field("later", "SINGLE_LINE_TEXT"),
    });
    const answer = await it.call("POST", "/k/v1/preview/app/deploy.json", {
      apps: [{ app }],
      revert: true,
    });
    expect(answer.status).toBe(200);
    await expect
      .poll(async () => {
        const { body } = await send(
          request("GET", "preview/app/form/fields")(),
        );
        return Object.keys(body.properties as object);
      })
      .not.toContain("later");
  });
});

describe("the state of a deploy", () => {
  const state = (apps: unknown): Ask =>
    request("GET", "preview/app/deploy")({ apps });
  answered({
    "of an app": ({ app }) => ["GET", "preview/app/deploy", { apps: [app] }],
  });
  refused({
    "without apps": state(null),
    "of an app that is null": state([null]),
    "of app 0": state([0]),
    "of an unknown app": state([99999]),
    "of 301 apps": state(many(301, (n) => n)),
    "of an app twice": ({ app, source }) => [
      "GET",
      "preview/app/deploy",
      { apps: [app, source, app] },
    ],
  });

  test("is refused to those who may not manage the app", async () => {
    await allowMember("recordViewable");
    const ask: Ask = ({ app }) => [
      "GET",
      "preview/app/deploy",
      { apps: [app] },
    ];
    expect((await send(ask, "member")).status).toBe(403);
  });
});

describe("general settings", () => {
  const live = request("GET", "app/settings");
  const preview = request("GET", "preview/app/settings");
  const put = request("PUT", "preview/app/settings");
  const icon = (it: unknown) => put({ icon: it });
  answered({
    live: live(),
    preview: preview(),
    "in each language": live({ lang: "zh" }),
    "a name, a preset icon, a description and a theme": put({
      name: "new",
      icon: { type: "PRESET", key: "APP80" },
      description: "<b>new</b>",
      theme: "BLUE",
    }),
  });
  refused({
    "without an app": live({ app: null }),
    "app 0": live({ app: 0 }),
    "app -1": live({ app: -1 }),
    "an unknown app": live({ app: 99999 }),
    "without an app, of the preview copy": preview({ app: null }),
    "an unknown app, of the preview copy": preview({ app: 99999 }),
    "a change without an app": put({ app: null }),
    "a change of app 0": put({ app: 0 }),
    "a change of an unknown app": put({ app: 99999 }),
    "revision -2": put({ revision: -2 }),
    "an empty name": put({ name: "" }),
    "a name of 65 letters": put({ name: "a".repeat(65) }),
    "a description of 10,001 letters": put({ description: "a".repeat(10_001) }),
    "an icon of no kind": icon({ key: "APP80" }),
    "an icon of nothing": icon({}),
    "a preset icon without a key": icon({ type: "PRESET" }),
    "a preset icon of an unknown key": icon({ type: "PRESET", key: "APP" }),
    "an icon without a file": icon({ type: "FILE" }),
    "an icon whose file has no key": icon({ type: "FILE", file: {} }),
  });

  test("are for those who may view the records", async () => {
    await allowMember("recordAddable");
    expect((await send(live(), "member")).status).toBe(403);
    await allowMember("recordViewable");
    expect((await send(live(), "member")).status).toBe(200);
    expect((await send(preview(), "member")).status).toBe(403);
    expect((await send(put({ name: "x" }), "member")).status).toBe(403);
  });

  test.each([
    ["a text", "icon.txt", new TextEncoder().encode("no picture"), 400],
    ["a picture over 800 KB", "icon.png", pictureOf(800 * 1024 + 1), 400],
    ["a picture", "icon.png", pictureOf(1000), 200],
  ])("%s as an icon: %s", async (_title, name, bytes, status) => {
    const fileKey = await probe().it.upload(bytes, name);
    const answer = await send(icon({ type: "FILE", file: { fileKey } }));
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  });
});

/** Bytes that begin like a PNG. */
function pictureOf(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes;
}
