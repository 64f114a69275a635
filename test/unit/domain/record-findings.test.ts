import { describe, expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import { parseAppRecord } from "../../../src/apps/records.ts";
import type { AppRecord } from "../../../src/apps/records.ts";
import { boardFindings } from "../../../src/domain/board-findings.ts";
import { withVersion } from "../../../src/domain/checklist-version.ts";
import { changesSinceConfirmed } from "../../../src/domain/confirmation.ts";
import { recordFindings } from "../../../src/domain/record-findings.ts";
import type { RecordFinding } from "../../../src/domain/record-findings.ts";
import { defaultSettings } from "../../../src/feature-kit/settings.ts";
import { toReady } from "../../../src/features/report-export/load-ready.ts";
import { messages } from "../../../src/features/save-checks/messages.ts";
import { toFindings } from "../../../src/features/save-checks/view-model.ts";
import { openReportForm } from "../../../src/report/open-form.ts";
import { recordFindingSentence } from "../../../src/words/record-words.ts";
import { reportIssueSentence } from "../../../src/words/report-words.ts";
import { inJapanese } from "../../support/page-records.ts";
import {
  TAMPERINGS,
  checkedEdition,
  officialItems,
  untouched,
} from "../../support/tampering.ts";

const TODAY = "2022-08-01";

const sentencesOf = (findings: readonly RecordFinding[]): string[] =>
  findings.map((finding) => recordFindingSentence(finding).ja);

/** The findings that dialog and command line take from the prepared report. */
const issuesInDialog = (
  nomination: (typeof TAMPERINGS)[number]["nomination"],
  edition: (typeof TAMPERINGS)[number]["edition"],
) =>
  toReady(
    {
      programme: award,
      clock: { today: () => TODAY },
      settings: defaultSettings,
    },
    {
      // The rules' own models name states less exactly than the apps do.
      records: {
        edition: {
          ...parseAppRecord("editions", {}),
          ...edition,
        } as AppRecord<"editions">,
        nominations: [
          {
            ...parseAppRecord("nominations", {}),
            ...nomination,
          } as AppRecord<"nominations">,
        ],
        movedAway: [],
        deliveries: [],
      },
      form: openReportForm({ programme: award, file: null, mapText: "" }),
      cellChanges: new Map(),
    },
    {
      edition: "",
      kind: null,
      firms: null,
      noneReason: "",
      warningReason: "",
    },
  ).prepared.issues.filter(({ finding }) => finding !== undefined);

describe.each(TAMPERINGS)("when $what", (tampering) => {
  const { nomination, edition, severity, says } = tampering;
  const findings = recordFindings(award, nomination, edition, TODAY);

  test("the rule finds it", () => {
    expect(findings.map((one) => one.severity)).toEqual([severity]);
    expect(sentencesOf(findings)[0]).toContain(says);
  });

  test("page, board and dialog say the same", () => {
    const sentences = sentencesOf(findings);
    const page = toFindings(
      nomination,
      { kind: "found", twins: [] },
      findings,
      inJapanese(messages),
    );
    expect(page.map(({ text }) => text)).toEqual(sentences);
    const [line] = boardFindings(award, [nomination], edition, TODAY);
    expect(sentencesOf(line?.findings ?? [])).toEqual(sentences);
    const issues = issuesInDialog(nomination, edition);
    expect(issues.map((one) => one.severity)).toEqual([severity]);
    expect(issues.map((one) => reportIssueSentence(award, one).ja)).toEqual(
      sentences,
    );
  });
});

describe("a record as it was confirmed", () => {
  test("has no finding anywhere", () => {
    expect(recordFindings(award, untouched(), checkedEdition(), TODAY)).toEqual(
      [],
    );
    expect(
      boardFindings(award, [untouched()], checkedEdition(), TODAY),
    ).toEqual([]);
    expect(issuesInDialog(untouched(), checkedEdition())).toEqual([]);
  });

  test("the order of the items and the hyphens of a number mean nothing", () => {
    const nomination = untouched({
      confirmedNumber: "9010005017583",
      corporateNumber: "9-0100-0501-7583",
    });
    const checklist = nomination.checklist.toReversed();
    expect(
      recordFindings(
        award,
        { ...nomination, checklist },
        checkedEdition(),
        TODAY,
      ),
    ).toEqual([]);
  });

  test("a name that nobody has confirmed yet may change", () => {
    const draft = untouched({ nameCheck: "未確認", confirmedName: "前の名称" });
    expect(changesSinceConfirmed(award, draft)).toEqual([]);
  });

  test("a confirmation without its values is looked at", () => {
    const [finding] = recordFindings(
      award,
      untouched({ confirmedName: "" }),
      checkedEdition(),
      TODAY,
    );
    expect(finding).toEqual({ code: "confirmedUnknown", severity: "warning" });
  });
});

describe("the days that are possible", () => {
  test.each([
    ["2022-05-31", ["beforeOpening"]],
    ["2022-06-01", ["beforeConsent"]],
    ["2022-07-10", []],
    [TODAY, []],
    ["2022-08-02", ["future"]],
  ] as const)("registered on %s: %j", (registerDone, problems) => {
    const found = recordFindings(
      award,
      untouched({ registerDone }),
      checkedEdition(),
      TODAY,
    );
    expect(
      found.map((one) => (one.code === "doneDateOdd" ? one.problem : one.code)),
    ).toEqual(problems);
  });

  test("the federation may hear of a firm before it has agreed", () => {
    const early = untouched({ contactDone: "2022-07-01" });
    expect(recordFindings(award, early, checkedEdition(), TODAY)).toEqual([]);
  });

  test("an edition without a first day began with its fiscal year", () => {
    const edition = checkedEdition({ opensOn: null });
    const found = recordFindings(
      award,
      untouched({ contactDone: "2022-03-31" }),
      edition,
      TODAY,
    );
    expect(found).toMatchObject([{ problem: "beforeOpening" }]);
  });
});

test("an edition keeps each version of its checklist once", () => {
  const once = withVersion("", officialItems);
  expect(withVersion(once, officialItems)).toBe(once);
  expect(withVersion(once, officialItems.slice(1)).split("\n")).toHaveLength(2);
  expect(withVersion("", [])).toBe("");
});
