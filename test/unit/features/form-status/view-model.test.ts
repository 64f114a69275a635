import { describe, expect, test } from "vitest";
import { judgeForm } from "../../../../src/features/form-status/view-model.ts";
import { describeMap, proposeMap, readForm } from "excel-form";
import { readBlankForm } from "../../../support/blank-form.ts";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";
import { cloudPracticeAward } from "../../../../src/programmes/index.ts";

const bytes = readBlankForm("b01-status-reply.xlsx");
const other = readBlankForm("b08-two-rows-portrait.xlsx");
const form = readForm(bytes);
const text = JSON.stringify({
  ...describeMap(VOCABULARY, form, proposeMap(VOCABULARY, form)),
  revision: 3,
});

const codeOf = (judge: () => unknown): unknown => {
  try {
    judge();
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
  return null;
};

describe("judgeForm", () => {
  test("a form with its map is ready", () => {
    expect(judgeForm(cloudPracticeAward, bytes, text)).toEqual({
      kind: "mapped",
      revision: 3,
      problem: null,
    });
  });

  test("without a map there is one to make", () => {
    expect(judgeForm(cloudPracticeAward, bytes, " \n")).toEqual({
      kind: "noMap",
    });
  });

  test("a map of another form says so", () => {
    const status = judgeForm(cloudPracticeAward, other, text);
    expect(status.kind).toBe("mapped");
    if (status.kind !== "mapped") return;
    expect(status.problem?.ja).toMatch(/様式/);
  });

  test("what is no map or no form says what to do with it", () => {
    expect(codeOf(() => judgeForm(cloudPracticeAward, bytes, "{"))).toBe(
      "report/map-invalid",
    );
    expect(
      codeOf(() => judgeForm(cloudPracticeAward, bytes, '{"version":1}')),
    ).toBe("report/map-invalid");
    expect(
      codeOf(() =>
        judgeForm(cloudPracticeAward, new TextEncoder().encode("a,b\n"), text),
      ),
    ).toMatch(/^report\/file-/);
  });
});
