import type { Localised } from "../../ground/api-error.ts";

const localised = (ja: string, en: string): Localised => ({ ja, en });

/** Texts of notifications. */
export const words = {
  recordAdded: localised("レコードが追加されました。", "A record was added."),
  recordEdited: localised("レコードが編集されました。", "A record was edited."),
  statusChanged: (status: string) =>
    localised(
      `ステータスが「${status}」に変更されました。`,
      `The status was changed to "${status}".`,
    ),
  assigned: (status: string) =>
    localised(
      `あなたが作業者になりました。ステータス：「${status}」`,
      `You are an assignee now. Status: "${status}"`,
    ),
};
