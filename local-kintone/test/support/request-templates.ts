export type Template = {
  method: string;
  path: string;
  body: Record<string, unknown>;
};

const everyone = { type: "GROUP", code: "everyone" };
const creator = { type: "CREATOR" };
const nobody = { type: "ONE", entities: [] };
const choices = { a: { label: "a", index: 0 }, b: { label: "b", index: 1 } };
const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});

/** Settings of an app that can be read live and in preview. */
export const READABLE_SETTINGS = [
  "app/acl",
  "app/actions",
  "app/adminNotes",
  "app/customize",
  "app/form/fields",
  "app/form/layout",
  "app/notifications/general",
  "app/notifications/perRecord",
  "app/notifications/reminder",
  "app/plugins",
  "app/reports",
  "app/settings",
  "app/status",
  "app/views",
  "record/acl",
  "field/acl",
  "form",
] as const;

/** One request for each endpoint that would succeed unchanged (or nearly). */
export const requestTemplates = (
  app: number,
  source: number,
  keys: { upload: string; attached: string; plugin: string },
): Template[] => {
  const get = (path: string, body: Record<string, unknown> = { app }) => ({
    method: "GET",
    path: `/k/v1/${path}.json`,
    body,
  });
  const put = (path: string, body: Record<string, unknown>) => ({
    method: "PUT",
    path: `/k/v1/preview/${path}.json`,
    body: { app, ...body },
  });
  const work = (
    method: string,
    path: string,
    body: Record<string, unknown>,
  ) => ({ method, path: `/k/v1/${path}.json`, body });
  const user = (
    method: string,
    path: string,
    body: Record<string, unknown>,
  ) => ({ method, path: `/v1/${path}.json`, body });
  const record = {
    title: { value: "new" },
    n: { value: "10" },
    d: { value: "a" },
    c: { value: ["a", "b"] },
    day: { value: "2022-07-20" },
    moment: { value: "2022-07-20T00:00:00Z" },
    who: { value: [{ code: "stranger" }] },
    t: {
      value: [{ id: "1", value: { inner: { value: "x" } } }, { value: {} }],
    },
    look: { value: "k" },
    file: { value: [{ fileKey: keys.upload }] },
  };
  return [
    ...READABLE_SETTINGS.flatMap((path) => [
      get(path, { app, lang: "ja" }),
      get(`preview/${path}`),
    ]),
    get("app", { id: app }),
    get("apps", { ids: [app], codes: [], name: "a", limit: 10, offset: 0 }),
    get("preview/app/deploy", { apps: [app] }),
    get("space", { id: 1 }),
    get("space/members", { id: 1 }),
    get("spaces/statistics", { offset: 0, limit: 5 }),
    get("apps/statistics", { offset: 0, limit: 5 }),
    work("PUT", "space", {
      id: 1,
      name: "x",
      isPrivate: true,
      useMultiThread: true,
      showAppList: false,
      permissions: { createApp: "ADMIN" },
    }),
    work("DELETE", "space", { id: 1 }),
    work("PUT", "space/body", { id: 1, body: "<b>x</b>" }),
    work("PUT", "space/members", {
      id: 1,
      members: [
        { entity: { type: "USER", code: "stranger" }, isAdmin: true },
        { entity: { type: "ORGANIZATION", code: "org" }, includeSubs: true },
      ],
    }),
    work("POST", "space/thread", { space: 1, name: "x" }),
    work("PUT", "space/thread", { id: 1, name: "x", body: "y" }),
    work("POST", "space/thread/comment", {
      space: 1,
      thread: 1,
      comment: {
        text: "hi",
        mentions: [everyone],
        files: [{ fileKey: keys.upload, width: 100 }],
      },
    }),
    work("PUT", "space/guests", { id: 1, guests: ["guest@example.com"] }),
    work("POST", "guests", {
      guests: [
        {
          code: "guest@example.com",
          password: "password",
          timezone: "Asia/Tokyo",
          name: "guest",
          image: keys.upload,
          company: "x",
        },
      ],
    }),
    work("DELETE", "guests", { guests: ["guest@example.com"] }),
    work("POST", "search", {
      query: [{ operator: "AND", keywords: ["SECRET"] }],
      types: ["RECORD", "ATTACHMENT"],
      scopes: [{ scope: "APP", ids: [app] }],
      excludeScopes: [{ scope: "PEOPLE", codes: ["stranger"] }],
      createdAfter: "2020-01-01T00:00:00Z",
      creators: ["Administrator"],
      sort: { by: "CREATED_AT", order: "ASC" },
      limit: 5,
    }),
    work("POST", "template/space", {
      id: 1,
      name: "x",
      members: [{ entity: { type: "USER", code: "stranger" }, isAdmin: true }],
      isGuest: false,
    }),
    get("record", { app, id: 1 }),
    get("records", {
      app,
      query:
        'n > 1 and d in ("a") or title like "t" order by n desc limit 10 offset 0',
      fields: ["n", "title"],
      totalCount: true,
    }),
    get("records", {
      app,
      query: "moment >= FROM_TODAY(-1, DAYS) and who in (LOGINUSER())",
    }),
    get("record/comments", {
      app,
      record: 1,
      order: "asc",
      limit: 5,
      offset: 0,
    }),
    get("records/acl/evaluate", { app, ids: [1] }),
    get("records/cursor", { id: "none" }),
    get("file", { fileKey: keys.attached }),
    get("plugins", { ids: [keys.plugin], offset: 0, limit: 5 }),
    get("plugin/apps", { id: keys.plugin }),
    get("plugins/required", { offset: 0, limit: 5 }),
    work("POST", "record", { app, record }),
    work("POST", "records", { app, records: [record, {}] }),
    work("PUT", "record", { app, id: 1, revision: -1, record }),
    work("PUT", "record", {
      app,
      updateKey: { field: "title", value: "SECRET-title" },
      record: { n: { value: 1 } },
    }),
    work("PUT", "records", {
      app,
      upsert: true,
      records: [
        { id: 1, record },
        { updateKey: { field: "title", value: "u" }, record: {} },
      ],
    }),
    work("DELETE", "records", { app, ids: [1], revisions: [-1] }),
    work("PUT", "record/status", {
      app,
      id: 1,
      action: "進める",
      assignee: "stranger",
      revision: 1,
    }),
    work("PUT", "records/status", {
      app,
      records: [{ id: 1, action: "進める" }],
    }),
    work("PUT", "record/assignees", { app, id: 1, assignees: ["stranger"] }),
    work("POST", "record/comment", {
      app,
      record: 1,
      comment: {
        text: "hi",
        mentions: [everyone, { code: "stranger", type: "USER" }],
      },
    }),
    work("DELETE", "record/comment", { app, record: 1, comment: 1 }),
    work("POST", "records/cursor", {
      app,
      fields: ["n"],
      query: "n > 1",
      size: 1,
    }),
    work("DELETE", "records/cursor", { id: "none" }),
    work("POST", "bulkRequest", {
      requests: [
        {
          method: "POST",
          api: "/k/v1/record.json",
          payload: { app, record: {} },
        },
        {
          method: "PUT",
          api: "/k/v1/records.json",
          payload: { app, records: [{ id: 1, record: { n: { value: 2 } } }] },
        },
        {
          method: "DELETE",
          api: "/k/v1/records.json",
          payload: { app, ids: [1] },
        },
      ],
    }),
    work("POST", "preview/app", { name: "x", space: 1, thread: 1 }),
    work("POST", "preview/app/deploy", {
      apps: [{ app, revision: -1 }],
      revert: false,
    }),
    work("POST", "app/move", { app, space: null }),
    work("POST", "preview/app/form/fields", {
      app,
      revision: -1,
      properties: {
        ...text("fresh", { maxLength: 5, defaultValue: "x", unique: true }),
        choice: {
          type: "RADIO_BUTTON",
          code: "choice",
          label: "c",
          options: choices,
          defaultValue: "a",
        },
        people: {
          type: "USER_SELECT",
          code: "people",
          label: "p",
          entities: [{ type: "USER", code: "stranger" }],
          defaultValue: [{ type: "FUNCTION", code: "LOGINUSER()" }],
        },
        table: {
          type: "SUBTABLE",
          code: "table",
          label: "t",
          fields: text("column"),
        },
        calc: {
          type: "CALC",
          code: "calc",
          label: "c",
          expression: "n * 2",
          format: "NUMBER",
        },
        related: {
          type: "REFERENCE_TABLE",
          code: "related",
          label: "r",
          referenceTable: {
            relatedApp: { app: source },
            condition: { field: "title", relatedField: "key" },
            filterCond: 'key = "x"',
            displayFields: ["key"],
            sort: "key asc",
            size: 5,
          },
        },
        lookup: {
          type: "SINGLE_LINE_TEXT",
          code: "lookup",
          label: "l",
          lookup: {
            relatedApp: { app: source },
            relatedKeyField: "key",
            fieldMappings: [{ field: "fresh", relatedField: "info" }],
            lookupPickerFields: ["key"],
            filterCond: "",
            sort: "",
          },
        },
      },
    }),
    put("app/form/fields", {
      properties: {
        title: {
          type: "SINGLE_LINE_TEXT",
          code: "renamed",
          label: "x",
          unique: false,
        },
        d: {
          type: "DROP_DOWN",
          options: { a: { label: "A", index: 1 }, z: { label: "z", index: 0 } },
          defaultValue: "z",
        },
        t: {
          type: "SUBTABLE",
          fields: {
            ...text("more"),
            inner: { type: "SINGLE_LINE_TEXT", code: "cell" },
          },
        },
      },
    }),
    work("DELETE", "preview/app/form/fields", {
      app,
      fields: ["day", "inner2"],
      revision: -1,
    }),
    put("app/form/layout", {
      layout: [
        {
          type: "ROW",
          fields: [
            { type: "SINGLE_LINE_TEXT", code: "title", size: { width: "100" } },
            { type: "SPACER", elementId: "s", size: { width: 1, height: 2 } },
            { type: "LABEL", label: "<b>" },
            { type: "HR" },
          ],
        },
        {
          type: "GROUP",
          code: "g",
          layout: [{ type: "ROW", fields: [{ type: "NUMBER", code: "n" }] }],
        },
        {
          type: "SUBTABLE",
          code: "t",
          fields: [{ type: "SINGLE_LINE_TEXT", code: "inner" }],
        },
      ],
    }),
    put("app/settings", {
      name: "x",
      description: "y",
      icon: { type: "PRESET", key: "APP1" },
      theme: "RED",
      titleField: { selectionMode: "MANUAL", code: "title" },
      enableComments: true,
      numberPrecision: { digits: 10, decimalPlaces: 2, roundingMode: "UP" },
      firstMonthOfFiscalYear: 4,
    }),
    put("app/views", {
      views: {
        list: {
          type: "LIST",
          name: "list",
          index: 0,
          fields: ["title"],
          filterCond: "n > 1",
          sort: "n asc",
        },
        cal: {
          type: "CALENDAR",
          name: "cal",
          index: 1,
          date: "day",
          title: "title",
        },
        own: {
          type: "CUSTOM",
          name: "own",
          index: 2,
          html: "x",
          pager: false,
          device: "ANY",
        },
      },
    }),
    put("app/status", {
      enable: true,
      states: {
        未: { name: "未", index: 0, assignee: nobody },
        済: {
          name: "done",
          index: 1,
          assignee: {
            type: "ALL",
            entities: [
              { entity: everyone, includeSubs: true },
              { entity: { type: "FIELD_ENTITY", code: "who" } },
            ],
          },
        },
      },
      actions: [
        { name: "進める", from: "未", to: "done", filterCond: "n > 1" },
        {
          name: "x",
          from: "done",
          to: "未",
          type: "SECONDARY",
          executableUser: { entities: [{ entity: everyone }] },
        },
      ],
    }),
    put("app/acl", {
      rights: [
        { entity: creator, appEditable: true },
        { entity: everyone, recordViewable: true },
      ],
    }),
    put("record/acl", {
      rights: [
        {
          filterCond: "n > 1",
          entities: [
            { entity: everyone, viewable: true },
            { entity: { type: "FIELD_ENTITY", code: "who" }, editable: true },
          ],
        },
      ],
    }),
    put("field/acl", {
      rights: [
        { code: "n", entities: [{ entity: everyone, accessibility: "READ" }] },
      ],
    }),
    work("PUT", "app/acl", {
      app,
      rights: [{ entity: creator, appEditable: true }],
    }),
    work("PUT", "record/acl", { app, rights: [] }),
    work("PUT", "field/acl", { app, rights: [] }),
    put("app/notifications/general", {
      notifications: [{ entity: everyone, recordAdded: true }],
      notifyToCommenter: true,
    }),
    put("app/notifications/perRecord", {
      notifications: [
        { filterCond: "n > 1", title: "t", targets: [{ entity: everyone }] },
      ],
    }),
    put("app/notifications/reminder", {
      timezone: "Asia/Tokyo",
      notifications: [
        {
          timing: { code: "day", daysLater: 1, time: "09:00" },
          filterCond: "",
          title: "t",
          targets: [{ entity: everyone }],
        },
      ],
    }),
    put("app/reports", {
      reports: {
        bar: {
          chartType: "BAR",
          chartMode: "NORMAL",
          name: "bar",
          index: 0,
          groups: [{ code: "day", per: "MONTH" }],
          aggregations: [{ type: "SUM", code: "n" }],
          filterCond: "n > 1",
          sorts: [{ by: "TOTAL", order: "ASC" }],
          periodicReport: {
            active: true,
            period: {
              every: "MONTH",
              dayOfMonth: "END_OF_MONTH",
              time: "09:00",
            },
          },
        },
      },
    }),
    put("app/actions", {
      actions: {
        copy: {
          name: "copy",
          index: 0,
          destApp: { app: source },
          mappings: [
            { srcType: "FIELD", srcField: "title", destField: "info" },
          ],
          entities: [everyone],
          filterCond: "n > 1",
        },
      },
    }),
    put("app/adminNotes", {
      content: "n",
      includeInTemplateAndDuplicates: true,
    }),
    put("app/customize", {
      scope: "ALL",
      desktop: {
        js: [
          { type: "FILE", file: { fileKey: keys.upload } },
          { type: "URL", url: "https://example.com/" },
        ],
        css: [],
      },
      mobile: { js: [], css: [] },
    }),
    work("POST", "plugin", { fileKey: keys.upload }),
    work("PUT", "plugin", { id: keys.plugin, fileKey: keys.upload }),
    work("DELETE", "plugin", { id: keys.plugin }),
    work("POST", "preview/app/plugins", { app, ids: [keys.plugin] }),
    user("GET", "users", { codes: ["stranger"], size: 10, offset: 0 }),
    user("GET", "groups", { ids: [1] }),
    user("GET", "organizations", { codes: [] }),
    user("GET", "user/organizations", { code: "stranger" }),
    user("GET", "user/groups", { code: "stranger" }),
    user("GET", "organization/users", { code: "org" }),
    user("GET", "group/users", { code: "everyone" }),
    user("POST", "users", {
      users: [
        {
          code: "u",
          name: "u",
          password: "u",
          email: "e",
          timezone: "Asia/Tokyo",
          locale: "ja",
          sortOrder: 1,
        },
      ],
    }),
    user("PUT", "users", {
      users: [{ code: "stranger", name: "x", valid: true }],
    }),
    user("DELETE", "users", { codes: ["stranger"] }),
    user("PUT", "userOrganizations", {
      userOrganizations: [
        { code: "stranger", organizations: [{ orgCode: "org" }] },
      ],
    }),
    user("PUT", "user/groups", {
      code: "stranger",
      groups: ["Administrators"],
    }),
    user("PUT", "group/users", {
      code: "Administrators",
      users: ["Administrator", "stranger"],
    }),
    user("POST", "groups", { groups: [{ code: "g", name: "g" }] }),
    user("PUT", "groups", { groups: [{ code: "g", name: "h" }] }),
    user("DELETE", "groups", { codes: ["g"] }),
    user("POST", "organizations", {
      organizations: [{ code: "o", name: "o", parentCode: "org" }],
    }),
    user("PUT", "organizations", {
      organizations: [{ code: "org", name: "p", parentCode: "" }],
    }),
    user("DELETE", "organizations", { codes: ["org"] }),
  ];
};
