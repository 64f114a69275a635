import { afterAll, beforeAll, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

/*
 * Error answers of a real kintone, in English, as the tests of the former official
 * client expected them: https://github.com/kintone-labs/kintone-js-sdk
 * (test/resources/kintoneErrorMessage.json, 2020, MIT). The requests are ours.
 */

let it: ClientSite;
/** A live app with a table, a record and a process; `bare` has neither process nor comments. */
let app: number;
let bare: number;

const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});

beforeAll(async () => {
  it = await startWithClient();
  it.addUser("assignee", { locale: "en" });
  it.addUser("stranger", { locale: "en" });
  app = await it.addApp("subject", {
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
  bare = await it.liveApp("bare", field("text", "SINGLE_LINE_TEXT"));
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
});
afterAll(() => it.close());

type Errors = Record<string, string[]>;
type Case = [
  title: string,
  request: [method: string, path: string, body: Record<string, unknown>],
  expected: { code: string; message?: string; errors?: Errors },
  login?: string,
];

const invalid = (errors: Errors) => ({
  code: "CB_VA01",
  message: "Missing or invalid input.",
  errors,
});
const required = (...paths: string[]) =>
  invalid(Object.fromEntries(paths.map((path) => [path, ["Required field."]])));
const atLeast = (path: string, n: number) =>
  invalid({ [path]: [`must be greater than or equal to ${n}`] });
const whole = (path: string) =>
  invalid({ [path]: ["Enter an integer value."] });
const oneOf = (path: string) =>
  invalid({ [path]: ["must be one of the enum value"] });
const size = (path: string, min: number, max: number) =>
  invalid({ [path]: [`size must be between ${min} and ${max}`] });
const unwritable = (type: string) => ({
  code: "GAIA_UN10",
  message: `Cannot update field whose type is ${type}.`,
});
const many = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** `APP` and `BARE` in a body stand for the apps that are made before. */
const settings: Case[] = [
  ["apps: none", ["GET", "preview/app/deploy", {}], required("apps")],
  [
    "apps: a negative id",
    ["GET", "preview/app/deploy", { apps: [-1] }],
    atLeast("apps", 1),
  ],
  [
    "apps: a word for an id",
    ["GET", "preview/app/deploy", { apps: ["x"] }],
    whole("apps"),
  ],
  [
    "apps: more than 300",
    ["GET", "preview/app/deploy", { apps: many(301) }],
    size("apps", 0, 300),
  ],
  ["deploy: no apps", ["POST", "preview/app/deploy", {}], required("apps")],
  [
    "deploy: an app without id",
    ["POST", "preview/app/deploy", { apps: [{}] }],
    required("apps[0].app"),
  ],
  [
    "deploy: a negative app",
    ["POST", "preview/app/deploy", { apps: [{ app: -1 }] }],
    atLeast("apps[0].app", 1),
  ],
  [
    "deploy: a revision that is no number",
    ["POST", "preview/app/deploy", { apps: [{ app: "APP", revision: "x" }] }],
    whole("apps[0].revision"),
  ],
  [
    "deploy: revert that is no boolean",
    ["POST", "preview/app/deploy", { apps: [{ app: "APP" }], revert: "x" }],
    invalid({ revert: ["must be boolean."] }),
  ],
  [
    "deploy: an app twice",
    ["POST", "preview/app/deploy", { apps: [{ app: "APP" }, { app: "APP" }] }],
    invalid({ "apps[1].app": ["App ID is duplicated."] }),
  ],
  [
    "deploy: more than 300",
    [
      "POST",
      "preview/app/deploy",
      { apps: many(301).map((id) => ({ app: id })) },
    ],
    {
      code: "GAIA_TO03",
      message: "The number of parameters exceeds the limit. - apps[300]",
    },
  ],
  ["app: no id", ["GET", "app", {}], required("id")],
  ["app: a negative id", ["GET", "app", { id: -1 }], atLeast("id", 1)],
  ["app: a word for an id", ["GET", "app", { id: "x" }], whole("id")],
  [
    "app: an unknown id",
    ["GET", "app", { id: 9999 }],
    {
      code: "GAIA_AP01",
      message: "The app (ID: 9999) not found. The app may have been deleted.",
    },
  ],
  [
    "apps: ids over 100",
    ["GET", "apps", { ids: many(101) }],
    size("ids", 0, 100),
  ],
  [
    "apps: codes over 100",
    ["GET", "apps", { codes: many(101).map(String) }],
    size("codes", 0, 100),
  ],
  [
    "apps: spaces over 100",
    ["GET", "apps", { spaceIds: many(101) }],
    size("spaceIds", 0, 100),
  ],
  [
    "apps: a name over 64 characters",
    ["GET", "apps", { name: "x".repeat(65) }],
    invalid({ name: ["Name must be between 1 and 64 characters."] }),
  ],
  ["apps: limit 0", ["GET", "apps", { limit: 0 }], atLeast("limit", 1)],
  [
    "apps: limit over 100",
    ["GET", "apps", { limit: 101 }],
    invalid({ limit: ["must be less than or equal to 100"] }),
  ],
  [
    "apps: a negative offset",
    ["GET", "apps", { offset: -1 }],
    atLeast("offset", 0),
  ],
  [
    "apps: an offset too far",
    ["GET", "apps", { offset: 2_147_483_648 }],
    invalid({ offset: ["must be less than or equal to 2,147,483,647"] }),
  ],
  ["new app: no name", ["POST", "preview/app", {}], required("name")],
  [
    "new app: a space without a thread",
    ["POST", "preview/app", { name: "x", space: 1 }],
    invalid({
      thread: ["Thread parameter is required to create an app in space."],
    }),
  ],
  [
    "new app: a thread without a space",
    ["POST", "preview/app", { name: "x", thread: 1 }],
    invalid({
      space: ["Space parameter is required to create an app in space."],
    }),
  ],
  [
    "new app: a space that is not there",
    ["POST", "preview/app", { name: "x", space: 99, thread: 99 }],
    {
      code: "OC_NO01",
      message: "The space (id: 99) could not be found, or no longer exists.",
    },
  ],
  [
    "new app: a negative space",
    ["POST", "preview/app", { name: "x", space: -1, thread: 1 }],
    atLeast("space", 1),
  ],
  [
    "new app: a negative thread",
    ["POST", "preview/app", { name: "x", space: 1, thread: -1 }],
    atLeast("thread", 1),
  ],
  [
    "form: an unknown language",
    ["GET", "app/form/fields", { app: "APP", lang: "xx" }],
    oneOf("lang"),
  ],
  [
    "form: no properties",
    ["POST", "preview/app/form/fields", { app: "APP" }],
    required("properties"),
  ],
  [
    "form: an unknown type",
    [
      "POST",
      "preview/app/form/fields",
      { app: "APP", properties: { z: { type: "X", code: "z", label: "z" } } },
    ],
    oneOf("properties[z].type"),
  ],
  [
    "form: a change of a field that is not there",
    [
      "PUT",
      "preview/app/form/fields",
      { app: "APP", properties: { nowhere: { type: "NUMBER", code: "n" } } },
    ],
    { code: "GAIA_FC01", message: "The field (code: nowhere) not found." },
  ],
  [
    "form: nothing to delete",
    ["DELETE", "preview/app/form/fields", { app: "APP" }],
    invalid({ fields: ["Required field.", "size must be between 1 and 100"] }),
  ],
  [
    "form: more than 100 to delete",
    [
      "DELETE",
      "preview/app/form/fields",
      { app: "APP", fields: many(101).map(String) },
    ],
    size("fields", 1, 100),
  ],
  [
    "layout: none",
    ["PUT", "preview/app/form/layout", { app: "APP" }],
    required("layout"),
  ],
  [
    "layout: an unknown type of row",
    ["PUT", "preview/app/form/layout", { app: "APP", layout: [{ type: "X" }] }],
    oneOf("layout[0].type"),
  ],
  [
    "layout: a field under a wrong type",
    [
      "PUT",
      "preview/app/form/layout",
      {
        app: "APP",
        layout: [{ type: "ROW", fields: [{ type: "DATE", code: "number" }] }],
      },
    ],
    invalid({
      "layout[0].fields[0].type": [
        "Failed to update form. The type of the field (code: number) does not match the type parameter.",
      ],
    }),
  ],
  [
    "layout: a field that is not there",
    [
      "PUT",
      "preview/app/form/layout",
      {
        app: "APP",
        layout: [{ type: "ROW", fields: [{ type: "DATE", code: "nowhere" }] }],
      },
    ],
    invalid({
      "layout[0].fields[0].code": [
        "Failed to update form. Field (code: nowhere) is not found.",
      ],
    }),
  ],
  [
    "layout: a table without its columns",
    [
      "PUT",
      "preview/app/form/layout",
      {
        app: "APP",
        layout: [{ type: "SUBTABLE", code: "table", fields: [] }],
      },
    ],
    invalid({
      "layout[0].fields": [
        "Failed to update form. The format of table table is not valid. Some fields may be missing or the specified fields may not exist in the table.",
      ],
    }),
  ],
  [
    "views: no type",
    ["PUT", "preview/app/views", { app: "APP", views: { v: { index: 0 } } }],
    required("views[v].type"),
  ],
  [
    "views: no index",
    [
      "PUT",
      "preview/app/views",
      { app: "APP", views: { v: { type: "LIST", name: "v" } } },
    ],
    required("views[v].index"),
  ],
  [
    "views: an unknown type",
    [
      "PUT",
      "preview/app/views",
      { app: "APP", views: { v: { index: 0, type: "X", name: "v" } } },
    ],
    oneOf("views[v].type"),
  ],
  [
    "views: a key that is not the name",
    [
      "PUT",
      "preview/app/views",
      {
        app: "APP",
        views: { fresh: { index: 0, type: "LIST", name: "other" } },
      },
    ],
    {
      code: "GAIA_IN01",
      message:
        "Failed to update view. Key fresh does not match the value of other in the name parameter.",
    },
  ],
  [
    "settings: an icon without type",
    ["PUT", "preview/app/settings", { app: "APP", icon: { key: "APP1" } }],
    required("icon.type"),
  ],
  [
    "settings: an icon without key",
    ["PUT", "preview/app/settings", { app: "APP", icon: { type: "PRESET" } }],
    required("icon.key"),
  ],
  [
    "settings: an unknown theme",
    ["PUT", "preview/app/settings", { app: "APP", theme: "PINK" }],
    oneOf("theme"),
  ],
  [
    "settings: a revision that is not the latest",
    ["PUT", "preview/app/settings", { app: "APP", name: "x", revision: 9999 }],
    {
      code: "GAIA_CO03",
      message:
        "The revision is not the latest. Someone may update the app settings (ID: APP).",
    },
  ],
];

const records: Case[] = [
  ["record: no app", ["GET", "record", { id: 1 }], required("app")],
  ["record: no id", ["GET", "record", { app: "APP" }], required("id")],
  [
    "record: a negative app",
    ["GET", "record", { app: -1, id: 1 }],
    atLeast("app", 1),
  ],
  [
    "record: a negative id",
    ["GET", "record", { app: "APP", id: -1 }],
    atLeast("id", 1),
  ],
  [
    "record: an unknown id",
    ["GET", "record", { app: "APP", id: 9999 }],
    {
      code: "GAIA_RE01",
      message: "The specified record (ID: 9999) is not found.",
    },
  ],
  [
    "records: a query that is none",
    ["GET", "records", { app: "APP", query: "number ===" }],
    invalid({ query: ["unsupported query format"] }),
  ],
  [
    "records: limit over 500",
    ["GET", "records", { app: "APP", query: "limit 501" }],
    { code: "GAIA_QU01", message: "limit must be 500 or less." },
  ],
  [
    "records: totalCount that is no boolean",
    ["GET", "records", { app: "APP", totalCount: "x" }],
    invalid({ totalCount: ["must be boolean."] }),
  ],
  [
    "add: a word for a number",
    [
      "POST",
      "record",
      {
        app: "APP",
        record: { wanted: { value: "x" }, number: { value: "x" } },
      },
    ],
    invalid({ "record[number].value": ["Only numbers are allowed."] }),
  ],
  [
    "add: a value that is taken",
    [
      "POST",
      "record",
      {
        app: "APP",
        record: { wanted: { value: "x" }, text: { value: "taken" } },
      },
    ],
    invalid({
      "record.text.value": ["This value already exists in another record."],
    }),
  ],
  [
    "add: nothing in a required field",
    ["POST", "record", { app: "APP" }],
    invalid({ "record.wanted.value": ["Required."] }),
  ],
  [
    "add: a number above its limit",
    [
      "POST",
      "record",
      { app: "APP", record: { wanted: { value: "x" }, number: { value: 65 } } },
    ],
    invalid({ "record.number.value": ["The value must be 64 or less."] }),
  ],
  [
    "add: a status",
    [
      "POST",
      "record",
      { app: "APP", record: { ステータス: { value: "open" } } },
    ],
    unwritable("STATUS"),
  ],
  [
    "add: more than 100",
    ["POST", "records", { app: "APP", records: many(101).map(() => ({})) }],
    invalid({
      records: ["A maximum of 100 records can be added at one time."],
    }),
  ],
  ["add: no list", ["POST", "records", { app: "APP" }], required("records")],
  [
    "add: a system field without being administrator of the app",
    [
      "POST",
      "record",
      { app: "BARE", record: { 作成者: { value: { code: "stranger" } } } },
    ],
    {
      code: "GAIA_BF02",
      message:
        'App permissions are required to add records with specifying a value in the "作成者" field.',
    },
    "stranger",
  ],
  [
    "add: a field without the right to edit it",
    ["POST", "record", { app: "BARE", record: { text: { value: "x" } } }],
    {
      code: "GAIA_FU01",
      message: 'Edit permissions are required to edit field "text".',
    },
  ],
  [
    "update: a revision that is not the latest",
    ["PUT", "record", { app: "APP", id: 1, revision: 99, record: {} }],
    {
      code: "GAIA_CO02",
      message: "The revision is not the latest. Someone may update a record.",
    },
  ],
  [
    "update: a revision below -1",
    ["PUT", "record", { app: "APP", id: 1, revision: -2, record: {} }],
    atLeast("revision", -1),
  ],
  ...(
    [
      ["更新者", "MODIFIER", { code: "x" }],
      ["作成者", "CREATOR", { code: "x" }],
      ["作成日時", "CREATED_AT", "2020-01-01T00:00:00Z"],
      ["更新日時", "MODIFIED_AT", "2020-01-01T00:00:00Z"],
    ] as const
  ).map(([code, type, value]): Case => [
    `update: ${type}`,
    ["PUT", "record", { app: "APP", id: 1, record: { [code]: { value } } }],
    unwritable(type),
  ]),
  [
    "update: a key that no record has",
    [
      "PUT",
      "record",
      { app: "APP", updateKey: { field: "text", value: "no" }, record: {} },
    ],
    {
      code: "GAIA_RE20",
      message:
        'No records match the conditions specified in the "updateKey" field.',
    },
  ],
  [
    "update: a key field that is not there",
    [
      "PUT",
      "record",
      { app: "APP", updateKey: { field: "nowhere", value: "x" }, record: {} },
    ],
    { code: "GAIA_IQ11", message: "Specified field (nowhere) not found." },
  ],
  [
    "update: a key field that is not unique",
    [
      "PUT",
      "record",
      { app: "APP", updateKey: { field: "number", value: "1" }, record: {} },
    ],
    {
      code: "GAIA_IQ27",
      message:
        'Failed to update record. The field (code: number) set as "updateKey" must be set to "Prohibit duplicate values".',
    },
  ],
  [
    "update: more than 100",
    [
      "PUT",
      "records",
      { app: "APP", records: many(101).map((id) => ({ id, record: {} })) },
    ],
    invalid({
      records: ["A maximum of 100 records can be updated at one time."],
    }),
  ],
  [
    "update: a list without ids",
    ["PUT", "records", { app: "APP", records: [{ record: {} }] }],
    required("records[0].id"),
  ],
  [
    "delete: more than 100",
    ["DELETE", "records", { app: "APP", ids: many(101) }],
    invalid({
      ids: ["Between 1 and 100 records can be deleted at one time."],
    }),
  ],
  [
    "delete: more than 100, revisions too",
    ["DELETE", "records", { app: "APP", ids: many(101), revisions: many(101) }],
    invalid({
      ids: ["Between 1 and 100 records can be deleted at one time."],
      revisions: ["size must be between 0 and 100"],
    }),
  ],
  [
    "bulk request: no requests",
    ["POST", "bulkRequest", {}],
    required("requests"),
  ],
  [
    "file: an unknown key",
    ["GET", "file", { fileKey: "nothing" }],
    {
      code: "GAIA_BL01",
      message: "The specified file (id: nothing) not found.",
    },
  ],
];

const comment = (more: object) => ({ app: "APP", record: 1, ...more });
const talk: Case[] = [
  [
    "comments: a negative record",
    ["GET", "record/comments", { app: "APP", record: -1 }],
    atLeast("record", 1),
  ],
  [
    "comments: an unknown order",
    ["GET", "record/comments", comment({ order: "x" })],
    oneOf("order"),
  ],
  [
    "comments: limit over 10",
    ["GET", "record/comments", comment({ limit: 11 })],
    invalid({ limit: ["must be less than or equal to 10"] }),
  ],
  [
    "comments: a negative offset",
    ["GET", "record/comments", comment({ offset: -1 })],
    atLeast("offset", 0),
  ],
  [
    "comments: a text for a comment",
    ["POST", "record/comment", comment({ comment: "x" })],
    { code: "CB_IJ01", message: "Invalid JSON string." },
  ],
  [
    "comments: no text",
    ["POST", "record/comment", comment({ comment: {} })],
    {
      code: "CB_VA01",
      message: "Missing or invalid input.",
    },
  ],
  [
    "comments: a mention without type",
    [
      "POST",
      "record/comment",
      comment({ comment: { text: "x", mentions: [{ code: "stranger" }] } }),
    ],
    required("comment.mentions[0].type"),
  ],
  [
    "comments: a mention without code",
    [
      "POST",
      "record/comment",
      comment({ comment: { text: "x", mentions: [{ type: "USER" }] } }),
    ],
    required("comment.mentions[0].code"),
  ],
  [
    "comments: a mention of an unknown type",
    [
      "POST",
      "record/comment",
      comment({
        comment: { text: "x", mentions: [{ code: "stranger", type: "X" }] },
      }),
    ],
    oneOf("comment.mentions[0].type"),
  ],
  [
    "comments: none to delete",
    ["DELETE", "record/comment", comment({})],
    required("comment"),
  ],
  [
    "comments: a negative one to delete",
    ["DELETE", "record/comment", comment({ comment: -1 })],
    atLeast("comment", 1),
  ],
  [
    "comments: one that is not there",
    ["DELETE", "record/comment", comment({ comment: 99 })],
    {
      code: "GAIA_RE02",
      message:
        "The specified comment does not exist. The comment may have been deleted.",
    },
  ],
  [
    "comments: somebody else's",
    ["DELETE", "record/comment", comment({ comment: 1 })],
    {
      code: "GAIA_RE03",
      message:
        "Cannot delete the comment (ID: 1). The comment was posted by someone other than you.",
    },
    "stranger",
  ],
  [
    "comments: switched off",
    ["GET", "record/comments", { app: "BARE", record: 1 }],
    { code: "GAIA_RE12", message: "Comment feature is disabled." },
  ],
];

const process: Case[] = [
  [
    "status: process management is off",
    ["PUT", "record/status", { app: "BARE", id: 1, action: "start" }],
    {
      code: "GAIA_ST02",
      message:
        "Your request failed. The process management feature has been disabled.",
    },
  ],
  [
    "status: an action that is not there",
    ["PUT", "record/status", { app: "APP", id: 1, action: "nothing" }],
    {
      code: "GAIA_IL03",
      message:
        "Failed to update the status. The settings or the status itself may have been changed by someone.",
    },
  ],
  [
    "status: nobody chosen where somebody must be",
    ["PUT", "record/status", { app: "APP", id: 1, action: "start" }],
    { code: "GAIA_SA01", message: "Assignee is required." },
  ],
  [
    "status: somebody chosen where nobody can be",
    [
      "PUT",
      "record/status",
      { app: "APP", id: 1, action: "skip", assignee: "assignee" },
    ],
    {
      code: "GAIA_SA04",
      message:
        "Failed to update status. Assignee cannot be specified by the action.",
    },
  ],
  [
    "status: not the assignee",
    ["PUT", "record/status", { app: "APP", id: 3, action: "finish" }],
    { code: "GAIA_NT01", message: "Only Assignee can change the status." },
    "stranger",
  ],
  [
    "assignees: more than 100",
    [
      "PUT",
      "record/assignees",
      { app: "APP", id: 1, assignees: many(101).map(String) },
    ],
    size("assignees", 0, 100),
  ],
  [
    "assignees: an unknown user",
    ["PUT", "record/assignees", { app: "APP", id: 1, assignees: ["nobody"] }],
    {
      code: "GAIA_IL26",
      message: "The specified user (code：nobody) not found.",
    },
  ],
];

const withApps = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll('"APP"', String(app))
      .replaceAll('"BARE"', String(bare))
      .replaceAll("(ID: APP)", `(ID: ${app})`),
  ) as T;

const token = async (rights: string[]) => {
  const { token: text } = await it.control("POST", "tokens", { app, rights });
  return { "X-Cybozu-API-Token": String(text), "Accept-Language": "en" };
};

test("an endpoint that takes no API token", async () => {
  const answer = await it.ask("/k/v1/apps.json", {
    login: null,
    headers: await token(["view"]),
  });
  expect(answer.body).toMatchObject({
    code: "GAIA_NO01",
    message: "Using this API token, you cannot run the specified API.",
  });
});

test("what the asker has no right to", async () => {
  const answer = await it.ask(`/k/v1/preview/app/settings.json?app=${app}`, {
    login: "stranger",
  });
  expect(answer.body).toMatchObject({
    code: "CB_NO02",
    message: "No privilege to proceed.",
  });
});

test.each([...settings, ...records, ...talk, ...process])(
  "%s",
  async (_title, [method, path, body], expected, login = "Administrator") => {
    const isGet = method === "GET";
    const answer = await it.call(
      isGet ? "POST" : method,
      `/k/v1/${path}.json`,
      withApps(body),
      {
        login,
        headers: {
          "Accept-Language": "en",
          ...(isGet && { "X-HTTP-Method-Override": "GET" }),
        },
      },
    );
    const { code, message, errors = {} } = withApps(expected);
    expect(answer.body).toMatchObject({
      code,
      ...(message !== undefined && { message }),
    });
    for (const [at, messages] of Object.entries(errors))
      expect(answer.body.errors).toHaveProperty([at], { messages });
  },
);
