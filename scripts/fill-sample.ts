import type { FillReport } from "./demo/index.ts";
import { fillForm } from "excel-form";
import { openReportForm } from "../src/report/open-form.ts";
import { toLedgerFacts } from "../src/report/ledger-facts.ts";
import { VOCABULARY } from "../src/domain/vocabulary.ts";
import { cloudPracticeAward } from "../src/programmes/index.ts";

/** The demo's past report, made by the engine that makes the real ones. */
export const fillSampleForm: FillReport = (data) => {
  const form = openReportForm({
    programme: cloudPracticeAward,
    file: null,
    mapText: "",
  });
  const filled = fillForm(VOCABULARY, form.bytes, form.map, data);
  return { bytes: filled.bytes, ...toLedgerFacts({ form, filled, data }) };
};
