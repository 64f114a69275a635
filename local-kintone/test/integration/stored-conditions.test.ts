import { describe, expect, test } from "vitest";
import {
  field,
  lookupTo,
  recordsOf,
  useFormProbes,
} from "../support/form-probes.ts";
import type { Ask } from "../support/form-probes.ts";

/*
 * A condition is checked wherever settings keep one. That lists refuse these is seen by
 * kintone-labs/kintone-java-sdk (AppTest.java); the other places alike are ours.
 */

const { send } = useFormProbes({ "mixed-conditions": "refused" });

const member = { entity: { type: "USER", code: "member" } };
const put =
  (path: string, body: (filterCond: string) => object) =>
  (filterCond: string): Ask =>
  () => ["PUT", `preview/app/${path}`, { ...body(filterCond) }];

/** Conditions about fields of the app itself: `number` and `text`. */
const ofTheApp: Record<string, (filterCond: string) => Ask> = {
  "a list": put("views", (filterCond) => ({
    views: {
      v: { type: "LIST", name: "v", index: 0, fields: ["text"], filterCond },
    },
  })),
  "a graph": put("reports", (filterCond) => ({
    reports: {
      g: {
        chartType: "BAR",
        chartMode: "NORMAL",
        index: 0,
        name: "g",
        groups: [{ code: "text" }],
        aggregations: [{ type: "COUNT" }],
        sorts: [{ by: "TOTAL", order: "DESC" }],
        filterCond,
      },
    },
  })),
  "a notice": put("notifications/perRecord", (filterCond) => ({
    notifications: [{ filterCond, title: "x", targets: [member] }],
  })),
  "a reminder": put("notifications/reminder", (filterCond) => ({
    timezone: "Asia/Tokyo",
    notifications: [
      {
        timing: { code: "day", daysLater: 0, time: "09:00" },
        filterCond,
        title: "x",
        targets: [member],
      },
    ],
  })),
  "an action of process management": put("status", (filterCond) => ({
    enable: true,
    states: {
      未処理: { name: "first", index: 0 },
      next: { name: "next", index: 1 },
    },
    actions: [{ name: "go", from: "first", to: "next", filterCond }],
  })),
  "an action between apps":
    (filterCond) =>
    ({ source }) => [
      "PUT",
      "preview/app/actions",
      {
        actions: {
          copy: {
            name: "copy",
            index: 0,
            destApp: { app: source },
            mappings: [{ srcType: "RECORD_URL", destField: "name" }],
            entities: [{ type: "GROUP", code: "everyone" }],
            filterCond,
          },
        },
      },
    ],
  "a right on records": (filterCond) => () => [
    "PUT",
    "preview/record/acl",
    {
      rights: [{ filterCond, entities: [{ ...member, viewable: true }] }],
    },
  ],
};

const adding =
  (properties: (source: number) => object): Ask =>
  ({ source }) => [
    "POST",
    "preview/app/form/fields",
    { properties: properties(source) },
  ];
/** Conditions about fields of the other app: `amount` and `name`. */
const ofTheOtherApp: Record<string, (filterCond: string) => Ask> = {
  "a lookup": (filterCond) =>
    adding((source) =>
      field("more", "SINGLE_LINE_TEXT", {
        lookup: lookupTo(source, { filterCond }),
      }),
    ),
  "related records": (filterCond) =>
    adding((source) =>
      field("more", "REFERENCE_TABLE", {
        referenceTable: recordsOf(source, { filterCond }),
      }),
    ),
};

const conditionsOf = (number: string, text: string) => ({
  taken: `${number} = 1 and ${text} = "a"`,
  refused: {
    "that mixes": `${number} = 1 and ${number} = 2 or ${number} = 3`,
    "that mixes by brackets": `${number} = 1 and (${number} = 2 or ${number} = 3)`,
    "that searches for nothing": `${text} like ""`,
    "on no field": "nothing = 1",
    "that does not fit its field": `${text} > "a"`,
    "that is none": `${number} =`,
    "with an order": `${number} = 1 order by ${number} asc`,
  },
});

const places = [
  ...Object.entries(ofTheApp).map(
    ([title, ask]) => [title, ask, conditionsOf("number", "text")] as const,
  ),
  ...Object.entries(ofTheOtherApp).map(
    ([title, ask]) => [title, ask, conditionsOf("amount", "name")] as const,
  ),
];

describe.each(places)("the condition of %s", (_title, ask, conditions) => {
  test("is taken when it fits", async () => {
    const { status, body } = await send(ask(conditions.taken));
    expect(status, JSON.stringify(body)).toBe(200);
  });

  test.each(Object.entries(conditions.refused))(
    "%s is refused",
    async (_kind, condition) => {
      const { status, body } = await send(ask(condition));
      expect(status, JSON.stringify(body)).toBe(400);
    },
  );
});
