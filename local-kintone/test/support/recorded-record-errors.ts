import {
  atLeast,
  invalid,
  many,
  oneOf,
  required,
  size,
  unwritable,
} from "./recorded-error.ts";
import type { Case } from "./recorded-error.ts";

/** `APP` and `BARE` in a body stand for the apps that are made before. */
export const recordErrors: Case[] = [
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
export const commentErrors: Case[] = [
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

export const processErrors: Case[] = [
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
