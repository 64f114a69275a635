import type { FillResult, Proof, ReportData } from "excel-form";
import type { OpenedForm } from "./open-form.ts";

/** The facts that a 提出台帳 entry keeps of a report. */
export type LedgerFacts = {
  readonly formName: string;
  readonly formHash: string;
  /** Which map, and how often it had been saved. */
  readonly mapVersion: string;
  readonly resultHash: string;
  readonly proof: Proof & { readonly data: ReportData };
  /** The proof without its lists, short enough for a field. */
  readonly proofSummary: Readonly<Record<string, string | number>>;
};

const SHORT_HASH = 12;

export const mapVersionOf = ({ map }: Pick<OpenedForm, "map">): string =>
  `${map.revision}（${map.form.fingerprint.slice(0, SHORT_HASH)}）`;

export const toLedgerFacts = ({
  form,
  filled: { proof },
  data,
}: {
  readonly form: Pick<OpenedForm, "name" | "map">;
  readonly filled: Pick<FillResult, "proof">;
  readonly data: ReportData;
}): LedgerFacts => ({
  formName: form.name,
  formHash: proof.formHash,
  mapVersion: mapVersionOf(form),
  resultHash: proof.resultHash,
  proof: { ...proof, data },
  proofSummary: {
    formHash: proof.formHash,
    resultHash: proof.resultHash,
    changedCells: proof.cellCount,
    computedCells: proof.computed.length,
    insertedRows: proof.insertedRows.reduce((sum, { count }) => sum + count, 0),
    changedParts: proof.changedParts.length,
    untouchedParts: proof.untouchedParts.length,
  },
});
