import type { Message } from "../../i18n/message.ts";
import type { Translator } from "../../i18n/translate.ts";
import type {
  Difference,
  FormIssue,
  Place,
  Placement,
  Progress,
} from "excel-form";
import type { ValueKey } from "../../domain/value-catalogue.ts";
import type { Programme } from "../../programmes/index.ts";
import type { ListChange } from "./edit-map.ts";
import type { MappingState } from "./mapping-state.ts";
import type { MappingMessages } from "./messages.ts";
import type { Preview } from "./preview.ts";
import type { Move, SheetLayout, SheetWindow } from "./sheet-layout.ts";
import type { Mark } from "./view-model.ts";

export type PreviewState =
  | { readonly kind: "off" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: unknown }
  | {
      readonly kind: "on";
      readonly preview: Preview;
      /** No nomination is registered yet; unfinished ones are shown instead. */
      readonly isProvisional: boolean;
    };

export type SaveState =
  | { readonly kind: "idle" | "saving" }
  | { readonly kind: "saved" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "conflict"; readonly with: "elsewhere" | "map" | "file" };

/** Rows of the list while its edge is dragged. */
export type Drag = { readonly firstRow: number; readonly lastRow: number };

/** The values and actions that the mapping screen uses. */
export type MappingPage = {
  readonly programme: Programme;
  readonly t: Translator<MappingMessages>;
  readonly state: MappingState;
  /** The map was carried over from another form. */
  readonly differences: readonly Difference[];
  /** The reason why the form is for something else; null when it is ours, or proposed all the same. */
  readonly foreign: Message | null;
  /** Progress of a proposal; null when none is being made. */
  readonly proposing: Progress | null;
  /** True until a map is saved. */
  readonly isProposal: boolean;
  readonly layout: SheetLayout;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly problems: readonly FormIssue[];
  readonly window: SheetWindow;
  readonly scale: number;
  readonly isFitted: boolean;
  readonly drag: Drag | null;
  readonly preview: PreviewState;
  readonly save: SaveState;
  readonly isLeaving: boolean;
  /** Address of the page that makes the sheet. */
  readonly boardHref: string;
  onValue(key: ValueKey, isExtra?: boolean): void;
  /** Puts a value into the active cell. */
  onPlaceHere(key: string): void;
  onCell(cell: string): void;
  onMove(move: Move): void;
  /** Enter on the active cell. */
  onEnter(): void;
  onFree(): void;
  onLeaveUndecided(): void;
  onClearPick(): void;
  onGoTo(place: Place): void;
  onSheet(name: string): void;
  onConfirm(): void;
  onPlacement(change: {
    [K in keyof Placement]?: Placement[K] | undefined;
  }): void;
  onList(change: ListChange): void;
  onMakeList(): void;
  onRemoveList(): void;
  onDragStart(edge: "first" | "last", event: PointerEvent): void;
  onScroll(): void;
  onFit(isFitted: boolean): void;
  onPreview(isOn: boolean): void;
  onProposeAnyway(): void;
  onCancelProposal(): void;
  onUndo(): void;
  onSave(): void;
  onClose(): void;
  onLeave(): void;
  onStay(): void;
};
