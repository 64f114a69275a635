import { describe, expect, test } from "vitest";
import { parseAppRecord } from "../../../../src/apps/records.ts";
import type { AppRecord } from "../../../../src/apps/records.ts";
import { toIncluded } from "../../../../src/domain/included-nomination.ts";
import type { Nomination } from "../../../../src/domain/model.ts";
import type { DeliveryKind } from "../../../../src/domain/report-selection.ts";
import { defaultSettings } from "../../../../src/feature-kit/settings.ts";
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

const kindOf = (
  nominations: ReadonlyArray<AppRecord<"nominations">>,
  deliveries: ReadonlyArray<AppRecord<"deliveries">>,
  typed: DeliveryKind | null = null,
): DeliveryKind => {
  const source: ReportSource = {
    records: {
      edition: {
        ...parseAppRecord("editions", {}),
        ...anEdition(),
      } as AppRecord<"editions">,
      nominations: [...nominations],
      deliveries: [...deliveries],
    },
    form: openReportForm({ file: null, mapText: "" }),
    cellChanges: new Map(),
  };
  const clock = { today: () => "2022-08-02" };
  const ready = toReady({ clock, settings: defaultSettings }, source, {
    edition: "",
    kind: typed,
    noneReason: "",
    warningReason: "",
  });
  return ready.prepared.selection.kind;
};

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
