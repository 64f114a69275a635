import type { FieldProperty } from "../../../model/model.ts";

const placed = { noLabel: false };
const switched = { enabled: false };

/** Type, names on a Japanese and on an English site, further members. */
const SYSTEM_FIELDS = [
  ["RECORD_NUMBER", "レコード番号", "Record number", placed],
  ["MODIFIER", "更新者", "Updated by", placed],
  ["CREATOR", "作成者", "Created by", placed],
  ["UPDATED_TIME", "更新日時", "Updated datetime", placed],
  ["CREATED_TIME", "作成日時", "Created datetime", placed],
  ["STATUS", "ステータス", "Status", switched],
  ["STATUS_ASSIGNEE", "作業者", "Assignee", switched],
  ["CATEGORY", "カテゴリー", "Categories", switched],
] as const;

/**
 * The fields that every app has, with the codes of the language of its site.
 *
 * @see https://github.com/SonicGarden/kintone-emulator/blob/main/docs/real-kintone-notes.md (probed April 2026)
 * @see https://github.com/kintone/cli-kintone/tree/main/features (an English site: `Record_number`)
 */
export const systemFieldsOf = (language: "ja" | "en"): FieldProperty[] =>
  SYSTEM_FIELDS.map(([type, ja, en, rest]) => {
    const label = language === "ja" ? ja : en;
    return { type, code: label.replaceAll(" ", "_"), label, ...rest };
  });

/** Codes that no other field of a site may take, by its language. */
export const RESERVED_CODES: ReadonlySet<string> = new Set(
  systemFieldsOf("ja").map((field) => field.code),
);
