import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { toIncluded } from "../../../src/domain/included-nomination.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import { rowValues } from "../../../src/domain/report-values.ts";
import { compareSent } from "../../../src/report/compare-sent.ts";
import type { Comparing } from "../../../src/report/compare-sent.ts";
import { openReportForm } from "../../../src/report/open-form.ts";
import { anEdition, aRegistered } from "../../support/domain-records.ts";

const { map } = openReportForm({ programme: award, file: null, mapText: "" });
const sent = aRegistered({ id: "7", registeredName: "株式会社青浜商店" });
const entry = { nomination: sent, isLate: false };

const compare = (
  nominations: readonly Nomination[],
  changes: Partial<Comparing> = {},
) =>
  compareSent({
    programme: award,
    included: [toIncluded(award, entry)],
    proof: {
      data: {
        scalars: {},
        rows: [{ "row.no": 1, ...rowValues(award, entry) }],
      },
    },
    map,
    nominations,
    edition: anEdition(),
    ...changes,
  }).map(({ state }) => state);

describe("compareSent", () => {
  test("a record that was only saved again is unchanged", () => {
    expect(compare([{ ...sent, revision: "9", status: "報告済" }])).toEqual([
      { kind: "same" },
    ]);
  });

  test("a changed value is named with its cell", () => {
    expect(compare([{ ...sent, registeredName: "株式会社新青浜" }])).toEqual([
      {
        kind: "changed",
        changes: [
          {
            key: "business.registeredName",
            before: "株式会社青浜商店",
            after: "株式会社新青浜",
            cell: expect.stringMatching(/^C\d+$/),
          },
        ],
      },
    ]);
  });

  test("what the form does not ask for was not sent", () => {
    const asksForUrl = map.lists.some(({ columns }) =>
      columns.some(({ key }) => key === "business.url"),
    );
    expect(asksForUrl).toBe(false);
    const changed = [{ ...sent, url: "https://aohama.example" }];
    expect(compare(changed)).toEqual([{ kind: "same" }]);
    // Mapped anew since, nobody knows what it asked for.
    expect(compare(changed, { map: null })).toMatchObject([
      { kind: "changed", changes: [{ key: "business.url", cell: null }] },
    ]);
  });

  test("one that was taken back or is gone says so", () => {
    expect(compare([{ ...sent, status: "取下げ" }])).toEqual([
      { kind: "leftOut", reason: "withdrawn" },
    ]);
    expect(compare([])).toEqual([{ kind: "gone" }]);
  });

  test("without a proof the digest still tells that something changed", () => {
    const noProof = { proof: null };
    expect(compare([sent], noProof)).toEqual([{ kind: "same" }]);
    expect(compare([{ ...sent, industry: "卸売業" }], noProof)).toEqual([
      { kind: "changedSomehow" },
    ]);
  });

  test("entries older than the digest go by the revision", () => {
    const included = [{ ...toIncluded(award, entry), nominationDigest: "" }];
    const old = { included, proof: null };
    expect(compare([sent], old)).toEqual([{ kind: "same" }]);
    expect(compare([{ ...sent, revision: "9" }], old)).toEqual([
      { kind: "changedSomehow" },
    ]);
  });
});
