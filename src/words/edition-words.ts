import type {
  EditionIssue,
  EditionIssueCode,
} from "../domain/edition-issues.ts";
import { labelOf } from "../domain/cycle.ts";
import type { Language, Message } from "../i18n/message.ts";
import { fillWords } from "../i18n/translate.ts";
import type { Programme } from "../programmes/index.ts";
import { wordsOf } from "./programme-words.ts";

/** Gaps of an edition; `subject` names the milestone, the checklist item or the area. */
export const editionIssueSentences: Readonly<
  Record<EditionIssueCode, (subject: string) => Message>
> = {
  dateMissing: (subject) => ({
    ja: `「${subject}」の期限が入っていません。募集回に日付を入力してください。`,
    en: `“${subject}” has no date. Enter it in the edition.`,
  }),
  dateOnClosedDay: (subject) => ({
    ja: `「${subject}」の期限が休日です。日付は動かさず、直前の営業日を案内します。`,
    en: `“${subject}” falls on a closed day. The date stays; the last business day before it is shown.`,
  }),
  datesOutOfOrder: (subject) => ({
    ja: `「${subject}」の期限が、前の工程の期限より早くなっています。`,
    en: `“${subject}” is due before the step in front of it.`,
  }),
  dateOutsideFiscalYear: (subject) => ({
    ja: `「${subject}」の期限が、募集回の年度から外れています。`,
    en: `“${subject}” is due outside the edition's fiscal year.`,
  }),
  openButOver: () => ({
    ja: "すべての期限が過ぎていますが、状態が「募集中」です。",
    en: "All dates have passed, but the edition is still open.",
  }),
  thresholdMissing: () => ({
    ja: "基準点が入っていません。このままでは合計が何点でも足りることになります。",
    en: "There is no threshold: any total would be enough.",
  }),
  thresholdZero: () => ({
    ja: "基準点が0点です。合計が何点でも足りることになります。",
    en: "The threshold is 0: any total is enough.",
  }),
  thresholdOutOfReach: () => ({
    ja: "基準点がチェックシートの満点を超えています。",
    en: "The threshold is higher than the checklist's maximum.",
  }),
  areaOutOfReach: (subject) => ({
    ja: `分野「${subject}」の配点の合計が、この分野の基準点に届きません。`,
    en: `The points of the area “${subject}” add up to less than its own minimum.`,
  }),
  serviceDayMissing: () => ({
    ja: "勤続年数の基準日が入っていません。このままでは勤続年数が空欄になります。",
    en: "The base date of the years of service is missing; the years will be blank.",
  }),
  targetMissing: () => ({
    ja: "目標件数が1以上になっていません。1件として扱います。",
    en: "The target is not at least 1; it is taken as 1.",
  }),
  checklistEmpty: () => ({
    ja: "チェックシートに項目がありません。",
    en: "The checklist has no items.",
  }),
  itemWithoutPoints: (subject) => ({
    ja: `チェックシートの項目「${subject}」に配点がありません。`,
    en: `The checklist item “${subject}” has no points.`,
  }),
  itemTwice: (subject) => ({
    ja: `チェックシートに項目ID「${subject}」が2つ以上あります。`,
    en: `The checklist has the item “${subject}” more than once.`,
  }),
  sampleChecklist: () => ({
    ja: "チェックシートはサンプルです。公式の項目が届いたら差し替えてください。",
    en: "The checklist is a sample. Replace it when the official items arrive.",
  }),
  formMissing: () => ({
    ja: "{sheet}の様式がありません。標準サンプルの様式で作成されます。",
    en: "There is no official form. The standard sample form will be used.",
  }),
  recipientMissing: () => ({
    ja: "提出先のE-mailが入っていません。",
    en: "The recipient's e-mail address is missing.",
  }),
  senderMissing: () => ({
    ja: "連合会名が入っていません。",
    en: "The federation's name is missing.",
  }),
  contactMissing: () => ({
    ja: "「県連へ連絡」の宛先（ユーザーかグループ）がありません。",
    en: "Nobody is set to be told when a society contacts the federation.",
  }),
};

/** The sentence for an issue, with its milestone, its item or its area. */
export const editionIssueText = (
  programme: Programme,
  { code, milestone, item }: EditionIssue,
  language: Language,
): string =>
  fillWords(
    editionIssueSentences[code](
      milestone === undefined
        ? (item ?? "")
        : labelOf(programme, milestone)[language],
    )[language],
    wordsOf(programme),
  );
