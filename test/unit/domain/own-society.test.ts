import { describe, expect, test } from "vitest";
import { ownSocietyOf } from "../../../src/domain/own-society.ts";
import { aSociety } from "../../support/domain-records.ts";

const aoahama = aSociety("青浜商工会", {
  organization: [{ code: "aohama", name: "青浜商工会" }],
});
const kurosaki = aSociety("黒崎商工会", {
  organization: [{ code: "kurosaki", name: "黒崎商工会" }],
});

describe("ownSocietyOf", () => {
  test("the society of the user's organisation, also for someone who sees all", () => {
    expect(ownSocietyOf([aoahama, kurosaki], ["kurosaki"])).toBe("黒崎商工会");
  });

  test("the only society that the user may see", () => {
    expect(ownSocietyOf([aoahama], [])).toBe("青浜商工会");
  });

  test("federation staff has to choose", () => {
    expect(ownSocietyOf([aoahama, kurosaki], ["federation"])).toBeNull();
  });

  test("someone of two societies has to choose", () => {
    expect(
      ownSocietyOf([aoahama, kurosaki], ["aohama", "kurosaki"]),
    ).toBeNull();
  });

  test("a society that was merged away is never chosen", () => {
    const merged = { ...aoahama, active: "統合・廃止" as const };
    expect(ownSocietyOf([merged], ["aohama"])).toBeNull();
  });
});
