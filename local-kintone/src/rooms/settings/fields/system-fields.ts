import type { FieldProperty } from "../../../model/model.ts";

const systemField = (
  type: string,
  code: string,
  rest: Record<string, unknown>,
): FieldProperty => ({ type, code, label: code, ...rest });

/**
 * The fields that every app has, with the codes of a Japanese domain.
 *
 * @see https://github.com/SonicGarden/kintone-emulator/blob/main/docs/real-kintone-notes.md (probed April 2026)
 */
export const systemFields: readonly FieldProperty[] = [
  systemField("RECORD_NUMBER", "レコード番号", { noLabel: false }),
  systemField("MODIFIER", "更新者", { noLabel: false }),
  systemField("CREATOR", "作成者", { noLabel: false }),
  systemField("UPDATED_TIME", "更新日時", { noLabel: false }),
  systemField("CREATED_TIME", "作成日時", { noLabel: false }),
  systemField("STATUS", "ステータス", { enabled: false }),
  systemField("STATUS_ASSIGNEE", "作業者", { enabled: false }),
  systemField("CATEGORY", "カテゴリー", { enabled: false }),
];

/** Codes that no other field may take. */
export const RESERVED_CODES: ReadonlySet<string> = new Set(
  systemFields.map((field) => field.code),
);
