import { describe, expect, test } from "vitest";
import { toBlankText } from "../../../src/propose/blank-text.ts";
import { readInCell, readSegments } from "../../../src/propose/in-cell.ts";
import { readLabels } from "../../../src/propose/resolve.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const conceptsOf = (...texts: readonly string[]): string =>
  readLabels(VOCABULARY, texts).concepts.join("+");

describe("readLabels", () => {
  test.each([
    ["都道府県連名", "sender.name"],
    ["貴会名：", "sender.name"],
    ["１．団体名", "sender.name"],
    ["①　所属・役職", "?section+?title"],
    ["担当者（職・氏名）", "?contactTitlePerson"],
    ["電　　話", "?phone"],
    ["連絡先（電話）", "?phone"],
    ["Ｅ－ｍａｉｌ", "?email"],
    ["※報告年月日", "letter.date"],
    ["自己宣言登録件数（他薦）", "report.count"],
    ["うち実践事例の提出予定", "report.caseCount"],
    ["０件の場合その理由", "report.noneReason"],
    [
      "３　推薦がない場合、差し支えなければ理由をお聞かせください。",
      "report.noneReason",
    ],
    ["№", "list.number"],
    ["商工会名", "member.name"],
    ["事業所名\n（登記上の表記）", "firm.name"],
    ["商号又は名称", "firm.name"],
    ["候補企業名", "firm.name"],
    ["法人\n個人\nの別", "firm.kind"],
    ["従業\n員数", "firm.employees"],
    ["資本金（万円）", "firm.capital"],
    ["フリガナ（事業所名）", "firm.kana"],
    ["SECURITY ACTION", "securityAction.stars"],
    ["SECURITY ACTION 自己宣言ID", "securityAction.id"],
    ["自己採点\n（合計点）", "score.total"],
    ["同意の\n有無", "consent.status"],
    ["備　考", "remarks"],
  ])("%j asks for %s", (text, concepts) => {
    expect(conceptsOf(text)).toBe(concepts);
  });

  test("a heading and what stands under it are one label", () => {
    expect(conceptsOf("代表者", "職名")).toBe("?headTitle");
    expect(conceptsOf("SECURITY ACTION", "宣言日")).toBe(
      "securityAction.declaredOn",
    );
    expect(conceptsOf("推薦事業所", "名称")).toBe("firm.name");
    expect(readLabels(VOCABULARY, ["窓口担当者", "電話"]).concepts).toEqual([
      "?contactPhone",
    ]);
    expect(readLabels(VOCABULARY, ["前年度の", "件数"]).scope).toBe("other");
    expect(readLabels(VOCABULARY, ["お客様", "電話"]).isUnderUnknown).toBe(
      true,
    );
  });

  test.each(
    "推薦理由 生年月日 年齢 内線 受付番号 前年度実績 表彰歴 金額 品名 会場 口座番号 事業内容 推薦順位 都道府県名 文書番号 経営指導員名 評価 状況".split(
      " ",
    ),
  )("%s asks for nothing that we hold", (text) => {
    expect(conceptsOf(text)).toBe("");
  });
});

describe("toBlankText", () => {
  test.each([
    ["令和　　年　　月　　日", "date"],
    ["昭和・平成・令和　　年　　月", "date"],
    ["20　　年　　月　　日", "date"],
    ["令和　　年度　推薦書", "year"],
    ["　　　　件", "unit"],
    ["（　　　）件", "unit"],
    ["〒　　　－　　　　", "postal"],
    ["（　　　）　　　－", "phone"],
    ["有　・　無", "choice"],
    ["□法人　□個人", "choice"],
    ["▼選択してください", "free"],
    ["　　　　　　印", "seal"],
  ])("%j waits for a %s", (text, kind) => {
    expect(toBlankText(VOCABULARY, text)?.kind).toBe(kind);
  });

  test.each([
    "設立年月日",
    "設　立　年　月　日",
    "設立\n年月日",
    "内　線",
    "令和７年８月１日",
    "商工会名",
    "株式会社　山田",
  ])("%j is a plain text", (text) => {
    expect(toBlankText(VOCABULARY, text)).toBeNull();
  });
});

describe("labels that share their cell with the value", () => {
  test("keep their words before the value", () => {
    expect(readInCell(VOCABULARY, "担当者：")).toMatchObject({
      before: "担当者：",
      blank: null,
    });
    expect(
      readInCell(VOCABULARY, "回答日：令和　　年　　月　　日"),
    ).toMatchObject({
      before: "回答日：",
      blank: { kind: "date", format: "ggge年M月d日" },
    });
    expect(readInCell(VOCABULARY, "会長　　　　　　印")).toMatchObject({
      label: "会長",
      blank: { kind: "seal" },
    });
    expect(readInCell(VOCABULARY, "電話：000-866-0001")).toBeNull();
  });

  test("may be several in one cell", () => {
    expect(
      readSegments(VOCABULARY, "TEL：　　　　FAX：　　　　")?.map(
        ({ label }) => label,
      ),
    ).toEqual(["TEL", "FAX"]);
    expect(
      readSegments(VOCABULARY, "TEL：000-111-2222　FAX：000-111-3333"),
    ).toBeNull();
  });
});
