import {
  atLeast,
  invalid,
  many,
  oneOf,
  required,
  size,
  whole,
} from "./recorded-error.ts";
import type { Case } from "./recorded-error.ts";

/** `APP` and `BARE` in a body stand for the apps that are made before. */
export const settingsErrors: Case[] = [
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
