import { cloudPracticeAward as award } from "../../../../src/programmes/index.ts";
import { describe, expect, test } from "vitest";
import { messages } from "../../../../src/features/readiness-line/messages.ts";
import { toReadinessView } from "../../../../src/features/readiness-line/view-model.ts";
import { aNomination, clockOn } from "../../../support/domain-records.ts";
import { inJapanese } from "../../../support/page-records.ts";

const t = inJapanese(messages);

const viewOf = (changes: Parameters<typeof aNomination>[0] = {}) =>
  toReadinessView(award, aNomination(changes), clockOn("2022-07-20"), t);

const wordsOf = (changes: Parameters<typeof aNomination>[0] = {}) =>
  viewOf(changes).entries.map(({ label, word }) => `${label} ${word}`);

describe("the readiness line", () => {
  test("its five items stand in the order of the work", () => {
    expect(wordsOf()).toEqual([
      "同意 あり",
      "SECURITY ACTION 宣言済",
      "12点 到達",
      "名称確認 済",
      "登録 これから",
    ]);
  });

  test("each gap says what is missing", () => {
    expect(
      wordsOf({
        consentShare: "未確認",
        securityActionId: "",
        scoreTotal: 11,
        verdict: "基準未満",
        nameCheck: "未確認",
      }),
    ).toEqual([
      "同意 未確認",
      "SECURITY ACTION ID未入力",
      "12点 あと1点",
      "名称確認 未確認",
      "登録 準備待ち",
    ]);
  });

  test("it explains why 「登録済みにする」 is not there, and who has to act", () => {
    const { registration } = viewOf({
      securityActionStars: "未宣言",
      nameCheck: "未確認",
    });
    expect(registration).toEqual({
      isReady: false,
      text: "「登録済みにする」は、次がそろうと表示されます：SECURITY ACTION（事業者）、名称確認（県連の担当者）",
    });
  });

  test("it says when 「登録済みにする」 can be pressed", () => {
    expect(viewOf().registration?.isReady).toBe(true);
  });

  test("before the contact and after the registration that button is no matter", () => {
    expect(viewOf({ status: "準備中" }).registration).toBeNull();
    expect(viewOf({ status: "登録済" }).registration).toBeNull();
  });

  test("a firm without SECURITY ACTION close to the deadline deserves a warning", () => {
    const { warnings } = viewOf({ securityActionStars: "未宣言" });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.text).toContain("あと8営業日");
    expect(warnings[0]?.text).toContain("5分ほど");
  });

  test("a consent by word of mouth asks for what makes it good", () => {
    const { warnings } = viewOf({
      consentMethod: "口頭",
      consentDate: null,
      consentStaff: "",
    });
    expect(warnings).toEqual([
      {
        text: "口頭で得た同意は、同意を得た日、同意を得た職員も入力してください。",
        target: "consent",
      },
    ]);
  });

  test("from April 2026 on the way to SECURITY ACTION begins with a GビズID", () => {
    const { warnings } = toReadinessView(
      award,
      aNomination({ registerDue: "2026-07-31", securityActionStars: "未宣言" }),
      clockOn("2026-07-27"),
      t,
    );
    expect(warnings[0]?.text).toContain("GビズIDが必要");
  });
});
