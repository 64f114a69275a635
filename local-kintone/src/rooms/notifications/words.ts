import type { Localised } from "../../ground/api-error.ts";

const said = (ja: string, en: string): Localised => ({ ja, en });

/** Texts of notifications. */
export const words = {
  recordAdded: said("レコードが追加されました。", "A record was added."),
  recordEdited: said("レコードが編集されました。", "A record was edited."),
  statusChanged: (status: string) =>
    said(
      `ステータスが「${status}」に変更されました。`,
      `The status was changed to "${status}".`,
    ),
  assigned: (status: string) =>
    said(
      `あなたが作業者になりました。ステータス：「${status}」`,
      `You are an assignee now. Status: "${status}"`,
    ),
};
