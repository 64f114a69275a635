import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
import { expect, test } from "vitest";
import { appFieldCodes } from "../../../../src/apps/records.ts";
import {
  ISSUE_FIELDS,
  fieldOf,
  issueField,
} from "../../../../src/features/report-export/field-of.ts";
import { isRowKey, isValueKey } from "excel-form";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";

test.each([
  ["business.corporateNumber", "corporateNumber"],
  ["business.kind", "businessKind"],
  ["securityAction.stars", "securityActionStars"],
  ["securityAction.declaredOn", "securityActionDate"],
  ["society.name", "society"],
  ["federation.contactName", "federationContactName"],
  ["score.total", "scoreTotal"],
  ["remarks", "remarks"],
  ["score.area1", undefined],
  // The day of the report is no field: 報告期限 bears a similar code.
  ["report.date", undefined],
])("%s comes from %s", (key, field) => {
  expect(fieldOf(award, key)).toBe(field);
});

test("no value of a nomination is looked for in the edition, nor the other way round", () => {
  const codes: Record<string, readonly string[]> = {
    row: appFieldCodes("nominations"),
    single: appFieldCodes("editions"),
  };
  const strange = Object.keys(VOCABULARY.keys).filter((key) => {
    const field = fieldOf(award, key);
    const own =
      codes[
        isValueKey(VOCABULARY, key) && isRowKey(VOCABULARY, key)
          ? "row"
          : "single"
      ];
    return field !== undefined && own?.includes(field) === false;
  });
  expect(strange).toEqual([]);
});

test("every field that a finding names is there", () => {
  const codes: readonly string[] = [
    ...appFieldCodes("nominations"),
    ...appFieldCodes("editions"),
  ];
  // The keys are codes of findings.
  for (const code of Object.keys(ISSUE_FIELDS) as Array<
    Parameters<typeof issueField>[1]
  >) {
    expect(codes).toContain(issueField(award, code));
  }
});
