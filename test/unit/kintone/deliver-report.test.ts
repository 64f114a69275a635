import { describe, expect, test } from "vitest";
import { parseAppRecord } from "../../../src/apps/records.ts";
import type { AppRecord } from "../../../src/apps/records.ts";
import { AppError } from "../../../src/errors/app-error.ts";
import { deliverReport } from "../../../src/kintone/deliver-report.ts";
import type { ReportToRecord } from "../../../src/kintone/deliver-report.ts";
import type { Gateway } from "../../../src/kintone/gateway.ts";

const REPORT: ReportToRecord = {
  edition: "ある賞",
  kind: "本提出",
  madeAt: 0,
  file: { name: "シート.xlsx", bytes: new Uint8Array([1]) },
  proof: {},
  proofSummary: {},
  formName: "様式.xlsx",
  formHash: "f",
  mapVersion: "1",
  resultHash: "r",
  count: 1,
  caseCount: 0,
  noneReason: "",
  warningReason: "理由",
  included: [],
};

const offline = new AppError("kintone/offline");

type Faults = {
  /** The entry is written, and its answer is lost. */
  readonly isAnswerLost?: boolean;
  /** The entry never arrives. */
  readonly isEntryLost?: boolean;
  /** After that nothing can be asked. */
  readonly isCut?: boolean;
};

/** A ledger in memory, as far as entering a report needs one. */
const createLedger = ({ isAnswerLost, isEntryLost, isCut }: Faults = {}) => {
  const entries: Array<AppRecord<"deliveries">> = [];
  let uploads = 0;
  let hasFailed = false;
  const fail = () => {
    hasFailed = true;
    return Promise.reject(offline);
  };
  const gateway = {
    listRecords: () =>
      isCut && hasFailed
        ? Promise.reject(offline)
        : Promise.resolve(entries.filter((one) => one.resultHash === "r")),
    uploadFile: () => {
      uploads += 1;
      return Promise.resolve("key");
    },
    addRecord: (_app: "deliveries", entry: Partial<ReportToRecord>) => {
      if (isEntryLost && !hasFailed) return fail();
      const id = String(entries.length + 1);
      entries.push({
        ...parseAppRecord("deliveries", {}),
        ...(entry as Partial<AppRecord<"deliveries">>),
        id,
      });
      return isAnswerLost && !hasFailed
        ? fail()
        : Promise.resolve({ id, revision: "1" });
    },
  } as unknown as Gateway;
  return { gateway, entries, uploads: () => uploads };
};

describe("a report is entered into the ledger once", () => {
  test("when nothing goes wrong", async () => {
    const { gateway, entries } = createLedger();
    expect(await deliverReport(gateway, REPORT)).toBe("1");
    expect(entries).toHaveLength(1);
  });

  test("when the answer is lost, though it was written", async () => {
    const { gateway, entries } = createLedger({ isAnswerLost: true });
    expect(await deliverReport(gateway, REPORT)).toBe("1");
    expect(entries).toHaveLength(1);
  });

  test("when the same sheet is made again, without sending it again", async () => {
    const { gateway, entries, uploads } = createLedger();
    await deliverReport(gateway, REPORT);
    expect(await deliverReport(gateway, REPORT)).toBe("1");
    expect([entries.length, uploads()]).toEqual([1, 2]);
  });

  test("when nobody could tell at first whether it was written", async () => {
    const faults = { isAnswerLost: true, isCut: true };
    const { gateway, entries } = createLedger(faults);
    await expect(deliverReport(gateway, REPORT)).rejects.toMatchObject({
      code: "report/ledger-unknown",
    });
    faults.isCut = false;
    const again = { ...gateway, listRecords: () => Promise.resolve(entries) };
    expect(await deliverReport(again as unknown as Gateway, REPORT)).toBe("1");
    expect(entries).toHaveLength(1);
  });
});

test("an entry that never arrived is told as such", async () => {
  const { gateway, entries } = createLedger({ isEntryLost: true });
  await expect(deliverReport(gateway, REPORT)).rejects.toBe(offline);
  expect(entries).toEqual([]);
});

test.each([
  ["another kind", { kind: "追加提出" }],
  ["another reason", { warningReason: "別の理由" }],
] as const)("%s is another entry", async (_what, change) => {
  const { gateway, entries } = createLedger();
  await deliverReport(gateway, REPORT);
  expect(await deliverReport(gateway, { ...REPORT, ...change })).toBe("2");
  expect(entries).toHaveLength(2);
});

test("a sheet that was mailed is entered anew", async () => {
  const { gateway, entries } = createLedger();
  await deliverReport(gateway, REPORT);
  const [first] = entries;
  if (first) Object.assign(first, { deliveryState: "送付済" });
  expect(await deliverReport(gateway, REPORT)).toBe("2");
});
