import { afterEach, describe, expect, test, vi } from "vitest";
import type { RowStyle } from "../../../src/kintone/page-api.ts";
import { createPage } from "../../../src/kintone/page.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Any call of the desktop API fails, as it may on a phone. */
const refusingDesktop = new Proxy(
  {},
  {
    get: (_target, name) => () => {
      throw new Error(`The desktop API was called on a phone: ${String(name)}`);
    },
  },
);

const row = (recordId: string, ...columns: string[]): RowStyle => ({
  recordId,
  style: columns.map((column) => ({ column, content: { color: "red" } })),
});

const openPhone = (app: Readonly<Record<string, unknown>> = {}) => {
  const asked: string[] = [];
  vi.stubGlobal("kintone", {
    app: refusingDesktop,
    mobile: {
      app: {
        getId: () => 3,
        getFormFields: async () => ({}),
        getPermissions: async () => ({ addRecord: true, editApp: false }),
        ...app,
      },
    },
    getLoginUser: () => ({ code: "aoki", language: "ja" }),
    buildPageUrl: async (page: string) => {
      asked.push(page);
      return "https://k.test/k/m/3/show#record=0";
    },
  });
  const page = createPage("mobile");
  if (page === null) throw new Error("The phone page has no app");
  return { page, asked };
};

describe("a phone page", () => {
  test("every link stays on phone pages", async () => {
    const { page, asked } = openPhone();
    const hrefOf = await page.fetchRecordHref("3");
    await page.buildCreateUrl("3");
    await page.buildListUrl("3");
    expect(asked).toEqual([
      "APP_DETAIL_MOBILE",
      "APP_CREATE_MOBILE",
      "APP_INDEX_MOBILE",
    ]);
    expect(hrefOf("7")).toBe("https://k.test/k/m/3/show#record=7");
  });

  test("form, rights and list colours come from the phone API alone", async () => {
    const styled = vi.fn(async () => undefined);
    const { page } = openPhone({
      setRecordListStyle: styled,
      getFieldElements: () => [{}],
    });
    await page.fetchFormFields();
    expect(await page.fetchAppRights()).toMatchObject({ addRecord: true });
    await page.styleRows([row("1", "registerDue")]);
    expect(styled).toHaveBeenCalledWith({ body: [row("1", "registerDue")] });
  });

  test("a column that the list does not show gets no colour", async () => {
    const styled = vi.fn(async () => undefined);
    const { page } = openPhone({
      setRecordListStyle: styled,
      getFieldElements: (code: string) => (code === "caseDue" ? null : [{}]),
    });
    await page.styleRows([
      row("1", "registerDue", "caseDue"),
      row("2", "caseDue"),
    ]);
    expect(styled).toHaveBeenCalledWith({ body: [row("1", "registerDue")] });
  });

  test("a site without list colours shows the list all the same", async () => {
    const { page } = openPhone({ getFieldElements: () => [{}] });
    await expect(
      page.styleRows([row("1", "caseDue")]),
    ).resolves.toBeUndefined();
  });
});
