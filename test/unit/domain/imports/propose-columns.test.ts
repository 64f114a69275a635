import { describe, expect, test } from "vitest";
import { parseDelimited } from "../../../../src/domain/imports/parse-delimited.ts";
import { proposeColumns } from "../../../../src/domain/imports/propose-columns.ts";
import { societyColumns } from "../../../../src/domain/imports/society-columns.ts";

const propose = (text: string) =>
  proposeColumns(parseDelimited(text), societyColumns);

describe("proposeColumns", () => {
  test("a list with the app's own words", () => {
    expect(
      propose(
        "コード,商工会名,フリガナ,並び順,組織,担当者\nS01,青浜商工会,アオハマ,1,青浜商工会,aohama",
      ),
    ).toMatchObject({
      headRows: 1,
      columns: {
        code: 0,
        name: 1,
        kana: 2,
        sortOrder: 3,
        organization: 4,
        contactUsers: 5,
      },
    });
  });

  test("a title above the heading is passed over", () => {
    expect(
      propose(
        "海山県商工会連合会 会員名簿,,\n令和8年4月1日現在,,\nNo.,名称,ふりがな\n1,青浜商工会,あおはま",
      ),
    ).toMatchObject({
      headRows: 3,
      columns: { sortOrder: 0, name: 1, kana: 2 },
    });
  });

  test("a heading over two columns, as a merged cell gives it", () => {
    expect(
      propose(
        "番号,商工会,商工会\n番号,名称,フリガナ\nS01,青浜商工会,アオハマ",
      ),
    ).toMatchObject({ headRows: 2, columns: { code: 0, name: 1, kana: 2 } });
  });

  test("電話番号 and 郵便番号 are no code", () => {
    expect(
      propose("商工会名,郵便番号,電話番号\n青浜商工会,900-0001,098").columns,
    ).toEqual({ name: 0 });
  });

  test("without a heading the names are known by their ending", () => {
    expect(propose("1,青浜商工会\n2,黒崎商工会")).toMatchObject({
      headRows: 0,
      columns: { name: 1 },
    });
  });

  test("a list of something else proposes nothing", () => {
    expect(propose("りんご,100\nみかん,200").columns).toEqual({});
  });

  test("an empty list proposes nothing", () => {
    expect(propose("")).toEqual({ headRows: 0, labels: [], columns: {} });
  });
});
