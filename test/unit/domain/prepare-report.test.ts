import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { parseAppRecord } from "../../../src/apps/records.ts";
import type { AppRecord } from "../../../src/apps/records.ts";
import { toIncluded } from "../../../src/domain/included-nomination.ts";
import type {
  Delivery,
  Edition,
  Nomination,
} from "../../../src/domain/model.ts";
import { prepareReport } from "../../../src/domain/prepare-report.ts";
import type { PrepareOptions } from "../../../src/domain/prepare-report.ts";
import {
  aDelivery,
  anEdition,
  aRegistered,
} from "../../support/domain-records.ts";

// The rules' own models name states and files less exactly than the apps do.
const edition = (changes: Partial<Edition> = {}) =>
  ({
    ...parseAppRecord("editions", {}),
    ...anEdition(changes),
  }) as AppRecord<"editions">;

const nomination = (changes: Partial<Nomination> = {}) =>
  ({
    ...parseAppRecord("nominations", {}),
    ...aRegistered(changes),
  }) as AppRecord<"nominations">;

const mailed = (included: Delivery["included"]): AppRecord<"deliveries"> => ({
  ...parseAppRecord("deliveries", {}),
  ...aDelivery({
    deliveryState: "送付済",
    sentAt: "2022-08-01T05:00:00Z",
    included,
  }),
});

const prepare = (
  records: Partial<PrepareOptions["records"]>,
  options: Partial<Omit<PrepareOptions, "records">> = {},
) =>
  prepareReport({
    programme: award,
    records: {
      edition: edition(),
      nominations: [],
      deliveries: [],
      ...records,
    },
    kind: "本提出",
    noneReason: "",
    today: "2022-08-01",
    warnDays: 5,
    closedDays: [],
    ...options,
  });

describe("the late mark", () => {
  const registered = nomination({ registerDone: "2022-07-30" });

  test("a registration in time has none", () => {
    const { data } = prepare({ nominations: [registered] });
    expect(data.rows[0]?.remarks).not.toContain("期限後登録");
  });

  test("follows the edition's date, not the one the record once copied", () => {
    const earlier = edition({ registerDate: "2022-07-29" });
    const { selection, data } = prepare({
      edition: earlier,
      nominations: [registered],
    });
    expect(selection.entries.map(({ isLate }) => isLate)).toEqual([true]);
    expect(data.rows[0]?.remarks).toContain("期限後登録");
  });

  test("goes when the edition's date is moved back", () => {
    const { selection } = prepare({
      edition: edition({ registerDate: "2022-08-10" }),
      nominations: [nomination({ registerDone: "2022-08-05" })],
    });
    expect(selection.entries.map(({ isLate }) => isLate)).toEqual([false]);
  });
});

describe("a zero report", () => {
  test("has no row, a count of 0 and the edition's reason", () => {
    const { data, selection } = prepare({
      edition: edition({ noneReason: "該当する事業所がない" }),
    });
    expect(data.rows).toEqual([]);
    expect(selection.count).toBe(0);
    expect(data.scalars["report.count"]).toBe(0);
    expect(data.scalars["report.noneReason"]).toBe("該当する事業所がない");
  });

  test("prefers the reason that was typed", () => {
    const { edition: used, data } = prepare(
      { edition: edition({ noneReason: "前の理由" }) },
      { noneReason: " 今年は応募なし " },
    );
    expect(data.scalars["report.noneReason"]).toBe("今年は応募なし");
    expect(used.noneReason).toBe("今年は応募なし");
  });

  test("a reason is not told beside firms", () => {
    const { data } = prepare(
      { nominations: [nomination()] },
      { noneReason: "該当なし" },
    );
    expect(data.scalars["report.noneReason"]).toBe("");
  });
});

describe("a supplementary report", () => {
  const sent = nomination({ id: "1" });
  const added = nomination({ id: "2", registeredName: "合同会社なぎさ" });
  const deliveries = [
    mailed([toIncluded(award, { nomination: sent, isLate: false })]),
  ];

  test("lists only what no mailed report has listed, numbered from 1", () => {
    const { data, selection, mailedBefore } = prepare(
      { nominations: [sent, added], deliveries },
      { kind: "追加提出" },
    );
    expect(mailedBefore).toBe(true);
    expect(selection.count).toBe(1);
    expect(data.rows).toMatchObject([
      { "row.no": 1, "business.registeredName": "合同会社なぎさ" },
    ]);
  });

  test("names the differences to what was mailed, of the main report too", () => {
    const { changes } = prepare(
      { nominations: [sent, added], deliveries },
      { kind: "追加提出" },
    );
    expect(changes.added.map(({ id }) => id)).toEqual(["2"]);
    expect(changes.changed).toEqual([]);
    expect(changes.withdrawn).toEqual([]);
  });

  test("reporting what was mailed changes nothing, correcting it does", () => {
    const reported = nomination({ revision: "9", status: "報告済" });
    const corrected = { ...reported, address: "沖縄県青浜町2-2" };
    const changedOf = (one: typeof sent) =>
      prepare({ nominations: [one], deliveries }).changes.changed.length;
    expect(changedOf(reported)).toBe(0);
    expect(changedOf(corrected)).toBe(1);
  });

  test("a moved date that makes a mailed firm late is a change", () => {
    const { changes } = prepare({
      edition: edition({ registerDate: "2022-07-20" }),
      nominations: [sent],
      deliveries,
    });
    expect(changes.changed.map(({ id }) => id)).toEqual(["1"]);
  });
});
