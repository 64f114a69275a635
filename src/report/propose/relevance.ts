import type { SlotGrid } from "./slot-grid.ts";

const SUBJECT =
  /推薦|他薦|自薦|自己宣言|候補|表彰|顕彰|大賞|選考|応募|コンテスト|グランプリ|受賞|実践|クラウド|SECURITY\s*ACTION|登録(?:状況|報告)|(?:回答|報告)(?:シート|票|書|用紙|様式)/i;
const OTHER_BUSINESS =
  /予算|決算|請求書|領収|見積|発注|注文書|出欠|出席|欠席|参加申込|旅費|委任状|議事録|納品|振込|収支/;
const OWN_BUSINESS = /推薦|他薦|自薦|自己宣言|候補/;

/** How many texts at the top are taken for the title. */
const TITLE_TEXTS = 6;

/** Budgets, invoices and the like come by mistake; nothing of ours belongs into them. */
export const isReportForm = (grids: readonly SlotGrid[]): boolean => {
  const texts = grids.flatMap((grid) => grid.texts.map(({ text }) => text));
  const titles = grids
    .flatMap((grid) => grid.texts.slice(0, TITLE_TEXTS))
    .map(({ text }) => text.normalize("NFKC").replace(/\s+/g, ""));
  if (titles.some((t) => OTHER_BUSINESS.test(t))) {
    return titles.some((t) => OWN_BUSINESS.test(t));
  }
  return texts.some((text) => SUBJECT.test(text.normalize("NFKC")));
};

const EXAMPLE_NAME =
  /記入例|記載例|入力例|作成例|回答例|見本|サンプル|控え?$|^例|[^事]例$|[（(【]例/;
const EXAMPLE_TEXT =
  /^[\s（(【〔《<＜]*(?:記入例|記載例|入力例|作成例|見本)[\s）)】〕》>＞0-9０-９]*$/;

/** Rows at the top in which a sheet says what it is. */
const HEAD_ROWS = 3;

/** Sheets that show how a form is filled in, and copies to be kept. */
export const isAside = (grid: SlotGrid): boolean =>
  EXAMPLE_NAME.test(grid.sheet.name.normalize("NFKC")) ||
  grid.texts.some(
    ({ top, text, edges }) =>
      top <= HEAD_ROWS && EXAMPLE_TEXT.test(text) && !edges.left,
  );
