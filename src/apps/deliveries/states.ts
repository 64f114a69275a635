/** States of a ledger entry; the rights of records close the second one. */
export const LEDGER_STATES = ["作成済", "送付済"] as const;

export const CLOSE_LEDGER = "台帳を閉じる";
export const OPEN_LEDGER = "台帳を開く";
