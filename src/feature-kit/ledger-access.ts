import { hasErrorCode } from "../errors/user-error.ts";
import type { PageContext } from "./feature.ts";

/**
 * A user who may read 提出台帳 works for the federation. Asking is comfort: kintone
 * itself refuses the ledger, and the other societies' records, to everybody else.
 */
export const mayReadLedger = async ({
  gateway,
}: Pick<PageContext, "gateway">): Promise<boolean> => {
  try {
    await gateway.listRecords("deliveries", { fields: [], limit: 1 });
    return true;
  } catch (error) {
    if (hasErrorCode(error, "kintone/no-right")) {
      return false;
    }
    throw error;
  }
};
