import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;
beforeAll(async () => {
  it = await startWithClient();
});
afterAll(() => it.close());
beforeEach(() => it.control("POST", "reset"));

const send = (
  method: string,
  path: string,
  body: object,
  login = "Administrator",
) => it.call(method, `/v1/${path}.json`, body, { login });
const get = async (path: string, login = "Administrator") =>
  (await it.ask(`/v1/${path}`, { login })).body;
const codes = (list: unknown) =>
  (list as Array<{ code: string }>).map(({ code }) => code);
const user = (code: string, more: object = {}) => ({
  code,
  name: `${code}さん`,
  password: code,
  ...more,
});

test("a new site has one administrator and the built-in groups", async () => {
  expect(await get("users.json")).toMatchObject({
    users: [
      {
        id: "1",
        code: "Administrator",
        valid: true,
        locale: "auto",
        timezone: "Asia/Tokyo",
        primaryOrganization: null,
      },
    ],
  });
  expect(codes((await get("groups.json")).groups)).toEqual([
    "everyone",
    "Administrators",
  ]);
  expect(
    codes((await get("user/groups.json?code=Administrator")).groups),
  ).toEqual(["everyone", "Administrators"]);
  expect(await get("organizations.json")).toEqual({ organizations: [] });
});

describe("users", () => {
  test("are added, changed and deleted; passwords work and are never told", async () => {
    const added = await send("POST", "users", {
      users: [
        user("sato", { surName: "佐藤", email: "s@example.com" }),
        user("ito"),
      ],
    });
    expect(added.body).toEqual({});
    const { users } = await get("users.json?codes[0]=sato");
    expect(users).toMatchObject([
      {
        code: "sato",
        name: "satoさん",
        surName: "佐藤",
        givenName: "",
        email: "s@example.com",
        valid: true,
        customItemValues: [],
      },
    ]);
    expect(JSON.stringify(users)).not.toContain("password");
    expect((await it.ask("/v1/users.json", { login: "sato" })).status).toBe(
      200,
    );

    await send("PUT", "users", {
      users: [{ code: "sato", password: "new", valid: false }],
    });
    expect(await get("users.json?codes[0]=sato")).toMatchObject({
      users: [{ surName: "佐藤", valid: false }],
    });
    expect((await it.ask("/v1/users.json", { login: "sato" })).body.code).toBe(
      "CB_WA01",
    );

    await send("DELETE", "users", { codes: ["sato"] });
    expect(codes((await get("users.json")).users)).toEqual([
      "Administrator",
      "ito",
    ]);
  });

  test("come page by page, by id", async () => {
    await send("POST", "users", {
      users: ["d", "b", "a", "c"].map((code) => user(code)),
    });
    expect(codes((await get("users.json?size=2&offset=1")).users)).toEqual([
      "d",
      "b",
    ]);
    expect(codes((await get("users.json?ids[0]=5&ids[1]=2")).users)).toEqual([
      "d",
      "c",
    ]);
    expect((await get("users.json?size=101")).code).toBe("CB_VA01");
    expect((await get("users.json?ids[0]=1&codes[0]=a")).code).toBe("CB_VA01");
  });

  test.each<[string, object]>([
    ["no password", { users: [{ code: "a", name: "a" }] }],
    ["a blank name", { users: [user("a", { name: " " })] }],
    ["a blank login name", { users: [user(" ")] }],
    ["a code of 129", { users: [user("a".repeat(129))] }],
    ["a code that is taken", { users: [user("Administrator")] }],
    ["the same code twice", { users: [user("a"), user("a")] }],
    [
      "a time zone of its own",
      { users: [user("a", { timezone: "Mars/Olympus" })] },
    ],
    [
      "101 at once",
      { users: Array.from({ length: 101 }, (_, i) => user(`u${i}`)) },
    ],
    ["nobody", { users: [] }],
  ])("%s: CB_VA01 and nobody is added", async (_name, body) => {
    expect((await send("POST", "users", body)).body.code).toBe("CB_VA01");
    expect(codes((await get("users.json")).users)).toEqual(["Administrator"]);
  });

  test("an administrator is always left", async () => {
    expect(
      (
        await send("PUT", "users", {
          users: [{ code: "Administrator", valid: false }],
        })
      ).status,
    ).toBe(400);
    expect(
      (await send("PUT", "user/groups", { code: "Administrator", groups: [] }))
        .status,
    ).toBe(400);
    expect(
      (await send("PUT", "group/users", { code: "Administrators", users: [] }))
        .status,
    ).toBe(400);
    expect(
      (await send("DELETE", "users", { codes: ["Administrator"] })).status,
    ).toBe(400);
    expect((await it.ask("/v1/users.json")).status).toBe(200);
  });
});

describe("organisations and groups", () => {
  beforeEach(async () => {
    await send("POST", "users", { users: [user("sato"), user("ito")] });
    await send("POST", "organizations", {
      organizations: [
        { code: "top", name: "本部" },
        { code: "sub", name: "支部", parentCode: "top" },
      ],
    });
    await send("POST", "groups", { groups: [{ code: "staff", name: "職員" }] });
  });

  test("members are set as a whole, from either side", async () => {
    await send("PUT", "userOrganizations", {
      userOrganizations: [
        {
          code: "sato",
          organizations: [{ orgCode: "sub" }, { orgCode: "top" }],
        },
      ],
    });
    await send("PUT", "user/groups", { code: "sato", groups: ["staff"] });
    await send("PUT", "group/users", { code: "staff", users: ["ito", "sato"] });
    expect(await get("user/organizations.json?code=sato")).toMatchObject({
      organizationTitles: [
        { organization: { code: "sub", parentCode: "top" }, title: null },
        { organization: { code: "top", parentCode: null } },
      ],
    });
    expect(codes((await get("user/groups.json?code=sato")).groups)).toEqual([
      "everyone",
      "staff",
    ]);
    expect(codes((await get("group/users.json?code=staff")).users)).toEqual([
      "sato",
      "ito",
    ]);
    expect(
      codes((await get("group/users.json?code=everyone")).users),
    ).toHaveLength(3);
    expect(await get("organization/users.json?code=sub")).toMatchObject({
      userTitles: [
        { user: { code: "sato", primaryOrganization: "2" }, title: null },
      ],
    });
    await send("PUT", "userOrganizations", {
      userOrganizations: [{ code: "sato", organizations: [] }],
    });
    expect(await get("user/organizations.json?code=sato")).toEqual({
      organizationTitles: [],
    });
  });

  test("the primary organisation stays when it still is one", async () => {
    await send("PUT", "userOrganizations", {
      userOrganizations: [
        {
          code: "sato",
          organizations: [{ orgCode: "sub" }, { orgCode: "top" }],
        },
      ],
    });
    await send("PUT", "users", {
      users: [{ code: "sato", primaryOrganization: "top" }],
    });
    await send("PUT", "userOrganizations", {
      userOrganizations: [
        {
          code: "sato",
          organizations: [{ orgCode: "sub" }, { orgCode: "top" }],
        },
      ],
    });
    expect(await get("users.json?codes[0]=sato")).toMatchObject({
      users: [{ primaryOrganization: "1" }],
    });
    expect(
      (
        await send("PUT", "users", {
          users: [{ code: "ito", primaryOrganization: "top" }],
        })
      ).status,
    ).toBe(404);
  });

  test("the group Administrators makes administrators", async () => {
    const rename = () =>
      send("PUT", "groups", { groups: [{ code: "staff", name: "x" }] }, "sato");
    expect(await rename()).toMatchObject({
      status: 403,
      body: { code: "CB_NO02" },
    });
    await send("PUT", "user/groups", {
      code: "sato",
      groups: ["Administrators"],
    });
    expect((await rename()).status).toBe(200);
  });

  test("deleted ones are gone from their members", async () => {
    await send("PUT", "user/groups", { code: "sato", groups: ["staff"] });
    await send("PUT", "userOrganizations", {
      userOrganizations: [
        { code: "sato", organizations: [{ orgCode: "sub" }] },
      ],
    });
    await send("DELETE", "groups", { codes: ["staff"] });
    await send("DELETE", "organizations", { codes: ["top", "sub"] });
    expect(codes((await get("user/groups.json?code=sato")).groups)).toEqual([
      "everyone",
    ]);
    expect(await get("user/organizations.json?code=sato")).toEqual({
      organizationTitles: [],
    });
  });

  test.each<[string, string, object]>([
    ["PUT", "user/groups", { code: "zz", groups: [] }],
    ["PUT", "user/groups", { code: "sato", groups: ["zz"] }],
    ["PUT", "user/groups", { code: "sato", groups: ["everyone"] }],
    ["PUT", "group/users", { code: "everyone", users: [] }],
    ["PUT", "group/users", { code: "staff", users: ["zz"] }],
    [
      "PUT",
      "userOrganizations",
      {
        userOrganizations: [
          { code: "sato", organizations: [{ orgCode: "zz" }] },
        ],
      },
    ],
    [
      "PUT",
      "userOrganizations",
      {
        userOrganizations: [
          { code: "sato", organizations: [{ orgCode: "top", titleCode: "x" }] },
        ],
      },
    ],
    [
      "PUT",
      "organizations",
      { organizations: [{ code: "top", parentCode: "sub" }] },
    ],
    [
      "PUT",
      "organizations",
      { organizations: [{ code: "top", parentCode: "zz" }] },
    ],
    ["POST", "organizations", { organizations: [{ code: "top", name: "x" }] }],
    [
      "POST",
      "organizations",
      { organizations: [{ code: "me", name: "x", parentCode: "me" }] },
    ],
    ["DELETE", "organizations", { codes: ["top"] }],
    ["DELETE", "groups", { codes: ["everyone"] }],
    ["PUT", "groups", { groups: [{ code: "Administrators", name: "x" }] }],
  ])("%s %s %j is refused and changes nothing", async (method, path, body) => {
    const before = await it
      .control("POST", "snapshot")
      .then(() => it.site.store.users.get("sato"));
    const answer = await send(method, path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(it.site.store.users.get("sato")).toBe(before);
    expect(it.site.store.organizations.size).toBe(2);
  });
});

test("everybody may read, nobody without login, and API tokens are for apps only", async () => {
  await send("POST", "users", { users: [user("sato")] });
  expect((await it.ask("/v1/users.json", { login: "sato" })).status).toBe(200);
  expect((await it.ask("/v1/users.json", { login: null })).body.code).toBe(
    "CB_AU01",
  );
  const app = await it.liveApp("a");
  const { token } = await it.control("POST", "tokens", {
    app,
    rights: ["view"],
  });
  const byToken = await it.ask("/v1/users.json", {
    login: null,
    headers: { "X-Cybozu-API-Token": String(token) },
  });
  expect(byToken.body.code).toBe("GAIA_NO01");
  const bearer = await it.ask("/v1/users.json", {
    login: null,
    headers: { Authorization: "Bearer x" },
  });
  expect(bearer.body.code).toBe("CB_OA01");
});
