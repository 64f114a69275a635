import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { createBoard } from "../../../src/domain/board.ts";
import type { BoardInput } from "../../../src/domain/board.ts";
import { planBulk } from "../../../src/domain/plan-bulk.ts";
import { planChase } from "../../../src/domain/plan-chase.ts";
import type { ChasedSociety } from "../../../src/domain/plan-chase.ts";
import { selectLines } from "../../../src/domain/select-lines.ts";
import { chaseText } from "../../../src/words/chase-words.ts";
import {
  aDelivery,
  aNomination,
  aRegistered,
  aSociety,
  anEdition,
  clockOn,
} from "../../support/domain-records.ts";

const board = (today: string, input: Partial<BoardInput> = {}) =>
  createBoard({
    programme: award,
    edition: anEdition(),
    nominations: [],
    societies: [],
    answers: [],
    deliveries: [],
    clock: clockOn(today),
    ...input,
  });

const idsOf = (lines: ReadonlyArray<{ nomination: { id: string } }>) =>
  lines.map(({ nomination }) => nomination.id);

const contacted = (id: string, nameCheck: "未確認" | "確認済") =>
  aNomination({ id, status: "県連へ連絡済", nameCheck });

describe("the federation's queues", () => {
  const nominations = [
    contacted("1", "未確認"),
    contacted("2", "確認済"),
    aNomination({
      id: "3",
      status: "県連へ連絡済",
      nameCheck: "確認済",
      securityActionStars: "未宣言",
    }),
    aRegistered({ id: "4" }),
    aNomination({ id: "5", status: "準備中", nameCheck: "未確認" }),
  ];
  const { queues } = board("2022-07-26", { nominations });

  test("hold names to confirm, firms ready to register, and firms to report", () => {
    expect(idsOf(queues.nameCheck)).toEqual(["1"]);
    expect(idsOf(queues.register)).toEqual(["2"]);
    expect(idsOf(queues.report)).toEqual(["4"]);
  });

  test("a bulk action names what it leaves alone, and why", () => {
    const lines = [...queues.nameCheck, ...queues.register, ...queues.report];
    const plan = planBulk(award, "register", lines, []);
    expect(plan.targets.map(({ id }) => id)).toEqual(["2"]);
    expect(
      plan.skipped.map(({ nomination, reason }) => [nomination.id, reason]),
    ).toEqual([
      ["1", "nameUnchecked"],
      ["4", "notContacted"],
    ]);
  });
});

test("a firm whose name changed after its confirmation is not registered in bulk", () => {
  const ready = aNomination({ id: "2", nameCheck: "確認済" });
  const { queues } = board("2022-07-26", { nominations: [ready] });
  const finding = {
    nomination: ready,
    findings: [
      {
        code: "confirmedChanged",
        severity: "block",
        change: { field: "registeredName", confirmed: "前", now: "今" },
      },
    ],
  } as const;
  const plan = planBulk(award, "register", queues.register, [finding]);
  expect(plan.targets).toEqual([]);
  expect(plan.skipped.map(({ reason }) => reason)).toEqual(["differs"]);
});

describe("the next date", () => {
  test("is the societies' own while one of them is silent", () => {
    const silent = board("2022-07-20", { societies: [aSociety("青浜商工会")] });
    expect(silent.nextDeadline?.date).toBe("2022-07-27");
  });

  test("of a sheet that was never sent stays missed until one is mailed", () => {
    expect(board("2022-08-01").missedReport).toBeNull();
    expect(board("2022-08-02").missedReport).toMatchObject({
      date: "2022-08-01",
      daysLeft: -1,
    });
    const mailed = aDelivery({ deliveryState: "送付済" });
    expect(
      board("2022-08-02", { deliveries: [mailed] }).missedReport,
    ).toBeNull();
  });
});

describe("selectLines", () => {
  test("finds a firm whatever way its company type is written", () => {
    const { toDo } = board("2022-07-26", {
      nominations: [
        aNomination({ id: "1", registeredName: "株式会社青空" }),
        aNomination({ id: "2", registeredName: "黒崎商店" }),
      ],
    });
    const choice = {
      society: "",
      search: "（株）青空",
      sort: "pressing",
    } as const;
    expect(idsOf(selectLines(toDo, choice))).toEqual(["1"]);
  });
});

describe("planChase", () => {
  const society = (changes: Partial<ChasedSociety> = {}): ChasedSociety => ({
    id: "1",
    name: "青浜商工会",
    organization: [{ code: "S01", name: "青浜商工会" }],
    record: { id: "9", answer: "未開封", answerDue: "2022-07-27", chases: [] },
    isSilent: true,
    lines: [],
    ...changes,
  });

  test("a silent society is told of its own date and nothing else", () => {
    const [chase] = planChase([society()], "2022-07-28").chases;
    if (chase === undefined) throw new Error("one chase");
    const text = chaseText(award, "大賞 2022", "2022-07-28", chase);
    expect(text).toContain(
      "「大賞 2022」のご回答がまだ届いていません（期限 7/27(水)）",
    );
    expect(text).not.toContain("・");
  });

  test("a society without a record, or with nothing to do, is named and not told", () => {
    const plan = planChase(
      [
        society({ id: "2", record: null }),
        society({ id: "3", isSilent: false }),
      ],
      "2022-07-28",
    );
    expect(plan.chases).toEqual([]);
    expect(plan.unreachable.map(({ id }) => id)).toEqual(["2"]);
    expect(plan.idle.map(({ id }) => id)).toEqual(["3"]);
  });

  test("a second chase on one day is counted", () => {
    const chases = [
      { id: "1", chasedOn: "2022-07-28", chasedBy: [], chaseText: "" },
    ];
    const record = {
      id: "9",
      answer: "未開封",
      answerDue: "2022-07-27",
      chases,
    } as const;
    const [chase] = planChase([society({ record })], "2022-07-28").chases;
    expect(chase?.timesToday).toBe(1);
  });
});
