import { describe, expect, test } from "vitest";
import { parseAppRecord } from "../../../src/apps/records.ts";
import { NO_CLOSED_DAYS } from "../../../src/domain/business-days.ts";
import { hasQueue } from "../../../src/domain/board-queues.ts";
import { coveringMail } from "../../../src/domain/covering-mail.ts";
import { editionIssues } from "../../../src/domain/edition-issues.ts";
import { nextActionOf } from "../../../src/domain/next-action.ts";
import { isRegistered, stepsOf } from "../../../src/domain/nomination-step.ts";
import { withLiveScore, readinessOf } from "../../../src/domain/readiness.ts";
import { prepareReport } from "../../../src/domain/prepare-report.ts";
import { checkPriorDeclaration } from "../../../src/domain/prior-declaration.ts";
import { rehearse } from "../../../src/domain/rehearse.ts";
import { vocabularyOf } from "../../../src/domain/vocabulary.ts";
import { findProgramme, programmes } from "../../../src/programmes/index.ts";
import type { Programme } from "../../../src/programmes/index.ts";
import { nextActionSentence } from "../../../src/words/next-actions.ts";
import { editionIssueText } from "../../../src/words/edition-words.ts";
import { reportIssueSentence } from "../../../src/words/report-words.ts";
import { stepWords } from "../../../src/words/step-words.ts";
import {
  aNomination,
  anEdition,
  clockOn,
} from "../../support/domain-records.ts";

const award = (id: string): Programme => findProgramme(id) ?? programmes[0];
const declaration = award("healthy-company-declaration");
const longService = award("long-service-award");
const clock = clockOn("2026-07-20");

/** A firm that has not taken a step. */
const fresh = aNomination({
  status: "準備中",
  securityActionStars: "未宣言",
  securityActionId: "",
});

const itemsOf = (programme: Programme): string[] =>
  readinessOf(programme, fresh).items.map(({ id }) => id);

describe("an award without SECURITY ACTION", () => {
  test("is not asked for it", () => {
    expect(itemsOf(declaration)).toEqual(["consent", "score", "registration"]);
    expect(itemsOf(longService)).not.toContain("securityAction");
  });
});

describe("an award without a score", () => {
  test("is asked for none, and its next step is a button of its own", () => {
    expect(itemsOf(longService)).not.toContain("score");
    const action = nextActionOf(longService, fresh, clock);
    const [first] = longService.milestones;
    expect(action).not.toBeNull();
    expect(action && nextActionSentence(longService, action).ja).toContain(
      first?.step?.action ?? "a step",
    );
  });

  test("has its own states on the board", () => {
    const words = stepsOf(longService).map(
      (step) => stepWords(longService, step).ja,
    );
    expect(words).toEqual([
      "準備中",
      ...longService.milestones.flatMap(({ step }) => step?.state ?? []),
      "差戻し",
      "取下げ",
    ]);
  });
});

describe("an award with a minimum per area", () => {
  const answered = (areas: readonly number[]) =>
    areas.flatMap((points, index) => ({
      id: null,
      itemId: `I${index}`,
      itemArea: declaration.areas[index]?.name.ja ?? "",
      itemText: "項目",
      itemPoints: points,
      answer: "はい" as const,
      evidence: "",
    }));
  const scored = (areas: readonly number[]) =>
    withLiveScore(declaration, {
      ...fresh,
      requiredScore: 60,
      checklist: answered(areas),
    });

  test("is not reached by the sum alone", () => {
    const one = scored([70, 0, 10]);
    expect(one.verdict).toBe("基準未満");
    expect(nextActionOf(declaration, one, clock)).toMatchObject({
      reason: "areaBelow",
    });
  });

  test("names the points while the sum is missing, and is reached by both", () => {
    expect(
      nextActionOf(declaration, scored([20, 10, 10]), clock),
    ).toMatchObject({ reason: "scoreBelow", missingPoints: 20 });
    expect(scored([40, 10, 10]).verdict).toBe("基準以上");
  });
});

test("the state of one award is no state of another", () => {
  const entered = { ...fresh, status: "登録済" };
  expect(isRegistered(award("cloud-practice-award"), entered)).toBe(true);
  expect(isRegistered(declaration, entered)).toBe(false);
});

describe("the words of another award", () => {
  const mailOf = (programme: Programme, kind: "本提出" | "追加提出") =>
    coveringMail({
      programme,
      edition: anEdition({ name: "2026年度" }),
      kind,
      count: 3,
      caseCount: 0,
      fileName: "名簿.xlsx",
    }).body;

  test("the covering mail names its own sheet and count", () => {
    expect(mailOf(declaration, "本提出")).toContain(
      "2026年度 の宣言企業一覧について、添付のとおり提出いたします。",
    );
    expect(mailOf(declaration, "本提出")).toContain("・宣言件数：3件");
    expect(mailOf(longService, "追加提出")).toContain(
      "2026年度 の被表彰者名簿（追加分）について",
    );
    expect(mailOf(longService, "本提出")).not.toMatch(/他薦|宣言|実践事例/u);
  });

  test("findings name its sheet and what it enters", () => {
    const missing = { code: "formMissing", severity: "warning" } as const;
    expect(editionIssueText(longService, missing, "ja")).toContain(
      "被表彰者名簿の様式がありません",
    );
    const noDay = { code: "registrationDateMissing" } as const;
    expect(reportIssueSentence(declaration, noDay).ja).toBe(
      "宣言の登録日が入っていません。",
    );
  });

  test("values of the form are called by it", () => {
    const { keys } = vocabularyOf(declaration);
    expect(keys["report.count"].label.ja).toBe("宣言件数");
    expect(keys["declaration.registeredOn"].label.ja).toBe("宣言登録日");
  });
});

describe("what another award does not ask", () => {
  test("a supporter is not missed where the award names none", () => {
    const entered = {
      ...parseAppRecord("nominations", {}),
      id: "1",
      status: "宣言登録済",
      registeredBy: "県連" as const,
      receiptNumber: "R-1",
      consentNominate: "同意あり" as const,
      consentShare: "同意あり" as const,
    };
    const codesFor = (programme: Programme, nomination: typeof entered) =>
      prepareReport({
        programme,
        records: {
          edition: anEdition(),
          nominations: [nomination],
          deliveries: [],
        },
        kind: "本提出",
        noneReason: "",
        today: "2026-07-20",
        warnDays: 5,
        closedDays: [],
      }).issues.map(({ code }) => code);
    expect(codesFor(declaration, entered)).not.toContain(
      "registrationDataMissing",
    );
    expect(codesFor(programmes[0], { ...entered, status: "登録済" })).toContain(
      "registrationDataMissing",
    );
  });

  test("a firm of an earlier year is named, and no difference is asked for where there is no field for it", () => {
    const before = aNomination({
      id: "90",
      edition: "去年",
      status: "名簿受付済",
    });
    const { state, earlier } = checkPriorDeclaration(
      longService,
      aNomination({ edition: "今年" }),
      [before],
    );
    expect(state).toBe("known");
    expect(earlier.map(({ id }) => id)).toEqual(["90"]);
  });

  test("the board has no queue for a question or a step that the award lacks", () => {
    const queues = ["nameCheck", "register", "report", "changed"] as const;
    const of = (programme: Programme) =>
      queues.filter((queue) => hasQueue(programme, queue));
    expect(of(programmes[0])).toEqual(queues);
    expect(of(declaration)).toEqual(["register", "report", "changed"]);
    expect(of(longService)).toEqual(["report", "changed"]);
  });
});

describe("the rehearsal of another award", () => {
  const run = (programme: Programme, points: number) =>
    rehearse(programme, {
      edition: anEdition({
        threshold: 1,
        checklist: programme.areas.map(({ name }, index) => ({
          id: null,
          itemId: `I${index}`,
          itemArea: name.ja,
          itemText: "項目",
          itemPoints: points,
        })),
      }),
      today: "2026-07-01",
      withoutPlugin: [],
      changedRights: [],
      changedNotices: [],
      notices: [],
      directory: { users: new Set(), members: new Map() },
      societies: [],
      formProblem: null,
    }).find(({ step }) => step === "score");

  test("stops at an area whose items cannot reach its own minimum", () => {
    expect(run(declaration, 20)?.issues).toEqual([]);
    expect(run(declaration, 10)?.issues).toEqual([
      { code: "areaOutOfReach", severity: "error", item: "健診と保健指導" },
    ]);
  });

  test("has no station of the score where there is none", () => {
    expect(run(longService, 10)).toBeUndefined();
    expect(
      editionIssues(longService, anEdition(), "2026-07-01", NO_CLOSED_DAYS),
    ).not.toContainEqual(expect.objectContaining({ code: "checklistEmpty" }));
  });
});
