import { describe, expect, test } from "vitest";
import { messages } from "../../../../src/features/save-checks/messages.ts";
import {
  corporateNumberError,
  tidyCorporateNumber,
  toFindings,
} from "../../../../src/features/save-checks/view-model.ts";
import { aNomination } from "../../../support/domain-records.ts";
import { inJapanese } from "../../../support/page-records.ts";

const t = inJapanese(messages);
const noTwins = { kind: "found", twins: [] } as const;

const textsOf = (changes: Parameters<typeof aNomination>[0]) =>
  toFindings(aNomination(changes), noTwins, [], t).map(({ text }) => text);

describe("the corporate number", () => {
  test("a wrong check digit is an error under the field", () => {
    expect(corporateNumberError("7000012050003", "ja")).toContain("検査数字");
  });

  test.each(["", "7000012050002", "7-0000-1205-0002"])(
    "%j may be saved",
    (number) => {
      expect(corporateNumberError(number, "ja")).toBeNull();
    },
  );

  test("a good number loses its hyphens, a bad one stays as typed", () => {
    expect(tidyCorporateNumber("7-0000-1205-0002")).toBe("7000012050002");
    expect(tidyCorporateNumber("7-0000-1205-0003")).toBe("7-0000-1205-0003");
  });
});

describe("the warnings", () => {
  test("a clean nomination has none", () => {
    expect(textsOf({})).toEqual([]);
  });

  test("an abbreviated name is named, and the name itself stays", () => {
    expect(textsOf({ registeredName: "㈱山田商店" })).toEqual([
      "名称：「㈱」と略されています。登記上は「株式会社」などと書かれます。",
    ]);
  });

  test("the full form of an abbreviated name is offered, and leads to its field", () => {
    const [finding] = toFindings(
      aNomination({ registeredName: "山田商店㈱" }),
      noTwins,
      [],
      t,
    );
    expect(finding).toMatchObject({
      target: "registeredName",
      offer: {
        name: "山田商店株式会社",
        label: "「山田商店株式会社」にする",
      },
    });
  });

  test("a number that cannot be one is named above the form, where nothing moves", () => {
    const [finding] = toFindings(
      aNomination({ corporateNumber: "7000012050003" }),
      noTwins,
      [],
      t,
    );
    expect(finding?.target).toBe("corporateNumber");
    expect(finding?.text).toContain("検査数字");
  });

  test("a trade name follows no rules of the register", () => {
    expect(
      textsOf({ registeredName: "㈱ぽい★屋", businessKind: "個人事業主" }),
    ).toEqual([]);
  });

  test("an odd SECURITY ACTION ID is a warning", () => {
    const [text] = textsOf({ securityActionId: "12345678901" });
    expect(text).toContain("11桁");
  });

  test("a twin names its society, its firm and its record", () => {
    const twins = [
      {
        id: "7",
        society: "黒崎商工会",
        name: "(株)青浜商店",
        basis: "name" as const,
      },
    ];
    expect(toFindings(aNomination(), { kind: "found", twins }, [], t)).toEqual([
      {
        recordId: "7",
        text: "同じ事業者と思われる推薦案件があります：黒崎商工会 (株)青浜商店（レコード番号 7）",
      },
    ]);
  });

  test("a look-up that failed says so", () => {
    const view = { kind: "failed", sentence: "つながりません。" } as const;
    expect(toFindings(aNomination(), view, [], t)[0]?.text).toBe(
      "同じ事業者の推薦案件がないかは、確かめられませんでした。つながりません。",
    );
  });
});
