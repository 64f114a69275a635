import { describe, expect, test } from "vitest";
import { countMoved } from "../../../../src/features/report-export/make-report.ts";

const versions = (text: string) =>
  text.split(" ").map((version) => {
    const [id = "", revision = ""] = version.split(".");
    return { nomination: { id, revision } };
  });

describe("nominations that are not as they were looked over", () => {
  test.each([
    ["1.1 2.5", "1.1 2.5", 0],
    ["1.1 2.5", "2.5 1.1", 0],
    ["1.1 2.5", "1.2 2.5", 1],
    ["1.1", "1.1 2.1", 1],
    ["1.1 2.1", "1.1", 1],
    ["1.1 2.1", "1.2 3.1", 3],
  ])("%s became %s", (before, after, count) => {
    expect(countMoved(versions(before), versions(after))).toBe(count);
  });
});
