import type { FeatureContext } from "../../feature-kit/feature.ts";
import { checkMap, parseAddress, sheetNamed } from "excel-form";
import type { Difference, Form, Place, ReportMap } from "excel-form";
import { draw } from "../../ui/root.ts";
import { followDrag } from "./drag-list.ts";
import {
  changeList,
  createList,
  listOn,
  placesOf,
  removeList,
} from "./edit-map.ts";
import { createMapStore } from "./map-store.ts";
import type { Drag, MappingPage } from "./mapping-page.ts";
import {
  changeActive,
  confirmActive,
  freeActive,
  leaveUndecided,
  goTo,
  isDirty,
  clearPick,
  placeHere,
  pressCell,
  pressValue,
  showSheet,
  startMapping,
  undo,
  withMap,
} from "./mapping-state.ts";
import type { MappingState } from "./mapping-state.ts";
import type { MappingMessages } from "./messages.ts";
import { toMessage } from "../../errors/to-message.ts";
import type { Message } from "../../i18n/message.ts";
import { createProposalRun } from "./proposal-run.ts";
import { createPreviewRun } from "./preview-run.ts";
import type { EditionBase } from "./save-map.ts";
import { moveFrom } from "./sheet-layout.ts";
import { createSheetView } from "./sheet-view.ts";
import { renderMapping } from "./view.ts";
import { toMarks } from "./view-model.ts";
import { catalogueOf } from "../../domain/value-catalogue.ts";

type Context = FeatureContext<MappingMessages>;

export type MappingTask = {
  readonly editionName: string;
  readonly base: EditionBase;
  readonly bytes: Uint8Array;
  readonly form: Form;
  /** The map to begin with. */
  readonly map: ReportMap;
  /** The reason why the form is for something else; null when it is ours. */
  readonly foreign: Message | null;
  /** Revision of the stored map; 0 when there is none. */
  readonly revision: number;
  /** The map to begin with is the stored one. */
  readonly isStored: boolean;
  readonly differences: readonly Difference[];
  /** Address of the page that makes the sheet. */
  readonly boardHref: string;
  /** The cell that somebody came for. */
  readonly at: Place | null;
};

/** Remembers the last result for as long as what it depends on is the same. */
const remember = <A extends readonly unknown[], R>(
  make: (...args: A) => R,
): ((...args: A) => R) => {
  let last: { args: A; result: R } | null = null;
  return (...args) => {
    if (!last?.args.every((arg, i) => Object.is(arg, args[i]))) {
      last = { args, result: make(...args) };
    }
    return last.result;
  };
};

type Run = {
  begin(): void;
  /** The keyboard begins at the form, not at the button that closes it. */
  focus(): void;
  /** Asks first when something would be lost. */
  mayClose(): boolean;
  /** It was saved from here, or by somebody else meanwhile. */
  readonly isStale: boolean;
};

/** Runs one mapping screen; everything done in it lives as long as it is open. */
const runMapping = (
  context: Context,
  root: HTMLElement,
  task: MappingTask,
  close: () => void,
): Run => {
  const { form } = task;
  let state = startMapping(form, task.map, task.isStored ? task.map : null);
  if (task.at) state = goTo(state, task.at);
  let drag: Drag | null = null;
  let isLeaving = false;
  let mayLeave = false;
  let isStale = false;
  const sheetOf = (name: string) => {
    const sheet = sheetNamed(form, name);
    if (!sheet) throw new Error(`No sheet ${name}`);
    return sheet;
  };
  const view = createSheetView(root, sheetOf(state.sheet));
  const marksOnce = remember(toMarks);
  const problemsOnce = remember((blank: Form, map: ReportMap) =>
    checkMap(catalogueOf(context.programme), blank, map),
  );

  const show = (): void => draw(root, renderMapping(toPage()));
  const preview = createPreviewRun(context, task, task.editionName, show);
  const proposal = createProposalRun(context.programme, show);
  let { foreign } = task;
  const store = createMapStore(context, { ...task, onChange: show });

  const take = (next: MappingState): void => {
    const isOtherMap = next.map !== state.map;
    state = next;
    view.show(sheetOf(state.sheet));
    if (isOtherMap) {
      preview.follow(state.map);
      store.forget();
    }
  };
  const change = (next: MappingState): void => {
    take(next);
    show();
  };

  const reveal = (): void => {
    view.reveal(state.active);
    show();
    root
      .querySelector('.suisen-map-tab[aria-pressed="true"]')
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const focusActive = (): void => {
    reveal();
    root
      .querySelector<HTMLElement>(`[data-cell="${state.active}"]`)
      ?.focus({ preventScroll: true });
  };

  const save = async (): Promise<void> => {
    const { map: asDrawn } = state;
    const stored = await store.save(asDrawn);
    isStale ||= stored !== null || store.state.kind === "conflict";
    if (stored !== null) {
      // Changes made during the save are not saved yet.
      state =
        state.map === asDrawn
          ? { ...state, map: stored, saved: stored }
          : { ...state, saved: stored };
    }
    show();
  };

  const proposeAnyway = async (): Promise<void> => {
    try {
      const proposed = await proposal.start(form, { isAnyway: true });
      if (proposed === null) return;
      foreign = null;
      change(withMap(state, proposed.map));
    } catch (error) {
      console.error("suisen: proposal", error);
      await context.page.notify("ERROR", toMessage(error, context.t.language));
    }
  };

  const startDrag: MappingPage["onDragStart"] = (edge, event) => {
    const list = listOn(state.map, state.sheet, state.active);
    if (!list) return;
    followDrag(event, {
      list,
      edge,
      rowUnder: view.rowUnder,
      onMove: (rows) => {
        drag = rows;
        show();
      },
      onEnd: (next) => {
        drag = null;
        handlers.onList(next);
      },
    });
  };

  const handlers = {
    onValue: (key, isExtra = false) => {
      change(pressValue(state, key, isExtra));
      const [place] = placesOf(state.map, key);
      if (!place || isExtra || !state.armed) return;
      // Show a value that is placed already at its place.
      const { armed, said } = state;
      take({ ...goTo(state, place), armed, said });
      reveal();
    },
    onPlaceHere: (key) => change(placeHere(state, { key, isExtra: false })),
    onCell: (cell) => {
      take(pressCell(state, cell));
      focusActive();
    },
    onMove: (move) => {
      const { address: cell } = moveFrom(
        view.layout,
        view.cellAt(state.active),
        move,
      );
      take(goTo(state, { sheet: state.sheet, cell }));
      focusActive();
    },
    onEnter: () => {
      change(pressCell(state, state.active));
      // The keyboard chooses in the list beside the cell, and comes back from there.
      if (state.isPicked) {
        root.querySelector<HTMLElement>(".suisen-map-choice select")?.focus();
      }
    },
    onFree: () => change(freeActive(state)),
    onLeaveUndecided: () => change(leaveUndecided(state)),
    onClearPick: () => change(clearPick(state)),
    onGoTo: (place) => {
      change(goTo(state, place));
      focusActive();
    },
    onSheet: (name) => change(showSheet(state, name)),
    onConfirm: () => change(confirmActive(state)),
    onPlacement: (changes) => change(changeActive(state, changes)),
    onList: (changes) =>
      change(
        withMap(
          state,
          changeList(sheetOf(state.sheet), state.map, state.active, changes),
        ),
      ),
    onMakeList: () => {
      const row = parseAddress(state.active)?.row ?? 1;
      const sheet = sheetOf(state.sheet);
      change(withMap(state, createList(sheet, state.map, row)));
    },
    onRemoveList: () =>
      change(withMap(state, removeList(state.map, state.sheet))),
    onDragStart: startDrag,
    onScroll: () => {
      if (view.look()) show();
    },
    onFit: (isFitted) => {
      view.fit(isFitted);
      // The scroll range is known only after drawing.
      show();
      reveal();
    },
    onPreview: (isOn) => {
      if (isOn) {
        void preview.start(() => state.map);
        return;
      }
      preview.stop();
      show();
    },
    onProposeAnyway: () => void proposeAnyway(),
    onCancelProposal: proposal.cancel,
    onUndo: () => change(undo(state)),
    onSave: () => void save(),
    onClose: () => {
      if (mayClose()) close();
    },
    onLeave: () => {
      mayLeave = true;
      close();
    },
    onStay: () => {
      isLeaving = false;
      show();
    },
  } satisfies Partial<MappingPage>;

  // Esc pressed twice is no answer to the question that the first one raised.
  const mayClose = (): boolean => {
    if (!isDirty(state) || mayLeave) return true;
    isLeaving = true;
    show();
    root.querySelector<HTMLElement>(".suisen-map-leaving button")?.focus();
    return false;
  };

  const toPage = (): MappingPage => ({
    ...handlers,
    t: context.t,
    programme: context.programme,
    state,
    differences: task.differences,
    foreign,
    proposing: proposal.progress,
    isProposal: store.revision === 0,
    layout: view.layout,
    marks: marksOnce(state.map, state.sheet),
    problems: problemsOnce(form, state.map),
    window: view.window,
    scale: view.scale,
    isFitted: view.isFitted,
    drag,
    preview: preview.state,
    save: store.state,
    isLeaving,
    boardHref: task.boardHref,
  });

  return {
    begin: () => {
      show();
      // Only now is it known how much room there is.
      reveal();
    },
    focus: focusActive,
    mayClose,
    get isStale() {
      return isStale;
    },
  };
};

/**
 * The mapping screen in a dialog of its own.
 *
 * @returns whether the edition is another now than when it was opened
 */
export const openMapping = async (
  context: Context,
  task: MappingTask,
): Promise<boolean> => {
  const root = document.createElement("div");
  root.className = "suisen-root suisen-map-root";
  let close = (): void => undefined;
  const run = runMapping(context, root, task, () => close());
  const dialog = await context.page.openDialog({
    title: context.t("title", { name: task.base.file.name }),
    body: root,
    showOkButton: false,
    showCloseButton: true,
    beforeClose: () => run.mayClose(),
  });
  close = () => dialog.close();
  const closed = dialog.show();
  run.begin();
  run.focus();
  const resized = new ResizeObserver(() => run.begin());
  resized.observe(root);
  await closed;
  resized.disconnect();
  return run.isStale;
};
