import { compareForm, parseMapText, summarize } from "excel-form";
import type {
  Comparison,
  Form,
  MapSummary,
  Progress,
  ReportMap,
} from "excel-form";
import type { Programme } from "../../programmes/index.ts";
import { CATALOGUE, catalogueOf } from "../../domain/value-catalogue.ts";
import { vocabularyOf } from "../../domain/vocabulary.ts";

/** The edition's blank form, read. */
export type FormSource = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly form: Form;
};

/** The state of the edition's form and its map. */
export type PanelState =
  | { readonly kind: "noFile" | "loading" }
  | { readonly kind: "failed"; readonly error: unknown }
  /** The form's labels are being read. */
  | {
      readonly kind: "proposing";
      readonly source: FormSource;
      readonly progress: Progress;
    }
  /** `mapBroken`: something is stored, but it is no map. */
  | { readonly kind: "noMap" | "mapBroken"; readonly source: FormSource }
  | {
      readonly kind: "mapped";
      readonly source: FormSource;
      readonly map: ReportMap;
      readonly summary: MapSummary;
    }
  /** The map was saved for another form. */
  | {
      readonly kind: "drifted";
      readonly source: FormSource;
      readonly map: ReportMap;
      readonly comparison: Comparison;
    };

const parseOrNull = (mapText: string): ReportMap | null => {
  try {
    return parseMapText(CATALOGUE, mapText);
  } catch (error) {
    // The panel shows it; the exact fault matters to a person who wrote it by hand.
    console.warn("suisen: map", error);
    return null;
  }
};

/** Does the stored map go with this form? */
export const judgeMap = (
  programme: Programme,
  source: FormSource,
  mapText: string,
): PanelState => {
  if (mapText.trim() === "") return { kind: "noMap", source };
  const map = parseOrNull(mapText);
  if (map === null) return { kind: "mapBroken", source };
  const comparison = compareForm(
    catalogueOf(programme),
    source.form,
    map,
    vocabularyOf(programme),
  );
  return comparison.isSame
    ? {
        kind: "mapped",
        source,
        map,
        summary: summarize(vocabularyOf(programme), source.form, map),
      }
    : { kind: "drifted", source, map, comparison };
};
