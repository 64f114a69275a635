import { findProgramme, programmes } from "../programmes/index.ts";
import type { Programme } from "../programmes/index.ts";
import type { FormField, PageRecord } from "./page-api.ts";

/** Field of the apps that names their programme; its default value fills it. */
const FIELD = "programme";

/** The sources that can name the programme; each may be silent. */
type Sources = {
  /** The plugin's own setting. */
  saved: string;
  record?: PageRecord | undefined;
  fields?: Readonly<Record<string, FormField>> | undefined;
};

/** The programme of the set of apps; the first of this build where nothing names one. */
export const identifyProgramme = (
  { saved, record, fields }: Sources,
  known: typeof programmes = programmes,
): Programme => {
  const named = [saved, record?.[FIELD]?.value, fields?.[FIELD]?.defaultValue];
  const found = named.flatMap(
    (id) => findProgramme(String(id ?? ""), known) ?? [],
  );
  return found[0] ?? known[0];
};
