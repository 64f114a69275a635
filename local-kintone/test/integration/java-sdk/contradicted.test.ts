import { describe, expect, test } from "vitest";
import { field, useFormProbes } from "../../support/form-probes.ts";
import type { Ask, Json } from "../../support/form-probes.ts";

/*
 * Formulas that kintone-labs/kintone-java-sdk (AppTest.java, July 2020) saw refused when the field
 * was saved, by the name of its probe. A later source saw them saved, and the deploy refused with
 * GAIA_IL01: SonicGarden/kintone-emulator, doc/kintone-calc-behavior.md (2026).
 */

const { send, probe } = useFormProbes();

const adding =
  (properties: Json): Ask =>
  () => ["POST", "preview/app/form/fields", { properties }];
const changing =
  (properties: Json): Ask =>
  () => ["PUT", "preview/app/form/fields", { properties }];
const calc = (code: string, expression: string) =>
  field(code, "CALC", { expression });

const contradicted: Record<string, Ask> = {
  testAddFormFieldsShouldFailWithInvalidCalcInSubtable: adding(
    field("third", "SUBTABLE", { fields: calc("inner", "数値A+数値B") }),
  ),
  testAddFormFieldsShouldFailWithInvalidSumInCalField: adding(
    calc("total", "数値A+数値B"),
  ),
  testAddFormFieldsShouldFailWithUnexistedSumInCalField: adding(
    calc("total", "数値1"),
  ),
  testUpdateFormFieldsShouldFailWhenExpressionUseOtherTable: changing({
    second: {
      type: "SUBTABLE",
      fields: calc("sum2", "number + count"),
    },
  }),
  testUpdateFormFieldsShouldFailWhenExpressionUseTable: changing({
    calc: { type: "CALC", expression: "number + count" },
  }),
  testUpdateFormFieldsShouldFailWithInvalidExpression: changing({
    text: { type: "SINGLE_LINE_TEXT", expression: "hoge" },
  }),
};

describe("the six probes that a newer source contradicts", () => {
  test("are these", () => {
    expect(Object.keys(contradicted)).toHaveLength(6);
  });

  test.each(Object.entries(contradicted))(
    "%s: saved, and refused by the deploy",
    async (_name, ask) => {
      const saved = await send(ask);
      expect(saved.status, JSON.stringify(saved.body)).toBe(200);
      const { it, app } = probe();
      const deployed = await it.call("POST", "/k/v1/preview/app/deploy.json", {
        apps: [{ app }],
      });
      expect(deployed).toMatchObject({
        status: 400,
        body: { code: "GAIA_IL01" },
      });
    },
  );
});
