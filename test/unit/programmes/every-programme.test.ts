import { expect, test } from "vitest";
import { appKeys, createApps } from "../../../src/apps/index.ts";
import {
  combineProgrammes,
  everyProgramme,
  programmes,
} from "../../../src/programmes/index.ts";

const fieldsOf = (...[programme]: Parameters<typeof createApps>): string[] => {
  const apps = createApps(programme);
  return appKeys.flatMap((key) =>
    Object.keys(apps[key].fields)
      // Totals of areas are numbered by their place; only kintone's own formulas read them.
      .filter((code) => !code.startsWith("areaTotal"))
      .map((code) => `${key}.${code}`),
  );
};

test("all programmes in one have every field of each, whichever is the first", () => {
  const [first, second, third] = programmes;
  if (second === undefined || third === undefined)
    throw new Error("The build has fewer awards than this test");
  const orders = [everyProgramme, combineProgrammes([third, second, first])];
  for (const combined of orders) {
    const fields = new Set(fieldsOf(combined));
    for (const programme of programmes)
      expect(fieldsOf(programme).filter((code) => !fields.has(code))).toEqual(
        [],
      );
  }
  const { afterSheet, supporter } = combineProgrammes([third, second, first]);
  expect(afterSheet).toEqual(first.afterSheet);
  expect(supporter).toBe(first.supporter);
});
