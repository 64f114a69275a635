import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fillForm,
  isRowKey,
  keysOf,
  proposeMap,
  readForm,
  readWithFindings,
} from "../../../src/index.ts";
import type { ReportData, ReportMap, Value } from "../../../src/index.ts";
import {
  allBlankForms,
  someBlankForms,
} from "../../support/forms/blank-forms.ts";
import { corporateNumber } from "../../support/corporate-number.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";
import { filledAndRead } from "../../support/forms/spoiled-form.ts";

const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[1-9]{${length}}$`));
const phones = fc
  .oneof(
    fc.tuple(fc.constant("098"), digits(3), digits(4)),
    fc.tuple(fc.constant("0980"), digits(2), digits(4)),
    fc.tuple(fc.constant("03"), digits(4), digits(4)),
  )
  .map((groups) => groups.join("-"));
const dates = fc
  .date({
    min: new Date("2020-01-01"),
    max: new Date("2060-12-31"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const names = fc.stringMatching(
  /^[青白緑赤黒][空波野川山][商工水旅農][店房産館園]$/,
);
const kana = fc.stringMatching(/^[ァ-ヴ]{3,10}$/);
const counts = fc.integer({ min: 1, max: 500 });

/** Values as people would write them, by key. */
const LIKELY: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  "business.corporateNumber": digits(12).map(corporateNumber),
  "business.kind": fc.constantFrom("法人", "個人"),
  "business.postalCode": fc
    .tuple(digits(3), digits(4))
    .map((groups) => groups.join("-")),
  "business.nameKana": kana,
  "business.representativeKana": kana,
  "federation.phone": phones,
  "federation.fax": phones,
  "business.phone": phones,
  "federation.email": fc.constant("info@example.jp"),
  "business.email": fc.constant("info@example.jp"),
  "securityAction.stars": fc.constantFrom("★", "★★"),
  "securityAction.id": digits(11),
  "society.code": digits(5),
  "report.date": dates,
  "edition.deadline": dates,
  "edition.fiscalYear": fc.integer({ min: 2020, max: 2060 }),
  "report.count": counts,
  "report.caseCount": counts,
  "business.employees": counts,
  "business.capital": fc
    .integer({ min: 1, max: 900 })
    .map((n) => n * 1_000_000),
  "business.foundedOn": dates,
  "securityAction.declaredOn": dates,
  "score.total": fc.integer({ min: 0, max: 100 }),
  "declaration.registeredOn": dates,
  "declaration.registeredBy": fc.constantFrom("商工会", "県連"),
  "case.status": fc.constantFrom("提出済", "予定"),
  "consent.status": fc.constantFrom("同意あり"),
  "nomination.kind": fc.constantFrom("他薦", "自薦"),
};

const likely = (keys: readonly string[]) =>
  fc.record(
    Object.fromEntries(
      keys
        .filter((key) => key !== "row.no" && !key.startsWith("score.area"))
        .map((key) => [key, LIKELY[key] ?? names]),
    ),
  );

const dataFor = (map: ReportMap): fc.Arbitrary<ReportData> => {
  const singles = map.cells.flatMap((one) => keysOf(VOCABULARY, one));
  const columns = map.lists.flatMap((list) =>
    list.columns.flatMap((one) => keysOf(VOCABULARY, one)),
  );
  const rowKeys = [
    ...columns,
    ...singles.filter((key) => isRowKey(VOCABULARY, key)),
  ];
  return fc.record({
    scalars: likely(
      [...singles, ...columns].filter((key) => !isRowKey(VOCABULARY, key)),
    ),
    rows: fc
      .uniqueArray(likely(rowKeys), {
        maxLength: map.lists.length > 0 ? 9 : 1,
        selector: (row) => row["business.registeredName"] ?? row,
      })
      .filter((rows) => rows.length > 0),
  });
};

const forms = (await someBlankForms()).filter(
  ({ truth }) => truth.cells.length > 0,
);

/** A drop-down of the form may lack what the data has; the checks before filling say so. */
const isChoice = (kind: string): boolean => kind === "notAnOption";

describe("a form that was filled from records", () => {
  test.each(forms)("gives no finding: $name", ({ bytes }) => {
    const form = readForm(bytes);
    const map = proposeMap(VOCABULARY, form);
    fc.assert(
      fc.property(dataFor(map), (data) => {
        const filled = fillForm(VOCABULARY, bytes, map, data, { form });
        const { findings } = readWithFindings(
          VOCABULARY,
          readForm(filled.bytes),
          map,
          form,
        );
        expect(
          findings
            .filter(({ kind }) => !isChoice(kind))
            .map(({ kind, cell, text }) => `${cell} ${kind} ${text}`),
        ).toEqual([]);
      }),
      { numRuns: 3, interruptAfterTimeLimit: 15_000, endOnFailure: true },
    );
  });

  test("gives back what was put in, with rows added, and no finding", async () => {
    const rows = Array.from({ length: 8 }, (_, n) => ({
      "row.no": n + 1,
      "society.name": "みなと商工会",
      "business.registeredName": `青空商店 第${n + 1}`,
      "business.corporateNumber": corporateNumber(`12345678901${n}`),
      "declaration.registeredOn": "2026-07-25",
      "score.total": 12.5,
    }));
    const scalars = { "federation.contactName": "山田 太郎" };
    const { data, findings } = await filledAndRead({ scalars, rows });
    expect(data).toEqual({ scalars, rows });
    expect(findings).toEqual([]);
  });

  test("counts beside the first rows of a list are no remarks on its entries", async () => {
    const blank = (await allBlankForms()).find(({ name }) =>
      name.startsWith("m08 counts beside"),
    );
    if (!blank) throw new Error("no form with counts");
    const form = readForm(blank.bytes);
    const map = proposeMap(VOCABULARY, form);
    const data = {
      scalars: { "report.count": 2, "report.caseCount": 1 },
      rows: ["青空商店", "みなと工業"].map((name) => ({
        "business.registeredName": name,
      })),
    };
    const filled = fillForm(VOCABULARY, blank.bytes, map, data, { form });
    const read = readWithFindings(
      VOCABULARY,
      readForm(filled.bytes),
      map,
      form,
    );
    expect(read).toEqual({ data, findings: [] });
  });
});
