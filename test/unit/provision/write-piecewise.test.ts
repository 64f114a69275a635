import { KintoneRestAPIError } from "@kintone/rest-api-client";
import { describe, expect, test } from "vitest";
import { detailOf } from "../../../src/provision/connect/refusal.ts";
import { writePiecewise } from "../../../src/provision/apply/write-piecewise.ts";

const refusal = (status = 400) =>
  new KintoneRestAPIError({
    data: {
      code: "CB_VA01",
      id: "x1",
      message: "入力内容が正しくありません。",
      errors: { "views[期限超過].filterCond": { messages: ["不正です。"] } },
    },
    status,
    statusText: "",
    headers: {},
  });

const siteWithout = (bad: readonly string[], status?: number) => {
  let kept: readonly string[] = [];
  return {
    kept: () => kept,
    write: async (items: readonly string[]) => {
      if (items.some((item) => bad.includes(item))) throw refusal(status);
      kept = items;
    },
  };
};

describe("writePiecewise", () => {
  test("one list that kintone refuses is named, and the others are there", async () => {
    const site = siteWithout(["期限超過"]);
    const refused = await writePiecewise(
      ["未達", "期限超過", "カレンダー"],
      site.write,
    );
    expect(refused.map(({ item }) => item)).toEqual(["期限超過"]);
    expect(site.kept()).toEqual(["未達", "カレンダー"]);
  });

  test("a site that takes everything is asked once", async () => {
    const site = siteWithout([]);
    expect(await writePiecewise(["未達", "カレンダー"], site.write)).toEqual(
      [],
    );
    expect(site.kept()).toEqual(["未達", "カレンダー"]);
  });

  test("a missing right is no refusal of a list", async () => {
    const site = siteWithout(["未達"], 403);
    await expect(writePiecewise(["未達"], site.write)).rejects.toMatchObject({
      status: 403,
    });
  });
});

test("kintone's own sentence stands beside the path it is about", () => {
  expect(detailOf(refusal())).toContain(
    "views[期限超過].filterCond：不正です。",
  );
});
