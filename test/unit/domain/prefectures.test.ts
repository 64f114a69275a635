import { describe, expect, test } from "vitest";
import { PREFECTURES, prefectureOf } from "../../../src/domain/prefectures.ts";

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
