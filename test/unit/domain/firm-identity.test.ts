import { describe, expect, test } from "vitest";
import {
  findTwins,
  findTwinsOf,
  sameFirmBasis,
} from "../../../src/domain/firm-identity.ts";
import { looseNameKey } from "../../../src/domain/loose-name.ts";
import { PREFECTURES, prefectureOf } from "../../../src/domain/prefectures.ts";

describe("looseNameKey", () => {
  test.each([
    ["(株)山田商店", "株式会社山田商店"],
    ["㈱山田商店", "株式会社 山田商店"],
    ["（有）ヤマダ", "有限会社ﾔﾏﾀﾞ"],
    ["ＡＢＣ　Ｆｏｏｄｓ株式会社", "abc foods(株)"],
    ["霞ヶ関商店", "霞ケ関商店"],
    ["髙橋﨑商店", "高橋崎商店"],
    ["スーパ－山田", "スーパー山田"],
    ["株式会社山田\u200B商店", "株式会社山田商店"],
  ])("%s and %s are one", (a, b) => {
    expect(looseNameKey(a)).toBe(looseNameKey(b));
  });

  test.each([
    ["株式会社山田商店", "山田商店株式会社"],
    ["株式会社山田商店", "有限会社山田商店"],
    ["株式会社山田商店", "株式会社山本商店"],
  ])("%s and %s are two", (a, b) => {
    expect(looseNameKey(a)).not.toBe(looseNameKey(b));
  });
});

describe("prefectureOf", () => {
  test("knows all 47 by the order of their codes", () => {
    expect(PREFECTURES).toHaveLength(47);
    expect(PREFECTURES[0]).toBe("北海道");
    expect(PREFECTURES[12]).toBe("東京都");
    expect(PREFECTURES[46]).toBe("沖縄県");
    expect(new Set(PREFECTURES).size).toBe(47);
  });

  test.each([
    ["沖縄県那覇市", "沖縄県"],
    ["〒900-0000 沖縄県那覇市", "沖縄県"],
    ["　東京都千代田区", "東京都"],
    ["京都市中京区", null],
    ["", null],
  ])("%j is in %s", (address, prefecture) => {
    expect(prefectureOf(address)).toBe(prefecture);
  });
});

const firm = (
  id: string,
  registeredName: string,
  corporateNumber = "",
  address = "沖縄県青浜町",
) => ({ id, registeredName, corporateNumber, address });

describe("sameFirmBasis", () => {
  test("two good numbers decide alone", () => {
    expect(
      sameFirmBasis(
        firm("1", "株式会社山田", "9010005017583"),
        firm("2", "旧社名株式会社", "９０１０００５０１７５８３"),
      ),
    ).toBe("corporateNumber");
    expect(
      sameFirmBasis(
        firm("1", "株式会社山田", "9010005017583"),
        firm("2", "株式会社山田", "7000012050002"),
      ),
    ).toBeNull();
  });

  test("without a number, or with a wrong one, name and prefecture decide", () => {
    const one = firm("1", "(株)山田", "9010005017583");
    expect(sameFirmBasis(one, firm("2", "株式会社山田"))).toBe("name");
    expect(sameFirmBasis(one, firm("2", "株式会社山田", "123"))).toBe("name");
    expect(
      sameFirmBasis(one, firm("2", "株式会社山田", "", "東京都港区")),
    ).toBeNull();
    expect(sameFirmBasis(one, firm("2", "株式会社山田", "", "那覇市"))).toBe(
      "name",
    );
  });

  test("two blanks are not one firm", () => {
    expect(sameFirmBasis(firm("1", ""), firm("2", " "))).toBeNull();
  });
});

describe("findTwinsOf", () => {
  test("leaves the record itself out and says by what it found the others", () => {
    const entry = firm("1", "株式会社山田", "9010005017583");
    const list = [
      entry,
      firm("2", "山田ホールディングス株式会社", "9010005017583"),
      firm("3", "㈱山田"),
      firm("4", "株式会社鈴木"),
    ];
    expect(
      findTwinsOf(entry, list).map(({ entry: { id }, basis }) => [id, basis]),
    ).toEqual([
      ["2", "corporateNumber"],
      ["3", "name"],
    ]);
  });

  test("a record that was never saved has no id to be left out by", () => {
    const entry = firm("", "株式会社山田");
    expect(findTwinsOf(entry, [firm("7", "株式会社山田")])).toHaveLength(1);
  });
});

describe("findTwins", () => {
  test("groups what belongs together, by number and by name", () => {
    const groups = findTwins([
      firm("1", "株式会社山田", "9010005017583"),
      firm("2", "株式会社鈴木"),
      firm("3", "山田HD株式会社", "9010005017583"),
      firm("4", "(株)山田"),
      firm("5", "株式会社佐藤", "", "東京都港区"),
      firm("6", "株式会社佐藤", "", "大阪府大阪市"),
    ]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([
      ["1", "3", "4"],
    ]);
  });

  test("ten thousand entries of one name are one group", () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      firm(String(index), "株式会社山田"),
    );
    expect(findTwins(many)).toHaveLength(1);
  });
});
