import { cycleOf, milestoneOf } from "../domain/cycle.ts";
import { perProgramme } from "../domain/per-programme.ts";
import type { Words } from "../i18n/translate.ts";
import { entryWordOf, paperWordOf } from "../programmes/index.ts";
import type { Programme } from "../programmes/index.ts";

const collectWords = (programme: Programme): Words => {
  const { steps, entryPlace, reportPlace } = cycleOf(programme);
  const entry = steps[entryPlace];
  const first =
    milestoneOf(programme, "answer") ??
    programme.milestones.find(({ step }) => step !== undefined);
  return {
    sheet: programme.sheet.name,
    supporter: programme.supporter ?? "",
    andSupporter: programme.supporter ? `・${programme.supporter}` : "",
    paper: paperWordOf(programme),
    paperAnd: milestoneOf(programme, "case")
      ? `${paperWordOf(programme)}と`
      : "",
    contact: first?.label.ja ?? "",
    entry: entryWordOf(programme),
    earlier: programme.words?.earlier ?? "推薦",
    contactAction: first?.step?.action ?? "",
    contactState: first?.step?.state ?? "",
    entryAction: entry?.action ?? "",
    // Every nomination belongs in where nothing comes before the sheet.
    entryState: entry?.state ?? "推薦中",
    reportState: steps[reportPlace]?.state ?? "提出済",
  };
};

/**
 * The words of an award that texts of every programme use: `{sheet}`, `{entry}`, `{earlier}`,
 * `{supporter}`, `{andSupporter}`, `{paper}`, `{paperAnd}`, `{contact}`,
 * `{contactAction}`, `{entryAction}`, `{contactState}`, `{entryState}`, `{reportState}`. A page
 * asks at every event.
 */
export const wordsOf = perProgramme(collectWords);
