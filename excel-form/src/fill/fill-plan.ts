import { FormError } from "../words/form-error.ts";
import { recalculate } from "../xlsx/compute/recalculate.ts";
import { createProof } from "../proof/create-proof.ts";
import type { WorkDone } from "../proof/create-proof.ts";
import {
  convertTemplateToWorkbook,
  requestCalculation,
  growDimensions,
  refreshPivots,
} from "./finish.ts";
import { findPaperWarnings } from "./paper-warnings.ts";
import { blockSteps } from "./fill-block.ts";
import { finish, withProgress } from "../ground/steps.ts";
import type { Progress, Steps } from "../ground/steps.ts";
import type { FillOptions } from "./session.ts";
import { FillSession } from "./session.ts";
import { listWritten, writeInsertedRows } from "./settle-rows.ts";
import type { FillPlan, PlannedBlock } from "../plan/plan.ts";
import type { Proof } from "../proof/proof.ts";
import { parseAddress } from "../xlsx/formula/address.ts";
import type { FormWarning } from "../xlsx/sheet/form-model.ts";
import { Workbook } from "../xlsx/sheet/workbook.ts";

export type { FillOptions } from "./session.ts";

export type FillResult = {
  readonly bytes: Uint8Array;
  readonly proof: Proof;
  /** Warnings to show before the file is sent. */
  readonly warnings: readonly FormWarning[];
};

function* cellSteps(session: FillSession, plan: FillPlan): Steps<void> {
  for (const { sheet, address, value } of plan.cells) {
    const grid = session.workbook.gridOf(sheet);
    const position = parseAddress(address);
    if (!position)
      throw new FormError("report/cell-missing", { sheet, address });
    session.write(grid, position.row, position.column, value);
    session.step();
    yield;
  }
}

const toWorkDone = (session: FillSession): WorkDone => ({
  workbook: session.workbook,
  insertions: session.insertions,
  written: listWritten(session),
});

/** Lists further down first: those above then still stand where the plan says. */
const fromBottom = (blocks: readonly PlannedBlock[]): PlannedBlock[] =>
  [...blocks].sort((a, b) => b.firstRow - a.firstRow);

/**
 * Writes the planned cells and lists into the form and nothing else. With
 * nothing to write the form comes back byte for byte.
 *
 * @param bytes - the blank form as received; not changed
 * @throws FormError `report/cancelled`, `report/sheet-missing`, `report/cell-…`, `report/too-many-records`, `report/row-limit`, `report/text-too-long`, `report/date-not-in-calendar` and those of `readForm`
 */
export const fillPlan = (
  bytes: Uint8Array,
  plan: FillPlan,
  options: FillOptions = {},
): FillResult => finish(planSteps(bytes, plan, options));

/** Opening the form, writing into it and packing it again. */
const STAGES = 3;

/** The same in steps, for a page that must not stand still meanwhile. */
export function* planSteps(
  bytes: Uint8Array,
  plan: FillPlan,
  options: FillOptions = {},
): Steps<FillResult, Progress> {
  const at = (done: number): Progress => ({ done, total: STAGES });
  const workbook = yield* withProgress(Workbook.open(bytes), at(0));
  const steps = plan.blocks.reduce(
    (sum, block) => sum + block.entries.length,
    plan.cells.length,
  );
  const session = new FillSession(workbook, steps, options);
  yield* withProgress(cellSteps(session, plan), at(1));
  for (const block of fromBottom(plan.blocks)) {
    yield* withProgress(blockSteps(session, block), at(1));
  }

  const { computed, warnings } = recalculate(
    workbook,
    session.changes,
    session.inserted,
    session.newCells,
  );
  yield at(1);
  growDimensions(session);
  writeInsertedRows(session);
  workbook.strings.commit();
  if (session.changes.length > 0 || session.insertions.length > 0) {
    requestCalculation(workbook);
  }
  const pivots = refreshPivots(session);
  convertTemplateToWorkbook(workbook);
  yield at(2);
  const result = yield* withProgress(workbook.pack.saveSteps(), at(2));
  yield at(2);
  return {
    bytes: result,
    proof: createProof(toWorkDone(session), computed, bytes, result),
    warnings: [...warnings, ...pivots, ...findPaperWarnings(session)],
  };
}
