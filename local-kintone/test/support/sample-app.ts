import type { LocalSite } from "./local-site.ts";

const choices = (...labels: string[]) =>
  Object.fromEntries(
    labels.map((label, i) => [label, { label, index: String(i) }]),
  );

const text = (code: string, label: string, more = {}) => ({
  type: "SINGLE_LINE_TEXT",
  code,
  label,
  ...more,
});

const properties = {
  title: text("title", "題名", { required: true }),
  note: { type: "MULTI_LINE_TEXT", code: "note", label: "備考" },
  story: { type: "RICH_TEXT", code: "story", label: "紹介文" },
  amount: { type: "NUMBER", code: "amount", label: "金額", maxValue: "100" },
  double: {
    type: "CALC",
    code: "double",
    label: "二倍",
    expression: "amount*2",
    format: "NUMBER",
  },
  grade: text("grade", "判定", {
    expression: 'IF(double>=10,"大","小")',
  }),
  due: { type: "DATE", code: "due", label: "期限" },
  at: { type: "TIME", code: "at", label: "時刻" },
  moment: { type: "DATETIME", code: "moment", label: "日時" },
  kind: {
    type: "RADIO_BUTTON",
    code: "kind",
    label: "種別",
    options: choices("甲", "乙"),
    defaultValue: "甲",
  },
  marks: {
    type: "CHECK_BOX",
    code: "marks",
    label: "印",
    options: choices("赤", "青"),
  },
  stage: {
    type: "DROP_DOWN",
    code: "stage",
    label: "段階",
    options: choices("初", "中", "終"),
  },
  tags: {
    type: "MULTI_SELECT",
    code: "tags",
    label: "札",
    options: choices("一", "二", "三"),
  },
  home: { type: "LINK", code: "home", label: "サイト", protocol: "WEB" },
  papers: { type: "FILE", code: "papers", label: "添付" },
  staff: { type: "USER_SELECT", code: "staff", label: "担当" },
  teams: { type: "ORGANIZATION_SELECT", code: "teams", label: "組織" },
  groups: { type: "GROUP_SELECT", code: "groups", label: "グループ" },
  copied: text("copied", "写し"),
  lines: {
    type: "SUBTABLE",
    code: "lines",
    label: "明細",
    fields: {
      item: text("item", "品目"),
      count: { type: "NUMBER", code: "count", label: "数" },
      choice: {
        type: "DROP_DOWN",
        code: "choice",
        label: "区分",
        options: choices("はい", "いいえ"),
      },
    },
  },
  fold: { type: "GROUP", code: "fold", label: "折りたたみ" },
  inner: text("inner", "中の欄"),
};

const lookup = (source: number) => ({
  source: text("source", "参照", {
    lookup: {
      relatedApp: { app: String(source) },
      relatedKeyField: "key",
      fieldMappings: [{ field: "copied", relatedField: "value" }],
      lookupPickerFields: ["value"],
      filterCond: "",
      sort: "key asc",
    },
  }),
});

const row = (...fields: Array<[type: string, code: string]>) => ({
  type: "ROW",
  fields: fields.map(([type, code]) => ({ type, code })),
});

const layout = [
  {
    type: "ROW",
    fields: [
      {
        type: "SPACER",
        elementId: "topSpace",
        size: { width: "400", height: "30" },
      },
    ],
  },
  row(
    ["SINGLE_LINE_TEXT", "title"],
    ["NUMBER", "amount"],
    ["CALC", "double"],
    ["SINGLE_LINE_TEXT", "grade"],
  ),
  row(["MULTI_LINE_TEXT", "note"], ["RICH_TEXT", "story"]),
  row(["DATE", "due"], ["TIME", "at"], ["DATETIME", "moment"]),
  row(
    ["RADIO_BUTTON", "kind"],
    ["CHECK_BOX", "marks"],
    ["DROP_DOWN", "stage"],
    ["MULTI_SELECT", "tags"],
  ),
  row(["LINK", "home"], ["FILE", "papers"]),
  row(
    ["USER_SELECT", "staff"],
    ["ORGANIZATION_SELECT", "teams"],
    ["GROUP_SELECT", "groups"],
  ),
  row(["SINGLE_LINE_TEXT", "source"], ["SINGLE_LINE_TEXT", "copied"]),
  {
    type: "SUBTABLE",
    code: "lines",
    fields: [
      { type: "SINGLE_LINE_TEXT", code: "item" },
      { type: "NUMBER", code: "count" },
      { type: "DROP_DOWN", code: "choice" },
    ],
  },
  {
    type: "GROUP",
    code: "fold",
    layout: [row(["SINGLE_LINE_TEXT", "inner"])],
  },
];

const views = {
  表: {
    type: "LIST",
    name: "表",
    index: 0,
    fields: ["title", "amount", "double", "due", "stage", "lines"],
    filterCond: "",
    sort: "title asc",
  },
  暦: { type: "CALENDAR", name: "暦", index: 1, date: "due", title: "title" },
  盤: {
    type: "CUSTOM",
    name: "盤",
    index: 2,
    html: '<div id="board">盤の中身</div>',
    pager: false,
    device: "ANY",
  },
  大盤: {
    type: "CUSTOM",
    name: "大盤",
    index: 3,
    html: '<div id="big-board">PCだけ</div>',
    pager: true,
    device: "DESKTOP",
  },
};

const process = {
  enable: true,
  states: {
    起案: {
      name: "起案",
      index: "0",
      assignee: { type: "ONE", entities: [] },
    },
    確認: {
      name: "確認",
      index: "1",
      assignee: {
        type: "ONE",
        entities: [{ entity: { type: "USER", code: "sato" } }],
      },
    },
    完了: {
      name: "完了",
      index: "2",
      assignee: { type: "ONE", entities: [] },
    },
  },
  actions: [
    { name: "確認を頼む", from: "起案", to: "確認", filterCond: "" },
    {
      name: "終える",
      from: "起案",
      to: "完了",
      filterCond: 'title not in ("止")',
    },
  ],
};

export type SampleApp = {
  app: number;
  source: number;
  views: Record<"表" | "暦" | "盤" | "大盤", string>;
};

/**
 * Two live apps: one with every kind of field, a process and four views, and the one
 * that its lookup reads (three records with keys K1, K2, K2x).
 */
export const createSampleApp = async (
  site: LocalSite,
  beforeDeploy: (app: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<SampleApp> => {
  const source = await site.addApp("参照先", {
    key: text("key", "キー", { unique: true, required: true }),
    value: text("value", "値"),
  });
  await site.deploy(source);
  await site.send("POST", "/k/v1/records.json", {
    app: source,
    records: ["K1", "K2", "K2x"].map((key) => ({
      key: { value: key },
      value: { value: `${key}の値` },
    })),
  });
  const app = await site.addApp("見本", properties);
  const fields = "/k/v1/preview/app/form/fields.json";
  await site.send("POST", fields, { app, properties: lookup(source) });
  await site.send("PUT", "/k/v1/preview/app/form/layout.json", { app, layout });
  const made = (await site.send("PUT", "/k/v1/preview/app/views.json", {
    app,
    views,
  })) as { views: Record<string, { id: string }> };
  await site.send("PUT", "/k/v1/preview/app/status.json", { app, ...process });
  await beforeDeploy(app);
  await site.deploy(app);
  const id = (name: string): string => made.views[name]?.id ?? "";
  return {
    app,
    source,
    views: { 表: id("表"), 暦: id("暦"), 盤: id("盤"), 大盤: id("大盤") },
  };
};
