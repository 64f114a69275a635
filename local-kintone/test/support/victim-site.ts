import { allEndpoints } from "../../src/rooms/endpoints.ts";
import { createRestApi } from "../../src/http/rest-api.ts";
import {
  memoryStoreOf,
  restoreSnapshot,
  takeSnapshot,
} from "../../src/rooms/create-site.ts";
import type { Site } from "../../src/model/site.ts";
import { requestTemplates } from "./request-templates.ts";
import type { Template } from "./request-templates.ts";
import { startWithClient } from "./site-client.ts";
import { packPlugin } from "../../src/testing/pack-plugin.ts";

/** Is part of everything that strangers must not see. */
export const SECRET = "SECRET-";

const choices = { a: { label: "a", index: 0 }, b: { label: "b", index: 1 } };
const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});

/** A site whose apps only their creator may see, and a stranger on it. */
const build = async () => {
  const it = await startWithClient({ deployDelayMs: 60_000 });
  // Settings go live at once here: a permission update on the live path deploys.
  const live = async (app: number, rights: object[]) => {
    const answer = await it.call("PUT", "/k/v1/app/acl.json", { app, rights });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  };
  const mine = {
    appEditable: true,
    recordViewable: true,
    recordAddable: true,
    recordEditable: true,
    recordDeletable: true,
  };
  const creator = { entity: { type: "CREATOR" }, ...mine };
  it.addUser("stranger");
  await it.call("POST", "/v1/organizations.json", {
    organizations: [{ code: "org", name: "org" }],
  });
  const source = await it.addApp("source", {
    ...field("key", "SINGLE_LINE_TEXT", { unique: true }),
    ...field("info", "SINGLE_LINE_TEXT"),
  });
  await live(source, [creator]);
  await it.client.record.addRecord({
    app: source,
    record: { key: { value: "k" }, info: { value: `${SECRET}info` } },
  });
  const app = await it.addApp("victim", {
    ...field("title", "SINGLE_LINE_TEXT", { unique: true }),
    ...field("n", "NUMBER"),
    ...field("d", "DROP_DOWN", { options: choices }),
    ...field("c", "CHECK_BOX", { options: choices }),
    ...field("day", "DATE"),
    ...field("moment", "DATETIME"),
    ...field("who", "USER_SELECT"),
    ...field("t", "SUBTABLE", {
      fields: {
        ...field("inner", "SINGLE_LINE_TEXT"),
        ...field("inner2", "NUMBER"),
      },
    }),
    ...field("copy", "SINGLE_LINE_TEXT"),
    ...field("look", "SINGLE_LINE_TEXT", {
      lookup: {
        relatedApp: { app: source },
        relatedKeyField: "key",
        fieldMappings: [{ field: "copy", relatedField: "info" }],
      },
    }),
    ...field("file", "FILE"),
    ...field("g", "GROUP"),
    ...field("twice", "CALC", { expression: "n * 2" }),
  });
  const nobody = { type: "ONE", entities: [] };
  await it.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: {
      未: { name: "未", index: 0, assignee: nobody },
      済: { name: "済", index: 1, assignee: nobody },
    },
    actions: [{ name: "進める", from: "未", to: "済" }],
  });
  await live(app, [creator]);
  const upload = () =>
    it.upload(
      new TextEncoder().encode(`${SECRET}content`),
      `${SECRET}name.txt`,
    );
  await it.client.record.addRecord({
    app,
    record: {
      title: { value: `${SECRET}title` },
      n: { value: 5 },
      look: { value: "k" },
      file: { value: [{ fileKey: await upload() }] },
      t: { value: [{ value: { inner: { value: `${SECRET}inner` } } }] },
    },
  });
  await it.client.record.addRecordComment({
    app,
    record: 1,
    comment: { text: `${SECRET}comment` },
  });
  const { record } = await it.client.record.getRecord({ app, id: 1 });
  const [attached] = record.file?.value as Array<{ fileKey: string }>;
  const { plugin, id } = await packPlugin({ desktop: ["1"] });
  await it.call("POST", "/k/v1/plugin.json", {
    fileKey: await it.upload(Uint8Array.from(plugin), "p.zip"),
  });
  const token = String(
    (await it.control("POST", "tokens", { app, rights: ["view", "add"] }))
      .token,
  );
  const templates = requestTemplates(app, source, {
    upload: await upload(),
    attached: attached?.fileKey ?? "",
    plugin: id,
  });
  return { it, templates, token };
};

const contentOf = (site: Site) =>
  new Map(
    memoryStoreOf(site)
      .entries()
      .map(({ table, key, value }) => [`${table}/${key}`, value]),
  );

/** Changes between two moments; values are never changed in place. */
const changesBetween = (
  before: Map<string, unknown>,
  after: Map<string, unknown>,
): string[] => {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key));
};

const login = (name: string) => ({
  "X-Cybozu-Authorization": Buffer.from(`${name}:${name}`).toString("base64"),
});

export type Sent = {
  status: number;
  /** Content-Type of the answer. */
  type: string;
  text: string;
  /** Request and answer in short, for messages of tests. */
  about: string;
  /** Stored values that differ from before. */
  changes: string[];
  /** The caller may see no secret data. */
  isStranger: boolean;
};

/**
 * A site to throw requests at: every request finds the site as it was built.
 * `who` counts through the administrator, a stranger, an API token and nobody.
 */
export const startVictim = async () => {
  const { it, templates, token } = await build();
  const base = takeSnapshot(it.site);
  const rest = createRestApi(it.site, allEndpoints);
  const callers: Array<Record<string, string>> = [
    login("Administrator"),
    login("stranger"),
    { "X-Cybozu-API-Token": token },
    {},
  ];
  const send = async (
    template: Template,
    body: string,
    who: number,
    language = "ja",
  ): Promise<Sent> => {
    restoreSnapshot(it.site, base);
    const before = contentOf(it.site);
    const isGet = template.method === "GET";
    const answer = await rest(
      new Request(`http://localhost${template.path}`, {
        method: isGet ? "POST" : template.method,
        headers: {
          ...callers[who],
          "Content-Type": "application/json",
          "Accept-Language": language,
          ...(isGet && { "X-HTTP-Method-Override": "GET" }),
        },
        body,
      }),
    );
    const status = answer?.status ?? 0;
    const text = (await answer?.text()) ?? "";
    return {
      status,
      type: answer?.headers.get("Content-Type") ?? "",
      text,
      about: `${template.method} ${template.path} ${body.slice(0, 2000)} -> ${status} ${text.slice(0, 300)}`,
      changes: changesBetween(before, contentOf(it.site)),
      isStranger: who === 1 || who === 3,
    };
  };
  return { templates, send, close: () => it.close() };
};

export type Victim = Awaited<ReturnType<typeof startVictim>>;
