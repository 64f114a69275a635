import type { FillReport } from "./demo/index.ts";
import { fillForm } from "excel-form";
import { openReportForm } from "../src/report/open-form.ts";
import { toLedgerFacts } from "../src/report/ledger-facts.ts";
import { CATALOGUE } from "../src/domain/value-catalogue.ts";
import { cloudPracticeAward } from "../src/programmes/index.ts";

/** The demo's past report, made by the engine that makes the real ones. */
export const fillSampleForm: FillReport = (data) => {
  const form = openReportForm({
    programme: cloudPracticeAward,
    file: null,
    mapText: "",
  });
  const filled = fillForm(CATALOGUE, form.bytes, form.map, data);
  return { bytes: filled.bytes, ...toLedgerFacts({ form, filled, data }) };
};
