import type { DeliveryKind } from "../../domain/report-selection.ts";
import type { CoveringMail } from "../../domain/covering-mail.ts";
import type { FillResult, FormIssue } from "excel-form";
import type { PreparedReport } from "../../domain/prepare-report.ts";
import type { FirmState, ReportSheet } from "../../domain/report-sheets.ts";
import type { CellChange } from "../../report/compare-sent.ts";

export type Progress = {
  label: string;
  done: number;
  total: number;
  /** It is being written down, and stopping would not take it back. */
  isBinding?: boolean;
};

export type MadeFile = Pick<FillResult, "bytes" | "warnings"> & {
  readonly fileName: string;
  readonly deliveryId: string;
};

export type MadeReport = {
  readonly files: readonly MadeFile[];
  readonly mail: CoveringMail;
  /** Shown once 送付済 was recorded. */
  readonly sentAt: string | null;
};

/** The finding, with the nomination it is about. */
export type ReadyIssue = FormIssue & { readonly nominationId?: string };

/** The data read for the dialog; replaced as a whole when read again. */
export type ReadyReport = {
  readonly prepared: PreparedReport;
  /** The files that it becomes. */
  readonly sheets: readonly ReportSheet[];
  /** Firms to choose from, where the form is about one; else null. */
  readonly firms: readonly FirmState[] | null;
  /** Day, edition and ledger that it was prepared from. */
  readonly stamp: string;
  readonly formName: string;
  /** Older blanks of the edition, which are not filled. */
  readonly unusedForms: readonly string[];
  readonly isSample: boolean;
  readonly formIssues: readonly ReadyIssue[];
  /** Nomination id → what reads otherwise than on the sheet that was mailed. */
  readonly cellChanges: ReadonlyMap<string, readonly CellChange[]>;
};

/**
 * The dialog is always in exactly one of these. What was typed lives beside it
 * (`Typed`) and survives every step.
 */
export type DialogState =
  | { step: "loading"; progress: Progress | null }
  | {
      step: "failed";
      error: unknown;
      during: "loading" | "making" | "recording";
      /** Files that were made before, of how many. */
      made: number;
      total?: number;
    }
  | { step: "check"; ready: ReadyReport }
  | { step: "contents"; ready: ReadyReport }
  | { step: "making"; progress: Progress }
  | { step: "changed"; count: number }
  | { step: "send"; made: MadeReport; error: unknown };

export type Typed = {
  edition: string;
  /** Null: whatever the deliveries suggest. */
  kind: DeliveryKind | null;
  /** Ids of the firms chosen; null: the firms that have no sheet yet. */
  firms: ReadonlySet<string> | null;
  noneReason: string;
  warningReason: string;
};
