import type { ColumnProposal } from "../../domain/imports/propose-columns.ts";
import type { SocietyImportPlan } from "../../domain/imports/plan-society-import.ts";
import type { SocietyColumn } from "../../domain/imports/society-columns.ts";
import type { ListSheet } from "../../feature-kit/list-file.ts";
import type { ImportProgress } from "./apply-import.ts";
import type { Known } from "./load-known.ts";

/** A list that was read, with the columns that are used. */
export type ChosenList = {
  readonly name: string;
  readonly sheets: readonly ListSheet[];
  readonly sheet: number;
  readonly proposal: ColumnProposal<SocietyColumn>;
};

export type ImportState =
  | { readonly kind: "closed" | "reading" }
  | { readonly kind: "choosing"; readonly error: string | null }
  | {
      readonly kind: "preview";
      readonly list: ChosenList;
      readonly known: Known;
      readonly plan: SocietyImportPlan;
    }
  | { readonly kind: "applying"; readonly progress: ImportProgress }
  | {
      readonly kind: "stopped";
      readonly progress: ImportProgress;
      readonly error: string | null;
      readonly list: ChosenList;
    }
  | {
      readonly kind: "finished";
      readonly total: number;
      readonly present: number;
    };
