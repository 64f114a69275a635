import { expect, test } from "vitest";
import { fillPlan } from "../../../src/fill/fill-plan.ts";
import { readForm } from "../../../src/xlsx/sheet/read-form.ts";
import { DIALECTS } from "../../support/xlsx/dialects.ts";
import { aBlock, date, number, text } from "../../support/xlsx/plans.ts";
import { RICH_SHEET, richParts } from "../../support/xlsx/rich-form.ts";
import { zipParts } from "../../support/xlsx/zip.ts";

const fill = (form: Uint8Array) => {
  const { bytes, proof } = fillPlan(form, {
    cells: [{ sheet: RICH_SHEET, address: "B3", value: text("沖縄県連") }],
    blocks: [
      aBlock({
        sheet: RICH_SHEET,
        firstRow: 11,
        entries: Array.from({ length: 51 }, (_, index) => [
          {
            B: text(`商工会${index}`),
            F: date("2022-07-27"),
            H: number(index),
          },
        ]),
      }),
    ],
  });
  const { sheets } = readForm(bytes);
  return {
    cells: sheets.map(({ cells }) =>
      [...cells.values()].map(({ address, value, formula }) => [
        address,
        value,
        formula,
      ]),
    ),
    places: sheets.map(({ merges, validations, printArea, dimension }) => ({
      merges,
      validations,
      printArea,
      dimension,
    })),
    changed: proof.cells,
    computed: proof.computed,
  };
};

// Its cells stand apart, so they cannot do without addresses.
const dialects = DIALECTS.filter(([name]) => name !== "no addresses");

test.each(dialects)(
  "a form with everything is filled alike in the dialect: %s",
  (_, make) => {
    expect(fill(make(richParts()))).toEqual(fill(zipParts(richParts())));
  },
);
