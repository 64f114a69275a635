import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";
import { packPlugin } from "local-kintone/testing";
import { provision } from "../../src/provision/index.ts";
import {
  judgeBodies,
  readDescription,
} from "../support/wire/described-bodies.ts";
import {
  countLookups,
  countSocietyRows,
  lateRights,
  mixedConditions,
  narrowOrganizations,
  newFirstStatuses,
  storedConditions,
  unlikeCopies,
} from "../support/wire/judge-wire.ts";
import { startWireLog, type Exchange } from "../support/wire/wire-log.ts";

/* Requests of a set-up as a proxy sees them, judged without asking either side. */

const description = readDescription(
  new URL("../../../shared/kintone/openapi.yaml", import.meta.url),
);
if (!description)
  console.log(
    "Bodies were not compared with kintone's OpenAPI description: ../shared/kintone/openapi.yaml is not there.",
  );

let site: Site;
let server: RunningServer;
let wire: Awaited<ReturnType<typeof startWireLog>>;
beforeAll(async () => {
  site = createSite({ deployDelayMs: 0 });
  server = await startServer({ site });
  wire = await startWireLog(server.baseUrl);
  const { plugin } = await packPlugin({ version: "1", desktop: ["1;"] });
  await provision({
    baseUrl: wire.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
    pluginZip: Uint8Array.from(plugin),
    sampleEditionOn: "2026-04-01",
  });
});
afterAll(async () => {
  await wire.close();
  await server.close();
  site.close();
});

describe("a set-up over the wire", () => {
  test("kintone refuses nothing of it", () => {
    expect(wire.log.filter(({ status }) => status !== 200)).toEqual([]);
    expect(wire.log.length).toBeGreaterThan(60);
  });

  test("no lookup copies between unlike types", () => {
    expect(countLookups(wire.log)).toBeGreaterThan(3);
    expect(unlikeCopies(wire.log)).toEqual([]);
  });

  test("the first status is one that the app has", () => {
    expect(newFirstStatuses(wire.log)).toEqual([]);
    const sent = wire.log.filter(
      ({ method, url }) => method === "PUT" && url.includes("app/status.json"),
    );
    expect(sent.length).toBeGreaterThan(0);
  });

  test("no stored condition mixes and with or", () => {
    expect(storedConditions(wire.log).length).toBeGreaterThan(20);
    expect(mixedConditions(wire.log)).toEqual([]);
  });

  test("an app's rights come before its first publication", () => {
    expect(lateRights(wire.log)).toEqual([]);
  });

  test("an organisation's rights and notices reach those below it", () => {
    expect(countSocietyRows(wire.log)).toBeGreaterThan(3);
    expect(narrowOrganizations(wire.log)).toEqual([]);
  });

  test.skipIf(!description)("every body fits the description", () => {
    if (!description) return;
    const { count, wrong } = judgeBodies(description, wire.log);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(40);
  });
});

describe("the judge of the wire", () => {
  const put = (path: string, body: Exchange["body"]): Exchange => ({
    method: "PUT",
    url: `/k/v1/preview/${path}.json`,
    body,
    status: 200,
    answer: {},
  });
  const field = (code: string, type: string, more: object = {}) => ({
    [code]: { code, type, ...more },
  });

  test("tells a lookup that copies a radio button into a text", () => {
    const fields = (app: string, properties: object) =>
      put("app/form/fields", { app, properties });
    const lookup = {
      relatedApp: { app: "1" },
      relatedKeyField: "key",
      fieldMappings: [{ field: "copy", relatedField: "choice" }],
    };
    const log = [
      fields("1", {
        ...field("key", "SINGLE_LINE_TEXT"),
        ...field("choice", "RADIO_BUTTON"),
      }),
      fields("2", {
        ...field("copy", "SINGLE_LINE_TEXT"),
        ...field("link", "SINGLE_LINE_TEXT", { lookup }),
      }),
    ];
    expect(unlikeCopies(log)).toEqual([
      "copy SINGLE_LINE_TEXT <- RADIO_BUTTON",
    ]);
  });

  test("tells a first status that nobody has seen", () => {
    const states = { 準備中: { name: "準備中", index: 0 } };
    expect(newFirstStatuses([put("app/status", { app: "1", states })])).toEqual(
      ["準備中"],
    );
  });

  test("tells a condition that mixes, and none whose words stand in quotes", () => {
    const views = (filterCond: string) =>
      put("app/views", { app: "1", views: { a: { filterCond } } });
    expect(
      mixedConditions([views('a = "1" and (b = "2" or c = "3")')]),
    ).toHaveLength(1);
    expect(mixedConditions([views('a = "x or y" and b = "2"')])).toEqual([]);
  });

  test("tells rights after a publication, and a publication without rights", () => {
    const deploy = put("app/deploy", { apps: [{ app: "1" }] });
    expect(
      lateRights([deploy, put("app/acl", { app: "1", rights: [] })]),
    ).toEqual(["app 1", "app/acl of 1"]);
  });

  test("tells an organisation without those below it", () => {
    const log = [
      put("app/form/fields", {
        app: "1",
        properties: field("team", "ORGANIZATION_SELECT"),
      }),
      put("record/acl", {
        app: "1",
        rights: [
          {
            entities: [
              {
                entity: { type: "FIELD_ENTITY", code: "team" },
                includeSubs: false,
              },
            ],
          },
        ],
      }),
    ];
    expect(narrowOrganizations(log)).toHaveLength(1);
  });
});
