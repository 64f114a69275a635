import { describe, expect, test } from "vitest";
import { useFormProbes } from "../../support/form-probes.ts";
import type { Ask, Json } from "../../support/form-probes.ts";

/*
 * Which layouts a real site took and which it refused: kintone-labs/kintone-java-sdk,
 * src/test/java/com/cybozu/kintone/client/module/app/AppTest.java (testUpdateRowLayout…).
 */

const { taken, refused, send, probe } = useFormProbes();

type Row = Json & { type: string; code?: string; fields?: Json[] };

const layoutNow = (): Row[] =>
  // Rows of the preview layout, in the shapes that REST gives them.
  structuredClone(
    probe().it.site.store.apps.get(probe().app)?.preview.settings.layout ?? [],
  ) as Row[];

const putting =
  (change: (rows: Row[]) => unknown, more: Json = {}): Ask =>
  () => {
    const rows = layoutNow();
    const layout = change(rows) ?? rows;
    return ["PUT", "preview/app/form/layout", { layout, ...more }];
  };
const adding = (field: Json) =>
  putting((rows) => [...rows, { type: "ROW", fields: [field] }]);
const rowOf = (rows: Row[], code: string): Row => {
  const row = rows.find(
    (it) => it.code === code || it.fields?.some((field) => field.code === code),
  );
  if (!row) throw new Error(`No row with ${code}`);
  return row;
};
const fieldOf = (rows: Row[], code: string): Json =>
  rowOf(rows, code).fields?.find((field) => field.code === code) ?? {};
const tableFields = (rows: Row[]): Json[] => rowOf(rows, "table").fields ?? [];
const sized = (size: Json, code = "memo") =>
  putting((rows) => {
    fieldOf(rows, code).size = size;
  });
const spacer = (more: Json) => ({ type: "SPACER", ...more });

describe("a layout", () => {
  taken({
    "as it was": putting(() => undefined),
    "with the revision -1": putting(() => undefined, { revision: -1 }),
    "in another order": putting((rows) => rows.reverse()),
    "with the columns of a table in another order": putting((rows) => {
      tableFields(rows).reverse();
    }),
    "with a group without a layout": putting((rows) => {
      delete rowOf(rows, "group").layout;
    }),
    "with other sizes": sized({ width: "300", innerHeight: "200" }),
    "with a space, a label and a line": putting((rows) => [
      ...rows,
      {
        type: "ROW",
        fields: [
          spacer({ elementId: "place", size: { width: "50", height: "40" } }),
          { type: "LABEL", label: "words" },
          { type: "HR", size: { width: "100" } },
        ],
      },
    ]),
    "with another id of a space": adding(spacer({ elementId: "other" })),
    "with fields in a group": putting((rows) => {
      const memo = rowOf(rows, "memo");
      rowOf(rows, "group").layout = [memo];
      return rows.filter((row) => row !== memo);
    }),
  });

  refused({
    "without layout": () => ["PUT", "preview/app/form/layout", {}],
    "without app": putting(() => undefined, { app: null }),
    "of an app that is not there": putting(() => undefined, { app: 99999 }),
    "of app 0": putting(() => undefined, { app: 0 }),
    "of app -1": putting(() => undefined, { app: -1 }),
    "with an old revision": putting(() => undefined, { revision: 1 }),
    "with the revision 0": putting(() => undefined, { revision: 0 }),
    "with the revision -2": putting(() => undefined, { revision: -2 }),
    "with a row without fields": putting((rows) => [...rows, { type: "ROW" }]),
    "with a row of no field": putting((rows) => [
      ...rows,
      { type: "ROW", fields: [] },
    ]),
    "with a row without a type": putting((rows) => [...rows, { fields: [] }]),
    "with a row of an unknown type": putting((rows) => [
      ...rows,
      { type: "LINE", fields: [] },
    ]),
    "with a table twice": putting((rows) => [...rows, rowOf(rows, "table")]),
    "with a group twice": putting((rows) => [...rows, rowOf(rows, "group")]),
    "with a field twice": putting((rows) => [...rows, rowOf(rows, "memo")]),
    "with a field left out": putting((rows) =>
      rows.filter((row) => row !== rowOf(rows, "memo")),
    ),
    "with a field without a code": putting((rows) => {
      delete fieldOf(rows, "memo").code;
    }),
    "with a field without a type": putting((rows) => {
      delete fieldOf(rows, "memo").type;
    }),
    "with a field of another type": putting((rows) => {
      fieldOf(rows, "memo").type = "NUMBER";
    }),
    "with a table without a code": putting((rows) => {
      delete rowOf(rows, "table").code;
    }),
    "with a group without a code": putting((rows) => {
      delete rowOf(rows, "group").code;
    }),
    "with a line in a table": putting((rows) => {
      tableFields(rows).push({ type: "HR" });
    }),
    "with a space in a table": putting((rows) => {
      tableFields(rows).push(spacer({ elementId: "x" }));
    }),
    "with a label in a table": putting((rows) => {
      tableFields(rows).push({ type: "LABEL", label: "x" });
    }),
    "with a field of the form in a table": putting((rows) => {
      tableFields(rows).push({ type: "NUMBER", code: "number" });
    }),
    "with a column outside of its table": putting((rows) => {
      const column = tableFields(rows).pop();
      return [...rows, { type: "ROW", fields: [column] }];
    }),
    "with a table in a group": putting((rows) => {
      const table = rowOf(rows, "table");
      rowOf(rows, "group").layout = [table];
      return rows.filter((row) => row !== table);
    }),
    "with the id of a space 65 letters long": adding(
      spacer({ elementId: "a".repeat(65) }),
    ),
    "with two spaces of one id": putting((rows) => [
      ...rows,
      {
        type: "ROW",
        fields: [spacer({ elementId: "x" }), spacer({ elementId: "x" })],
      },
    ]),
    "with a width and an inner height of 10,001": sized({
      width: "10001",
      innerHeight: "10001",
    }),
    "with a width and an inner height of 0": sized({
      width: "0",
      innerHeight: "0",
    }),
    "with a width and an inner height in words": sized({
      width: "abc",
      innerHeight: "abc",
    }),
    "with a space 10,001 high": adding(spacer({ size: { height: "10001" } })),
    "with a space 0 high": adding(spacer({ size: { height: "0" } })),
    "with a space whose height is a word": adding(
      spacer({ size: { height: "abc" } }),
    ),
  });

  test("is for administrators of the app", async () => {
    const { body } = await send(
      putting(() => undefined),
      "member",
    );
    expect(body.code).toBe("CB_NO02");
  });
});
