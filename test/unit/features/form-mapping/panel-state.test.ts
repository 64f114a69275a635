import { describe, expect, test, vi } from "vitest";
import { judgeMap } from "../../../../src/features/form-mapping/panel-state.ts";
import { previewMap } from "../../../../src/features/form-mapping/preview.ts";
import { toSavedMap } from "../../../../src/features/form-mapping/save-map.ts";
import { describeMap, proposeMap, readForm } from "excel-form";
import type { ReportMap } from "excel-form";
import { readBlankForm } from "../../../support/blank-form.ts";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";
import { cloudPracticeAward } from "../../../../src/programmes/index.ts";
import { longServiceAward } from "../../../../src/programmes/long-service-award.ts";
import { sampleForm } from "../../../../src/report/sample/sample-form.ts";

const bytes = readBlankForm("b01-status-reply.xlsx");
const form = readForm(bytes);
const other = readBlankForm("b08-two-rows-portrait.xlsx");
const source = { name: "様式.xlsx", bytes, form };
const map = toSavedMap(form, proposeMap(VOCABULARY, form), {
  revision: 2,
  formName: "様式.xlsx",
});
const text = JSON.stringify(map);

describe("the form and its stored map", () => {
  test("a map of this form is summed up", () => {
    expect(judgeMap(cloudPracticeAward, source, text)).toMatchObject({
      kind: "mapped",
      summary: { placed: 23, problems: [] },
    });
  });

  test("without a map there is one to make", () => {
    expect(judgeMap(cloudPracticeAward, source, " ").kind).toBe("noMap");
  });

  test("what is no map is not taken for one", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    expect(judgeMap(cloudPracticeAward, source, "{").kind).toBe("mapBroken");
    expect(judgeMap(cloudPracticeAward, source, '{"version":1}').kind).toBe(
      "mapBroken",
    );
    warn.mockRestore();
  });

  test("another form under the map is told, with what became of the cells", () => {
    const drifted = judgeMap(
      cloudPracticeAward,
      { ...source, bytes: other, form: readForm(other) },
      text,
    );
    expect(drifted.kind).toBe("drifted");
    if (drifted.kind !== "drifted") return;
    expect(drifted.comparison.differences.length).toBeGreaterThan(0);
  });

  test("a value of another award in the map of another form is told by its name, and none is added", () => {
    const sheet = sampleForm(longServiceAward);
    const opened = readForm(sheet.bytes);
    const judged = judgeMap(
      cloudPracticeAward,
      source,
      JSON.stringify(describeMap(VOCABULARY, opened, sheet.mapOf(opened))),
    );
    if (judged.kind !== "drifted") throw new Error(judged.kind);
    const told = judged.comparison.differences.map(({ message }) => message.ja);
    expect(told.filter((one) => one.includes("「勤続年数」"))).toHaveLength(1);
    expect(told.filter((one) => one.includes("「」"))).toEqual([]);

    const back = judgeMap(cloudPracticeAward, { ...sheet, form: opened }, text);
    if (back.kind !== "drifted") throw new Error(back.kind);
    const added = back.comparison.differences.flatMap(({ code, key }) =>
      code === "added" && key !== undefined ? [key] : [],
    );
    expect(added.filter((key) => key.startsWith("person."))).toEqual([]);
  });
});

describe("toSavedMap", () => {
  test("counts on from the stored revision and knows the form again", () => {
    expect(map).toMatchObject({
      revision: 3,
      form: { name: "様式.xlsx", fingerprint: form.fingerprint },
    });
  });
});

describe("previewMap", () => {
  const row = (index: number) => ({
    "society.name": "青浜商工会",
    "business.registeredName": `事業所${index}`,
  });
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => row(index + 1));
  const data = (count: number) => ({
    scalars: { "federation.name": "海山県連", "report.count": count },
    rows: rows(count),
  });
  const show = (given: ReportMap, count: number) => {
    const preview = previewMap(bytes, form, given, data(count));
    if (preview.kind !== "filled") throw new Error("refused");
    return {
      ...preview,
      at: (cell: string) => preview.textAt({ sheet: "回答シート", cell }),
    };
  };

  test("shows what the filled form shows", () => {
    const { at, surplus } = show(map, 3);
    expect([at("C5"), at("C15"), at("C17"), at("C18")]).toEqual([
      "海山県連",
      "事業所1",
      "事業所3",
      "",
    ]);
    expect(surplus).toBe(0);
  });

  test("cells below the list show what moved down with added rows", () => {
    const { at, surplus } = show(map, 25);
    expect(surplus).toBe(5);
    expect(at("C34")).toBe("事業所20");
    // The note under the list is five rows further down in the file.
    expect(at("A35")).toMatch(/^※１/);
  });

  test("a map that cannot be filled says why", () => {
    const refusing = {
      ...map,
      lists: map.lists.map((list) => ({
        ...list,
        onSurplus: "refuse" as const,
      })),
    };
    expect(previewMap(bytes, form, refusing, data(25))).toMatchObject({
      kind: "refused",
      error: { code: expect.stringMatching(/^report\//) },
    });
  });
});
