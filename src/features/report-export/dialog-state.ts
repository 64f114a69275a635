import type { DeliveryKind } from "../../domain/report-selection.ts";
import type { CoveringMail } from "../../domain/covering-mail.ts";
import type { FormIssue } from "../../report/preflight/preflight.ts";
import type { PreparedReport } from "../../domain/prepare-report.ts";
import type { CellChange } from "../../report/compare-sent.ts";

export type Progress = { label: string; done: number; total: number };

export type MadeReport = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly deliveryId: string;
  readonly mail: CoveringMail;
  /** Shown once 送付済 was recorded. */
  readonly sentAt: string | null;
};

/** What was read for the dialog; replaced as a whole when read again. */
export type ReadyReport = {
  readonly prepared: PreparedReport;
  /** Day, edition and ledger that it was prepared from. */
  readonly stamp: string;
  readonly formName: string;
  readonly isSample: boolean;
  readonly formIssues: readonly FormIssue[];
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
  noneReason: string;
  warningReason: string;
};
