import { expect } from "vitest";
import { createHandler } from "../../src/start-server.ts";
import { createSite } from "../../src/rooms/create-site.ts";
import type { App, JsonObject } from "../../src/model/model.ts";
import type { Site } from "../../src/model/site.ts";
import { someSettings, states } from "./app-settings.ts";
import { appRow, seedApp, seedUser } from "./records-site.ts";
import { STATES, organizations, people } from "./permission-plan.ts";
import type { Condition, Entity, Plan } from "./permission-plan.ts";

export const root = { type: "USER", code: "Administrator", includeSubs: false };
const toRow = ({ type, code, includeSubs }: Entity): JsonObject => ({
  entity: { type, code },
  includeSubs,
});
const quoted = (values: string[]) => values.map((it) => `"${it}"`).join(",");
const toFilter = (condition: Condition): string => {
  if (condition.by === "me") return "owner in (LOGINUSER())";
  if (condition.values.length === 0) return "";
  const code = condition.by === "kind" ? "kind" : "ステータス";
  return `${code} in (${quoted(condition.values)})`;
};

const toSettings = (plan: Plan) => ({
  general: { titleField: { selectionMode: "MANUAL", code: "title" } },
  process: {
    enable: true,
    states: states(...STATES),
    actions: STATES.map((from) => ({
      name: "flip",
      from,
      to: STATES.find((it) => it !== from) ?? "",
      filterCond: "",
      type: "PRIMARY",
    })),
  },
  appAcl: [
    appRow(root),
    ...plan.app.map((it) => ({
      ...toRow(it.entity),
      recordViewable: it.viewable,
      recordAddable: it.addable,
      recordEditable: it.editable,
      recordDeletable: it.deletable,
    })),
  ],
  recordAcl: plan.blocks.map(({ condition, rows }) => ({
    filterCond: toFilter(condition),
    entities: [
      { ...toRow(root), viewable: true, editable: true, deletable: true },
      ...rows.map((row) => ({ ...toRow(row.entity), ...row.rights })),
    ],
  })),
  fieldAcl: Object.entries(plan.fields).map(([code, rows]) => ({
    code,
    entities: [
      { ...toRow(root), accessibility: "WRITE" },
      ...rows.map((row) => ({
        ...toRow(row.entity),
        accessibility: row.access,
      })),
    ],
  })),
  generalNotifications: {
    notifications: [
      {
        ...toRow({ type: "GROUP", code: "everyone", includeSubs: false }),
        recordAdded: true,
      },
    ],
    notifyToCommenter: false,
  },
});

export type Body = Record<string, unknown>;
export type Answer = { status: number; body: Body };
export type Ask = (
  user: string,
  method: string,
  path: string,
  body?: unknown,
) => Promise<Answer>;

export const build = async (plan: Plan) => {
  const site = createSite({ now: Date.parse("2026-04-25T10:00:00Z") });
  const handler = createHandler(site);
  for (const [code, parentCode] of Object.entries(organizations))
    site.store.saveOrganization({ id: 1, code, name: code, parentCode });
  for (const code of ["g1", "g2"])
    site.store.saveGroup({ id: 1, code, name: code });
  for (const person of people) seedUser(site, person.code, person);
  const main = seedApp(
    site,
    someSettings(
      {
        key: { type: "SINGLE_LINE_TEXT", unique: true },
        kind: { type: "SINGLE_LINE_TEXT" },
        owner: { type: "USER_SELECT" },
        team: { type: "ORGANIZATION_SELECT" },
        crew: { type: "GROUP_SELECT" },
        title: { type: "SINGLE_LINE_TEXT" },
        secret: { type: "SINGLE_LINE_TEXT" },
        paper: { type: "FILE" },
      },
      toSettings(plan),
    ),
  );
  const lookup = {
    relatedApp: { app: String(main.id), code: "" },
    relatedKeyField: "key",
    fieldMappings: [{ field: "copied", relatedField: "secret" }],
    lookupPickerFields: [],
    filterCond: "",
    sort: "",
  };
  const other = seedApp(
    site,
    someSettings({
      link: { type: "SINGLE_LINE_TEXT", lookup },
      copied: { type: "SINGLE_LINE_TEXT" },
      mains: {
        type: "REFERENCE_TABLE",
        referenceTable: {
          relatedApp: { app: String(main.id), code: "" },
          condition: { field: "word", relatedField: "key" },
          filterCond: "",
        },
      },
      word: { type: "SINGLE_LINE_TEXT" },
    }),
  );
  const ask: Ask = async (user, method, path, body) => {
    const response = await handler.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: {
          "X-Cybozu-Authorization": btoa(`${user}:${user}`),
          ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = text.startsWith("{");
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : {}) as Body,
    };
  };
  return { site, main, other, ask };
};

export const fillIn = async (site: Site, app: App, ask: Ask, plan: Plan) => {
  const write = async (method: string, path: string, body: object) => {
    const url = `/k/v1/${path}.json`;
    const answer = await ask(root.code, method, url, { app: app.id, ...body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  for (const [i, row] of plan.records.entries()) {
    const fileKey = `upload-${i}`;
    site.store.saveFile({
      key: fileKey,
      name: "contract.txt",
      contentType: "text/plain",
      bytes: new TextEncoder().encode("paper"),
      uploadedBy: root.code,
      uploadedAt: "2026-04-25T10:00:00Z",
      kind: "temporary",
    });
    const record = {
      key: { value: `k${i}` },
      kind: { value: row.kind },
      作成者: { value: { code: row.creator } },
      owner: { value: [{ code: row.owner }] },
      team: { value: [{ code: row.team }] },
      crew: { value: [{ code: row.crew }] },
      title: { value: row.title },
      secret: { value: `s${i % 2}` },
      paper: { value: [{ fileKey }] },
    };
    await write("POST", "record", { record });
    const id = i + 1;
    if (row.state !== STATES[0])
      await write("PUT", "record/status", { id, action: "flip" });
    await write("POST", "record/comment", {
      record: id,
      comment: {
        text: `about ${id}`,
        mentions: people.map(({ code }) => ({ code, type: "USER" })),
      },
    });
  }
};
