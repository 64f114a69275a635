import { perVocabulary } from "../map/vocabulary.ts";
import type { ForeignPurpose, Vocabulary } from "../map/vocabulary.ts";
import type { Message } from "../words/message.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";

type Patterns = {
  readonly title: RegExp;
  readonly subject: RegExp;
  readonly reporter: RegExp;
  readonly otherBusiness: RegExp;
  readonly foreign: ReadonlyArray<ForeignPurpose & { readonly in: RegExp }>;
};

const patternsOf = perVocabulary(({ purpose }): Patterns => {
  const { title, subject, reporter, otherBusiness, foreign } = purpose;
  return {
    title: new RegExp(title),
    subject: new RegExp(subject, "i"),
    reporter: new RegExp(reporter),
    otherBusiness: new RegExp(otherBusiness),
    foreign: foreign.map((one) => ({ ...one, in: new RegExp(one.words) })),
  };
});

/** Number of texts at the top that are taken for the title. */
const TITLE_TEXTS = 6;

/** In a row of several texts stand labels. */
const MAX_IN_ROW = 2;

const isInLine = (grid: SlotGrid, { top }: Slot): boolean =>
  grid.texts.filter((text) => text.top === top).length > MAX_IN_ROW;

const titlesOf = (
  grids: readonly SlotGrid[],
  isTitle: (slot: Slot) => boolean = () => true,
): readonly string[] =>
  grids
    .flatMap((grid) =>
      grid.texts
        .slice(0, TITLE_TEXTS)
        .filter((slot, i) => i === 0 || !isInLine(grid, slot))
        .filter((slot, i) => i === 0 || isTitle(slot)),
    )
    .map(({ text }) => text.normalize("NFKC").replace(/\s+/g, ""));

/** 「後継者氏名」 in a cell with lines is a label, no title. */
const isUnlined = ({ edges }: Slot): boolean => !(edges.left && edges.bottom);

/** The title names the product's subject. */
export const hasOwnTitle = (
  vocabulary: Vocabulary,
  grids: readonly SlotGrid[],
): boolean =>
  titlesOf(grids).some((title) => patternsOf(vocabulary).title.test(title));

/** 「決算書より入力してください」 asks for something and is no title. */
const SENTENCE = /ください|下さい|ます|です|。/;

/** Purpose that the title names, where no value of ours belongs into the form. */
export const foreignPurpose = (
  vocabulary: Vocabulary,
  grids: readonly SlotGrid[],
): Message | null => {
  const isOwn = hasOwnTitle(vocabulary, grids);
  for (const title of titlesOf(grids, isUnlined)) {
    if (SENTENCE.test(title)) continue;
    const purpose = patternsOf(vocabulary).foreign.find((one) =>
      one.in.test(title),
    );
    // A survey about our subject is ours; a budget stays one whatever it is for.
    if (!purpose || (isOwn && purpose.mayBeOurs === true)) continue;
    return {
      ja: `「${title}」とあり、${purpose.is.ja}の様式と思われます。`,
      en: `The title 「${title}」 speaks of ${purpose.is.en}.`,
    };
  }
  return null;
};

/** The form is of the product's subject; any other is a form by which a firm asks for something. */
export const isReportForm = (
  vocabulary: Vocabulary,
  grids: readonly SlotGrid[],
): boolean => {
  if (hasOwnTitle(vocabulary, grids)) return true;
  if (
    titlesOf(grids).some((title) =>
      patternsOf(vocabulary).otherBusiness.test(title),
    )
  )
    return false;
  const texts = grids.flatMap((grid) =>
    grid.texts.map(({ text }) => text.normalize("NFKC")),
  );
  const { subject, reporter } = patternsOf(vocabulary);
  return [subject, reporter].every((words) =>
    texts.some((text) => words.test(text)),
  );
};

const EXAMPLE_NAME =
  /(?:記入|記載|作成|入力|応募|提出|募集)(?:要領|要項|方法|説明|上の注意|の手引き?)|^(?:注意|留意)事項|手引|マニュアル|^(?:はじめに|説明|使い方|参考|q&a|faq)|(?:コード|選択肢|プルダウン|マスター?)(?:表|一覧|リスト)?$|記入例|記載例|入力例|作成例|回答例|見本|サンプル|控え?$|^例|[^事]例$|[（(【]例/i;
const EXAMPLE_TEXT =
  /^[\s（(【〔《<＜]*(?:記入例|記載例|入力例|作成例|見本)[\s）)】〕》>＞0-9０-９]*$/;

/** Papers that the firm itself signs. */
const SIGNED = /(?:同意書|承諾書|誓約書|宣誓書|委任状)(?:\(.*\))?$/;

/** Rows at the top in which a sheet says what it is. */
const HEAD_ROWS = 3;

/** A consent, an oath or a power of attorney. */
export const isSigned = (grid: SlotGrid): boolean =>
  titlesOf([grid]).some((title) => SIGNED.test(title));

/** Sheets that show how a form is filled in, and copies to be kept. */
export const isAside = (grid: SlotGrid): boolean =>
  EXAMPLE_NAME.test(grid.sheet.name.normalize("NFKC")) ||
  grid.texts.some(
    ({ top, text, edges }) =>
      top <= HEAD_ROWS && EXAMPLE_TEXT.test(text) && !edges.left,
  );
