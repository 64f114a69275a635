import type { ImportProgress } from "./apply-import.ts";
import type { ChosenList } from "./chosen-list.ts";
import type { ImportPlan } from "./import-kind.ts";

export type ImportState<Field extends string, Known, Step> =
  | { readonly kind: "closed" | "reading" }
  | { readonly kind: "choosing"; readonly error: string | null }
  | {
      readonly kind: "preview";
      readonly list: ChosenList<Field>;
      readonly known: Known;
      readonly plan: ImportPlan<Step>;
    }
  | { readonly kind: "applying"; readonly progress: ImportProgress }
  | {
      readonly kind: "stopped";
      readonly progress: ImportProgress;
      readonly error: string | null;
      readonly list: ChosenList<Field>;
    }
  | {
      readonly kind: "finished";
      readonly total: number;
      readonly present: number;
    };

export type PreviewState<Field extends string, Known, Step> = Extract<
  ImportState<Field, Known, Step>,
  { kind: "preview" }
>;
