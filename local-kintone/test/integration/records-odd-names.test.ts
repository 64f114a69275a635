import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

/*
 * Field codes, options, states and logins may be called like something that every
 * JavaScript object has; they are names like any other.
 */
const ODD = ["__proto__", "constructor", "toString", "hasOwnProperty"] as const;

let it: ClientSite;
beforeAll(async () => {
  it = await startWithClient();
});
afterAll(() => it.close());

/** An object with these keys of its own, `__proto__` among them. */
const named = <T>(codes: readonly string[], value: (code: string) => T) =>
  Object.fromEntries(codes.map((code) => [code, value(code)]));

const choices = named(ODD, (label) => ({
  label,
  index: ODD.indexOf(label as never),
}));

describe.each(ODD)("a field called %s", (code) => {
  const field = (type: string, more: object = {}) =>
    named([code], () => ({ type, code, label: code, ...more }));
  const value = (given: unknown) => named([code], () => ({ value: given }));

  test("holds its text, is found, sorted by, unique and a key", async () => {
    const app = await it.liveApp(
      "text",
      field("SINGLE_LINE_TEXT", { unique: true }),
    );
    const add = await it.call("POST", "/k/v1/records.json", {
      app,
      records: [value("b"), value("a"), {}],
    });
    expect(add.status).toBe(200);
    const { records } = await it.client.record.getRecords({
      app,
      query: `order by ${code} desc`,
      fields: [code],
    });
    expect(records.map((record) => record[code]?.value)).toEqual([
      "b",
      "a",
      "",
    ]);
    const found = await it.client.record.getRecords({
      app,
      query: `${code} = "a"`,
      fields: ["$id"],
    });
    expect(found.records).toEqual([{ $id: { type: "__ID__", value: "2" } }]);
    const twice = await it.call("POST", "/k/v1/record.json", {
      app,
      record: value("a"),
    });
    expect(twice.body).toMatchObject({ code: "CB_VA01" });
    expect(Object.keys(twice.body.errors as object)).toEqual([
      `record.${code}.value`,
    ]);
    const update = await it.call("PUT", "/k/v1/record.json", {
      app,
      updateKey: { field: code, value: "a" },
      record: value("c"),
    });
    expect(update.body).toEqual({ revision: "2" });
    const [first] = (await it.client.record.getRecords({ app })).records.slice(
      1,
    );
    expect(first?.[code]?.value).toBe("c");
  });

  test("calculates, alone and in a table", async () => {
    const app = await it.liveApp("numbers", {
      ...field("NUMBER"),
      double: {
        type: "CALC",
        code: "double",
        label: "double",
        expression: `${code} * 2`,
      },
    });
    await it.call("POST", "/k/v1/record.json", { app, record: value("4") });
    const { record } = await it.client.record.getRecord({ app, id: 1 });
    expect(record.double?.value).toBe("8");
    const tables = await it.liveApp("tables", {
      table: {
        type: "SUBTABLE",
        code: "table",
        label: "table",
        fields: field("NUMBER"),
      },
      sum: {
        type: "CALC",
        code: "sum",
        label: "sum",
        expression: `SUM(${code})`,
      },
    });
    await it.call("POST", "/k/v1/record.json", {
      app: tables,
      record: {
        table: { value: [{ value: value(1) }, { value: value(2) }, {}] },
      },
    });
    const answer = await it.client.record.getRecord({ app: tables, id: 1 });
    expect(answer.record.sum?.value).toBe("3");
    const rows = answer.record.table?.value as Array<{
      value: Record<string, { value: string }>;
    }>;
    expect(rows.map((row) => row.value[code]?.value)).toEqual(["1", "2", ""]);
  });

  test("is a table", async () => {
    const app = await it.liveApp(
      "table",
      field("SUBTABLE", {
        fields: { n: { type: "NUMBER", code: "n", label: "n" } },
      }),
    );
    const answer = await it.call("POST", "/k/v1/record.json", {
      app,
      record: value([{ value: { n: { value: 1 } } }]),
    });
    expect(answer.status).toBe(200);
    const found = await it.client.record.getRecords({ app, query: "n in (1)" });
    expect(found.records).toHaveLength(1);
  });

  test("is looked up", async () => {
    const source = await it.liveApp("source", {
      ...field("SINGLE_LINE_TEXT", { unique: true }),
      info: { type: "NUMBER", code: "info", label: "info" },
    });
    await it.call("POST", "/k/v1/record.json", {
      app: source,
      record: { ...value("k"), info: { value: 5 } },
    });
    const app = await it.liveApp("lookup", {
      copy: { type: "NUMBER", code: "copy", label: "copy" },
      ...field("SINGLE_LINE_TEXT", {
        lookup: {
          relatedApp: { app: source },
          relatedKeyField: code,
          fieldMappings: [{ field: "copy", relatedField: "info" }],
        },
      }),
    });
    await it.call("POST", "/k/v1/record.json", { app, record: value("k") });
    const { record } = await it.client.record.getRecord({ app, id: 1 });
    expect(record.copy?.value).toBe("5");
  });

  test("can be hidden", async () => {
    it.addUser(`user-${code}`);
    const app = await it.liveApp("hidden", field("SINGLE_LINE_TEXT"));
    await it.call("POST", "/k/v1/record.json", { app, record: value("x") });
    await it.client.app.updateFieldAcl({
      app,
      rights: [
        {
          code,
          entities: [
            {
              entity: { type: "USER", code: "Administrator" },
              accessibility: "WRITE",
            },
          ],
        },
      ],
    });
    await it.deployAll(app);
    const stranger = it.clientOf(`user-${code}`);
    const { record } = await stranger.record.getRecord({ app, id: 1 });
    expect(Object.keys(record)).not.toContain(code);
    const mine = await it.client.record.getRecord({ app, id: 1 });
    expect(mine.record[code]?.value).toBe("x");
  });
});

test("options, states and people may be called so", async () => {
  for (const code of ODD) it.addUser(code);
  const app = await it.addApp("choices", {
    drop: { type: "DROP_DOWN", code: "drop", label: "drop", options: choices },
    check: {
      type: "CHECK_BOX",
      code: "check",
      label: "check",
      options: choices,
    },
    who: { type: "USER_SELECT", code: "who", label: "who" },
  });
  const nobody = { type: "ONE", entities: [] };
  await it.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: named(ODD, (name) => ({
      name,
      index: ODD.indexOf(name as never),
      assignee: nobody,
    })),
    actions: [{ name: "go", from: "__proto__", to: "constructor" }],
  });
  await it.deploy(app);
  const record = {
    drop: { value: "__proto__" },
    check: { value: [...ODD] },
    who: { value: ODD.map((code) => ({ code })) },
  };
  await it.client.record.addRecord({ app, record });
  await it.client.record.updateRecordStatus({ app, id: 1, action: "go" });
  const found = await it.client.record.getRecords({
    app,
    query:
      'drop in ("__proto__") and check in ("toString") and who in ("hasOwnProperty") and ステータス = "constructor"',
  });
  expect(found.records).toHaveLength(1);
  const wrong = await it.call("POST", "/k/v1/record.json", {
    app,
    record: { drop: { value: "valueOf" } },
  });
  expect(wrong.body).toMatchObject({ code: "CB_VA01" });
});
