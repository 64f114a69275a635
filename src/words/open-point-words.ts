import { labelOf } from "../domain/cycle.ts";
import type { OpenPoint } from "../domain/open-points.ts";
import type { Language } from "../i18n/message.ts";
import type { Programme } from "../programmes/index.ts";
import { editionIssueText } from "./edition-words.ts";

/** まだ確認していないこと, one sentence each. */
export const openPointText = (
  programme: Programme,
  point: OpenPoint,
  language: Language,
): string => {
  const isJapanese = language === "ja";
  switch (point.kind) {
    case "date": {
      const name = labelOf(programme, point.milestone)[language];
      return isJapanese
        ? `「${name}」は前の募集回から動かした日付です。要項と見比べて確認してください。`
        : `“${name}” is a date moved from an earlier edition. Compare it with the notice.`;
    }
    case "otherOpen": {
      const names = point.names.join(isJapanese ? "、" : ", ");
      return isJapanese
        ? `同じ制度の「${names}」が募集中です。先にそちらを「終了」にしてください。`
        : `${names} of the same programme is open. Set it to 終了 first.`;
    }
    default:
      return editionIssueText(programme, point.issue, language);
  }
};
