import { sheetNamed, undecidedCells } from "excel-form";
import type { Form, ListBlock, Place, Placement, ReportMap } from "excel-form";
import type { ValueKey } from "../../domain/value-catalogue.ts";
import {
  changePlacement,
  confirmPlace,
  dismissOpen,
  freePlace,
  placeValue,
  placementAt,
  topLeft,
} from "./edit-map.ts";

import { firstCell, firstSheet } from "./view-model.ts";

/** The result of the last press; screen readers announce it. */
export type Said =
  | {
      readonly kind: "armed";
      readonly key: ValueKey;
      readonly isExtra: boolean;
    }
  | { readonly kind: "picked"; readonly cell: string }
  | {
      readonly kind: "placed";
      /** Several joined by `+`. */
      readonly key: string;
      readonly cells: readonly string[];
    }
  | { readonly kind: "freed"; readonly cell: string }
  | { readonly kind: "nothingThere"; readonly cell: string }
  | { readonly kind: "formula"; readonly cell: string }
  | { readonly kind: "outsideList"; readonly list: ListBlock }
  | { readonly kind: "undone" };

/** A value waiting for its cell. */
type Armed = { readonly key: ValueKey; readonly isExtra: boolean };

/** Everything the mapping screen knows that is not drawn from elsewhere. */
export type MappingState = {
  readonly form: Form;
  readonly map: ReportMap;
  /** Earlier maps, the latest last. */
  readonly past: readonly ReportMap[];
  /** The map as it was last saved; null when none was. */
  readonly saved: ReportMap | null;
  readonly sheet: string;
  /** The cell that the arrow keys move from. */
  readonly active: string;
  /** The active cell waits for a value. */
  readonly isPicked: boolean;
  readonly armed: Armed | null;
  readonly said: Said | null;
};

export const startMapping = (
  form: Form,
  map: ReportMap,
  saved: ReportMap | null,
): MappingState => {
  const sheet = firstSheet(form, map);
  return {
    form,
    map,
    past: [],
    saved,
    sheet,
    active: firstCell(map, sheet),
    isPicked: false,
    armed: null,
    said: null,
  };
};

export const isDirty = ({ map, saved }: MappingState): boolean => map !== saved;

const activePlace = ({ sheet, active }: MappingState): Place => ({
  sheet,
  cell: active,
});

/** Steps that can be taken back. */
const MAX_PAST = 50;

/** Another map, with the way back. */
export const withMap = (
  state: MappingState,
  map: ReportMap,
  said: Said | null = null,
): MappingState => ({
  ...state,
  map,
  past: [...state.past, state.map].slice(-MAX_PAST),
  isPicked: false,
  armed: null,
  said,
});

export const undo = (state: MappingState): MappingState => {
  const map = state.past.at(-1);
  return map
    ? {
        ...state,
        map,
        past: state.past.slice(0, -1),
        isPicked: false,
        armed: null,
        said: { kind: "undone" },
      }
    : state;
};

/** Goes to a cell, on another sheet too, without doing anything to it. */
export const goTo = (
  state: MappingState,
  { sheet, cell }: Place,
): MappingState => {
  const found = sheetNamed(state.form, sheet);
  return found
    ? { ...state, sheet, active: topLeft(found, cell), isPicked: false }
    : state;
};

export const showSheet = (state: MappingState, sheet: string): MappingState =>
  goTo(state, { sheet, cell: firstCell(state.map, sheet) });

/** Puts a value into the active cell. */
export const placeHere = (
  state: MappingState,
  { key, isExtra }: { readonly key: string; readonly isExtra: boolean },
): MappingState => {
  const outcome = placeValue(
    state.form,
    state.map,
    key,
    activePlace(state),
    isExtra,
  );
  switch (outcome.kind) {
    case "placed":
      return withMap(state, outcome.map, {
        kind: "placed",
        key,
        cells: outcome.cells,
      });
    case "formula":
      return { ...state, said: { kind: "formula", cell: state.active } };
    case "outsideList":
      return { ...state, said: outcome };
    default:
      return outcome satisfies never;
  }
};

/** A value was pressed: it goes into the cell that waits, or waits itself for one. */
export const pressValue = (
  state: MappingState,
  key: ValueKey,
  isExtra = false,
): MappingState => {
  if (state.isPicked && !isExtra) return placeHere(state, { key, isExtra });
  if (state.armed?.key === key && state.armed.isExtra === isExtra) {
    return { ...state, armed: null, said: null };
  }
  const armed = { key, isExtra };
  return { ...state, armed, said: { kind: "armed", ...armed } };
};

/** A cell was pressed: it takes the value that waits, or waits itself for one. */
export const pressCell = (state: MappingState, cell: string): MappingState => {
  const there = goTo(state, { sheet: state.sheet, cell });
  if (state.armed) return placeHere(there, state.armed);
  const wasPicked = state.isPicked && state.active === there.active;
  return {
    ...there,
    isPicked: !wasPicked,
    said: wasPicked ? null : { kind: "picked", cell: there.active },
  };
};

/** The active cell is to stay as the form has it. */
export const freeActive = (state: MappingState): MappingState => {
  const place = activePlace(state);
  const { active: cell } = state;
  const asks = (state.map.open ?? []).some(
    (open) => open.sheet === place.sheet && open.cell === cell,
  );
  if (!asks && placementAt(state.map, place) === null) {
    return { ...state, said: { kind: "nothingThere", cell } };
  }
  const freed = dismissOpen(freePlace(state.map, place), place);
  return withMap(state, freed, { kind: "freed", cell });
};

/** Marks every cell without a known value as not to be filled. */
export const leaveUndecided = (state: MappingState): MappingState => {
  const undecided = new Set(undecidedCells(state.map));
  const open = (state.map.open ?? []).filter((one) => !undecided.has(one));
  return withMap(state, { ...state.map, open });
};

/** Clears everything that waited. */
export const clearPick = (state: MappingState): MappingState => ({
  ...state,
  isPicked: false,
  armed: null,
  said: null,
});

export const confirmActive = (state: MappingState): MappingState =>
  withMap(state, confirmPlace(state.map, activePlace(state)));

export const changeActive = (
  state: MappingState,
  change: { [K in keyof Placement]?: Placement[K] | undefined },
): MappingState =>
  withMap(state, changePlacement(state.map, activePlace(state), change));

/** The placement of the active cell; null when nothing is mapped to it. */
export const activePlacement = (state: MappingState): Placement | null =>
  placementAt(state.map, activePlace(state));
