import { describe, expect, test } from "vitest";
import { programmes } from "../../src/programmes/index.ts";
import type { Programme } from "../../src/programmes/index.ts";
import { listFiles, readSource } from "./source-graph.ts";

/** Names that only the definition of a programme may hold. */
const namesOf = ({ name, id, milestones, areas }: Programme): string[] => [
  name,
  id,
  // As a value: by itself an area can be an ordinary word.
  ...areas.map((area) => `"${area.name.ja}"`),
  ...milestones.flatMap((one) =>
    ["Date", "Due", "Done"].map((suffix) => `${one.id}${suffix}`),
  ),
];

const ALL_NAMES = programmes.flatMap(namesOf);

/** A code is no part of a longer one, and a word in katakana none of a longer word. */
const holds = (text: string, name: string): boolean => {
  const letters = /^[\w-]+$/u.test(name) ? String.raw`\w-` : "ァ-ヶー";
  return new RegExp(`(?<![${letters}])${name}(?![${letters}])`, "u").test(text);
};

const findNames = (text: string): string[] =>
  ALL_NAMES.filter((name) => holds(text, name));

const FREE = [
  "src/programmes/",
  // Read from the apps of the first programme by the official generator.
  "src/apps/generated/",
];

const sources = listFiles("src", "plugin").filter(
  (file) => !FREE.some((folder) => file.startsWith(folder)),
);

/**
 * Files that implement the requirement `securityAction`, which a programme asks
 * for or not. No other file speaks of it.
 */
const SECURITY_ACTION: ReadonlySet<string> = new Set([
  "src/apps/editions/declaration.ts",
  "src/apps/editions/model.ts",
  "src/apps/nominations/layout.ts",
  "src/apps/nominations/process.ts",
  "src/apps/nominations/readiness-fields.ts",
  "src/domain/cycle.ts",
  "src/domain/label-words.ts",
  "src/domain/readiness-items.ts",
  "src/domain/readiness.ts",
  "src/domain/report-issues.ts",
  "src/domain/row-values.ts",
  "src/domain/security-action-id.ts",
  "src/domain/value-source.ts",
  "src/features/answer-notice/load-notice.ts",
  "src/features/answer-notice/messages.ts",
  "src/features/answer-notice/view.ts",
  "src/features/deadline-board/load-board.ts",
  "src/features/next-step/index.ts",
  "src/features/readiness-line/index.ts",
  "src/features/readiness-line/messages.ts",
  "src/features/readiness-line/view-model.ts",
  "src/features/report-export/field-of.ts",
  "src/features/save-checks/index.ts",
  "src/features/save-checks/view-model.ts",
  "src/domain/security-action-way.ts",
  "src/feature-kit/jump.ts",
  "src/feature-kit/record-edition.ts",
  "src/features/edition-guide/guide-form.ts",
  "src/features/firm-aids/index.ts",
  "src/features/firm-aids/messages.ts",
  "src/features/next-step/view-model.ts",
  "src/features/readiness-line/view.ts",
  "src/features/transfer-panel/view-model.ts",
  "src/words/firm-words.ts",
  "src/words/next-actions.ts",
  "src/words/notice-words.ts",
  "src/words/report-words.ts",
]);

describe("a programme is named in its definition only", () => {
  test("no other source holds its name, its areas or its milestones' field codes", () => {
    const found = sources.flatMap((file) =>
      findNames(readSource(file)).map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test("no other source imports one definition by its name", () => {
    const found = sources.filter((file) =>
      /\bcloudPractice\w+/u.test(readSource(file)),
    );
    expect(found).toEqual([]);
  });

  test("SECURITY ACTION is spoken of where the requirement is implemented", () => {
    const found = sources.filter(
      (file) =>
        !SECURITY_ACTION.has(file) &&
        /security ?action/iu.test(readSource(file)),
    );
    expect(found).toEqual([]);
  });

  test("the check finds a name, an area and a field code, and no part of another word", () => {
    const text =
      '"クラウド実践大賞"; nomination.registerDone; "セキュリティ"; myRegisterDone';
    expect(findNames(text)).toEqual([
      "クラウド実践大賞",
      '"セキュリティ"',
      "registerDone",
    ]);
    expect(findNames("const registerDoneLater = 1;")).toEqual([]);
  });
});
