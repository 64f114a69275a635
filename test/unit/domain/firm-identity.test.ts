import { describe, expect, test } from "vitest";
import {
  findAcross,
  findTwins,
  findTwinsOf,
  sameFirmBasis,
} from "../../../src/domain/firm-identity.ts";

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

describe("findAcross", () => {
  test("pairs the firms that both lists have, and no twins within one", () => {
    const own = [firm("1", "(株)山田"), firm("2", "海"), firm("3", "海")];
    const others = [firm("1", "株式会社山田"), firm("4", "空")];
    const found = findAcross(own, others);
    expect(found).toEqual([{ own: [own[0]], others: [others[0]] }]);
  });
});
