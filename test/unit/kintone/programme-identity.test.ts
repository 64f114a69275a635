import { expect, test, vi } from "vitest";
import { identifyProgramme } from "../../../src/kintone/programme-identity.ts";
import { tinyProgramme } from "../../support/tiny-programme.ts";

vi.mock(import("../../../src/programmes/index.ts"), async (original) => {
  const real = await original();
  const { tinyProgramme: tiny } =
    await import("../../support/tiny-programme.ts");
  const programmes = [real.cloudPracticeAward, tiny] as const;
  return {
    ...real,
    programmes,
    findProgramme: (id: string) => programmes.find((one) => one.id === id),
  };
});

const idOf = (sources: Partial<Parameters<typeof identifyProgramme>[0]>) =>
  identifyProgramme({ saved: "", ...sources }).id;

const record = (value: string) => ({
  programme: { type: "SINGLE_LINE_TEXT", value },
});

const fields = (defaultValue: string) => ({
  programme: {
    type: "SINGLE_LINE_TEXT",
    code: "programme",
    label: "",
    defaultValue,
  },
});

test("a set that names no programme is of the first one", () => {
  expect(idOf({})).toBe("cloud-practice-award");
  expect(idOf({ record: record("") })).toBe("cloud-practice-award");
  expect(idOf({ record: record("unheard-of") })).toBe("cloud-practice-award");
});

test("record, form or setting name the programme, the setting before the others", () => {
  const { id } = tinyProgramme;
  expect(idOf({ record: record(id) })).toBe(id);
  expect(idOf({ fields: fields(id) })).toBe(id);
  expect(idOf({ saved: id, record: record("cloud-practice-award") })).toBe(id);
});
