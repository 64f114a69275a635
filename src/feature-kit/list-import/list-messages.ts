import type { Messages } from "../../i18n/message.ts";

/** Words that every list has in common. */
export const listMessages = {
  paste: {
    ja: "または、Excelからコピーして貼り付け",
    en: "Or paste cells copied from Excel",
  },
  sheet: { ja: "シート", en: "Sheet" },
  headRows: { ja: "見出しの行数", en: "Heading rows" },
  columns: {
    ja: "どの列を使うかを確かめてください。",
    en: "Check which column is which.",
  },
  noColumn: { ja: "（使わない）", en: "(none)" },
  column: (p: { letters: string; label: string; sample: string }) => ({
    ja: `${p.letters}列${p.label === "" ? "" : ` ${p.label}`}${p.sample === "" ? "" : `（例：${p.sample}）`}`,
    en: `${p.letters}${p.label === "" ? "" : ` ${p.label}`}${p.sample === "" ? "" : ` (e.g. ${p.sample})`}`,
  }),
  more: (p: { count: number }) => ({
    ja: `ほか${p.count}件`,
    en: `${p.count} more`,
  }),
} as const satisfies Messages;
