import type { Difference } from "./difference.ts";
import type { ReportMap } from "../map/schema.ts";
import { nearWords } from "../near/near.ts";
import { sheetNamed } from "../plan/placed-cells.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { loosely } from "../values/character-forms.ts";
import { driftMessages as messages } from "./messages.ts";

/** Most of what was mapped is not there: rather another form than a changed one. */
export const findOtherForm = (
  { cells, lists }: ReportMap,
  differences: readonly Difference[],
): readonly Difference[] => {
  const all = lists.reduce(
    (sum, { columns }) => sum + columns.length,
    cells.length,
  );
  const gone = differences.filter(({ code }) => code === "gone").length;
  return gone * 2 > all
    ? [{ code: "other-form", message: messages.otherForm({ gone, all }) }]
    : [];
};

/** Titles with a year in them that name another one now. */
export const findOtherEdition = (
  form: Form,
  { form: { editionTexts = [] }, cells, lists }: ReportMap,
): readonly Difference[] =>
  editionTexts.flatMap(({ sheet, cell, text }) => {
    const isMapped = [...cells, ...lists].some((one) => one.sheet === sheet);
    const now = sheetNamed(form, sheet)?.cells.get(cell)?.text ?? "";
    // Other words tell of rows that moved, not of another year.
    const isOtherYear =
      nearWords(now) === nearWords(text) && loosely(now) !== loosely(text);
    if (!isMapped || !isOtherYear) return [];
    const message = messages.edition({ cell, before: text, after: now });
    return [{ code: "edition" as const, message, sheet, cell }];
  });
