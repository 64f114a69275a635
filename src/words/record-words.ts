import type { ChecklistDifference } from "../domain/checklist-version.ts";
import type { ConfirmedChange } from "../domain/confirmation.ts";
import type {
  DoneDateProblem,
  RecordFinding,
} from "../domain/record-findings.ts";
import { formatDay } from "../i18n/format-day.ts";
import type { Message } from "../i18n/message.ts";

const confirmedFields: Readonly<Record<string, Message>> = {
  registeredName: { ja: "名称", en: "Name" },
  corporateNumber: { ja: "法人番号", en: "Corporate number" },
  businessKind: { ja: "事業者の区分", en: "Kind of firm" },
  edition: { ja: "募集回", en: "Edition" },
  nominationKind: { ja: "推薦の区分", en: "Kind of nomination" },
};

const nameOfChange = (change: ConfirmedChange): Message =>
  "label" in change
    ? {
        ja: `${change.label.ja}の実施日`,
        en: `The date of “${change.label.en}”`,
      }
    : (confirmedFields[change.field] ?? { ja: change.field, en: change.field });

const blank: Message = { ja: "（空欄）", en: "(blank)" };

const confirmedSentence = (change: ConfirmedChange): Message => {
  const name = nameOfChange(change);
  const show = (text: string, language: "ja" | "en"): string => {
    if (text === "") return blank[language];
    return "label" in change ? formatDay(text, language) : text;
  };
  const { confirmed, now } = change;
  return {
    ja: `${name.ja}が確認後に変わりました（${show(confirmed, "ja")} → ${show(now, "ja")}）。名称の確認をやり直してください。`,
    en: `${name.en} changed after it was confirmed (${show(confirmed, "en")} → ${show(now, "en")}). Confirm it again.`,
  };
};

const differenceNames: Readonly<Record<keyof ChecklistDifference, Message>> = {
  missing: { ja: "足りない項目", en: "missing" },
  extra: { ja: "募集回にない項目", en: "not in the edition" },
  doubled: { ja: "二度ある項目", en: "twice" },
  otherPoints: { ja: "配点が違う項目", en: "other points" },
  otherText: { ja: "文が違う項目", en: "other text" },
};

/** Ids shown of a difference; a replaced list has all of them. */
const SHOWN_IDS = 5;

const listIds = (ids: readonly string[], language: "ja" | "en"): string => {
  const shown = ids.slice(0, SHOWN_IDS).join(language === "ja" ? "、" : ", ");
  const rest = ids.length - SHOWN_IDS;
  if (rest <= 0) return shown;
  return language === "ja" ? `${shown} ほか${rest}件` : `${shown} +${rest}`;
};

const alteredSentence = (difference: ChecklistDifference): Message => {
  // The keys are those of the record above.
  const kinds = (
    Object.keys(differenceNames) as Array<keyof ChecklistDifference>
  ).filter((kind) => difference[kind].length > 0);
  const list = (language: "ja" | "en"): string =>
    kinds
      .map(
        (kind) =>
          `${differenceNames[kind][language]}：${listIds(difference[kind], language)}`,
      )
      .join(language === "ja" ? "／" : "; ");
  return {
    ja: `チェックシートが募集回のものと違います（${list("ja")}）。`,
    en: `The checklist is not the edition's (${list("en")}).`,
  };
};

const dateProblems: Readonly<Record<DoneDateProblem, Message>> = {
  future: { ja: "まだ来ていない日付です", en: "is in the future" },
  beforeConsent: {
    ja: "同意を得た日より前です",
    en: "is before the consent",
  },
  beforeOpening: {
    ja: "募集の開始より前です",
    en: "is before the edition opened",
  },
};

const verdicts = {
  eligible: { ja: "基準以上", en: "reached" },
  below: { ja: "基準未満", en: "below" },
  notScored: { ja: "未採点", en: "not scored" },
} as const;

/** Sentences about differences from what was confirmed or asked for. */
export const recordFindingSentence = (finding: RecordFinding): Message => {
  switch (finding.code) {
    case "confirmedChanged":
      return confirmedSentence(finding.change);
    case "confirmedUnknown":
      return {
        ja: "確認した値の記録がありません。名称の確認を「未確認」にしてから「確認済」を選び直すと記録されます。",
        en: "The confirmed values were not kept. Choose 未確認 and 確認済 again to keep them.",
      };
    case "checklistAltered":
      return alteredSentence(finding.difference);
    case "checklistOlder": {
      const { total, rescored } = finding;
      const { verdict } = rescored;
      return {
        ja: `募集回の前の条件で採点されています（${total}点）。いまの条件では${rescored.total} / ${rescored.threshold}点で、${verdicts[verdict].ja}です。`,
        en: `Scored under the edition's earlier terms (${total}). Under the present ones: ${rescored.total} of ${rescored.threshold}, ${verdicts[verdict].en}.`,
      };
    }
    case "doneDateOdd":
    default: {
      const { label, date, problem } = finding;
      return {
        ja: `${label.ja} ${formatDay(date, "ja")} は、${dateProblems[problem].ja}。`,
        en: `The ${label.en}, ${formatDay(date, "en")}, ${dateProblems[problem].en}.`,
      };
    }
  }
};
