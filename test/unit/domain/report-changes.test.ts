import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { nominationDigest } from "../../../src/domain/included-nomination.ts";
import type { Nomination } from "../../../src/domain/model.ts";
import {
  changesSinceMailed,
  hasChanges,
} from "../../../src/domain/report-changes.ts";
import { selectForReport } from "../../../src/domain/report-selection.ts";
import {
  aDelivery,
  aNomination,
  aRegistered,
  included,
} from "../../support/domain-records.ts";

const mailed = (...rows: Array<ReturnType<typeof included>>) =>
  aDelivery({
    deliveryState: "送付済",
    sentAt: "2022-08-01T02:00:00Z",
    included: rows,
  });

const digestOf = (nomination: Nomination): string =>
  nominationDigest(award, { nomination, isLate: false });

describe("changesSinceMailed", () => {
  const first = mailed(included("1", "3"), included("2", "5"));

  test("names what is new, saved since, and gone", () => {
    const belonging = [
      aRegistered({ id: "1", revision: "4" }),
      aRegistered({ id: "3", revision: "1" }),
    ];
    const changes = changesSinceMailed(belonging, [first], digestOf);
    expect(changes.added.map(({ id }) => id)).toEqual(["3"]);
    expect(changes.changed.map(({ id }) => id)).toEqual(["1"]);
    expect(changes.withdrawn.map((row) => row.nominationId)).toEqual(["2"]);
    expect(hasChanges(changes)).toBe(true);
  });

  test("finds none when all is as it was mailed", () => {
    const belonging = [
      aRegistered({ id: "1", revision: "3" }),
      aRegistered({ id: "2", revision: "5" }),
    ];
    expect(hasChanges(changesSinceMailed(belonging, [first], digestOf))).toBe(
      false,
    );
  });

  test("a step of the process after the mail is no change, a new value is one", () => {
    const sent = aRegistered({ id: "1", revision: "3", status: "登録済" });
    const report = mailed(included("1", "3", digestOf(sent)));
    const reported = {
      ...sent,
      revision: "4",
      status: "報告済",
      reportDone: "2022-08-01",
    };
    const renamed = { ...reported, registeredName: "株式会社青浜" };
    const changedOf = (one: Nomination) =>
      changesSinceMailed([one], [report], digestOf).changed;
    expect(changedOf(reported)).toEqual([]);
    expect(changedOf(renamed)).toEqual([renamed]);
  });

  test("a later mail decides about what it lists, in whatever order they come", () => {
    const second = {
      ...mailed(included("1", "6")),
      sentAt: "2022-08-20T02:00:00Z",
    };
    const belonging = [
      aRegistered({ id: "1", revision: "6" }),
      aRegistered({ id: "2", revision: "5" }),
    ];
    expect(
      hasChanges(changesSinceMailed(belonging, [second, first], digestOf)),
    ).toBe(false);
  });

  test("a report that was made and not mailed told nobody anything", () => {
    const unsent = aDelivery({ included: [included("1", "3")] });
    const { added } = changesSinceMailed([aRegistered()], [unsent], digestOf);
    expect(added).toHaveLength(1);
  });

  test("a nomination withdrawn after the mail shows as a difference", () => {
    const nominations = [
      aRegistered({ id: "1", consentNominate: "撤回" }),
      aRegistered({ id: "2", revision: "5" }),
    ];
    const belonging = selectForReport(
      award,
      nominations,
      [],
      "本提出",
    ).entries.map(({ nomination }) => nomination);
    const { withdrawn } = changesSinceMailed(belonging, [first], digestOf);
    expect(withdrawn).toMatchObject([
      { nominationId: "1", nominationName: "事業所1" },
    ]);
  });

  test("a nomination that is not registered is not news", () => {
    const belonging = selectForReport(
      award,
      [aNomination()],
      [],
      "本提出",
    ).entries.map(({ nomination }) => nomination);
    expect(changesSinceMailed(belonging, [], digestOf).added).toEqual([]);
  });
});
