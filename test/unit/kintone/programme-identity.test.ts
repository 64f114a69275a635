import { expect, test } from "vitest";
import { identifyProgramme } from "../../../src/kintone/programme-identity.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import { tinyProgramme } from "../../support/tiny-programme.ts";

const known = [cloudPracticeAward, tinyProgramme] as const;

const idOf = (sources: Partial<Parameters<typeof identifyProgramme>[0]>) =>
  identifyProgramme({ saved: "", ...sources }, known).id;

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
