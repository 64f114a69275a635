import type { Language } from "../../src/i18n/message.ts";
import type { Probe, ProbeOptions } from "./run-probe.ts";
import type { ProbeResult } from "./row.ts";

const outcomes = {
  "as-expected": { ja: () => "想定どおり", en: () => "as expected" },
  differs: {
    ja: (seen: string) => `想定と違う：${seen}`,
    en: (seen: string) => `differs: ${seen}`,
  },
  "not-allowed": {
    ja: () => "試す権限がない",
    en: () => "not allowed to try",
  },
} as const;

export const formatResult = (
  { row, outcome, seen }: ProbeResult,
  language: Language,
): string =>
  `${row.id}  ${row.about[language]} … ${outcomes[outcome][language](seen)}`;

/** Traces left on the site afterwards. */
export const formatLeft = (
  { apps }: Pick<Probe, "apps">,
  { keep }: Pick<ProbeOptions, "keep">,
  language: Language,
): string => {
  const rest = keep
    ? {
        ja: "レコードと設定も残しました。",
        en: "Their records and settings stay too.",
      }
    : { ja: "レコードは削除しました。", en: "Their records were deleted." };
  return language === "ja"
    ? `動作確認のアプリ（アプリ番号：${apps.join("、")}）が残っています。APIでは削除できないため、アプリの設定画面から削除してください。${rest.ja}`
    : `The scratch apps (numbers ${apps.join(", ")}) are left: no API deletes apps. Delete them on their settings pages. ${rest.en}`;
};

/** The results without names, addresses or ids of the tenant. */
export const toResultFile = (
  results: readonly ProbeResult[],
  day: string,
): string =>
  `${JSON.stringify(
    {
      day,
      rows: results.map(({ row, outcome, seen }) => ({
        id: row.id,
        expected: row.expected,
        outcome,
        ...(seen !== "" && { seen }),
      })),
    },
    null,
    2,
  )}\n`;
