import { describe, expect, test } from "vitest";
import { openEditionFor } from "../../../src/domain/open-edition.ts";

const anEdition = (
  name: string,
  registerDate: string | null,
  editionState: "準備中" | "募集中" | "終了" = "募集中",
) => ({ name, registerDate, editionState });

describe("openEditionFor", () => {
  test("the next registration date wins", () => {
    const editions = [
      anEdition("later", "2022-10-01"),
      anEdition("next", "2022-08-01"),
      anEdition("past", "2022-05-01"),
    ];
    expect(openEditionFor(editions, "2022-08-01")?.name).toBe("next");
  });

  test("when all dates have passed it is the latest", () => {
    const editions = [
      anEdition("old", "2021-08-01"),
      anEdition("latest", "2022-08-01"),
      anEdition("undated", null),
    ];
    expect(openEditionFor(editions, "2022-08-02")?.name).toBe("latest");
  });

  test("an open edition without a date is better than none", () => {
    expect(
      openEditionFor([anEdition("undated", null)], "2022-08-02")?.name,
    ).toBe("undated");
  });

  test("editions in preparation and closed ones are never chosen", () => {
    const editions = [
      anEdition("closed", "2022-08-01", "終了"),
      anEdition("planned", "2023-08-01", "準備中"),
    ];
    expect(openEditionFor(editions, "2022-07-20")).toBeNull();
  });
});
