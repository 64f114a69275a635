import { cycleOf, milestoneOf } from "../domain/cycle.ts";
import type { Words } from "../i18n/translate.ts";
import type { Programme } from "../programmes/index.ts";

/**
 * The words of an award that texts of every programme use: `{sheet}`,
 * `{contactAction}`, `{entryAction}`, `{contactState}`, `{entryState}`, `{reportState}`.
 */
export const wordsOf = (programme: Programme): Words => {
  const { steps, entryPlace, reportPlace } = cycleOf(programme);
  const entry = steps[entryPlace];
  const contact = milestoneOf(programme, "answer")?.step ?? steps[0];
  return {
    sheet: programme.sheet.name,
    contactAction: contact?.action ?? "",
    contactState: contact?.state ?? "",
    entryAction: entry?.action ?? "",
    // Every nomination belongs in where nothing comes before the sheet.
    entryState: entry?.state ?? "推薦中",
    reportState: steps[reportPlace]?.state ?? "提出済",
  };
};
