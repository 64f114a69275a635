import { describe, expect, test } from "vitest";
import { defineApp } from "../../../src/app-kit/app-model.ts";
import {
  calculated,
  date,
  dropDown,
  files,
  number,
  radio,
  relatedRecords,
  table,
  text,
  users,
} from "../../../src/app-kit/define-fields.ts";
import {
  createRecordParser,
  parseRecord,
} from "../../../src/app-kit/record-schema.ts";

const orders = defineApp({
  key: "orders",
  fields: {
    title: text("題名"),
    amount: number("数量"),
    due: date("期限"),
    kind: radio("種別", ["急ぎ", "通常"]),
    colour: dropDown("色", ["赤", "青"]),
    people: users("担当"),
    papers: files("書類"),
    total: calculated("合計", "SUM(price)"),
    lines: table("明細", { item: text("品名"), price: number("単価") }),
    siblings: relatedRecords("関連", {
      app: "orders",
      field: "title",
      relatedField: "title",
      displayFields: ["title"],
      size: "5",
    }),
  },
  states: ["受付", "完了"],
});

const blank = {
  id: "",
  revision: "",
  status: "",
  title: "",
  amount: null,
  due: null,
  kind: null,
  colour: null,
  people: [],
  papers: [],
  total: null,
  lines: [],
};

describe("parseRecord", () => {
  test("a record without any field is blank everywhere", () => {
    expect(parseRecord(orders, {})).toEqual(blank);
  });

  test.each([[""], [null], [undefined]])(
    "a value of %o is the same blank in every field",
    (value) => {
      const cells = Object.fromEntries(
        ["title", "amount", "due", "kind", "colour", "total"].map((code) => [
          code,
          { type: "?", value },
        ]),
      );
      expect(parseRecord(orders, cells)).toEqual(blank);
    },
  );

  test("values come out in the form of their type", () => {
    const record = parseRecord(orders, {
      $id: { type: "__ID__", value: "12" },
      $revision: { type: "__REVISION__", value: "3" },
      ステータス: { type: "STATUS", value: "受付" },
      title: { type: "SINGLE_LINE_TEXT", value: " 空白も残る " },
      amount: { type: "NUMBER", value: "0" },
      due: { type: "DATE", value: "2022-08-01" },
      kind: { type: "RADIO_BUTTON", value: "通常" },
      people: { type: "USER_SELECT", value: [{ code: "a", name: "甲" }] },
      papers: {
        type: "FILE",
        value: [
          { fileKey: "k", name: "a.pdf", contentType: "x/y", size: "10" },
        ],
      },
      total: { type: "CALC", value: "1.5" },
      lines: {
        type: "SUBTABLE",
        value: [
          { id: "7", value: { item: { value: "紙" }, price: { value: "2" } } },
          { id: null, value: { item: { value: "" } } },
        ],
      },
    });
    expect(record).toEqual({
      ...blank,
      id: "12",
      revision: "3",
      status: "受付",
      title: " 空白も残る ",
      amount: 0,
      due: "2022-08-01",
      kind: "通常",
      people: [{ code: "a", name: "甲" }],
      papers: [{ fileKey: "k", name: "a.pdf", contentType: "x/y", size: 10 }],
      total: 1.5,
      lines: [
        { id: "7", item: "紙", price: 2 },
        { id: null, item: "", price: null },
      ],
    });
  });

  test("the status is found under whatever name the app gives the field", () => {
    expect(
      parseRecord(orders, { Phase: { type: "STATUS", value: "完了" } }).status,
    ).toBe("完了");
  });

  test("a number that is still being typed is blank", () => {
    expect(
      parseRecord(orders, { amount: { value: "12個" } }).amount,
    ).toBeNull();
  });

  test("an option that the declaration does not know is refused by field", () => {
    expect(() =>
      parseRecord(orders, { colour: { value: "緑" }, kind: { value: "遅い" } }),
    ).toThrow(
      expect.objectContaining({
        code: "app/unexpected-record",
        params: { app: "orders", fields: "kind, colour" },
      }),
    );
  });

  test("what is logged of a refused record holds no value of it", () => {
    try {
      parseRecord(orders, { colour: { value: "緑の秘密" } });
      expect.unreachable();
    } catch (error) {
      const { cause } = error as Error; // The parser throws errors alone.
      expect(cause).toEqual([expect.stringContaining("colour")]);
      expect(JSON.stringify(cause)).not.toContain("緑の秘密");
    }
  });

  test.each([[null], ["text"], [3]])("%o is not a record", (raw) => {
    expect(() => parseRecord(orders, raw)).toThrow(
      expect.objectContaining({ code: "app/unexpected-record" }),
    );
  });
});

describe("createRecordParser", () => {
  test("reads the named fields only, so that another's odd value does no harm", () => {
    const parse = createRecordParser(orders, ["title"]);
    expect(
      parse({
        $id: { value: "1" },
        title: { value: "甲" },
        colour: { value: "緑" },
      }),
    ).toEqual({ id: "1", revision: "", status: "", title: "甲" });
  });

  test("an app without a process has no status", () => {
    const parse = createRecordParser(
      defineApp({ key: "plain", fields: { title: text("題名") } }),
    );
    expect(parse({})).toEqual({ id: "", revision: "", title: "" });
  });
});
