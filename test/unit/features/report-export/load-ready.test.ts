import { describe, expect, test } from "vitest";
import { parseAppRecord } from "../../../../src/apps/records.ts";
import type { AppRecord } from "../../../../src/apps/records.ts";
import { toIncluded } from "../../../../src/domain/included-nomination.ts";
import type { Nomination } from "../../../../src/domain/model.ts";
import type { DeliveryKind } from "../../../../src/domain/report-selection.ts";
import { defaultSettings } from "../../../../src/feature-kit/settings.ts";
import type { ReadyReport } from "../../../../src/features/report-export/dialog-state.ts";
import { toReady } from "../../../../src/features/report-export/load-ready.ts";
import type { ReportSource } from "../../../../src/features/report-export/load-ready.ts";
import { openReportForm } from "../../../../src/report/open-form.ts";
import {
  aDelivery,
  anEdition,
  aRegistered,
} from "../../../support/domain-records.ts";

// The rules' own models name states less exactly than the apps do.
const nomination = (changes: Partial<Nomination>) =>
  ({
    ...parseAppRecord("nominations", {}),
    ...aRegistered(changes),
  }) as AppRecord<"nominations">;

const sent = nomination({ id: "1" });
const mailed: AppRecord<"deliveries"> = {
  ...parseAppRecord("deliveries", {}),
  ...aDelivery({
    deliveryState: "送付済",
    sentAt: "2022-08-01T05:00:00Z",
    included: [toIncluded({ nomination: sent, isLate: false })],
  }),
};

type Given = {
  typed?: DeliveryKind | null;
  today?: string;
  map?: Partial<ReportSource["form"]["map"]>;
};

const readyOf = (
  nominations: ReadonlyArray<AppRecord<"nominations">>,
  deliveries: ReadonlyArray<AppRecord<"deliveries">>,
  { typed = null, today = "2022-08-02", map = {} }: Given = {},
): ReadyReport => {
  const form = openReportForm({ file: null, mapText: "" });
  const source: ReportSource = {
    records: {
      edition: {
        ...parseAppRecord("editions", {}),
        ...anEdition(),
      } as AppRecord<"editions">,
      nominations: [...nominations],
      deliveries: [...deliveries],
    },
    form: { ...form, map: { ...form.map, ...map } },
    cellChanges: new Map(),
  };
  const clock = { today: () => today };
  return toReady({ clock, settings: defaultSettings }, source, {
    edition: "",
    kind: typed,
    noneReason: "",
    warningReason: "",
  });
};

const kindOf = (
  nominations: ReadonlyArray<AppRecord<"nominations">>,
  deliveries: ReadonlyArray<AppRecord<"deliveries">>,
  typed: DeliveryKind | null = null,
): DeliveryKind =>
  readyOf(nominations, deliveries, { typed }).prepared.selection.kind;

describe("the kind of sheet that is offered first", () => {
  const added = nomination({ id: "2" });
  const changed = nomination({ id: "1", industry: "卸売業" });

  test("the whole sheet, until one was mailed", () => {
    expect(kindOf([sent], [])).toBe("本提出");
  });

  test("a supplementary one, when there is something to add", () => {
    expect(kindOf([sent, added], [mailed])).toBe("追加提出");
  });

  test("the whole one again, when things have only changed", () => {
    expect(kindOf([changed], [mailed])).toBe("本提出");
  });

  test("whatever the maker has chosen", () => {
    expect(kindOf([changed], [mailed], "追加提出")).toBe("追加提出");
    expect(kindOf([sent, added], [mailed], "本提出")).toBe("本提出");
  });
});

describe("what was looked over is what is made", () => {
  const stampOf = (
    deliveries: ReadonlyArray<AppRecord<"deliveries">>,
    given: Given = {},
  ): string => readyOf([sent], deliveries, given).stamp;

  test("as long as nothing has happened", () => {
    expect(stampOf([mailed])).toBe(stampOf([mailed]));
  });

  test("but not on another day, for the sheet bears its date", () => {
    expect(stampOf([], { today: "2022-08-03" })).not.toBe(stampOf([]));
  });

  test("nor when somebody else has made or mailed a sheet", () => {
    expect(stampOf([mailed])).not.toBe(stampOf([]));
    expect(stampOf([{ ...mailed, revision: "99" }])).not.toBe(
      stampOf([mailed]),
    );
  });
});

describe("a form that takes nothing of the nominations", () => {
  const codesOf = (
    nominations: ReadonlyArray<AppRecord<"nominations">>,
    map: Given["map"] = {},
  ): string[] =>
    readyOf(nominations, [], { map })
      .formIssues.filter(({ code }) => code === "nothing-mapped")
      .map(({ severity }) => severity);
  const [count] = openReportForm({ file: null, mapText: "" }).map.cells;
  const counts = { cells: count ? [count] : [], lists: [] };

  test("is looked at twice", () => {
    expect(codesOf([sent], counts)).toEqual(["warn"]);
  });

  test("is no form at all without a single value", () => {
    expect(codesOf([sent], { cells: [], lists: [] })).toEqual(["block"]);
    expect(codesOf([], { cells: [], lists: [] })).toEqual(["block"]);
  });

  test("is right when there are none, and when it has its list", () => {
    expect(codesOf([], counts)).toEqual([]);
    expect(codesOf([sent])).toEqual([]);
  });
});
