import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import {
  selectForReport,
  suggestKind,
} from "../../../src/domain/report-selection.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import {
  aDelivery,
  aRegistered,
  included,
} from "../../support/domain-records.ts";

const mailed = (...rows: Array<ReturnType<typeof included>>) =>
  aDelivery({
    deliveryState: "送付済",
    sentAt: "2022-08-01T02:00:00Z",
    included: rows,
  });

const main = (nominations: readonly Nomination[]) =>
  selectForReport(award, nominations, [], "本提出");

const idsOf = (selection: ReturnType<typeof main>) =>
  selection.entries.map(({ nomination }) => nomination.id);

describe("what belongs in the sheet", () => {
  test.each([
    [{ status: "登録済" }, null],
    [{ status: "報告済" }, null],
    [{ status: "準備中" }, "notRegistered"],
    [{ status: "県連へ連絡済" }, "notRegistered"],
    [{ status: "差戻し" }, "returned"],
    [{ status: "取下げ" }, "withdrawn"],
    [{ nominationKind: "自薦" }, "selfNominated"],
    [{ consentNominate: "撤回" }, "consentWithdrawn"],
    [{ consentShare: "撤回" }, "consentWithdrawn"],
    [{ consentPublish: "撤回" }, null],
    // Blocked nominations are listed all the same: the user has to see them.
    [{ registerDone: null }, null],
    [{ consentNominate: "未確認" }, null],
  ] as const)("%j: left out because of %s", (changes, reason) => {
    const { entries, leftOut } = main([aRegistered(changes)]);
    expect(leftOut.map((one) => one.reason)).toEqual(reason ? [reason] : []);
    expect(entries).toHaveLength(reason ? 0 : 1);
  });

  test("zero nominations are a selection too", () => {
    expect(main([])).toEqual({
      kind: "本提出",
      entries: [],
      leftOut: [],
      count: 0,
      caseCount: 0,
    });
  });

  test("society order comes first, then the date of registration", () => {
    const one = (
      id: string,
      societyOrder: number | null,
      registerDone: string | null,
      societyCode = "S",
    ) => aRegistered({ id, societyOrder, registerDone, societyCode });
    expect(
      idsOf(
        main([
          one("10", 2, "2022-07-28"),
          one("9", 2, "2022-07-28"),
          one("3", null, "2022-07-01", "S2"),
          one("4", null, "2022-07-02", "S1"),
          one("5", 2, null),
          one("6", 1, "2022-07-30"),
          one("7", 1, "2022-07-29"),
        ]),
      ),
    ).toEqual(["7", "6", "9", "10", "5", "4", "3"]);
  });

  test("cases count when they are submitted or the firm enters the contest", () => {
    expect(
      main([
        aRegistered({ id: "1", contest: "参加する" }),
        aRegistered({ id: "2", caseDone: "2022-08-10" }),
        aRegistered({ id: "3", contest: "未定" }),
      ]),
    ).toMatchObject({ count: 3, caseCount: 2 });
  });

  test("a late registration is in the main sheet, marked", () => {
    const [entry] = main([aRegistered({ registerDone: "2022-08-02" })]).entries;
    expect(entry?.isLate).toBe(true);
  });
});

describe("a supplementary sheet", () => {
  test("is suggested once a report has been mailed", () => {
    expect(suggestKind([])).toBe("本提出");
    expect(suggestKind([aDelivery()])).toBe("本提出");
    expect(suggestKind([aDelivery(), mailed()])).toBe("追加提出");
  });

  test("lists only what no mailed report has listed", () => {
    const nominations = [
      aRegistered({ id: "1" }),
      aRegistered({ id: "2", registerDone: "2022-08-03" }),
      aRegistered({ id: "3" }),
    ];
    const deliveries = [
      mailed(included("1", "3")),
      aDelivery({ included: [included("3", "3")] }),
    ];
    const selection = selectForReport(
      award,
      nominations,
      deliveries,
      "追加提出",
    );
    expect(idsOf(selection)).toEqual(["3", "2"]);
    expect(selection.leftOut).toMatchObject([{ reason: "alreadySent" }]);
  });
});
