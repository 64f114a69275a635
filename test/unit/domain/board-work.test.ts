import { describe, expect, test } from "vitest";
import { groupFindings } from "../../../src/domain/board-findings.ts";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { createBoard } from "../../../src/domain/board.ts";
import type { BoardInput } from "../../../src/domain/board.ts";
import {
  firstRegistrationGap,
  registrationOf,
} from "../../../src/domain/bulk-registration.ts";
import type { BulkRegistration } from "../../../src/domain/bulk-registration.ts";
import type { Nomination } from "../../../src/domain/model.ts";
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

describe("a registration in bulk", () => {
  const given: BulkRegistration = {
    registeredOn: "2022-07-29",
    registeredBy: "県連",
    supporterName: "応援 花子",
    supporterAffiliation: "海山県連",
    supporterContact: "098-000-0000",
    receiptNumbers: new Map([["1", "R-1"]]),
  };
  const blank = {
    registeredBy: null,
    receiptNumber: "",
    supporterName: "",
    supporterAffiliation: "",
    supporterContact: "",
  };

  test("fills what a record lacks and keeps what it has", () => {
    expect(
      registrationOf(award, aNomination({ id: "1", ...blank }), given),
    ).toEqual({
      registeredBy: "県連",
      receiptNumber: "R-1",
      supporterName: "応援 花子",
      supporterAffiliation: "海山県連",
      supporterContact: "098-000-0000",
    });
    expect(
      registrationOf(
        award,
        aNomination({
          id: "2",
          ...blank,
          registeredBy: "商工会",
          receiptNumber: "R-9",
          supporterName: "応援 太郎",
        }),
        given,
      ),
    ).toEqual({
      registeredBy: "商工会",
      receiptNumber: "R-9",
      supporterName: "応援 太郎",
      supporterAffiliation: "",
      supporterContact: "",
    });
  });

  test("names the first firm that the sheet would list with a blank", () => {
    const [one, two] = ["1", "2"].map((id) => aNomination({ id, ...blank }));
    expect(
      firstRegistrationGap(
        award,
        [one, two].flatMap((x) => x ?? []),
        given,
      ),
    ).toEqual({
      target: two,
      field: "receiptNumber",
    });
    expect(
      firstRegistrationGap(award, one === undefined ? [] : [one], {
        ...given,
        supporterName: " ",
      }),
    ).toEqual({ target: one, field: "supporterName" });
  });

  test("asks for no supporter where the award names none", () => {
    const one = aNomination({ id: "1", ...blank });
    const none = { ...given, supporterName: "" };
    expect(firstRegistrationGap({}, [one], none)).toBeNull();
    expect(registrationOf({}, one, none)).toEqual({
      registeredBy: "県連",
      receiptNumber: "R-1",
    });
  });
});

describe("the findings of the board", () => {
  test("come by kind with a count, those that block the sheet first", () => {
    const nomination = { id: "1", society: "甲商工会", registeredName: "青空" };
    const unknown = { code: "confirmedUnknown", severity: "warning" } as const;
    const odd = {
      code: "doneDateOdd",
      severity: "block",
      field: "contactDone",
      label: { ja: "県連への連絡", en: "Contact" },
      date: "2022-09-01",
      problem: "future",
    } as const;
    const groups = groupFindings([
      { nomination, findings: [unknown, odd] },
      { nomination: { ...nomination, id: "2" }, findings: [unknown] },
    ]);
    expect(
      groups.map(({ code, entries }) => [
        code,
        entries.map((one) => one.nomination.id),
      ]),
    ).toEqual([
      ["doneDateOdd", ["1"]],
      ["confirmedUnknown", ["1", "2"]],
    ]);
  });
});

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

  test("a firm saved after the sheet was sent is in a queue of its own", () => {
    const { queues: later } = board("2022-08-03", {
      nominations,
      changedSinceSent: new Set(["4"]),
    });
    expect(idsOf(later.changed)).toEqual(["4"]);
    expect(queues.changed).toEqual([]);
  });

  test("a firm without any date is in the list of all, after those that press", () => {
    const { lines } = board("2022-07-28", {
      edition: anEdition({
        contactDate: null,
        registerDate: null,
        reportDate: null,
        caseDate: null,
      }),
      nominations: [
        aNomination({
          id: "6",
          contactDue: null,
          registerDue: null,
          reportDue: null,
          caseDue: null,
        }),
        aNomination({ id: "7", contactDue: "2022-07-01", contactDone: null }),
      ],
    });
    expect(idsOf(lines)).toEqual(["7", "6"]);
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
    isUnanswered: true,
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
        society({ id: "3", isUnanswered: false }),
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

describe("by whom the next date is not kept", () => {
  const societies = ["北", "東", "南", "西"].map((name, index) =>
    aSociety(name, { code: name, sortOrder: index + 1 }),
  );
  const of = (society: string, change: Partial<Nomination> = {}) => ({
    ...aNomination({ ...change, society, societyCode: society }),
    id: `${society}${change.id ?? ""}`,
  });
  const behind = (
    today: string,
    nominations: readonly Nomination[],
    input: Partial<BoardInput> = {},
  ) =>
    board(today, { societies, nominations, ...input }).nextOpenSocieties?.map(
      ({ name, nominations: count }) => [name, count],
    ) ?? null;

  test("before the date of the answers: the silent ones, and those with a firm to hand over", () => {
    const nominations = [
      of("東", { id: "1", status: "準備中", contactDone: null }),
      of("東", { id: "2", status: "準備中", contactDone: null }),
      of("南", { status: "県連へ連絡済", contactDone: "2022-07-20" }),
    ];
    expect(behind("2022-07-21", nominations)).toEqual([
      ["北", 0],
      ["東", 2],
      ["西", 0],
    ]);
  });

  test("on the day of the sheet a society whose firms are registered has nothing to do", () => {
    const nominations = [
      { ...of("東"), ...aRegistered({ society: "東", societyCode: "東" }) },
      of("南", { securityActionStars: "申請中" }),
    ];
    expect(behind("2022-08-01", nominations)).toEqual([["南", 1]]);
  });

  test("a firm that waits for the federation is not held against its society", () => {
    const waiting = [
      of("東", { nameCheck: "未確認" }),
      of("西", { nameCheck: "確認済" }),
    ];
    expect(behind("2022-07-28", waiting)).toEqual([]);
    expect(
      behind("2022-07-28", [
        ...waiting,
        of("南", { nameCheck: "確認済", registeredBy: "商工会" }),
      ]),
    ).toEqual([["南", 1]]);
  });

  test("two firms with one step each of the same day are two", () => {
    const edition = anEdition({
      registerDate: "2022-08-15",
      reportDate: "2022-08-16",
    });
    const nominations = [
      of("東", { id: "1", securityActionStars: "申請中" }),
      {
        ...of("東", { id: "2", contest: "参加する" }),
        ...aRegistered({ id: "2", society: "東", societyCode: "東" }),
        contest: "参加する" as const,
      },
    ];
    expect(behind("2022-08-10", nominations, { edition })).toEqual([["東", 2]]);
  });

  test("a date of the sheet alone asks nothing of a society", () => {
    const edition = anEdition({ reportDate: "2022-08-03" });
    expect(behind("2022-08-02", [of("東")], { edition })).toBeNull();
  });

  test("after the last date there is nobody", () => {
    expect(behind("2022-08-20", [of("東")])).toBeNull();
  });
});
