import type { ClosingItems } from "../../domain/closing-items.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { ScoreMessages } from "./messages.ts";
import type { ScoreView } from "./view-model.ts";

type Say = Translator<ScoreMessages>;

/** A sentence with twenty names in it would not be read. */
const NAMES_SHOWN = 6;

const toNames = (names: readonly string[], t: Say): string => {
  const separator = t.language === "ja" ? "、" : ", ";
  const shown = names.slice(0, NAMES_SHOWN).join(separator);
  const more = names.length - NAMES_SHOWN;
  return more > 0 ? t("andMore", { items: shown, more }) : shown;
};

const toClosing = (closing: ClosingItems, gap: string, t: Say): string => {
  const { size, candidates, anyOfThem, example } = closing;
  if (!anyOfThem || candidates.length === size) {
    return t("closeForExample", { gap, items: toNames(example, t) });
  }
  const items = toNames(candidates, t);
  return size === 1
    ? t("closeWithOne", { gap, items })
    : t("closeWithAny", { gap, items, size });
};

/** The total as people say it: 「11 / 12点」. */
export const toTotalText = (
  { score, threshold }: ScoreView,
  t: Say,
): string => {
  const total = String(score.total);
  return threshold === null
    ? t("totalAlone", { total })
    : t("total", { total, threshold: String(threshold) });
};

/** The sentence about the score and the points that would change it. */
export const toMeaningText = (view: ScoreView, t: Say): string => {
  const { score, threshold, closing } = view;
  if (threshold === null) {
    return t("noThreshold");
  }
  if (score.verdict === "notScored") {
    return t("notScored");
  }
  if (score.verdict === "eligible") {
    return t("reached");
  }
  const gap = String(score.missingPoints);
  return closing === null
    ? t("cannotClose", { gap })
    : toClosing(closing, gap, t);
};
