import type { ProcessDeclaration } from "../../app-kit/app-declaration.ts";
import { isIn } from "../parts/conditions.ts";
import { federation } from "../parts/rights.ts";
import { CLOSE_LEDGER, LEDGER_STATES, OPEN_LEDGER } from "./states.ts";

const [MADE, MAILED] = LEDGER_STATES;

/**
 * A mailed entry is evidence, so nobody may edit it. Moving the status asks for the right to see
 * the record alone, which leaves a way back that kintone's history records.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/records/update-status/
 */
export const createLedgerProcess = (): ProcessDeclaration => ({
  states: LEDGER_STATES.map((name) => ({ name, assignees: [] })),
  actions: [
    {
      name: CLOSE_LEDGER,
      from: MADE,
      to: MAILED,
      filterCond: isIn("deliveryState", "送付済"),
      executableBy: [federation],
    },
    { name: OPEN_LEDGER, from: MAILED, to: MADE, executableBy: [federation] },
  ],
});
