import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  everyMethod,
  isSpaceMethod,
  noting,
} from "../support/client-methods.ts";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

const succeeded = new Set<string>();

let it: ClientSite;
let client: KintoneRestAPIClient;
let app: string;

const everyone = { type: "GROUP" as const, code: "everyone" };
const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT" as const, code, label: code, ...more },
});

beforeAll(async () => {
  it = await startWithClient();
  it.addUser("sato");
  client = noting(it.client, succeeded);
  app = String(await it.liveApp("アプリ", text("key")));
});
afterAll(() => it.close());

test("spaces live from template to deletion", async () => {
  const template = await it.control("POST", "space-templates", {
    name: "雛形",
    useMultiThread: true,
  });
  const { space: api } = client;
  const admin = {
    entity: { type: "USER" as const, code: "Administrator" },
    isAdmin: true,
  };
  const { id } = await api.addSpaceFromTemplate({
    id: String(template.id),
    name: "部屋",
    members: [admin],
  });
  await api.updateSpace({ id, name: "部屋2" });
  await api.updateSpaceBody({ id, body: "本文" });
  await api.updateSpaceMembers({
    id,
    members: [admin, { entity: everyone, isAdmin: false }],
  });
  const { members } = await api.getSpaceMembers({ id });
  expect(members.map(({ entity }) => entity.code)).toEqual([
    "Administrator",
    "sato",
    "everyone",
  ]);
  const { id: thread } = await api.addThread({ space: id, name: "話" });
  await api.updateThread({ id: thread, name: "話2" });
  await api.addThreadComment({ space: id, thread, comment: { text: "x" } });
  await client.app.move({ app, space: id });
  const moved = await api.getSpace({ id });
  expect(moved).toMatchObject({ name: "部屋2", body: "本文" });
  expect(moved.attachedApps.map(({ appId }) => appId)).toEqual([app]);
  expect((await api.getStatistics({})).spaces).toMatchObject([{ id }]);
  await client.app.move({ app, space: null });
  await api.deleteSpace({ id });

  const guests = [
    {
      code: "guest@example.com",
      password: "password",
      name: "客",
      timezone: "Asia/Tokyo",
    },
  ];
  await api.addGuests({ guests });
  const guestSpace = await it.control("POST", "spaces", {
    name: "客間",
    isGuest: true,
  });
  const inside = noting(
    new KintoneRestAPIClient({
      baseUrl: it.baseUrl,
      auth: { username: "Administrator", password: "Administrator" },
      guestSpaceId: String(guestSpace.id),
    }),
    succeeded,
  );
  await inside.space.updateSpaceGuests({
    id: String(guestSpace.id),
    guests: ["guest@example.com"],
  });
  await api.deleteGuests({ guests: ["guest@example.com"] });
});

test("an app of a guest space is made, filled and read under its own path", async () => {
  const { id } = await it.control("POST", "spaces", {
    name: "離れ",
    isGuest: true,
  });
  const inside = new KintoneRestAPIClient({
    baseUrl: it.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
    guestSpaceId: String(id),
  });
  const { app: guest } = await inside.app.addApp({
    name: "離れのアプリ",
    space: String(id),
  });
  await inside.app.addFormFields({
    app: guest,
    properties: {
      ...text("key", { unique: true }),
      file: { type: "FILE", code: "file", label: "file" },
    },
  });
  await inside.app.deployApp({ apps: [{ app: guest }] });
  await expect
    .poll(async () => {
      const { apps } = await inside.app.getDeployStatus({ apps: [guest] });
      return apps[0]?.status;
    })
    .toBe("SUCCESS");
  const { fileKey } = await inside.file.uploadFile({
    file: { name: "a.txt", data: "内容" },
  });
  await inside.record.addAllRecords({
    app: guest,
    records: Array.from({ length: 150 }, (_, i) => ({
      key: { value: `k${i}` },
      ...(i === 0 && { file: { value: [{ fileKey }] } }),
    })),
  });
  const all = await inside.record.getAllRecords({
    app: guest,
    orderBy: "$id asc",
  });
  expect(all).toHaveLength(150);
  const [file] = all[0]?.file?.value as Array<{ fileKey: string }>;
  const key = file?.fileKey ?? "";
  const bytes = await inside.file.downloadFile({ fileKey: key });
  expect(new TextDecoder().decode(bytes)).toBe("内容");
  await expect(client.record.getRecords({ app: guest })).rejects.toMatchObject({
    code: "GAIA_IL23",
  });
  await expect(inside.record.getRecords({ app })).rejects.toMatchObject({
    code: "CB_NO02",
  });
});

test("no method for spaces was forgotten, none failed", () => {
  const methods = everyMethod(it.client).filter(isSpaceMethod);
  console.log(`rest-api-client: ${methods.length} methods for spaces called.`);
  expect(methods.filter((name) => !succeeded.has(name))).toEqual([]);
});
