import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;

const user = (code: string, isAdmin = false) => ({
  entity: { type: "USER" as const, code },
  isAdmin,
});

beforeAll(async () => {
  it = await startWithClient();
  it.addUser("sato");
  it.addUser("suzuki");
  it.addUser("tanaka", { groups: ["team"] });
  it.addUser("gone", { valid: false });
  await it.call("POST", "/v1/groups.json", {
    groups: [{ code: "team", name: "組" }],
  });
});
afterAll(() => it.close());

const as = (login: string, guestSpaceId?: string) =>
  new KintoneRestAPIClient({
    baseUrl: it.baseUrl,
    auth: { username: login, password: login },
    ...(guestSpaceId !== undefined && { guestSpaceId }),
  });
const refused = (status: number, code: string) => ({ status, code });

let space: string;
let thread: string;

/** A public space of several threads whose administrator is sato; the team belongs to it. */
beforeEach(async () => {
  const { id: template } = await it.control("POST", "space-templates", {
    name: "雛形",
    useMultiThread: true,
  });
  const made = await as("sato").space.addSpaceFromTemplate({
    id: String(template),
    name: "部屋",
    members: [
      user("sato", true),
      { entity: { type: "GROUP", code: "team" }, isAdmin: false },
    ],
  });
  space = String(made.id);
  thread = (await as("sato").space.getSpace({ id: space })).defaultThread;
});

describe("a space", () => {
  test("tells what it is", async () => {
    expect(await as("suzuki").space.getSpace({ id: space })).toMatchObject({
      id: space,
      name: "部屋",
      isPrivate: false,
      isGuest: false,
      useMultiThread: true,
      fixedMember: false,
      memberCount: "2",
      body: null,
      creator: { code: "sato", name: "sato" },
      modifier: { code: "sato", name: "sato" },
      attachedApps: [],
      showThreadList: true,
      permissions: { createApp: "EVERYONE" },
    });
  });

  test("is changed by its administrators alone, whoever administers the site", async () => {
    const change = { id: space, name: "新しい部屋", showAppList: false };
    for (const login of ["tanaka", "suzuki", "Administrator"])
      await expect(as(login).space.updateSpace(change)).rejects.toMatchObject(
        refused(403, "CB_NO02"),
      );
    await as("sato").space.updateSpace(change);
    await as("sato").space.updateSpaceBody({ id: space, body: "<b>本文</b>" });
    expect(await as("sato").space.getSpace({ id: space })).toMatchObject({
      name: "新しい部屋",
      showAppList: false,
      showThreadList: true,
      body: "<b>本文</b>",
    });
  });

  test("never goes back from several threads to one", async () => {
    await as("sato").space.updateSpace({ id: space, useMultiThread: false });
    const { useMultiThread } = await as("sato").space.getSpace({ id: space });
    expect(useMultiThread).toBe(true);
  });

  test("of one thread tells nothing about its portal", async () => {
    const { id } = await it.control("POST", "spaces", { name: "一本" });
    expect(await as("sato").space.getSpace({ id: String(id) })).toMatchObject({
      useMultiThread: false,
      showAnnouncement: null,
      showAppList: null,
    });
  });

  test("takes an unknown id, a token and the wrong path for what they are", async () => {
    await expect(as("sato").space.getSpace({ id: 9999 })).rejects.toMatchObject(
      refused(404, "OC_NO01"),
    );
    await expect(
      as("sato", space).space.getSpace({ id: space }),
    ).rejects.toMatchObject(refused(403, "CB_NO02"));
    const app = await it.liveApp("token");
    const { token } = await it.control("POST", "tokens", {
      app,
      rights: ["view", "manage"],
    });
    const answer = await it.ask(`/k/v1/space.json?id=${space}`, {
      login: null,
      headers: { "X-Cybozu-API-Token": String(token) },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: "GAIA_NO01" } });
  });
});

describe("members", () => {
  test("are told with those who belong through a group", async () => {
    const { members } = await as("suzuki").space.getSpaceMembers({ id: space });
    expect(members).toEqual([
      { ...user("sato", true), isImplicit: false },
      { ...user("tanaka"), isImplicit: true },
      { entity: { type: "GROUP", code: "team" }, isAdmin: false },
    ]);
  });

  test.each([
    ["somebody unknown", [user("sato", true), user("nobody")], "GAIA_IL26"],
    ["somebody stopped", [user("sato", true), user("gone")], "GAIA_IL26"],
    ["no administrator", [user("sato")], "CB_VA01"],
    ["nobody", [], "CB_VA01"],
  ])("cannot be set with %s", async (_, members, code) => {
    await expect(
      as("sato").space.updateSpaceMembers({ id: space, members }),
    ).rejects.toMatchObject(refused(400, code));
    const after = await as("sato").space.getSpaceMembers({ id: space });
    expect(after.members).toHaveLength(3);
  });

  test("hand the space over", async () => {
    await as("sato").space.updateSpaceMembers({
      id: space,
      members: [user("suzuki", true)],
    });
    await expect(
      as("sato").space.updateSpaceBody({ id: space, body: "" }),
    ).rejects.toMatchObject(refused(403, "CB_NO02"));
    await as("suzuki").space.deleteSpace({ id: space });
  });
});

describe("a private space", () => {
  const makePrivate = () =>
    as("sato").space.updateSpace({ id: space, isPrivate: true });
  const inside = async () => {
    const { app } = await as("sato").app.addApp({ name: "中", space });
    await as("sato").app.deployApp({ apps: [{ app }] });
    await expect
      .poll(
        async () =>
          (await as("sato").app.getDeployStatus({ apps: [app] })).apps[0]
            ?.status,
      )
      .toBe("SUCCESS");
    return app;
  };

  test("is seen by its members only", async () => {
    await makePrivate();
    const comment = { text: "x" };
    const requestsOf = ({ space: client }: ReturnType<typeof as>) => [
      () => client.getSpace({ id: space }),
      () => client.getSpaceMembers({ id: space }),
      () => client.addThread({ space, name: "x" }),
      () => client.addThreadComment({ space, thread, comment }),
    ];
    for (const login of ["suzuki", "Administrator"]) {
      for (const ask of requestsOf(as(login)))
        await expect(ask()).rejects.toMatchObject(refused(403, "CB_NO02"));
    }
    await as("tanaka").space.getSpace({ id: space });
  });

  test("hides its apps and their records from everybody else", async () => {
    const app = await inside();
    await as("sato").record.addRecord({ app, record: {} });
    expect(
      (await as("suzuki").record.getRecords({ app })).records,
    ).toHaveLength(1);
    await makePrivate();
    for (const ask of [
      () => as("suzuki").record.getRecords({ app }),
      () => as("suzuki").app.getApp({ id: app }),
      () => as("suzuki").app.getFormFields({ app }),
    ])
      await expect(ask()).rejects.toMatchObject(refused(403, "CB_NO02"));
    const told = await as("suzuki").app.getApps({ ids: [app] });
    expect(told.apps).toEqual([]);
    expect(
      (await as("tanaka").record.getRecords({ app })).records,
    ).toHaveLength(1);
  });

  test("takes its apps and threads along when it is deleted", async () => {
    const app = await inside();
    const { attachedApps } = await as("sato").space.getSpace({ id: space });
    expect(attachedApps).toMatchObject([
      { appId: app, name: "中", threadId: thread },
    ]);
    expect(attachedApps[0]).not.toHaveProperty("spaceId");
    await as("sato").space.deleteSpace({ id: space });
    await expect(as("sato").app.getApp({ id: app })).rejects.toMatchObject(
      refused(404, "GAIA_AP01"),
    );
    await expect(
      as("sato").space.updateThread({ id: thread, body: "x" }),
    ).rejects.toMatchObject(refused(404, "OC_NO02"));
  });
});

describe("apps of a space", () => {
  test("are made and moved by its administrators when the space says so", async () => {
    await as("sato").space.updateSpace({
      id: space,
      permissions: { createApp: "ADMIN" },
    });
    await expect(
      as("tanaka").app.addApp({ name: "x", space }),
    ).rejects.toMatchObject(refused(403, "CB_NO02"));
    const { app } = await as("tanaka").app.addApp({ name: "x" });
    await expect(as("tanaka").app.move({ app, space })).rejects.toMatchObject(
      refused(403, "CB_NO02"),
    );
    await as("sato").app.addApp({ name: "x", space });
  });

  test("leave it when no space is named, and never move to guests", async () => {
    const { app } = await as("sato").app.addApp({ name: "x", space });
    const placeOf = () => it.site.store.apps.get(Number(app))?.spaceId;
    for (const nowhere of [{}, { space: null }]) {
      await as("sato").app.move({ app, space });
      expect(placeOf()).toBe(Number(space));
      const left = await it.call(
        "POST",
        "/k/v1/app/move.json",
        { app, ...nowhere },
        { login: "sato" },
      );
      expect(left.status).toBe(200);
      expect(placeOf()).toBeNull();
    }
    const { id: guests } = await it.control("POST", "spaces", {
      name: "客間",
      isGuest: true,
    });
    await expect(
      as("sato").app.move({ app, space: String(guests) }),
    ).rejects.toMatchObject(refused(403, "CB_NO02"));
  });
});

describe("threads", () => {
  test("are added, renamed and commented", async () => {
    const { space: client } = as("suzuki");
    const { id } = await client.addThread({ space, name: "話" });
    await client.updateThread({ id, name: "話題", body: "<p>x</p>" });
    const fileKey = await it.upload(new TextEncoder().encode("1"), "a.txt");
    const first = await client.addThreadComment({
      space,
      thread: id,
      comment: {
        text: "どうぞ",
        mentions: [{ type: "GROUP", code: "team" }],
        files: [{ fileKey, width: 100 }],
      },
    });
    expect(Number(first.id)).toBeGreaterThan(0);
    expect(it.site.store.threads.get(Number(id))).toMatchObject({
      name: "話題",
      body: "<p>x</p>",
      comments: [{ text: "どうぞ", creator: "suzuki" }],
    });
  });

  test("keep files for those who see the space", async () => {
    const fileKey = await it.upload(new TextEncoder().encode("1"), "a.txt");
    await as("sato").space.addThreadComment({
      space,
      thread,
      comment: { files: [{ fileKey }] },
    });
    const kept = () =>
      it.site.store.threads.get(Number(thread))?.comments[0]?.files[0] ?? "";
    const key = kept();
    const statusOf = async (login: string, asked = key) =>
      (await it.ask(`/k/v1/file.json?fileKey=${asked}`, { login })).status;
    expect(await statusOf("suzuki")).toBe(200);
    expect(await statusOf("suzuki", fileKey)).toBe(404);
    await as("sato").space.updateSpace({ id: space, isPrivate: true });
    expect(await statusOf("suzuki")).toBe(403);
    expect(await statusOf("tanaka")).toBe(200);
    await as("sato").space.deleteSpace({ id: space });
    expect(await statusOf("tanaka")).toBe(404);
  });

  const file = { fileKey: "none" };
  test.each([
    ["neither text nor file", {}, "CB_VA01"],
    ["a blank text", { text: "" }, "CB_VA01"],
    ["six files", { files: Array(6).fill(file) }, "CB_VA01"],
    ["a width of 99", { files: [{ ...file, width: 99 }] }, "CB_VA01"],
    ["an unknown file", { files: [file] }, "GAIA_BL01"],
    [
      "an unknown user",
      { text: "x", mentions: [{ type: "USER", code: "nobody" }] },
      "GAIA_IL26",
    ],
  ])("refuse a comment with %s", async (_, comment, code) => {
    const answer = await it.call("POST", "/k/v1/space/thread/comment.json", {
      space,
      thread,
      comment,
    });
    expect(answer.body.code).toBe(code);
  });

  test("of another space are not found", async () => {
    const { id: other } = await it.control("POST", "spaces", { name: "隣" });
    await expect(
      as("sato").space.addThreadComment({
        space: String(other),
        thread,
        comment: { text: "x" },
      }),
    ).rejects.toMatchObject(refused(404, "OC_NO02"));
  });

  test("stay one where the space has one", async () => {
    const { id, defaultThread } = await it.control("POST", "spaces", {
      name: "一本",
    });
    const { space: client } = as("sato");
    for (const asked of [
      client.addThread({ space: String(id), name: "x" }),
      client.updateThread({ id: String(defaultThread), name: "x" }),
    ])
      await expect(asked).rejects.toMatchObject({ status: 400 });
    await client.updateThread({ id: String(defaultThread), body: "x" });
  });
});

describe("guests", () => {
  const guest = {
    code: "guest@example.com",
    password: "password",
    name: "客",
    timezone: "Asia/Tokyo",
  };

  test("are added by administrators of the site, once", async () => {
    await expect(
      as("sato").space.addGuests({ guests: [guest] }),
    ).rejects.toMatchObject(refused(403, "CB_NO02"));
    const { space: client } = it.client;
    await client.addGuests({ guests: [guest] });
    await expect(client.addGuests({ guests: [guest] })).rejects.toMatchObject(
      refused(400, "CB_VA01"),
    );
    await client.deleteGuests({ guests: [guest.code] });
    await expect(
      client.deleteGuests({ guests: [guest.code] }),
    ).rejects.toMatchObject({ status: 400 });
  });

  test("belong to guest spaces, until they are deleted", async () => {
    const { id } = await it.control("POST", "spaces", {
      name: "客間",
      isGuest: true,
    });
    const guestSpace = String(id);
    const { space: client } = as("Administrator", guestSpace);
    const put = () =>
      client.updateSpaceGuests({ id: guestSpace, guests: [guest.code] });
    await expect(put()).rejects.toMatchObject({ status: 400 });
    await it.client.space.addGuests({ guests: [guest] });
    await put();
    const kept = () => it.site.store.spaces.get(Number(guestSpace))?.guests;
    expect(kept()).toEqual([guest.code]);
    await it.client.space.deleteGuests({ guests: [guest.code] });
    expect(kept()).toEqual([]);
    await expect(
      it.client.space.getSpace({ id: guestSpace }),
    ).rejects.toMatchObject(refused(403, "CB_NO02"));
  });
});

describe("statistics", () => {
  test("count what is in an app", async () => {
    const text = { type: "SINGLE_LINE_TEXT", code: "a", label: "a" };
    const app = await it.liveApp("数える", {
      a: text,
      f: { type: "FILE", code: "f", label: "f" },
    });
    const fileKey = await it.upload(new TextEncoder().encode("12345"), "a.txt");
    await it.client.record.addRecords({
      app,
      records: [{ f: { value: [{ fileKey }] } }, {}],
    });
    const { apps } = await it.client.app.getStatistics({});
    expect(apps.find(({ id }) => id === String(app))).toMatchObject({
      name: "数える",
      status: "ACTIVATED",
      recordCount: "2",
      fieldCount: "10",
      storageUsage: "5",
      customized: false,
      space: null,
    });
    await it.client.app.addFormFields({
      app,
      properties: { b: { ...text, type: "SINGLE_LINE_TEXT", code: "b" } },
    });
    const after = await it.client.app.getStatistics({});
    expect(after.apps.find(({ id }) => id === String(app))?.status).toBe(
      "CHANGED",
    );
  });

  test("of spaces leave private ones out, but not for administrators", async () => {
    await as("sato").space.updateSpace({ id: space, isPrivate: true });
    const told = async (login: string) =>
      (await as(login).space.getStatistics({})).spaces.find(
        ({ id }) => id === space,
      );
    expect(await told("suzuki")).toBeUndefined();
    expect(await told("Administrator")).toMatchObject({
      administratorCount: "1",
      memberCount: "2",
      isPrivate: true,
    });
  });
});
