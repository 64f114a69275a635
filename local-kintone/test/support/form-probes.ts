import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { restoreSnapshot, takeSnapshot } from "../../src/index.ts";
import type { Snapshot } from "../../src/rooms/create-site.ts";
import type { Readings } from "../../src/model/readings.ts";
import { startWithClient } from "./site-client.ts";
import type { ClientSite } from "./site-client.ts";

/*
 * The app that the probes of kintone-labs/kintone-java-sdk (src/test, on a real site up to
 * July 2020) work on, in our own words: a field of each kind, a table, a group, an app to look
 * up in.
 */

export type Json = Record<string, unknown>;

export const field = (code: string, type: string, more: Json = {}) => ({
  [code]: { type, code, label: code, ...more },
});
export const options = (...labels: string[]) =>
  Object.fromEntries(
    labels.map((label, index) => [label, { label, index: String(index) }]),
  );

const sourceFields = {
  ...field("key", "SINGLE_LINE_TEXT", { unique: true }),
  ...field("name", "SINGLE_LINE_TEXT"),
  ...field("amount", "NUMBER"),
  ...field("site", "LINK", { protocol: "WEB" }),
  ...field("lines", "SUBTABLE", { fields: field("line", "SINGLE_LINE_TEXT") }),
};

const ownFields = {
  ...field("text", "SINGLE_LINE_TEXT"),
  ...field("spare", "SINGLE_LINE_TEXT"),
  ...field("memo", "MULTI_LINE_TEXT"),
  ...field("rich", "RICH_TEXT"),
  ...field("number", "NUMBER"),
  ...field("other", "NUMBER"),
  ...field("calc", "CALC", { expression: "number * 2" }),
  ...field("radio", "RADIO_BUTTON", { options: options("a", "b") }),
  ...field("check", "CHECK_BOX", {
    options: options("a", "b"),
    defaultValue: ["b"],
  }),
  ...field("drop", "DROP_DOWN", {
    options: options("a", "b"),
    defaultValue: "b",
  }),
  ...field("multi", "MULTI_SELECT", {
    options: options("a", "b"),
    defaultValue: ["b"],
  }),
  ...field("day", "DATE"),
  ...field("time", "TIME"),
  ...field("moment", "DATETIME"),
  ...field("web", "LINK", { protocol: "WEB" }),
  ...field("mail", "LINK", { protocol: "MAIL" }),
  ...field("file", "FILE"),
  ...field("users", "USER_SELECT"),
  ...field("groups", "GROUP_SELECT"),
  ...field("organizations", "ORGANIZATION_SELECT"),
  ...field("group", "GROUP"),
  ...field("table", "SUBTABLE", {
    fields: {
      ...field("cell", "SINGLE_LINE_TEXT"),
      ...field("count", "NUMBER"),
    },
  }),
  ...field("second", "SUBTABLE", { fields: field("sum", "NUMBER") }),
};

export const lookupTo = (app: number, more: Json = {}) => ({
  relatedApp: { app },
  relatedKeyField: "key",
  fieldMappings: [],
  lookupPickerFields: [],
  ...more,
});
export const recordsOf = (app: number, more: Json = {}) => ({
  relatedApp: { app },
  condition: { field: "text", relatedField: "name" },
  displayFields: ["key"],
  ...more,
});

type Probe = {
  it: ClientSite;
  app: number;
  source: number;
};
/** Request: method, path under `/k/v1/`, parameters. */
export type Ask = (probe: Probe) => [string, string, Json];

const REVISION = "revision";

/** Sends each probe of a table to the same untouched app and compares what becomes of it. */
export const useFormProbes = (readings: Partial<Readings> = {}) => {
  let probe: Probe;
  let untouched: Snapshot;

  beforeAll(async () => {
    const it = await startWithClient({ readings });
    it.site.store.saveGroup({ id: 90, code: "crew", name: "crew" });
    it.site.store.saveOrganization({
      id: 90,
      code: "team",
      name: "team",
      parentCode: null,
    });
    it.addUser("member");
    it.addUser("idle", { valid: false });
    const source = await it.liveApp("source", sourceFields);
    const app = await it.addApp("app", ownFields);
    await it.send("POST", "/k/v1/preview/app/form/fields.json", {
      app,
      properties: {
        ...field("look", "SINGLE_LINE_TEXT", {
          lookup: lookupTo(source, {
            fieldMappings: [{ field: "spare", relatedField: "name" }],
          }),
        }),
        ...field("related", "REFERENCE_TABLE", {
          referenceTable: recordsOf(source),
        }),
      },
    });
    await it.deploy(app);
    probe = { it, app, source };
    untouched = takeSnapshot(it.site);
  });
  beforeEach(() => restoreSnapshot(probe.it.site, untouched));
  afterAll(() => probe.it.close());

  const send = async (ask: Ask, login?: string) => {
    const [method, path, body] = ask(probe);
    return probe.it.call(
      method === "GET" ? "POST" : method,
      `/k/v1/${path}.json`,
      { app: probe.app, ...body },
      {
        ...(login !== undefined && { login }),
        ...(method === "GET" && {
          headers: { "X-HTTP-Method-Override": "GET" },
        }),
      },
    );
  };

  return {
    probe: () => probe,
    send,
    taken: (table: Record<string, Ask>) =>
      test.each(Object.entries(table))("taken: %s", async (_title, ask) => {
        const { status, body } = await send(ask);
        expect(status, JSON.stringify(body)).toBe(200);
        expect(body).toHaveProperty(REVISION);
      }),
    refused: (table: Record<string, Ask>) =>
      test.each(Object.entries(table))("refused: %s", async (_title, ask) => {
        const before = probe.it.site.store.apps.get(probe.app)?.preview;
        const { status, body } = await send(ask);
        expect([400, 403, 404, 409], JSON.stringify(body)).toContain(status);
        expect(body.code).toMatch(/^(CB|GAIA)_[A-Z]{2}\d{2}$/);
        expect(probe.it.site.store.apps.get(probe.app)?.preview).toBe(before);
      }),
  };
};
