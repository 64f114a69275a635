import { expect } from "vitest";
import { startWithClient } from "./site-client.ts";

const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});

/**
 * A live app with a table, three records and a process, in whose second state the third
 * record waits for its assignee; `bare` has neither process nor comments.
 */
export const startRecordedSite = async () => {
  const it = await startWithClient();
  it.addUser("assignee", { locale: "en" });
  it.addUser("stranger", { locale: "en" });
  const app = await it.addApp("subject", {
    ...field("text", "SINGLE_LINE_TEXT", { unique: true }),
    ...field("number", "NUMBER", { maxValue: "64" }),
    ...field("wanted", "SINGLE_LINE_TEXT", { required: true }),
    ...field("table", "SUBTABLE", { fields: field("cell", "NUMBER") }),
  });
  const user = (code: string) => ({ entity: { type: "USER", code } });
  const nobody = { type: "ONE", entities: [] };
  await it.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: {
      open: { name: "open", index: 0, assignee: nobody },
      mine: {
        name: "mine",
        index: 1,
        assignee: { type: "ONE", entities: [user("assignee")] },
      },
      done: { name: "done", index: 2, assignee: nobody },
    },
    actions: [
      { name: "start", from: "open", to: "mine" },
      { name: "skip", from: "open", to: "done" },
      { name: "finish", from: "mine", to: "done" },
    ],
  });
  await it.deploy(app);
  const bare = await it.liveApp("bare", field("text", "SINGLE_LINE_TEXT"));
  await it.call("PUT", "/k/v1/preview/app/settings.json", {
    app: bare,
    enableComments: false,
  });
  await it.call("PUT", "/k/v1/preview/app/acl.json", {
    app: bare,
    rights: [
      {
        entity: { type: "USER", code: "Administrator" },
        appEditable: true,
        recordViewable: true,
        recordAddable: true,
      },
      {
        entity: { type: "USER", code: "stranger" },
        recordViewable: true,
        recordAddable: true,
        recordEditable: true,
      },
    ],
  });
  await it.call("PUT", "/k/v1/preview/field/acl.json", {
    app: bare,
    rights: [
      {
        code: "text",
        entities: [
          {
            entity: { type: "GROUP", code: "everyone" },
            accessibility: "READ",
          },
        ],
      },
    ],
  });
  await it.deploy(bare);
  const record = { wanted: { value: "x" } };
  const records = [{ ...record, text: { value: "taken" } }, record, record];
  const added = await it.call("POST", "/k/v1/records.json", { app, records });
  expect(added.status).toBe(200);
  await it.call("POST", "/k/v1/record.json", { app: bare });
  // The third record waits for its assignee.
  await it.call("PUT", "/k/v1/record/status.json", {
    app,
    id: 3,
    action: "start",
    assignee: "assignee",
  });
  await it.client.record.addRecordComment({
    app,
    record: 1,
    comment: { text: "from the administrator" },
  });
  return { it, app, bare };
};
