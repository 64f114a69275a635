import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { planSending, planUndo } from "../../../src/domain/send-plan.ts";
import type { SendFields } from "../../../src/domain/send-plan.ts";
import { included } from "../../support/domain-records.ts";

const TODAY = "2022-08-01";

const nomination = (
  id: string,
  status: string,
  reportDone: string | null = null,
): SendFields => ({ id, status, reportDone });

describe("planSending", () => {
  test("reports registered nominations and leaves every other state alone", () => {
    const states = ["登録済", "報告済", "差戻し", "取下げ", "準備中"];
    const rows = states.map((_state, index) => included(`${index}`, "1"));
    const plan = planSending(
      award,
      rows,
      states.map((state, index) => nomination(`${index}`, state)),
      TODAY,
    );
    expect(plan.moves).toEqual([{ id: "0", reportedOn: TODAY }]);
    expect(plan.included.map(({ stateBefore }) => stateBefore)).toEqual([
      "登録済",
      "",
      "",
      "",
      "",
    ]);
  });

  test("keeps a report date that was entered earlier", () => {
    const plan = planSending(
      award,
      [included("1", "1")],
      [nomination("1", "登録済", "2022-07-30")],
      TODAY,
    );
    expect(plan.moves).toEqual([{ id: "1", reportedOn: "2022-07-30" }]);
    expect(plan.included[0]).toMatchObject({ reportedBefore: "2022-07-30" });
  });

  test("leaves out a nomination that was deleted", () => {
    expect(planSending(award, [included("1", "1")], [], TODAY).moves).toEqual(
      [],
    );
  });

  test("keeps what the first try noted when it is planned again", () => {
    const noted = {
      ...included("1", "1"),
      stateBefore: "登録済",
      reportedBefore: "2022-07-30",
    };
    const plan = planSending(
      award,
      [noted],
      [nomination("1", "登録済", TODAY)],
      TODAY,
    );
    expect(plan.included).toEqual([noted]);
  });
});

describe("planUndo", () => {
  const noted = { ...included("1", "1"), stateBefore: "登録済" };

  test("restores the date from before, blank as it was", () => {
    const plan = planUndo(
      award,
      [noted],
      [nomination("1", "報告済", TODAY)],
      new Set(),
    );
    expect(plan.moves).toEqual([{ id: "1", reportedOn: null }]);
    expect(plan.included[0]).toMatchObject({
      stateBefore: "",
      reportedBefore: "",
    });
  });

  test("leaves a firm reported that another mailed sheet lists", () => {
    const plan = planUndo(
      award,
      [noted],
      [nomination("1", "報告済", TODAY)],
      new Set(["1"]),
    );
    expect(plan.moves).toEqual([]);
  });

  test("does not touch what sending had not moved, nor what moved on since", () => {
    const plan = planUndo(
      award,
      [included("1", "1"), { ...included("2", "1"), stateBefore: "登録済" }],
      [nomination("1", "報告済", TODAY), nomination("2", "取下げ", TODAY)],
      new Set(),
    );
    expect(plan.moves).toEqual([]);
  });
});
