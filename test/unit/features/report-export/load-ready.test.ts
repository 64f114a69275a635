import { openReportForm } from "../../../../src/report/open-form.ts";
import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
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
    included: [toIncluded(award, { nomination: sent, isLate: false })],
  }),
};

type Given = {
  typed?: DeliveryKind | null;
  firms?: readonly string[] | null;
  today?: string;
  map?: Partial<ReportSource["form"]["map"]>;
};

const readyOf = (
  nominations: ReadonlyArray<AppRecord<"nominations">>,
  deliveries: ReadonlyArray<AppRecord<"deliveries">>,
  { typed = null, firms = null, today = "2022-08-02", map = {} }: Given = {},
): ReadyReport => {
  const form = openReportForm({ programme: award, file: null, mapText: "" });
  const source: ReportSource = {
    records: {
      edition: {
        ...parseAppRecord("editions", {}),
        ...anEdition(),
      } as AppRecord<"editions">,
      nominations: [...nominations],
      movedAway: [],
      deliveries: [...deliveries],
    },
    form: { ...form, map: { ...form.map, ...map } },
    cellChanges: new Map(),
  };
  const clock = { today: () => today };
  return toReady(
    { programme: award, clock, settings: defaultSettings },
    source,
    {
      edition: "",
      kind: typed,
      firms: firms && new Set(firms),
      noneReason: "",
      warningReason: "",
    },
  );
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
  const [count] = openReportForm({ programme: award, file: null, mapText: "" })
    .map.cells;
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

describe("a form about one firm", () => {
  const cell = (address: string, key: string) => ({
    sheet:
      openReportForm({ programme: award, file: null, mapText: "" }).map.lists[0]
        ?.sheet ?? "",
    cell: address,
    key,
  });
  const map = {
    lists: [],
    cells: [
      cell("C3", "business.registeredName"),
      cell("C4", "business.foundedOn"),
      cell("C5", "federation.name"),
    ],
  };
  const second = nomination({
    id: "2",
    registeredName: "合同会社二番",
    foundedOn: "1899-01-01",
  });
  const third = nomination({ id: "3", registeredName: "三番" });
  const all = [sent, second, third];
  const files = (ready: ReadyReport): string[] =>
    ready.sheets.map(({ entries: [one] }) => one?.nomination.id ?? "");

  test("becomes a file for each firm that has none yet", () => {
    const ready = readyOf(all, [mailed], { map });
    expect(files(ready)).toEqual(["2", "3"]);
    expect(ready.sheets.map(({ data }) => data.rows.length)).toEqual([1, 1]);
    expect(ready.prepared.selection.kind).toBe("本提出");
    expect(ready.firms?.map(({ latest }) => latest?.deliveryState)).toEqual([
      "送付済",
      undefined,
      undefined,
    ]);
  });

  test("or for those that were chosen", () => {
    expect(files(readyOf(all, [mailed], { map, firms: ["1", "3"] }))).toEqual([
      "1",
      "3",
    ]);
    expect(files(readyOf(all, [], { map, firms: [] }))).toEqual([]);
  });

  test("is never refused for being about one", () => {
    const codes = readyOf(all, [], { map }).formIssues.map(({ code }) => code);
    expect(codes).not.toContain("one-firm-only");
  });

  test("says whose value it is that stands in the way", () => {
    const found = readyOf(all, [], { map }).formIssues.filter(
      ({ code }) => code === "before-calendar",
    );
    expect(found.map(({ nominationId }) => nominationId)).toEqual(["2"]);
  });

  test("says once what concerns every file", () => {
    const found = readyOf(all, [], {
      map: { ...map, cells: [...map.cells, cell("C6", "federation.fax")] },
    }).formIssues.filter(({ nominationId }) => nominationId === undefined);
    const texts = found.map(({ message }) => message.ja);
    expect(texts.length).toBeGreaterThan(0);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("asks nothing about firms that were not chosen, nor about how many there are", () => {
    const bare = nomination({ id: "4", nameCheck: "未確認" });
    const blocked = (firms: readonly string[]) =>
      readyOf([...all, bare], [], { map, firms }).prepared.issues.filter(
        ({ severity }) => severity === "block",
      );
    expect(blocked(["4"])).toHaveLength(1);
    expect(blocked(["1"])).toEqual([]);
    const waiting = nomination({ id: "5", status: "準備中" });
    const codes = readyOf([sent, waiting], [], { map }).prepared.issues.map(
      ({ code }) => code,
    );
    expect(codes).not.toContain("notYetRegistered");
  });

  test("without any firm is one file that says so", () => {
    const ready = readyOf([], [], { map });
    expect(ready.firms).toBeNull();
    expect(ready.sheets).toHaveLength(1);
  });
});
